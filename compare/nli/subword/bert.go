package subword

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// bert is BERT's normaliser (its BasicTokenizer), in the order of the reference.
func (n normalisation) bert() []func(string) string {
	var out []func(string) string
	if n.CleanText {
		out = append(out, clean)
	}
	if n.Chinese {
		out = append(out, spread)
	}
	if n.Accents != nil && *n.Accents || n.Accents == nil && n.Lowercase {
		out = append(out, norm.NFD.String, without(unicode.Mn))
	}
	if n.Lowercase {
		out = append(out, lower)
	}
	return out
}

// clean makes a space of all white space, and leaves out controls and what is
// invisible.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) && r != '\v' && r != '\f' && r != 0x85:
			return ' '
		case r == unicode.ReplacementChar || unicode.Is(unicode.C, r):
			return -1
		}
		return r
	}, text)
}

// spread puts spaces around Chinese characters, so that each is a word.
func spread(text string) string {
	if strings.IndexFunc(text, ideograph) < 0 {
		return text
	}
	var out strings.Builder
	for _, r := range text {
		if ideograph(r) {
			out.WriteString(" " + string(r) + " ")
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// ideographs are the blocks that BERT's code lists.
var ideographs = &unicode.RangeTable{
	R16: []unicode.Range16{{0x3400, 0x4dbf, 1}, {0x4e00, 0x9fff, 1}, {0xf900, 0xfaff, 1}},
	R32: []unicode.Range32{{0x20000, 0x2a6df, 1}, {0x2a700, 0x2b73f, 1}, {0x2b740, 0x2b81f, 1}, {0x2b920, 0x2ceaf, 1}, {0x2f800, 0x2fa1f, 1}},
}

func ideograph(r rune) bool { return r >= 0x3400 && unicode.Is(ideographs, r) }

// bertWords cuts at white space, and makes a word of each mark.
func bertWords(words []string) []string { return marks(blanks(words)) }

// blanks cuts at white space, which is left out.
func blanks(words []string) []string {
	var out []string
	for _, w := range words {
		out = append(out, strings.FieldsFunc(w, unicode.IsSpace)...)
	}
	return out
}

// marks makes a word of each mark.
func marks(words []string) []string { return isolate(words, mark) }

// mark is BERT's idea of punctuation: all of ASCII that is no letter, digit or
// space, and the marks of Unicode.
func mark(r rune) bool {
	if r <= unicode.MaxASCII {
		return '!' <= r && r <= '/' || ':' <= r && r <= '@' || '[' <= r && r <= '`' || '{' <= r && r <= '~'
	}
	return unicode.IsPunct(r)
}

// isolate makes a word of each rune for which alone holds.
func isolate(words []string, alone func(rune) bool) []string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		from := 0
		for i, r := range w {
			if !alone(r) {
				continue
			}
			if from < i {
				out = append(out, w[from:i])
			}
			from = i + len(string(r))
			out = append(out, w[i:from])
		}
		if from < len(w) {
			out = append(out, w[from:])
		}
	}
	return out
}
