package trained

import "crosscheck/compare"

// order is how far the words of both sides come in one order.
var order = family{
	ID:   "order",
	Type: compare.Lexical,
	show: nothing,
	Names: []string{
		"common-a", "common-b", "rest-a", "rest-b", "pairs-b", "run-b", "crossed", "front", "back", "gap",
	},
	measure: func(d *desk, out []float32) {
		a, b, c := &d.a, &d.b, float64(d.common)
		pairs, run := d.runs()
		front, back := d.ends()
		copy(out, []float32{
			share(c, float64(a.n)), share(c, float64(b.n)), float32(a.n - d.common), float32(b.n - d.common),
			share(float64(pairs), float64(b.n-1)), share(float64(run), float64(b.n)), d.crossed(),
			float32(front), float32(back), share(float64(min(a.n, b.n)-front-back), float64(b.n)),
		})
	},
}

// runs returns how many neighbours in B are neighbours in A, and the length of
// the longest run of words that both sides have.
func (d *desk) runs() (pairs, longest int) {
	a, b := &d.a, &d.b
	var before, here [span + 1]int8
	for j := range b.n {
		found := false
		if d.evenB&(1<<j) == 0 {
			clear(before[:a.n+1])
			continue
		}
		for i := range a.n {
			here[i+1] = 0
			if a.keys[i] == b.keys[j] {
				n := before[i] + 1
				here[i+1] = n
				longest = max(longest, int(n))
				found = found || n > 1
			}
		}
		before = here
		if found {
			pairs++
		}
	}
	return pairs, longest
}

// ends returns how many words the sides begin and end with alike.
func (d *desk) ends() (front, back int) {
	a, b := &d.a, &d.b
	n := min(a.n, b.n)
	for front < n && a.keys[front] == b.keys[front] {
		front++
	}
	for back < n-front && a.keys[a.n-1-back] == b.keys[b.n-1-back] {
		back++
	}
	return front, back
}

// crossed is the share of links that go back behind the link before.
func (d *desk) crossed() float32 {
	n := 0
	for i := 1; i < len(d.Links); i++ {
		if d.Links[i].B < d.Links[i-1].B {
			n++
		}
	}
	return share(float64(n), float64(len(d.Links)-1))
}
