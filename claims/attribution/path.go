package attribution

// attributions reads a path of states off as attributions.
func attributions(path []state) []Attribution {
	var p parts
	for i, s := range path {
		p.take(i, s)
	}
	p.close()
	return p.out
}

// parts gathers the parts of the attribution that a path is in.
type parts struct {
	out  []Attribution
	open bool
	cur  Attribution
	prev state
}

// take adds token i.
func (p *parts) take(i int, s state) {
	if p.open && (s == outside || p.startsAnother(s)) {
		p.close()
	}
	goesOn := p.open && roleOf[s] == roleOf[p.prev]
	p.open = s != outside
	p.prev = s
	switch roleOf[s] {
	case inLeft, inRight:
		p.cur.Content = grow(p.cur.Content, i, goesOn)
	case inLead, inTail:
		p.cur.Source = grow(p.cur.Source, i, goesOn)
	case inCue:
		p.cur.Cue = grow(p.cur.Cue, i, goesOn)
	}
}

// startsAnother reports whether s belongs to an attribution other than the open
// one, whose cue has been passed: what comes before a cue, or a cue that needs
// content when the last one has it.
func (p *parts) startsAnother(s state) bool {
	if len(p.cur.Cue) == 0 {
		return false
	}
	switch s {
	case left, lead0, lead1, gap0, gap1:
		return true
	case cue0:
		return p.prev != cue0 && p.prev != rest0 && p.prev != tail0
	}
	return false
}

func (p *parts) close() {
	if p.open && len(p.cur.Cue) > 0 {
		p.out = append(p.out, p.cur)
	}
	p.cur, p.open = Attribution{}, false
}

// grow adds token i to the last range, or begins another.
func grow(list []Range, i int, goesOn bool) []Range {
	if goesOn && len(list) > 0 {
		list[len(list)-1].To = i + 1
		return list
	}
	return append(list, Range{i, i + 1})
}
