package align

import (
	"sync"

	"crosscheck/claims/certainty"
	"crosscheck/claims/word"
	"crosscheck/compare/lexicon"
)

// mood is what keeps a whole statement from being a plain fact. Few statements
// are asked for it, so it is read on the first question.
type mood struct {
	once                  sync.Once
	question, conditional bool
}

// Question reports whether the statement asks.
func (p *Statement) Question() bool { return p.moods().question }

// Conditional reports whether the statement holds an "if" or a "would".
func (p *Statement) Conditional() bool { return p.moods().conditional }

func (p *Statement) moods() *mood {
	p.mood.once.Do(p.ask)
	return &p.mood
}

// ask reads the mood. Questions and conditional clauses are those of package
// certainty; they concern the whole statement.
func (p *Statement) ask() {
	words := make([]word.Word, len(p.Words))
	for i := range p.Words {
		words[i] = p.Words[i].Word
	}
	c := certainty.Find(words, p.Text)
	p.mood.question, p.mood.conditional = c.Question, len(c.Conditions) > 0
	for i := range p.Words {
		if w := &p.Words[i]; w.Class&lexicon.Conditional != 0 && w.Norm == "were" {
			p.mood.conditional = true // "were to": planned, and perhaps no more
		}
	}
}

// unreal finds plans and "would have", which concern the words of their own
// clause. What was done with a plan is none of them: "the plan to close it was
// rejected".
func (p *Statement) unreal() {
	plan, condition := -1, -1 // clauses
	at := 0                   // the word of the plan
	for i := range p.Words {
		w := &p.Words[i]
		if w.Class&lexicon.Conditional != 0 {
			condition = w.Clause
		}
		if plan == w.Clause && passed[w.Norm] && p.determined(at) && i+1 < len(p.Words) && p.Words[i+1].Norm != "to" {
			plan = -1
		}
		w.Unreal = plan == w.Clause || condition == w.Clause
		if w.Class&lexicon.Plan != 0 {
			plan, at = w.Clause, i
		}
	}
	for i := range p.Words {
		if p.missed(i) {
			p.unmade(p.Words[i].Clause)
		}
	}
}

// missed reports the "should" of what was not done: "somebody should have seen it",
// but not "should have a vote".
func (p *Statement) missed(i int) bool {
	k := i + 1
	if p.Words[i].Norm == "ought" && k < len(p.Words) && p.Words[k].Norm == "to" {
		k++
	} else if p.Words[i].Norm != "should" {
		return false
	}
	return k+1 < len(p.Words) && p.Words[k].Norm == "have" && !p.Words[k+1].Punct && !nominal[p.Words[k+1].Norm]
}

// nominal are words behind which "have" is the verb itself.
var nominal = map[string]bool{"a": true, "an": true, "the": true, "no": true, "any": true, "some": true, "more": true, "their": true, "his": true, "her": true, "its": true, "to": true}

// unmade makes a clause unreal, subject and all.
func (p *Statement) unmade(clause int) {
	for i := range p.Words {
		if w := &p.Words[i]; w.Clause == clause {
			w.Unreal = true
		}
	}
}

// passed are the auxiliaries behind which stands what was done.
var passed = map[string]bool{"was": true, "were": true, "been": true}
