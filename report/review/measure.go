package review

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"time"
)

// Judged is a finding on which people have decided.
type Judged struct {
	Pair  Pair
	Right bool // the statements do oppose each other
}

// Judged are the findings on which a verdict is in force, by pair, and how many
// pairs are unclear: those tell nothing of the judge. Whether a verdict has
// expired does not matter: it was right when it was given.
func (s *State) Judged() (list []Judged, unclear int) {
	for _, key := range slices.Sorted(maps.Keys(s.subjects)) {
		var t Standing
		for _, e := range s.about(key) {
			e.Expires = time.Time{}
			t.take(e)
		}
		t.settle(time.Time{})
		d := t.Decision
		switch {
		case d == nil || d.Pair == nil:
		case d.Verdict == Unclear:
			unclear++
		default:
			list = append(list, Judged{*d.Pair, d.Verdict.Opposes()})
		}
	}
	return list, unclear
}

// Precision is how often findings of one kind were right.
type Precision struct {
	Name  string  `json:"name"`
	Right int     `json:"right"`
	Of    int     `json:"of"`
	Value float64 `json:"value"` // Right / Of
	Low   float64 `json:"low"`   // of the interval that holds the true value 95 times of 100
	High  float64 `json:"high"`
}

// Band is a stretch of scores.
type Band struct {
	Precision
	From float64 `json:"from"` // scores from here
	To   float64 `json:"to"`   // to below here, the last band's end included
	Mean float64 `json:"mean"` // of the scores: what a calibrated judge has for Value
}

// Threshold is the lowest score from which on findings are right often enough.
type Threshold struct {
	Type   string  `json:"type"`   // "" for all types
	Target float64 `json:"target"` // the precision that is asked for
	Score  float64 `json:"score"`
	Right  int     `json:"right"` // findings from that score on that are right
	Of     int     `json:"of"`    // findings from that score on
	Kept   float64 `json:"kept"`  // share of all right findings that are from that score on
}

// Measure is how good the judges are by what people decided.
type Measure struct {
	Pairs      int         `json:"pairs"`
	Unclear    int         `json:"unclear"`
	All        Precision   `json:"all"`
	Relations  []Precision `json:"relations"` // each list with the most findings first
	Types      []Precision `json:"types"`
	Judges     []Precision `json:"judges"`
	Rules      []Precision `json:"rules"`
	Bands      []Band      `json:"bands"`      // the calibration curve, lowest scores first
	Brier      float64     `json:"brier"`      // mean square of score less outcome: 0 is best (Brier 1950)
	ECE        float64     `json:"ece"`        // expected calibration error: 0 is best (Naeini, Cooper and Hauskrecht 2015)
	Thresholds []Threshold `json:"thresholds"` // proposed, by type and target
}

// The bounds of what is told. A band is a tenth, as in the literature; a
// threshold rests on 20 findings or more, at which the interval of a precision of
// .9 still reaches from .7 to .97.
const (
	bands         = 10
	fewestToTrust = 20
)

// targets are the precisions for which thresholds are proposed.
var targets = []float64{.8, .9, .95}

// NewMeasure measures the judges.
func NewMeasure(list []Judged, unclear int) Measure {
	by := func(of func(Pair) string) []Precision { return grouped(list, of) }
	m := Measure{
		Pairs: len(list), Unclear: unclear, All: precision("all", list),
		Relations: by(func(p Pair) string { return p.Relation }), Types: by(func(p Pair) string { return p.Type }),
		Judges: by(func(p Pair) string { return p.Judge }), Rules: by(func(p Pair) string { return p.Rule }),
	}
	m.calibrate(list)
	m.propose("", list)
	for _, t := range m.Types {
		m.propose(t.Name, slices.DeleteFunc(slices.Clone(list), func(j Judged) bool { return j.Pair.Type != t.Name }))
	}
	return m
}

func grouped(list []Judged, of func(Pair) string) []Precision {
	groups := map[string][]Judged{}
	for _, j := range list {
		groups[of(j.Pair)] = append(groups[of(j.Pair)], j)
	}
	out := []Precision{}
	for name, group := range groups {
		if name != "" {
			out = append(out, precision(name, group))
		}
	}
	slices.SortFunc(out, func(a, b Precision) int { return cmp.Or(cmp.Compare(b.Of, a.Of), strings.Compare(a.Name, b.Name)) })
	return out
}

func precision(name string, list []Judged) Precision {
	p := Precision{Name: name, Of: len(list), High: 1}
	for _, j := range list {
		if j.Right {
			p.Right++
		}
	}
	if p.Of > 0 {
		p.Value = float64(p.Right) / float64(p.Of)
		p.Low, p.High = interval(p.Right, p.Of)
	}
	return p
}

// interval is Wilson's score interval at 95 % (Wilson, "Probable inference, the
// law of succession, and statistical inference", 1927).
func interval(right, of int) (low, high float64) {
	const z = 1.959964
	n, p := float64(of), float64(right)/float64(of)
	mid := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, mid-half), min(1, mid+half)
}

// calibrate fills in the calibration curve.
func (m *Measure) calibrate(list []Judged) {
	parts := make([][]Judged, bands)
	for _, j := range list {
		i := min(max(int(j.Pair.Score*bands), 0), bands-1)
		parts[i] = append(parts[i], j)
		outcome := 0.0
		if j.Right {
			outcome = 1
		}
		m.Brier += (j.Pair.Score - outcome) * (j.Pair.Score - outcome) / float64(len(list))
	}
	m.Bands = []Band{}
	for i, part := range parts {
		if len(part) == 0 {
			continue
		}
		b := Band{From: float64(i) / bands, To: float64(i+1) / bands}
		b.Precision = precision(fmt.Sprintf("%.1f to %.1f", b.From, b.To), part)
		for _, j := range part {
			b.Mean += j.Pair.Score / float64(len(part))
		}
		m.ECE += math.Abs(b.Mean-b.Value) * float64(len(part)) / float64(len(list))
		m.Bands = append(m.Bands, b)
	}
}

// propose adds the thresholds of one type.
func (m *Measure) propose(name string, list []Judged) {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b Judged) int { return cmp.Compare(b.Pair.Score, a.Pair.Score) })
	all := precision(name, list)
	for _, target := range targets {
		best, right := Threshold{Type: name, Target: target}, 0
		for i, j := range sorted {
			if j.Right {
				right++
			}
			last := i+1 == len(sorted) || sorted[i+1].Pair.Score < j.Pair.Score // equal scores go together
			if n := i + 1; last && n >= fewestToTrust && float64(right) >= target*float64(n) {
				best.Score, best.Right, best.Of = j.Pair.Score, right, n
				best.Kept = float64(right) / float64(max(all.Right, 1))
			}
		}
		if best.Of > 0 {
			m.Thresholds = append(m.Thresholds, best)
		}
	}
}
