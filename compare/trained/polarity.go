package trained

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// polarity is whether what both sides say is turned on or off alike.
var polarity = family{
	ID:   "polarity",
	Type: compare.Negation,
	show: showPolarity,
	Names: []string{
		"negators-a", "negators-b", "turns-a", "turns-b", "denials-a", "denials-b", "odd", "only-a", "only-b",
		"agree", "apart", "focus-apart", "negated-apart", "both-off", "heaviest", "clause", "turned-open-a", "turned-open-b",
		"off-a", "off-b", "net", "verb-apart", "answered",
	},
	measure: func(d *desk, out []float32) {
		a, b := countTurns(d.A), countTurns(d.B)
		s := scopes(d)
		least := min(d.a.Total, d.b.Total)
		copy(out, []float32{
			a.negators, b.negators, a.all, b.all, a.denials, b.denials, flag(int(a.all+b.all)%2 == 1),
			flag(a.all > 0 && b.all == 0), flag(b.all > 0 && a.all == 0),
			share(s.agree, d.b.Total), share(s.apart, least), share(s.focus, least), share(s.negated, least), share(s.off, least),
			float32(s.heaviest), s.clause, d.a.turnedOpen(), d.b.turnedOpen(), d.a.off(), d.b.off(),
			share(s.agree-s.apart-s.focus, least), s.verb, share(float64(s.words), float64(len(d.Links))),
		})
	},
}

// turnCount is how many turns are at work in a statement.
type turnCount struct{ negators, all, denials float32 }

func countTurns(s *align.Statement) turnCount {
	var t turnCount
	for _, u := range s.Turns {
		t.all++
		t.negators += flag(u.Negator)
		t.denials += flag(u.Denial)
	}
	return t
}

// scopeMass is the weight of linked words by how the two are turned.
type scopeMass struct {
	agree, apart, focus, negated, off, heaviest float64

	clause float32 // of the heaviest word apart: how far the clauses around it are linked
	verb   float32 // 1 where the word behind the first form of "be" or a modal is apart
	words  int     // linked words of one polarity
}

func scopes(d *desk) scopeMass {
	var s scopeMass
	worst := -1
	for n := range d.Links {
		l := &d.Links[n]
		a, b := &d.A.Words[l.A], &d.B.Words[l.B]
		w := l.Weight * b.Weight
		if a.Off == b.Off {
			s.agree += w
			s.words++
		} else {
			s.apart += w
		}
		if a.Off && b.Off {
			s.off += w
		}
		if d.A.Turned(l.A) == d.B.Turned(l.B) {
			continue
		}
		s.focus += w
		if d.A.Negated(l.A) != d.B.Negated(l.B) {
			s.negated += w
		}
		if w > s.heaviest {
			s.heaviest, worst = w, n
		}
	}
	if worst >= 0 {
		l := &d.Links[worst]
		s.clause = min(d.around(&d.a, l.A), d.around(&d.b, l.B))
		s.verb = flag(afterAuxiliary(d.A, l.A) || afterAuxiliary(d.B, l.B))
	}
	return s
}

// around is how much of the clause of word i the other side has, the word left out.
func (d *desk) around(s *side, i int) float32 {
	got, all := 0.0, 0.0
	for _, k := range s.Content {
		w := &s.Words[k]
		if k == i || w.Clause != s.Words[i].Clause {
			continue
		}
		all += w.Weight
		if n := s.to[k]; n >= 0 {
			got += w.Weight * d.Links[n].Weight
		}
	}
	if all == 0 {
		return .5 // nothing else is said: neither for nor against
	}
	return float32(got / all)
}

// afterAuxiliary reports whether word i stands right behind a form of "be" or a
// modal verb, a negator or adverb between.
func afterAuxiliary(s *align.Statement, i int) bool {
	return s.Has(lexicon.Be|lexicon.Sure|lexicon.Maybe|lexicon.Probable, i-3, i-1)
}

// turnedOpen is the share of the weight that is in the focus of a turn and not
// said by the other side.
func (s *side) turnedOpen() float32 {
	if len(s.Turns) == 0 {
		return 0
	}
	sum := 0.0
	for _, i := range s.Content {
		if s.to[i] < 0 && s.Turned(i) {
			sum += s.Words[i].Weight
		}
	}
	return share(sum, s.Total)
}

// off is the share of the weight that is turned off.
func (s *side) off() float32 {
	if len(s.Turns) == 0 {
		return 0
	}
	sum := 0.0
	for _, i := range s.Content {
		if s.Words[i].Off {
			sum += s.Words[i].Weight
		}
	}
	return share(sum, s.Total)
}
