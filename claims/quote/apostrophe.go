package quote

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// apostrophe weighs that a single mark may be none.
func (m *mark) apostrophe(s *scanner, before, after class, r rune) {
	rest := s.text[m.at+int(m.size) : s.block.End]
	switch {
	case before != gap && genitive(rest):
		m.none, m.closes = 0, m.closes+elision // "Jones Jr.'s"
	case before == digit || (r == '′' && before != gap):
		m.none = 0 // feet, minutes
	case before == stop && m.closes == 0 && s.initials(m.at):
		m.none, m.closes = 0, plural // "the U.S.' plan"
	case before == letter:
		m.none = 1
		if c := s.text[m.at-1]; (c == 's' || c == 'S' || c == 'n') && after != other {
			m.none, m.closes = 0, m.closes+plural
		}
	case m.opens < m.closes && elided(rest):
		m.none, m.opens = 0, m.opens+elision
	case m.opens < m.closes && !m.first:
		m.none = typed
	case !m.first:
		m.none = stray - 1
	}
}

// genitive reports whether the text after an apostrophe is the ending -s.
func genitive(rest string) bool {
	return len(rest) > 0 && rest[0] == 's' && (len(rest) == 1 || classOf(rune(rest[1])) != letter)
}

//go:embed data/elisions.txt
var elisionList string

var elisions = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(elisionList) {
		set[w] = true
	}
	return set
}()

// longestElision is the longest word of the list, in bytes.
const longestElision = 8

// elided reports whether the text after an apostrophe shows that letters were
// left out there: 'em, '90s, '08.
func elided(rest string) bool {
	rest = rest[:min(len(rest), longestElision+1)]
	if n := len(rest) - len(strings.TrimLeft(rest, "0123456789")); n > 0 {
		r, _ := utf8.DecodeRuneInString(rest[n:])
		return n == 2 && !unicode.IsLetter(r) || strings.HasPrefix(rest[n:], "s")
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(rest)
	}
	var room [longestElision + 1]byte
	w := room[:0]
	for i := range end {
		c := rest[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		w = append(w, c)
	}
	return elisions[string(w)]
}
