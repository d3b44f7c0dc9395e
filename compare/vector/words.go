package vector

import (
	"strings"

	"crosscheck/claims/word"
)

// Words returns the folded words of text in order, cut as the text that the
// vectors were trained on: punctuation and figures left out, a compound cut at
// its hyphens, a possessive without its "'s".
func Words(text string) []string {
	var out []string
	for _, w := range word.Split(text, 0) {
		if w.Punct {
			continue
		}
		for part := range strings.SplitSeq(w.Norm, "-") {
			if p := Fold(part); p != "" {
				out = append(out, p)
			}
		}
	}
	return out
}

// Fold brings one lower-case word without hyphens into the vocabulary's form:
// no possessive, no apostrophes around it. It is "" for a word with a digit:
// figures have no vector, since all of them would be alike.
func Fold(norm string) string {
	if strings.ContainsAny(norm, "0123456789") {
		return ""
	}
	norm = strings.TrimSuffix(norm, "'s")
	return strings.Trim(norm, "'_.")
}
