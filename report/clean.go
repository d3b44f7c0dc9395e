package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks may sit on one letter. Vietnamese and
// Hebrew with vowel points need three at most; text with dozens is made to
// spill over the lines around it.
const maxMarks = 4

// A cleaner makes text from articles fit to be seen: runs of white space
// become one space, and what cannot be seen but steers what is seen is left
// out: control characters, bidirectional controls, zero-width marks.
//
// Note: this is no escaping. A cleaned text may still hold "<script>".
type cleaner struct {
	space bool // the last rune written was a space, or nothing was written yet
	marks int  // combining marks written since the last other rune
}

// write appends the clean form of s to b.
func (c *cleaner) write(b *strings.Builder, s string) {
	for _, r := range s {
		switch {
		case ' ' < r && r < unicode.MaxASCII:
			c.marks = 0
		case unicode.IsSpace(r):
			if !c.space {
				b.WriteByte(' ')
			}
			c.space, c.marks = true, 0
			continue
		case hidden(r):
			continue
		case unicode.In(r, unicode.Mn, unicode.Me):
			if c.marks++; c.marks > maxMarks {
				continue
			}
		default:
			c.marks = 0
		}
		b.WriteRune(r)
		c.space = false
	}
}

// hidden reports whether r is a control or format character. The joiners of
// Indic and Arabic scripts, and of emoji, are let through.
func hidden(r rune) bool {
	const nonJoiner, joiner = '\u200c', '\u200d'
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != nonJoiner && r != joiner
}

// clean is s on one line, fit to be seen.
func clean(s string) string {
	var b strings.Builder
	c := cleaner{space: true}
	c.write(&b, s)
	return strings.TrimSuffix(b.String(), " ")
}

// clip shortens s to at most n runes, with an ellipsis where it was longer.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	at := 0
	for range n - 1 {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return strings.TrimRight(s[:at], " ") + "…"
}
