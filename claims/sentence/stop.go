package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
)

// stop is a run of marks that may end a sentence, with what surrounds it.
type stop struct {
	mark   claims.Span // "." or "?!" or ". . ."
	close  int         // behind the closing quotation marks and brackets
	next   int         // where the following text begins; the end of the block at its end
	blank  bool        // a blank line follows
	quoted bool        // a quotation ends here
}

// isMark reports whether r may end a sentence.
func isMark(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '‼', '⁇', '⁈', '⁉', '。', '！', '？', '؟', '।':
		return true
	}
	return false
}

// stopAt reads the stop whose first mark is at i.
func (s *splitter) stopAt(i int) stop {
	st := stop{mark: claims.Span{Start: i, End: s.marks(i)}}
	st.close = st.mark.End
	for {
		n, quote := s.closer(st.close, st.mark.End)
		if n == 0 {
			break
		}
		st.quoted = st.quoted || quote
		st.close += n
	}
	st.next, st.blank = skipSpace(s.text, st.close)
	return st
}

// marks returns where the run of marks at i ends. The dots of an ellipsis may
// have single spaces between them.
func (s *splitter) marks(i int) int {
	for {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if !isMark(r) {
			return i
		}
		i += n
		if r == '.' && strings.HasPrefix(s.text[i:], " .") && !s.decimal(i+1) {
			i++
		}
	}
}

// decimal reports whether the dot at i begins a number, as in "hit .300".
func (s *splitter) decimal(i int) bool {
	return i+1 < len(s.text) && s.text[i+1] >= '0' && s.text[i+1] <= '9'
}

// closer returns the length of the closing mark at i, with the spaces before
// it, and whether it is a quotation mark. The stop's own marks end at from.
func (s *splitter) closer(i, from int) (n int, quote bool) {
	r, size := utf8.DecodeRuneInString(s.text[i:])
	switch r {
	case ')', ']', '}':
		return size, false
	case '[':
		return s.footnote(i), false
	case '"':
		if s.closesStraight(i) {
			s.open = false
			return size, true
		}
	case '”', '’', '»', '›':
		return size, true
	case '\'', '“', '‘', '«', '‹', '„', '`', '´':
		if !s.letterAt(i + size) {
			return size, true
		}
	case ' ', '\u00a0':
		return s.spacedCloser(i, size, i == from || strings.HasSuffix(s.text[from:i], "’") || strings.HasSuffix(s.text[from:i], "'"))
	}
	return 0, false
}

// closesStraight reports whether the double quote at i, right behind a stop,
// closes a quotation: it does where white space or a mark follows, or where
// one is open.
func (s *splitter) closesStraight(i int) bool {
	return s.open || !s.letterAt(i+1)
}

// spacedCloser is closer for a quotation mark with a space before it, as
// tokenised texts have (`left . ” He`) and nested quotations (`‘no.’ ” He`).
func (s *splitter) spacedCloser(i, size int, first bool) (n int, quote bool) {
	if !first {
		return 0, false
	}
	r, w := utf8.DecodeRuneInString(s.text[i+size:])
	after := i + size + w
	switch {
	case r == '”' || r == '»', r == '"' && s.open:
		if s.letterAt(after) {
			return 0, false
		}
		if r == '"' {
			s.open = false
		}
		return size + w, true
	}
	return 0, false
}

// footnote is the length of a reference such as "[12]" at i, or 0.
func (s *splitter) footnote(i int) int {
	const most = 6 // "[1234]": more digits are no footnote
	for n := 1; n < most && i+n < len(s.text); n++ {
		if c := s.text[i+n]; c == ']' && n > 1 {
			return n + 1
		} else if c < '0' || c > '9' {
			return 0
		}
	}
	return 0
}

func (s *splitter) letterAt(i int) bool {
	r, n := utf8.DecodeRuneInString(s.text[i:])
	return n > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// spaceAt reports whether white space, or the end of the block, is at i.
func (s *splitter) spaceAt(i int) bool {
	r, n := utf8.DecodeRuneInString(s.text[i:])
	return n == 0 || isSpace(r)
}
