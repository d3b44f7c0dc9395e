package entity

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a name to a form that spelling variants share: lower case, no
// accents, no punctuation.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(trimPossessive(s)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// slug is a name as part of an ID: folded words with hyphens between.
func slug(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == ',' })
	out := words[:0]
	for _, w := range words {
		if f := Fold(w); f != "" {
			out = append(out, f)
		}
	}
	if len(out) > 8 {
		out = out[:8]
	}
	return strings.Join(out, "-")
}

func lastWord(role string) string {
	f := strings.Fields(strings.ToLower(role))
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

// isFunctionWord reports words that begin a sentence with a capital and are
// no part of the name that follows.
func isFunctionWord(norm string) bool {
	switch norm {
	case "but", "and", "when", "while", "although", "though", "as", "in", "on", "at", "after", "before", "since", "if", "for", "the", "that",
		"this", "with", "by", "from", "to", "so", "yet", "then", "however", "meanwhile", "both", "like", "unlike", "asked", "now", "today",
		"earlier", "later", "still", "also", "is", "was", "did", "does", "has", "because", "according", "despite", "during", "under",
		"republican", "democrat", "democratic", "conservative", "labour", "what", "why", "how", "who", "where", "a", "an", "or", "nor", "of":
		return true
	}
	return false
}

// isFinite reports a verb that ends an apposition without a comma.
func isFinite(norm string) bool {
	switch norm {
	case "is", "was", "are", "were", "has", "had", "have", "will", "would", "said", "says", "told", "who", "which", "and", "but":
		return true
	}
	return false
}
