package lexicon

import "strings"

// inflected are the regular forms of a word that may be a verb, a noun or an
// adjective, itself left out: "moor" has moors, moored and mooring.
func inflected(w string) []string {
	n := len(w)
	if n < 3 {
		return nil
	}
	switch stem := w[:n-1]; {
	case strings.HasSuffix(w, "e"):
		return []string{w + "s", w + "d", stem + "ing"}
	case strings.HasSuffix(w, "y") && !vowel(w[n-2]):
		return []string{stem + "ies", stem + "ied", w + "ing"}
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "z"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		return []string{w + "es", w + "ed", w + "ing"}
	}
	out := []string{w + "s", w + "ed", w + "ing"}
	if doubles(w) {
		out = append(out, w+w[n-1:]+"ed", w+w[n-1:]+"ing")
	}
	return out
}

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// doubles reports whether the last consonant of a word may be doubled before an
// ending: "cap", "capped". Which words of two syllables do so is not known here.
func doubles(w string) bool {
	n := len(w)
	last := w[n-1]
	return !vowel(last) && last != 'w' && last != 'x' && last != 'y' && vowel(w[n-2]) && !vowel(w[n-3])
}
