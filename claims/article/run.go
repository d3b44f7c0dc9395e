package article

import (
	"strconv"
	"strings"

	"crosscheck/claims"
)

// maxTeasers is how many headlines of other articles stand under one "Read
// more" at most.
const maxTeasers = 6

// markRuns decides on lines by the line before them: headlines of other
// articles under "Read more", names under "Follow", the pictures of a gallery,
// what stands beside a credit.
func (l *layout) markRuns() {
	for i := range l.lines {
		b := l.lines[i].bare
		switch {
		case l.lines[i].kind == claims.Boilerplate && junkBook().teaser[b]:
			l.teasers(i + 1)
		case l.lines[i].kind == claims.Boilerplate && junkBook().follow[b]:
			l.followed(i + 1)
		case l.isCounter(i):
			l.picture(i + 1)
			l.galleryTitle(i)
		case l.lines[i].kind == claims.Caption:
			l.besideCaption(i)
		}
	}
}

// teasers marks the headlines of other articles from line i on.
func (l *layout) teasers(i int) {
	for n := 0; n < maxTeasers && i < len(l.lines); n, i = n+1, i+1 {
		x := &l.lines[i]
		if x.kind != "" || x.Len() > 160 || x.opens() || x.stops() && x.last != '?' {
			return
		}
		x.kind = claims.Boilerplate
	}
}

// followed marks the name that stands under a label such as "Follow".
func (l *layout) followed(i int) {
	if i >= len(l.lines) {
		return
	}
	x := &l.lines[i]
	known := isOutletName(x.In(l.text))
	if (x.kind == "" || known) && x.words <= 5 && !x.stops() {
		x.kind = claims.Boilerplate
		if l.site == "" {
			l.site = x.In(l.text)
		}
	}
}

// isCounter reports whether line i counts pictures: "3/12".
func (l *layout) isCounter(i int) bool {
	x := l.lines[i]
	if x.Len() > 16 {
		return false
	}
	m := counter.FindStringSubmatch(x.In(l.text))
	if m == nil {
		return false
	}
	at, _ := strconv.Atoi(m[1])
	all, _ := strconv.Atoi(m[2])
	return 1 <= at && at <= all
}

// picture marks what stands under a counter: a place, a sentence, a credit.
func (l *layout) picture(i int) {
	for n := 0; n < 4 && i < len(l.lines); n, i = n+1, i+1 {
		x := &l.lines[i]
		switch {
		case l.isCounter(i):
			return
		case isCredit(l.text, *x):
			x.kind = claims.Boilerplate
			return
		case x.Len() <= 60 && !x.stops() && !x.opens() && x.kind != claims.Headline:
			x.kind = claims.Boilerplate
		case n < 3 && i+1 < len(l.lines) && isCredit(l.text, l.lines[i+1]):
			x.kind = claims.Caption
		default:
			return
		}
	}
}

// galleryTitle marks the title of a gallery, which may stand twice, above its
// first picture at line i.
func (l *layout) galleryTitle(i int) {
	if !strings.HasPrefix(l.lines[i].In(l.text), "1/") && !strings.HasPrefix(l.lines[i].In(l.text), "1 of ") {
		return
	}
	for n := 1; n <= 2 && i-n >= 0; n++ {
		x := &l.lines[i-n]
		again := n == 1 || x.folded == l.lines[i-1].folded
		if x.kind != "" || x.stops() || x.opens() || x.Len() > 100 || !again || i-n <= l.first {
			return
		}
		x.kind = claims.Boilerplate
	}
}

// besideCaption marks the neighbours of the caption at line i: the caption to
// which it is the credit, and its repetition without the credit.
func (l *layout) besideCaption(i int) {
	x := l.lines[i]
	if i > 0 {
		before := &l.lines[i-1]
		label := !before.stops() && !before.opens() && !x.gap && before.Len() <= 250
		if before.kind == "" && isCredit(l.text, x) && label && i-1 > l.first {
			before.kind = claims.Caption
		}
	}
	if i+1 < len(l.lines) {
		behind := &l.lines[i+1]
		if behind.kind == "" && !behind.stops() && strings.HasPrefix(x.folded, behind.folded) {
			behind.kind = claims.Caption
		}
	}
}
