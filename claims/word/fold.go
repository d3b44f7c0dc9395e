package word

import (
	"strings"
	"unicode/utf8"
)

// curly is the apostrophe that pages print.
const curly = "’"

// Norm folds a word for comparison: lower case, and straight apostrophes. A
// word that is folded already is returned as it is.
func Norm(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return fold(s, i)
		}
	}
	return s
}

// fold is Norm for a word whose first byte that may change is at i.
func fold(s string, i int) string {
	var buf [64]byte // longer words are rare, and append makes room for them
	b := append(buf[:0], s[:i]...)
	for i < len(s) {
		switch c := s[i]; {
		case c >= 'A' && c <= 'Z':
			b = append(b, c+'a'-'A')
		case c < utf8.RuneSelf:
			b = append(b, c)
		case strings.HasPrefix(s[i:], curly):
			b = append(b, '\'')
			i += len(curly) - 1
		default: // a letter with an accent, another script
			return strings.ToLower(strings.ReplaceAll(s, curly, "'"))
		}
		i++
	}
	return string(b)
}
