package wire

// change is a stretch of tokens of a that stands for one of b: a[a0:a1] for
// b[b0:b1]. One of them may be empty.
type change struct{ a0, a1, b0, b1 int }

// difference is two copies laid side by side.
type difference struct {
	a, b    copied
	sameDay bool // they are of one day, as far as is known
	// twinA and twinB tell of a token that its like stands elsewhere in the other
	// copy, where it has no counterpart either: it was moved.
	twinA, twinB []bool
}

// align returns the stretches that differ: the longest common subsequence of
// the keys (Wagner and Fischer 1974), ends that agree cut off first.
func (d *difference) align() []change {
	a, b := d.a.tokens, d.b.tokens
	lo := 0
	for lo < len(a) && lo < len(b) && a[lo].key == b[lo].key {
		lo++
	}
	ha, hb := len(a), len(b)
	for ha > lo && hb > lo && a[ha-1].key == b[hb-1].key {
		ha, hb = ha-1, hb-1
	}
	n, m := ha-lo, hb-lo
	best := make([]int16, (n+1)*(m+1)) // best[i*(m+1)+j]: of a[lo+i:ha] and b[lo+j:hb]
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if a[lo+i].key == b[lo+j].key {
				best[i*(m+1)+j] = best[(i+1)*(m+1)+j+1] + 1
			} else {
				best[i*(m+1)+j] = max(best[(i+1)*(m+1)+j], best[i*(m+1)+j+1])
			}
		}
	}
	var out []change
	i, j, from := 0, 0, change{-1, 0, 0, 0}
	for i < n || j < m {
		if i < n && j < m && a[lo+i].key == b[lo+j].key {
			if from.a0 >= 0 {
				out = append(out, change{from.a0, lo + i, from.b0, lo + j})
				from.a0 = -1
			}
			i, j = i+1, j+1
			continue
		}
		if from.a0 < 0 {
			from = change{a0: lo + i, b0: lo + j}
		}
		if j == m || i < n && best[(i+1)*(m+1)+j] >= best[i*(m+1)+j+1] {
			i++
		} else {
			j++
		}
	}
	if from.a0 >= 0 {
		out = append(out, change{from.a0, ha, from.b0, hb})
	}
	return out
}

// changes are the stretches that differ once words that only moved are left
// out.
func (d *difference) changes() []change {
	var raw []change
	for _, c := range d.joined(d.align()) {
		if c = d.slid(c); !d.stutters(c) {
			raw = append(raw, c)
		}
	}
	missing := map[string][]int{} // tokens of a without counterpart, by key
	d.twinA, d.twinB = make([]bool, len(d.a.tokens)), make([]bool, len(d.b.tokens))
	for _, c := range raw {
		for i := c.a0; i < c.a1; i++ {
			missing[d.a.tokens[i].key] = append(missing[d.a.tokens[i].key], i)
		}
	}
	for _, c := range raw {
		for j := c.b0; j < c.b1; j++ {
			if at := missing[d.b.tokens[j].key]; len(at) > 0 {
				d.twinA[at[0]], d.twinB[j] = true, true
				missing[d.b.tokens[j].key] = at[1:]
			}
		}
	}
	return raw
}

// joined makes two stretches one that have a single small word between them:
// "the House of Representatives", "the lower chamber of Congress".
func (d *difference) joined(raw []change) []change {
	var out []change
	for _, c := range raw {
		if n := len(out); n > 0 && c.a0-out[n-1].a1 == 1 && small(d.a.tokens[out[n-1].a1]) && !out[n-1].oneSided() && !c.oneSided() {
			out[n-1].a1, out[n-1].b1 = c.a1, c.b1
			continue
		}
		out = append(out, c)
	}
	return out
}

// slid moves words of one side to the end of the copies where they may as well
// stand there: of "we must unify, we must act" before "we must act" the first
// three are left out, not those in the middle.
func (d *difference) slid(c change) change {
	if !c.oneSided() {
		return c
	}
	ts, lo, hi := d.a.tokens, c.a0, c.a1
	if lo == hi {
		ts, lo, hi = d.b.tokens, c.b0, c.b1
	}
	left, right := 0, 0
	for left < min(c.a0, c.b0) && ts[lo-1-left].key == ts[hi-1-left].key {
		left++
	}
	for right < min(len(d.a.tokens)-c.a1, len(d.b.tokens)-c.b1) && ts[lo+right].key == ts[hi+right].key {
		right++
	}
	switch {
	case left == min(c.a0, c.b0):
		return change{c.a0 - left, c.a1 - left, c.b0 - left, c.b1 - left}
	case right == min(len(d.a.tokens)-c.a1, len(d.b.tokens)-c.b1):
		return change{c.a0 + right, c.a1 + right, c.b0 + right, c.b1 + right}
	}
	return c
}

// stutters reports whether a change only says again what stands beside it.
func (d *difference) stutters(c change) bool {
	ts, lo, hi := d.a.tokens, c.a0, c.a1
	if lo == hi {
		ts, lo, hi = d.b.tokens, c.b0, c.b1
	}
	same := func(at int) bool {
		for k := range hi - lo {
			if at < 0 || at+k >= len(ts) || ts[at+k].key != ts[lo+k].key {
				return false
			}
		}
		return true
	}
	return c.oneSided() && (same(lo-(hi-lo)) || same(hi))
}

// oneSided reports whether words were only put in or only left out.
func (c change) oneSided() bool { return c.a0 == c.a1 || c.b0 == c.b1 }
