package article

import "crosscheck/claims"

// maxHeadline is the longest headline, in bytes. Tabloids' run to 200.
const maxHeadline = 250

// maxSummary is how many lines a standfirst has at most; beyond that, lines
// without a full stop are a list, a poem or a table.
const maxSummary = 8

// markHead decides on the lines above the body: section names, the headline,
// standfirst and bullets, the byline. It returns where the body begins.
func (l *layout) markHead() int {
	i := l.markHeadline()
	if i < 0 {
		return 0
	}
	headline := l.lines[i-1].folded
	body := i
	for ; body < len(l.lines); body++ {
		if !l.isHead(body) {
			break
		}
	}
	if !l.hasParagraph(body) || l.undecided(i, body) > maxSummary {
		return i // a headline and a list
	}
	for ; i < body; i++ {
		x := &l.lines[i]
		name, isByline := byline(x.In(l.text), *x)
		switch {
		case x.kind != "":
		case isByline:
			x.kind = claims.Boilerplate
			if l.byline == "" {
				l.byline = name
			}
		case x.words < 4 && x.mark == noMark || x.folded == headline:
			x.kind = claims.Boilerplate // "Analysis", "Moscow", the headline again
		default:
			x.kind = claims.Summary
		}
	}
	return body
}

// isHead reports whether line i still belongs above the body.
func (l *layout) isHead(i int) bool {
	x := l.lines[i]
	if x.kind != "" || x.mark == bullet {
		return true
	}
	if _, ok := byline(x.In(l.text), x); ok {
		return true
	}
	if x.quoted && (x.stops() || x.opens()) || isDateline(x.In(l.text)) {
		return false
	}
	return !x.stops() && !x.opens() && x.Len() < 300
}

// markHeadline finds the headline and returns the line behind it, -1 where the
// article has none and begins with its body.
func (l *layout) markHeadline() int {
	for i, x := range l.lines {
		if x.role == roleTitle {
			return i + 1
		}
	}
	i := l.next(0)
	for i >= 0 {
		x := &l.lines[i]
		next := l.next(i + 1)
		if !headlineLike(l.text, *x) || next < 0 {
			return -1
		}
		// "Politics" above a headline, or "1. Home" in a list of sections; a
		// headline of two words stands right above its article.
		short := x.words < 3 && headlineLike(l.text, l.lines[next]) && l.lines[next].words >= 3
		if !short && x.mark == noMark {
			x.kind = claims.Headline
			return i + 1
		}
		if x.words > 3 {
			return -1
		}
		x.kind = claims.Boilerplate
		i = next
	}
	return -1
}

// headlineLike reports whether a line has the shape of a headline.
func headlineLike(text string, x line) bool {
	return x.Len() <= maxHeadline && x.last != '.' && !x.opens() && !isDateline(x.In(text)) && x.mark != bullet
}

// hasParagraph reports whether a paragraph stands among the lines from i.
func (l *layout) hasParagraph(i int) bool {
	for _, x := range l.lines[i:] {
		if x.kind == "" && (x.stops() || x.solid()) {
			return true
		}
	}
	return false
}

// undecided counts the lines in [from, to) that are neither decided on nor
// marked with a bullet.
func (l *layout) undecided(from, to int) int {
	n := 0
	for _, x := range l.lines[from:to] {
		if x.kind == "" && x.mark != bullet {
			n++
		}
	}
	return n
}
