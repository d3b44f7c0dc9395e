package attribution

import (
	"cmp"
	"slices"
)

// encode turns the attributions marked in n tokens into a path of states, as
// attributions turns it back. Those that the states cannot express are left
// out: one that reaches into another, one without a cue, one without content
// that does not end the sentence. ok is false where any was.
func encode(n int, gold []Attribution) (path []state, ok bool) {
	path, ok = make([]state, n), true
	list := slices.Clone(gold)
	slices.SortStableFunc(list, func(a, b Attribution) int { return cmp.Compare(a.extent().From, b.extent().From) })
	end := 0
	for i, a := range list {
		at := a.extent()
		lastOne := i == len(list)-1
		if len(a.Cue) == 0 || at.From < end || at.To > n || len(a.Content) == 0 && !lastOne {
			ok = false
			continue
		}
		if len(a.Content) == 0 {
			at.To = n
		}
		a.mark(path, at)
		end = at.To
	}
	return path, ok && legal(path)
}

// extent covers all parts; it is empty where there are none.
func (a *Attribution) extent() (all Range) {
	for i, r := range slices.Concat(a.Source, a.Cue, a.Content) {
		if i == 0 {
			all = r
		}
		all.From, all.To = min(all.From, r.From), max(all.To, r.To)
	}
	return all
}

// mark writes the states of one attribution, which lies at.
func (a *Attribution) mark(path []state, at Range) {
	cue, content := a.Cue[0].From, false
	for i := at.From; i < at.To; i++ {
		s := a.stateAt(i, i < cue)
		if s == left || s == right {
			content = true
		} else if content {
			s++ // the state that remembers it
		}
		path[i] = s
	}
}

// stateAt is what token i is, before its cue or behind, without content so far.
func (a *Attribution) stateAt(i int, before bool) state {
	choose := func(ahead, after state) state {
		if before {
			return ahead
		}
		return after
	}
	switch {
	case within(i, a.Content):
		return choose(left, right)
	case within(i, a.Cue):
		return cue0
	case within(i, a.Source):
		return choose(lead0, tail0)
	}
	return choose(gap0, rest0)
}

func within(i int, list []Range) bool {
	for _, r := range list {
		if r.From <= i && i < r.To {
			return true
		}
	}
	return false
}

// legal reports whether the states allow a path.
func legal(path []state) bool {
	for i, s := range path {
		if i == 0 && !first[s] || i > 0 && !slices.Contains(follows[path[i-1]], s) {
			return false
		}
	}
	return len(path) == 0 || last[path[len(path)-1]]
}
