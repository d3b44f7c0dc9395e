package check

import (
	"cmp"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/word"
	"crosscheck/compare"
	"crosscheck/compare/dispute"
)

// Opposed is a pair of statements that a judge opposes, or would but for a
// guard, with everything that folding asks of it: plain data, without the texts.
// A program that makes some fills Topic before it folds them.
type Opposed struct {
	compare.Finding
	// Guard is the code of the guard that held the pair back; of Finding only the
	// claims, Type and Why count then. "" for a finding.
	Guard string
	// Of the two sides, the earlier first: the claim, the place of the statement,
	// and the stems of the words that decide.
	ClaimA, ClaimB *claims.Claim
	PlaceA, PlaceB Place
	WordsA, WordsB string
	Story          string // ID of the story of A's article
	Nth            int32  // place among the pairs that were found in one story, where two are of the same statements
}

// Place is where a statement stands.
type Place struct {
	At  int32 // among the statements of its article; -1 for one that stands for a claim without any
	Nth int32 // among the sentences of its claim
}

// settling makes of what a judge said what folding needs, with the two things
// that it asks of an article's text.
type settling struct {
	judge string // its name
	story func(article string) string
	words func(s *statement, at claims.Span) string // what stands there in the statement's article
}

// settle settles one pair; false where nothing opposes in it.
func (t *settling) settle(p judged) (Opposed, bool) {
	o := Opposed{ClaimA: p.a.Claim, ClaimB: p.b.Claim, PlaceA: Place{p.a.at, p.a.nth}, PlaceB: Place{p.b.at, p.b.nth}, Guard: p.verdict.Guard}
	o.A, o.B, o.Type, o.Why = p.a.Claim.ID, p.b.Claim.ID, p.verdict.Type, p.verdict.Why
	if o.Guard != "" {
		return o, true
	}
	if p.verdict.Label != compare.Contradiction {
		return o, false
	}
	if o.Relation, o.Guard = t.relate(p); o.Guard == "" {
		o.Finding = t.finding(p, o.Relation)
		o.Story = t.story(p.a.Claim.Article)
		o.WordsA, o.WordsB = t.wording(p.a, o.Evidence.A), t.wording(p.b, o.Evidence.B)
	}
	return o, true
}

// finding is the finding for a pair that opposes, but for its topic.
func (t *settling) finding(p judged, relation compare.Relation) compare.Finding {
	v := p.verdict
	judge := t.judge
	e := compare.Evidence{A: locate(p.a, v.Evidence.A), B: locate(p.b, v.Evidence.B)}
	switch {
	case relation == compare.Edit:
		judge = editor
	case p.told != nil:
		judge, e = dispute.Name, p.told.evidence
	}
	return compare.Finding{
		ID: findingID(p.a.Claim.ID, p.b.Claim.ID, relation), Relation: relation, Type: v.Type,
		A: p.a.Claim.ID, B: p.b.Claim.ID, Score: v.Score, Why: v.Why, Judge: judge, Opinions: v.Opinions, Rule: v.Rule,
		Evidence: e,
		Also:     compare.Also{A: []string{}, B: []string{}},
	}
}

// wording are the stems of the words at some places, in order.
func (t *settling) wording(s *statement, spans []claims.Span) string {
	var stems []string
	for _, at := range spans {
		for _, w := range word.Split(t.words(s, at), 0) {
			if !w.Punct {
				stems = append(stems, word.Stem(w.Norm))
			}
		}
	}
	return strings.Join(stems, " ")
}

// inNews compares two pairs by the order of the news.
func (o *Opposed) inNews(p *Opposed) int {
	return cmp.Or(inOrder(o.ClaimA, p.ClaimA), cmp.Compare(o.PlaceA.Nth, p.PlaceA.Nth),
		inOrder(o.ClaimB, p.ClaimB), cmp.Compare(o.PlaceB.Nth, p.PlaceB.Nth), cmp.Compare(o.Nth, p.Nth))
}
