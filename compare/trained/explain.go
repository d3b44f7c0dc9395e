package trained

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/compare"
	"crosscheck/compare/align"
)

// Reason is what moved the model most towards a contradiction.
type Reason struct {
	// Family is the ID of a family of features: "polarity", "figures".
	Family string
	Type   compare.Type
	// Share is how much of all that spoke for a contradiction it is, in [0, 1].
	Share float64
	// A and B are indices of the words that decide, in order. Both are empty
	// where no word shows it: the evidence is weak.
	A, B []int
}

// Explain names the family of features that moved the model most towards a
// contradiction among those that can show words for it, by the paths through
// the trees. Where none can it names the one that moved it most.
func (m *Model) Explain(al *align.Alignment) Reason {
	d := desks.Get().(*desk)
	defer desks.Put(d)
	m.raw(d, al)
	pushed := m.pushed(d)
	best, top, sum, shown := Reason{Type: compare.Lexical}, float32(0), float32(0), false
	for i, p := range pushed {
		if p <= 0 {
			continue
		}
		sum += p
		a, b := families[i].show(d)
		shows := len(a)+len(b) > 0
		if shows && !shown || shows == shown && p > top {
			top, shown = p, shows
			best = Reason{Family: families[i].ID, Type: families[i].Type, A: a, B: b}
		}
	}
	if sum > 0 {
		best.Share = float64(top / sum)
	}
	slices.Sort(best.A)
	slices.Sort(best.B)
	return best
}

// pushed is how far each family moved the model towards a contradiction.
func (m *Model) pushed(d *desk) [len(families)]float32 {
	var moved Vector
	m.forest.Paths(&d.bins, contradiction, moved[:])
	var out [len(families)]float32
	at := 0
	for i := range families {
		for range families[i].Names {
			out[i] += moved[at]
			at++
		}
	}
	return out
}

// Why says the reason in one sentence.
func (r Reason) Why(al *align.Alignment) string {
	a, b := shown(al.A, r.A), shown(al.B, r.B)
	switch {
	case a != "" && b != "":
		return fmt.Sprintf("%s on one side, %s on the other: %s.", a, b, sayings[r.Family])
	case a+b != "":
		return fmt.Sprintf("%s on one side only: %s.", a+b, sayings[r.Family])
	}
	return "No single word shows it; the sentences as a whole look opposed."
}

// sayings are what the families find, in words.
var sayings = map[string]string{
	"polarity":  "what one says the other turns off",
	"opposites": "the words are opposites",
	"slots":     "they stand in the same place of the sentence",
	"figures":   "the figures differ",
	"amounts":   "the amounts differ",
	"certainty": "the two are not equally certain",
	"roles":     "the two have changed places",
}

func shown(s *align.Statement, words []int) string {
	var out []string
	for _, i := range words {
		out = append(out, "“"+s.Show(i)+"”")
	}
	return strings.Join(out, ", ")
}
