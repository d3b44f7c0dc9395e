package report

import (
	"bufio"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// The columns of a terminal.
const (
	defaultWidth = 80  // where the terminal's width is not known
	minWidth     = 24  // below this a line holds no two words; let the terminal wrap
	maxWidth     = 100 // longer lines are hard to read back from the end of
)

// columns is the width that is set to for a terminal of that many columns.
func columns(width int) int {
	if width <= 0 {
		return defaultWidth
	}
	return min(max(width, minWidth), maxWidth)
}

// screen sets styled lines on a terminal. Without colour evidence stands
// between « and », and the other styles show nothing.
type screen struct {
	out   *bufio.Writer
	width int
	color bool
}

// measure is the number of columns that s takes.
func (s *screen) measure(text string) int {
	n := columnsOf(text)
	if !s.color {
		n += strings.Count(text, string(markOn)) + strings.Count(text, string(markOff))
	}
	return n
}

// columnsOf is the width of text without its styles.
func columnsOf(text string) int {
	n := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= utf8.RuneSelf:
			return uniseg.StringWidth(text) // control characters take no column
		case c >= ' ':
			n++
		}
	}
	return n
}

// block sets text in lines that begin with first, the others with rest.
func (s *screen) block(first, rest, text string) {
	prefix := first
	active := make([]bool, len(styles))
	for _, l := range s.wrap(text, s.width-max(s.measure(first), s.measure(rest))) {
		s.out.WriteString(strings.TrimRight(prefix+s.paint(l, active), " "))
		s.out.WriteByte('\n')
		prefix = rest
	}
}

// line sets text as it is, on one line.
func (s *screen) line(text string) {
	s.out.WriteString(s.paint(text, make([]bool, len(styles))))
	s.out.WriteByte('\n')
}

// wrap breaks text between words into lines of at most width columns. A word
// that is longer is broken between letters.
func (s *screen) wrap(text string, width int) []string {
	width = max(width, 1)
	var lines []string
	var now strings.Builder
	used := 0
	for _, word := range strings.Fields(text) {
		n := s.measure(word)
		if used > 0 && used+1+n > width {
			lines = append(lines, now.String())
			now.Reset()
			used = 0
		}
		if used > 0 {
			now.WriteByte(' ')
			used++
		}
		if n > width {
			pieces := s.pieces(word, width)
			last := len(pieces) - 1
			lines = append(lines, pieces[:last]...)
			word, n = pieces[last], s.measure(pieces[last])
		}
		now.WriteString(word)
		used += n
	}
	if now.Len() > 0 {
		lines = append(lines, now.String())
	}
	return lines
}

// pieces breaks a word into pieces of at most width columns, but of one
// letter at least.
func (s *screen) pieces(word string, width int) []string {
	var out []string
	begin, used := 0, 0
	for g := uniseg.NewGraphemes(word); g.Next(); {
		n := s.measure(g.Str())
		at, _ := g.Positions()
		if at > begin && used+n > width {
			out = append(out, word[begin:at])
			begin, used = at, 0
		}
		used += n
	}
	return append(out, word[begin:])
}
