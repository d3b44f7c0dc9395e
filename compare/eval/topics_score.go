package eval

import (
	"cmp"
	"fmt"
	"slices"
)

// TopicTable is how well articles were grouped into stories.
type TopicTable struct {
	Articles int     `json:"articles"`
	Marked   int     `json:"marked"` // stories that people told apart
	Found    int     `json:"found"`  // stories that we told apart
	BCubed   BCubed  `json:"bcubed"`
	ARI      float64 `json:"ari"` // adjusted Rand index, at most 1; 0 is what chance gives

	Blocking *BlockingTable `json:"blocking,omitempty"` // nil where it was not measured
	Mistakes *Mistakes      `json:"mistakes,omitempty"` // nil where they were not asked for
}

// BCubed are the measures of Bagga and Baldwin (1998), in [0, 1]: of the
// articles in the story that we found for an article (precision), and in the
// one that people put it in (recall), how many are in the other one, too; the
// mean over all articles.
type BCubed struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"` // harmonic mean of the two
}

// ScoreTopics compares two groupings of the same things, the one that people
// made and ours: for each thing, in order, the name of its group. The names
// themselves do not matter. It is an error where the lists differ in length.
func ScoreTopics(gold, got []string) (TopicTable, error) {
	if len(gold) != len(got) {
		return TopicTable{}, fmt.Errorf("scoring topics: %d things were grouped by hand, but %d by us", len(gold), len(got))
	}
	o := overlaps(gold, got)
	return TopicTable{Articles: len(gold), Marked: len(o.gold), Found: len(o.got), BCubed: o.bcubed(), ARI: o.ari()}, nil
}

// overlap counts how two groupings of n things cross.
type overlap struct {
	n         int
	gold, got map[string]int // how large each group is
	cells     []cell         // in the order of their names, so that sums are the same in every run
}

// cell is what two groups have in common.
type cell struct {
	gold, got string
	n         int
}

func overlaps(gold, got []string) overlap {
	o := overlap{n: len(gold), gold: map[string]int{}, got: map[string]int{}}
	count := map[cell]int{}
	for i := range gold {
		o.gold[gold[i]]++
		o.got[got[i]]++
		count[cell{gold: gold[i], got: got[i]}]++
	}
	for c, n := range count {
		c.n = n
		o.cells = append(o.cells, c)
	}
	slices.SortFunc(o.cells, func(a, b cell) int {
		return cmp.Or(cmp.Compare(a.gold, b.gold), cmp.Compare(a.got, b.got))
	})
	return o
}

// bcubed sums by cells: each of the n things of a cell has n fellows, itself
// among them, of whom both groupings know.
func (o overlap) bcubed() BCubed {
	var b BCubed
	for _, c := range o.cells {
		square := float64(c.n) * float64(c.n)
		b.Precision += square / float64(o.got[c.got])
		b.Recall += square / float64(o.gold[c.gold])
	}
	n := float64(max(1, o.n))
	b.Precision, b.Recall = min(1, b.Precision/n), min(1, b.Recall/n) // sums of fractions may end a hair above
	if sum := b.Precision + b.Recall; sum > 0 {
		b.F1 = 2 * b.Precision * b.Recall / sum
	}
	return b
}

// ari is the adjusted Rand index (Hubert and Arabie 1985, equation 5). Where
// all things are one group in both groupings, or all stand alone in both, the
// index is 0/0 and stands for 1.
func (o overlap) ari() float64 {
	together, gold, got := 0, pairsWithin(o.gold), pairsWithin(o.got)
	for _, c := range o.cells {
		together += pairs(c.n)
	}
	if o.n < 2 {
		return float64(min(1, o.n))
	}
	chance := float64(gold) / float64(pairs(o.n)) * float64(got)
	most := float64(gold+got) / 2
	if most == chance {
		return 1
	}
	return (float64(together) - chance) / (most - chance)
}

// pairs is how many pairs n things make.
func pairs(n int) int { return n * (n - 1) / 2 }

// pairsWithin is how many pairs lie within groups of those sizes.
func pairsWithin(groups map[string]int) int {
	sum := 0
	for _, n := range groups {
		sum += pairs(n)
	}
	return sum
}
