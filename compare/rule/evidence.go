package rule

import (
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// evidence sets a denial of evidence against an assertion of what the evidence
// would be for.
var evidence = Rule{
	ID:   "evidence",
	Doc:  `One side says that there is no evidence of what the other has found or says is so: "we have seen no proof that the dam leaked" / "inspectors concluded that the dam leaked".`,
	Type: compare.Negation,
	Run:  noEvidence,
	May:  func(g *glance) bool { return g.a.missing || g.b.missing },
}

func noEvidence(al *align.Alignment, _ compare.Pair) (Opposition, bool) {
	if o, ok := evidenceSide(al.A, al.B, al.ToB, al); ok {
		return o, true
	}
	o, ok := evidenceSide(al.B, al.A, al.ToA, al)
	o.A, o.B = o.B, o.A
	return o, ok
}

// evidenceSide looks for the denial on side s and the assertion on side t.
func evidenceSide(s, t *align.Statement, to []int, al *align.Alignment) (Opposition, bool) {
	at, turn := missing(s)
	if at < 0 {
		return Opposition{}, false
	}
	claim, linked := 0.0, 0.0
	used := 0
	for _, i := range s.Content {
		if i <= s.Words[at].Last || s.Words[i].Class&lexicon.Perceive != 0 {
			continue
		}
		claim += s.Words[i].Weight
		if to[i] >= 0 && !counterpart(al, s, to[i]).Off {
			linked += s.Words[i].Weight
			used++
		}
	}
	topic := s.Asked()
	for k := range topic {
		w := &topic[k]
		if w.Weight == 0 {
			continue
		}
		claim += w.Weight
		if spoken(w, t) {
			linked += w.Weight
			used++
		}
	}
	found, asked := finding(t), len(topic) > 0 && used >= 3
	if claim == 0 || used < 2 {
		return Opposition{}, false
	}
	o := Opposition{Rule: "evidence", Type: compare.Negation, Cover: linked / claim, Even: linked / claim, Mass: linked, A: []int{turn, at}}
	if found < 0 {
		if !asked {
			o.Grade = 1
		}
		o.B = firstSaid(s, t)
	} else {
		o.B = []int{found}
	}
	o.Why = func() string {
		return fmt.Sprintf("%s denies that there is evidence; the other side says %s.", quoted(s, turn, at), quoted(t, o.B...))
	}
	return o, len(o.B) > 0
}

// counterpart is the word on the other side of s at the link n.
func counterpart(al *align.Alignment, s *align.Statement, n int) *align.Word {
	if s == al.A {
		return &al.B.Words[al.Links[n].B]
	}
	return &al.A.Words[al.Links[n].A]
}

// missing returns the word for evidence that s says is missing, and what says
// so; -1 where there is none.
func missing(s *align.Statement) (at, turn int) {
	for _, i := range s.Content {
		if s.Words[i].Class&lexicon.EvidenceFor == 0 || !s.Words[i].Off {
			continue
		}
		if s.Words[i].Norm == "sign" && i > 0 && s.Words[i-1].Weight == 0 && s.Words[i-1].Class&(lexicon.None|lexicon.Some) == 0 {
			continue // "did not sign"
		}
		if t, ok := s.TurnOf(i); ok && !t.Backward && t.At >= 0 {
			return i, t.At
		}
	}
	return -1, -1
}

// finding returns the word of t that says something was found out, -1 where
// none does or it is turned off.
func finding(t *align.Statement) int {
	for _, i := range t.Content {
		if t.Words[i].Class&lexicon.Finding != 0 && !t.Words[i].Off && !t.Words[i].Unreal {
			return i
		}
	}
	return -1
}

// spoken reports whether t says the word w, or answers to it.
func spoken(w *align.Word, t *align.Statement) bool {
	for _, i := range t.Content {
		if !t.Words[i].Off && t.Words[i].Near(w) {
			return true
		}
	}
	asked := t.Asked()
	for k := range asked {
		if asked[k].Near(w) {
			return true
		}
	}
	return false
}

// firstSaid returns the first word of t that s answers to.
func firstSaid(s, t *align.Statement) []int {
	asked := s.Asked()
	for _, i := range t.Content {
		if t.Words[i].Weight < 1 {
			continue
		}
		for k := range asked {
			if asked[k].Weight > 0 && t.Words[i].Near(&asked[k]) {
				return []int{i}
			}
		}
		for _, k := range s.Content {
			if t.Words[i].Near(&s.Words[k]) {
				return []int{i}
			}
		}
	}
	return nil
}
