package article

// maxWrapped is the longest line, in bytes, of a text that was wrapped to a
// width: 80 columns is the custom and 100 the most that mail programs use.
const maxWrapped = 100

// minWrapped is how long a line must be, in bytes, for its end to be a place
// where a width cut it and not the end of a short line.
const minWrapped = 45

// unwrap joins the lines of a text that was wrapped to a width, as wire copy
// and mail are, so that a paragraph is one line again. The span of a joined
// line holds line ends.
func unwrap(text string, lines []line) []line {
	if !wrapped(lines) {
		return lines
	}
	var out []line
	for i, l := range lines {
		if i > 0 && runsOn(lines[i-1], l) {
			last := &out[len(out)-1]
			last.End = l.End
			continue
		}
		out = append(out, l)
	}
	for i := range out {
		out[i].look(text)
	}
	return out
}

// wrapped reports whether the lines' ends are those of a width: none is long,
// and of those that could run on most end inside a sentence.
func wrapped(lines []line) bool {
	pairs, inside := 0, 0
	for i, l := range lines {
		if l.Len() > maxWrapped || l.role != roleNone && l.role != roleTitle {
			return false
		}
		if i > 0 && runsOn(lines[i-1], l) {
			pairs++
			if !lines[i-1].stops() {
				inside++
			}
		}
	}
	return pairs >= 4 && inside*10 >= pairs*6
}

// runsOn reports whether b may be the next line of a's paragraph.
func runsOn(a, b line) bool {
	return !b.gap && b.mark == noMark && a.role == roleNone && a.Len() >= minWrapped
}
