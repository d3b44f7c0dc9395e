package eval

import (
	"cmp"
	"slices"

	"crosscheck/compare"
)

// NLIMistakes are a judge's worst mistakes about contradictions.
type NLIMistakes struct {
	FalseAlarms []NLIMistake `json:"false_alarms"` // called a contradiction and are none, the highest score first
	Misses      []NLIMistake `json:"misses"`       // contradictions called otherwise, the lowest score first
}

// NLIMistake is one pair with what was said of it.
type NLIMistake struct {
	Line       int           `json:"line"` // in its file, 1-based
	ID         string        `json:"id"`
	Tag        string        `json:"tag"`
	Premise    string        `json:"premise"`
	Hypothesis string        `json:"hypothesis"`
	Gold       compare.Label `json:"gold"`
	Said       compare.Label `json:"said"`
	Score      float64       `json:"score"` // the judge's contradiction score
	Type       compare.Type  `json:"type"`  // "" where the judge names none
	Rule       string        `json:"rule"`  // likewise
	Guard      string        `json:"guard"` // likewise
	Why        string        `json:"why"`   // likewise
}

// nliWorst keeps the worst mistakes of each sort; nil keeps none.
type nliWorst struct {
	most int
	NLIMistakes
}

func newNLIMistakes(most int) *nliWorst {
	if most < 0 {
		return nil
	}
	return &nliWorst{most, NLIMistakes{[]NLIMistake{}, []NLIMistake{}}}
}

// add looks at one row with its verdict.
func (w *nliWorst) add(r NLIRow, v compare.Verdict) {
	gold, said := r.Label == compare.Contradiction, v.Label == compare.Contradiction
	if w == nil || gold == said {
		return
	}
	m := NLIMistake{
		Line: r.Line, ID: r.ID, Tag: r.Tag, Premise: r.Premise, Hypothesis: r.Hypothesis, Gold: r.Label, Said: v.Label,
		Score: v.Scores.Contradiction, Type: v.Type, Rule: v.Rule, Guard: v.Guard, Why: v.Why,
	}
	if said {
		w.FalseAlarms = w.keep(w.FalseAlarms, m, func(a, b NLIMistake) int { return cmp.Compare(b.Score, a.Score) })
	} else {
		w.Misses = w.keep(w.Misses, m, func(a, b NLIMistake) int { return cmp.Compare(a.Score, b.Score) })
	}
}

// keep puts m in its place in a sorted list, behind its equals, and drops what
// is too many. The list is short: it is there to be read.
func (w *nliWorst) keep(list []NLIMistake, m NLIMistake, order func(a, b NLIMistake) int) []NLIMistake {
	at := len(list)
	for at > 0 && order(m, list[at-1]) < 0 {
		at--
	}
	if at >= w.most {
		return list
	}
	list = slices.Insert(list, at, m)
	return list[:min(len(list), w.most)]
}

// list is what was kept, nil where nothing was to be.
func (w *nliWorst) list() *NLIMistakes {
	if w == nil {
		return nil
	}
	return &w.NLIMistakes
}
