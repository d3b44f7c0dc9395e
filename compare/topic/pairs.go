package topic

import (
	"cmp"
	"slices"
)

// reach is how many of the statements met in blocks are compared, for each
// partner that a statement may have.
const reach = 3

// compare computes the similarity of the pairs that blocks propose and keeps,
// for each profile, its closest partners.
func (r *run) compare() {
	proposed := r.proposals()
	outcomes := make([]outcome, len(r.profiles))
	r.each(func(w *worker, i int) { outcomes[i] = r.judge(w, i, proposed[i]) })
	r.edges = make([][]edge, len(r.profiles))
	for i, o := range outcomes {
		r.count.Compared += len(proposed[i])
		r.count.OtherDate += o.date
		r.count.OtherEvent += o.event
		r.edges[i] = o.edges
	}
	r.limit()
}

// proposals are the profiles of higher number that each profile is compared
// with, by number.
func (r *run) proposals() [][]int32 {
	met := make([][]int32, len(r.profiles))
	r.each(func(w *worker, i int) { met[i] = r.met(i, reach*r.opt.Partners, w.weights) })
	out := make([][]int32, len(r.profiles))
	for i, others := range met {
		for _, j := range others {
			if lo, hi := min(int32(i), j), max(int32(i), j); lo != hi {
				out[lo] = append(out[lo], hi)
			}
		}
	}
	for i := range out {
		slices.Sort(out[i])
		out[i] = slices.Compact(out[i])
	}
	return out
}

// outcome is what one profile's comparisons gave.
type outcome struct {
	edges       []edge
	date, event int // pairs that the gate held back
}

// judge compares profile i with others.
func (r *run) judge(w *worker, i int, others []int32) outcome {
	var o outcome
	a := r.profiles[i]
	for _, j := range others {
		b := r.profiles[j]
		switch r.gate(a, b) {
		case otherDate:
			o.date++
			continue
		case otherEvent:
			o.event++
			continue
		}
		if alike := w.similarity(a, b); alike >= r.opt.Pair {
			o.edges = append(o.edges, edge{j, float32(alike)})
		}
	}
	return o
}

// limit keeps the edges that are among the closest of either end.
func (r *run) limit() {
	all := make([][]edge, len(r.profiles))
	for i, edges := range r.edges {
		for _, e := range edges {
			all[i] = append(all[i], e)
			all[e.to] = append(all[e.to], edge{int32(i), e.similarity})
		}
	}
	last := make([]edge, len(r.profiles)) // of each profile, the farthest partner it may have
	for i, edges := range all {
		slices.SortFunc(edges, closer)
		if len(edges) > r.opt.Partners {
			edges = edges[:r.opt.Partners]
		}
		if len(edges) > 0 {
			last[i] = edges[len(edges)-1]
		}
	}
	for i, edges := range r.edges {
		r.edges[i] = slices.DeleteFunc(edges, func(e edge) bool {
			return closer(e, last[i]) > 0 && closer(edge{int32(i), e.similarity}, last[e.to]) > 0
		})
		r.count.OverCap += len(edges) - len(r.edges[i])
	}
}

func closer(x, y edge) int {
	return cmp.Or(cmp.Compare(y.similarity, x.similarity), cmp.Compare(x.to, y.to))
}
