package attribution

// key is the score of a path with a state in the low bits, the lower states as
// the higher numbers: the greatest of several keys is that of the best path,
// and of the lowest state where paths are alike.
type key int64

const (
	keyBits = 4
	keyMask = 1<<keyBits - 1

	// impossible is the key of a path that the states do not allow.
	impossible key = -1 << 56
)

func keyOf(score int64, s state) key { return key(score<<keyBits | keyMask - int64(s)) }

func (k key) state() state { return state(keyMask - k&keyMask) }

// decode returns the best path through the states (Viterbi 1967) of the
// sentence that was read, valid until the reader's next use.
func (r *reader) decode(m *model) []state {
	n := r.whole.size
	cur := start(r.score(m, 0))
	for i := 1; i < n; i++ {
		m.advance(&cur, &r.back[i], r.score(m, i))
	}
	return r.trace(m.finish(&cur, r.score(m, n)))
}

// start are the scores of the paths of one token.
func start(sc *scores) (cur [states]key) {
	for s := range states {
		cur[s] = impossible
		if first[s] {
			cur[s] = sc[roleOf[s]] + sc[begins[s]]
		}
	}
	return cur
}

// advance takes the best path to each state one token further, and writes to
// back which states they came from.
func (m *model) advance(cur *[states]key, back *[states]state, sc *scores) {
	end := *cur // where the part ends here
	end[left] += sc[leftEnds]
	end[right] += sc[rightEnds]
	for _, s := range [...]state{lead0, lead1, tail0, tail1} {
		end[s] += sc[sourceEnds]
	}
	end[cue0] += sc[cueEnds]
	end[cue1] += sc[cueEnds]
	for s, k := range m.best(cur, &end, sc) {
		cur[s], back[s] = k&^keyMask+sc[roleOf[s]], k.state()
	}
}

// best are the keys of the best paths into each state, from the same state in
// cur or from another in end. They are the table follows written out: to go
// through it takes three times as long.
func (m *model) best(cur, end *[states]key, sc *scores) [states]key {
	w := &m.step
	source := sc[sourceBegins]
	return [states]key{
		outside: max(cur[outside]+w[outside][outside], end[cue1]+w[outside][cue1], end[tail1]+w[outside][tail1], end[right]+w[outside][right]),
		left: max(cur[left]+w[left][left], sc[leftBegins]+max(end[outside]+w[left][outside], end[gap0]+w[left][gap0], end[gap1]+w[left][gap1],
			end[lead0]+w[left][lead0], end[lead1]+w[left][lead1], end[cue1]+w[left][cue1], end[tail1]+w[left][tail1], end[right]+w[left][right])),
		gap0: max(cur[gap0]+w[gap0][gap0], end[lead0]+w[gap0][lead0]),
		gap1: max(cur[gap1]+w[gap1][gap1], end[left]+w[gap1][left], end[lead1]+w[gap1][lead1]),
		lead0: max(cur[lead0]+w[lead0][lead0], source+max(end[outside]+w[lead0][outside], end[gap0]+w[lead0][gap0],
			end[cue1]+w[lead0][cue1], end[tail1]+w[lead0][tail1], end[right]+w[lead0][right])),
		lead1: max(cur[lead1]+w[lead1][lead1], source+max(end[left]+w[lead1][left], end[gap1]+w[lead1][gap1])),
		cue0: max(cur[cue0]+w[cue0][cue0], sc[cueBegins]+max(end[outside]+w[cue0][outside], end[gap0]+w[cue0][gap0], end[lead0]+w[cue0][lead0],
			end[cue1]+w[cue0][cue1], end[rest0]+w[cue0][rest0], end[tail0]+w[cue0][tail0], end[tail1]+w[cue0][tail1], end[right]+w[cue0][right])),
		cue1: max(cur[cue1]+w[cue1][cue1], sc[cueBegins]+max(end[left]+w[cue1][left], end[gap1]+w[cue1][gap1], end[lead1]+w[cue1][lead1],
			end[rest1]+w[cue1][rest1], end[tail1]+w[cue1][tail1], end[right]+w[cue1][right])),
		rest0: max(cur[rest0]+w[rest0][rest0], end[cue0]+w[rest0][cue0], end[tail0]+w[rest0][tail0]),
		rest1: max(cur[rest1]+w[rest1][rest1], end[cue1]+w[rest1][cue1], end[tail1]+w[rest1][tail1], end[right]+w[rest1][right]),
		tail0: max(cur[tail0]+w[tail0][tail0], source+max(end[cue0]+w[tail0][cue0], end[rest0]+w[tail0][rest0])),
		tail1: max(cur[tail1]+w[tail1][tail1], source+max(end[cue1]+w[tail1][cue1], end[rest1]+w[tail1][rest1], end[right]+w[tail1][right])),
		right: max(cur[right]+w[right][right], sc[rightBegins]+max(end[cue0]+w[right][cue0], end[cue1]+w[right][cue1], end[rest0]+w[right][rest0],
			end[rest1]+w[right][rest1], end[tail0]+w[right][tail0], end[tail1]+w[right][tail1])),
	}
}

// finish is the state that the best path ends in.
func (m *model) finish(cur *[states]key, sc *scores) state {
	best := 2 * impossible
	for s := range states {
		if last[s] {
			best = max(best, cur[s]+sc[ends[s]]+m.end[s])
		}
	}
	return best.state()
}

// trace follows the best path back from its last state.
func (r *reader) trace(at state) []state {
	path := r.path[:r.whole.size]
	for i := len(path) - 1; i >= 0; i-- {
		path[i] = at
		at = r.back[i][at]
	}
	return path
}
