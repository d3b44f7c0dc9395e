package article

import (
	"strings"

	"crosscheck/claims"
)

// minBody is how many lines of a body must be there, and how many in a hundred
// must end as sentences do, for a line that does not to tell something. In an
// article of a few lines, or in one that is careless with full stops, it does
// not.
const (
	minBody    = 5
	minStopped = 80
)

// markBody decides on lines between paragraphs that do not end as sentences
// do: a short one is a crosshead, a long one a caption if the body has
// captions by other signs. It leaves alone what quotes, what reports what somebody said, what holds a
// handle or a link, and several sentences.
//
// Note: without those other signs every second such line of a sample of 2,013
// articles was a paragraph that had lost its full stop.
func (l *layout) markBody(body int) {
	for i := body; i < len(l.lines); i++ {
		if x := &l.lines[i]; x.kind == "" && x.role == roleHeading {
			x.kind = claims.Summary
		}
	}
	if !l.stopped(body) {
		return
	}
	captioned := l.captioned(body)
	for i := body; i < len(l.lines); i++ {
		x := &l.lines[i]
		if x.kind != "" || !l.stray(i, body) {
			continue
		}
		_, named := byline(x.In(l.text), *x)
		switch {
		case named && strings.HasPrefix(x.folded, "by "):
			x.kind = claims.Boilerplate
		case x.words <= 8 && x.Len() <= 80:
			x.kind = claims.Summary
		case captioned && x.words > 8 && x.Len() <= 250 && !strings.Contains(x.folded, ". "):
			x.kind = claims.Caption
		}
	}
}

// captioned reports whether a caption stands in the body.
func (l *layout) captioned(body int) bool {
	for _, x := range l.lines[body:] {
		if x.kind == claims.Caption {
			return true
		}
	}
	return false
}

// stopped reports whether the body's lines end as sentences do, as a rule.
func (l *layout) stopped(body int) bool {
	all, stops := 0, 0
	for _, x := range l.lines[body:] {
		if x.kind == "" && x.Len() >= 40 {
			all++
			if x.stops() || x.opens() {
				stops++
			}
		}
	}
	return all >= minBody && stops*100 >= all*minStopped
}

// stray reports whether line i stands alone between paragraphs and does not
// end as one.
func (l *layout) stray(i, body int) bool {
	x := l.lines[i]
	if x.stops() || x.opens() || x.mark != noMark || x.reports || x.role == roleTitle {
		return false
	}
	if strings.ContainsAny(x.folded, "\"@#{}<>") || strings.Contains(x.folded, "http") || strings.Contains(x.folded, "9:9") {
		return false
	}
	return l.neighbour(i, -1, body) && l.neighbour(i, 1, body)
}

// neighbour reports whether the next line in that direction, captions and
// boilerplate passed over, is a paragraph or a stray with a paragraph behind.
func (l *layout) neighbour(i, step, body int) bool {
	strays := 0
	for j := i + step; j >= body && j < len(l.lines); j += step {
		x := l.lines[j]
		switch {
		case x.kind == claims.Caption || x.kind == claims.Boilerplate:
			continue
		case x.solid() || x.quoted:
			return true
		case x.stops() || x.opens():
			return x.Len() >= 25
		}
		if strays++; strays > 1 {
			return false
		}
	}
	return false
}
