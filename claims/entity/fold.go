package entity

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a name to a form that spelling variants share: lower case, no
// accents, no punctuation.
func Fold(s string) string {
	if isLowerASCII(s) {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(trimPossessive(s)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// foldName folds one word of a name, without the Arabic article.
func foldName(s string) string {
	if isArabic(s) {
		s = s[3:]
	}
	return Fold(s)
}

// isLowerASCII reports a word that folding leaves as it is.
func isLowerASCII(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
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
	return strings.Join(out[:min(len(out), maxSlug)], "-")
}

// maxSlug is the most words of a name that an ID shows.
const maxSlug = 8

func lastWord(role string) string {
	role = strings.ToLower(strings.TrimSpace(role))
	return role[strings.LastIndexByte(role, ' ')+1:]
}
