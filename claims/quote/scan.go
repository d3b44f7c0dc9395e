package quote

import (
	"strings"
	"unicode/utf8"

	"crosscheck/claims"
)

// scanner lists the marks of a block.
type scanner struct {
	text  string
	block claims.Span
	at    int  // read so far
	first int  // where the block's first character is
	low   bool // „ or ‚ was seen: “ closes
	begun bool
}

// mayMark has the bytes that may begin a mark: all others are skipped.
var mayMark = func() (set [256]bool) {
	for _, s := range []string{"\"'`", "´«»", "“”„‟″‘’‚‛′‹›", "「」『』", "＂"} {
		for _, r := range s {
			set[string(r)[0]] = true
		}
	}
	return set
}()

// fill appends marks until there are most of them or the block ends.
func (s *scanner) fill(marks []mark, most int) []mark {
	if !s.begun {
		s.begun = true
		s.first = trimmed(s.text, s.block).Start
	}
	text, set := s.text[:s.block.End], &mayMark
	for i := s.at; ; {
		for i < len(text) && !set[text[i]] {
			i++
		}
		if i >= len(text) {
			break
		}
		r, n := decode(text[i:])
		f := familyOf(r)
		if f == nothing || f == single && s.inWord(i, n) {
			i += n
			continue
		}
		if len(marks) == most {
			s.at = i
			return marks
		}
		m := mark{at: i, size: uint8(n), family: f}
		if s.twin(i, n, r) {
			m.size = uint8(2 * n)
			if f == single {
				m.family = twinFamily(r)
			} else if s.after(i+2*n) == gap { // "" holds nothing
				i += 2 * n
				continue
			}
		}
		m.judge(s, r)
		marks = append(marks, m)
		i += int(m.size)
	}
	s.at = len(text)
	return marks
}

// inWord reports whether the single mark of n bytes at i stands between two
// letters or two digits: "don't", "O'Brien", 5'10".
func (s *scanner) inWord(i, n int) bool {
	if i == s.block.Start || i+n == s.block.End {
		return false
	}
	r, _ := decodeLast(s.text[s.block.Start:i])
	before := classOf(r)
	if before != letter && before != digit {
		return false
	}
	r, _ = decode(s.text[i+n : s.block.End])
	return classOf(r) == before
}

// twin reports whether the mark of n bytes at i is the first half of a double
// one typed as two single ones (”so”), or is there twice (""so"") as in what
// once was CSV. Of three in a row, the double one stands outside.
func (s *scanner) twin(i, n int, r rune) bool {
	f, run := familyOf(r), 1
	if f == angle {
		return false
	}
	for run < 4 && i+(run+1)*n <= s.block.End && s.text[i+run*n:i+(run+1)*n] == s.text[i:i+n] {
		run++
	}
	if f != single { // only one that opens: what closes may be two
		return run == 2 && s.before(i) == gap
	}
	return run == 2 || run > 3 || run == 3 && s.before(i) == gap
}

// mostMarks is how many marks in a row are looked over for the neighbour.
const mostMarks = 4

// before is what stands before the mark at i, other marks apart.
func (s *scanner) before(i int) class {
	for range mostMarks {
		if i == s.block.Start {
			return gap
		}
		r, n := decodeLast(s.text[s.block.Start:i])
		if familyOf(r) == nothing {
			return classOf(r)
		}
		i -= n
	}
	return other
}

// after is what stands behind the mark that ends at i, other marks apart.
func (s *scanner) after(i int) class {
	for range mostMarks {
		if i >= s.block.End {
			return gap
		}
		r, n := decode(s.text[i:s.block.End])
		if r == '.' && strings.HasPrefix(s.text[i:s.block.End], "..") {
			return dots
		}
		if familyOf(r) == nothing {
			return classOf(r)
		}
		i += n
	}
	return other
}

// feet reports whether the inches that end at i follow feet: 5'10.
func (s *scanner) feet(i int) bool {
	before := strings.TrimRight(s.text[max(s.block.Start, i-3):i], "0123456789")
	r, _ := decodeLast(before)
	return familyOf(r) == single || strings.HasSuffix(s.text[s.block.Start:i], "½")
}

func decode(s string) (rune, int) {
	if len(s) > 0 && s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return utf8.DecodeRuneInString(s)
}

func decodeLast(s string) (rune, int) {
	if n := len(s); n > 0 && s[n-1] < utf8.RuneSelf {
		return rune(s[n-1]), 1
	}
	return utf8.DecodeLastRuneInString(s)
}

// twinFamily is the family of the double mark that two of r make.
func twinFamily(r rune) family {
	if r == '‘' || r == '’' {
		return curly
	}
	return straight
}

// initials reports whether the full stop before i ends initials: "U.S."
func (s *scanner) initials(i int) bool {
	before := s.text[max(s.block.Start, i-4):i]
	return len(before) == 4 && before[3] == '.' && before[1] == '.' && isUpper(before[0]) && isUpper(before[2])
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
