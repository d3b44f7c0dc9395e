package report

import (
	"slices"
	"strings"
)

// rule is the part of a mark that lies under one line, in columns.
type rule struct {
	mark     *Mark
	from, to int
}

// rules are the lines that draw the marks under text[at:end]: one line, and
// further ones where marks lie inside of marks.
func rules(text string, pieces []drawn, at, end int) []string {
	var tracks [][]byte
	for _, r := range ruled(text, pieces, at, end) {
		t := slices.IndexFunc(tracks, func(line []byte) bool { return len(line) <= r.from })
		if t < 0 {
			t = len(tracks)
			tracks = append(tracks, nil)
		}
		for len(tracks[t]) < r.from {
			tracks[t] = append(tracks[t], ' ')
		}
		tracks[t] = append(tracks[t], r.draw()...)
	}
	var out []string
	for _, t := range tracks {
		out = append(out, string(t))
	}
	return out
}

// ruled are the marks under text[at:end], in the order in which they begin,
// outermost first.
func ruled(text string, pieces []drawn, at, end int) []rule {
	var out []rule
	from := 0
	for _, d := range pieces {
		if d.from >= end {
			break
		}
		to := max(from, columnsOf(text[at:min(d.to, end)])) // of all up to here: a cut through one letter must not count it twice
		for _, m := range d.marks {
			if i := slices.IndexFunc(out, func(r rule) bool { return r.mark == m }); i >= 0 {
				out[i].to = to
			} else if to > from {
				out = append(out, rule{m, from, to})
			}
		}
		from = to
	}
	return out
}

// draw is the rule: the number of its claim, as far as there is room, and then
// its stroke: "3======".
func (r rule) draw() string {
	width := r.to - r.from
	fill := strokeOf(r.mark).fill
	label := numbers(r.mark.Claims, ",", "..")
	if len(label) >= width && !(r.mark.Part == ContentPart && len(label) == width) {
		label = ""
	}
	return label + strings.Repeat(fill, width)[:width-len(label)]
}
