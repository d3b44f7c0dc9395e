// Package sentence splits a text into sentences, as a reader of news would.
//
// It scans for the marks that may end a sentence and asks of each:
//
//  1. which closing quotation marks and brackets belong to it (stop.go);
//  2. what follows: a blank line, a capital, a small letter, a digit, an
//     opening quotation mark (follow.go);
//  3. whether the word before it is an abbreviation, an initial or a list's
//     number (list.go, lists/);
//  4. whether a reporting clause follows: `"Why?" Smith asked` is one sentence.
//
// It looks at no more than a few words around a mark, so its time is linear in
// the text, whatever the text holds. It does not find paragraphs: give it one
// block at a time. A line break within a block is a space, a blank line ends a
// sentence. A heading without a stop is one sentence.
//
// Note: the sentence rules of Unicode Standard Annex 29 (uax29/sentences) were
// the first base. They know no abbreviation, break at every line break, join
// "ended.Then", join "ended. 5 men", and the implementation's look-ahead is
// quadratic: 40,000 quotation marks behind a full stop take 2.7 s.
package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
)

// Split returns the sentences of text that lie inside within, in order and
// without the white space around them. The offsets are those of text. What of
// within lies outside of text is left out.
func Split(text string, within claims.Span) []claims.Span {
	end := min(within.End, len(text))
	start := min(max(within.Start, 0), max(end, 0))
	if start >= end {
		return nil
	}
	s := splitter{text: text[:end], begin: start}
	s.run()
	return s.out
}

// splitter is the state of one scan.
type splitter struct {
	text  string // up to the end of the block
	begin int    // where the sentence in hand begins
	open  bool   // an odd number of straight double quotes since the block began
	out   []claims.Span
}

func (s *splitter) run() {
	for i := s.begin; i < len(s.text); {
		if c := s.text[i]; c >= 'A' && c <= 'z' || c == ' ' {
			i++ // most of any text: nothing to look at
			continue
		}
		r, n := utf8.DecodeRuneInString(s.text[i:])
		switch {
		case r == '"':
			s.open = !s.open
			i += n
		case isMark(r):
			st := s.stopAt(i)
			if s.ends(st) {
				s.cut(st.close, st.next)
			}
			i = st.next
		case r == '\n':
			next, blank := skipSpace(s.text, i)
			if blank {
				s.cut(i, next)
			}
			i = next
		default:
			i += n
		}
	}
	s.cut(len(s.text), len(s.text))
}

// cut ends the sentence in hand before end; the next one begins at next.
func (s *splitter) cut(end, next int) {
	raw := s.text[s.begin:end]
	left := strings.TrimLeftFunc(raw, isSpace)
	kept := strings.TrimRightFunc(left, isSpace)
	if kept != "" {
		start := s.begin + len(raw) - len(left)
		s.out = append(s.out, claims.Span{Start: start, End: start + len(kept)})
	}
	s.begin = next
}

// isSpace reports whether r is white space; a zero-width space and a stray
// byte order mark count.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}

// skipSpace returns where the white space at i ends, and whether it holds a
// blank line.
func skipSpace(text string, i int) (next int, blank bool) {
	lines := 0
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isSpace(r) {
			break
		}
		if r == '\n' || r == '\u2029' {
			lines++
		}
		if r == '\u2029' {
			lines++
		}
		i += n
	}
	return i, lines > 1
}
