package check

import (
	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/topic"
	"crosscheck/compare/wire"
)

const (
	// editor is the judge that an edit of a copied text is by, and editRule
	// its rule.
	editor, editRule = "wire/1", "edit"
	// editWeight is what an edit counts against an opposition of the same
	// strength: later copy often has later figures. Set by judgement.
	editWeight = 0.75
	// mostVersions is how many texts of one group are held against the first:
	// no dispatch is edited in so many ways.
	mostVersions = 50
)

// collapse finds the statements of a story that are copies of one text, and
// those that stand for all.
func (d *dossier) collapse() {
	passages := make([]wire.Passage, len(d.statements))
	for i, s := range d.statements {
		passages[i] = passage(s)
	}
	found := wire.Find(passages)
	d.found, d.cappedCopies = found.Copies, found.Capped
	copied := make([]bool, len(d.statements))
	for _, c := range d.found {
		one := copies{kind: c.Kind, witnesses: c.Witnesses}
		for n, m := range c.Members {
			copied[m.Passage] = copied[m.Passage] || n > 0
			one.members = append(one.members, int32(m.Passage))
		}
		d.copies = append(d.copies, one)
	}
	d.stands = make([]int32, 0, len(d.statements))
	for i := range d.statements {
		if !copied[i] {
			d.stands = append(d.stands, int32(i))
		}
	}
}

func passage(s *statement) wire.Passage {
	c := s.Claim
	p := wire.Passage{ID: c.ID, Article: c.Article, Outlet: c.Outlet, Date: c.Date, Text: s.Text, At: s.Pieces[0].Start, Quoted: c.Kind == claims.Direct}
	if c.Speaker != nil {
		p.Speaker = c.Speaker.ID
	}
	return p
}

// follow gives copies the topic of the one that stands for them. Where that is
// alone, they are a topic.
func (d *dossier) follow() {
	for _, c := range d.copies {
		first := c.members[0]
		if d.centre[first] < 0 {
			d.centre[first] = first
			d.labels[first] = topic.Label([]*topic.Item{d.items[first]}, 0)
		}
		for _, m := range c.members[1:] {
			d.centre[m] = d.centre[first]
		}
	}
}

// versions are the pairs of a copied text with its other versions: those in
// which an outlet changed what matters, as findings, and the rest, other words
// or another speaker, for the judge.
func (d *dossier) versions() (edits []judged, open []couple) {
	for _, c := range d.found {
		first := d.statements[c.Members[0].Passage]
		seen := map[string]bool{}
		for _, m := range c.Members[1:] {
			s := d.statements[m.Passage]
			key := s.Text + "\x00" + speakerOf(s)
			if seen[key] || len(seen) == mostVersions || m.Like == 1 && speakerOf(s) == speakerOf(first) || s.Claim.ID == first.Claim.ID {
				continue
			}
			seen[key] = true
			p := pair(first, s, 1)
			if v, ok := edited(p, c.Kind); ok {
				edits = append(edits, judged{couple: p, verdict: v})
			} else {
				open = append(open, p)
			}
		}
	}
	return edits, open
}

func speakerOf(s *statement) string {
	if s.Claim.Speaker == nil {
		return ""
	}
	return s.Claim.Speaker.ID
}

// edited is the verdict on two versions of one dispatch, if what differs matters.
func edited(p couple, kind wire.Kind) (compare.Verdict, bool) {
	if kind != wire.Wire || p.a.Claim.Outlet == p.b.Claim.Outlet {
		return compare.Verdict{}, false
	}
	edits := wire.Edits(passage(p.a), passage(p.b))
	if len(edits) == 0 || edits[0].Strength < wire.Worth {
		return compare.Verdict{}, false
	}
	e := edits[0]
	v := compare.Verdict{Label: compare.Contradiction, Type: e.Type, Score: editWeight * e.Strength, Why: e.Why, Rule: editRule}
	v.Evidence.A, v.Evidence.B = nonEmpty(e.A), nonEmpty(e.B)
	return v, true
}

func nonEmpty(at claims.Span) []claims.Span {
	if at.Len() == 0 {
		return []claims.Span{}
	}
	return []claims.Span{at}
}
