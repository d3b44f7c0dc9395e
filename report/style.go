package report

import "strings"

// A style begins and ends with a control character, which no cleaned text
// can hold, until it is painted.
const (
	markOn, markOff = '\x01', '\x02' // evidence
	dimOn, dimOff   = '\x03', '\x04' // neighbouring sentences, small print
	boldOn, boldOff = '\x05', '\x06' // titles
)

// styles are the three styles, with what begins each on a terminal that shows
// colour: bold and underlined (so that it shows in any theme), faint, bold.
var styles = []struct {
	on, off rune
	ansi    string
}{
	{markOn, markOff, "\x1b[1;4m"},
	{dimOn, dimOff, "\x1b[2m"},
	{boldOn, boldOff, "\x1b[1m"},
}

func mark(s string) string { return string(markOn) + s + string(markOff) }
func dim(s string) string  { return string(dimOn) + s + string(dimOff) }
func bold(s string) string { return string(boldOn) + s + string(boldOff) }

// set gives the paragraph's styles to its text.
func (p Paragraph) set() string {
	var b strings.Builder
	for _, s := range p {
		switch {
		case s.Marked:
			b.WriteString(mark(s.Text))
		case s.Near:
			b.WriteString(dim(s.Text))
		default:
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

// paint turns the styles of one line into what the terminal shows. Styles
// still active at its end go on in the next line, and are off between.
func (s *screen) paint(line string, active []bool) string {
	if !s.color {
		return plain.Replace(line)
	}
	var b strings.Builder
	resume := func() {
		for i, on := range active {
			if on {
				b.WriteString(styles[i].ansi)
			}
		}
	}
	resume()
	for _, r := range line {
		i, on := styleOf(r)
		switch {
		case i < 0:
			b.WriteRune(r)
		case on:
			active[i] = true
			b.WriteString(styles[i].ansi)
		default:
			active[i] = false
			b.WriteString(ansiReset)
			resume()
		}
	}
	for _, on := range active {
		if on {
			b.WriteString(ansiReset)
			break
		}
	}
	return b.String()
}

const ansiReset = "\x1b[0m"

// plain shows styles without colour.
var plain = strings.NewReplacer(
	string(markOn), "«", string(markOff), "»",
	string(dimOn), "", string(dimOff), "", string(boldOn), "", string(boldOff), "",
)

// styleOf is the index of the style that r begins or ends, or -1.
func styleOf(r rune) (i int, on bool) {
	for i, s := range styles {
		if r == s.on || r == s.off {
			return i, r == s.on
		}
	}
	return -1, false
}
