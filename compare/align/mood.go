package align

import (
	"crosscheck/claims/certainty"
	"crosscheck/claims/word"
	"crosscheck/compare/lexicon"
)

// mood finds what keeps a statement from being a plain fact about now: a
// question, a condition, a plan. Questions and conditional clauses are those of
// package certainty; they concern the whole statement. Plans and "would have"
// concern the words of their own clause.
func (p *Statement) mood() {
	words := make([]word.Word, len(p.Words))
	for i := range p.Words {
		words[i] = p.Words[i].Word
	}
	c := certainty.Find(words, p.Text)
	p.Question, p.Conditional = c.Question, len(c.Conditions) > 0
	plan, condition := -1, -1 // clauses
	for i := range p.Words {
		w := &p.Words[i]
		if w.Class&lexicon.Conditional != 0 {
			condition = w.Clause
			p.Conditional = p.Conditional || w.Norm == "were" // "were to": planned, and perhaps no more
		}
		w.Unreal = plan == w.Clause || condition == w.Clause
		if w.Class&lexicon.Plan != 0 {
			plan = w.Clause
		}
	}
}

// numberWords are the cardinals that stand as words; quantity reads their values.
var numberWords = map[string]bool{
	"two": true, "three": true, "four": true, "five": true, "six": true, "seven": true,
	"eight": true, "nine": true, "ten": true, "dozen": true, "hundred": true, "million": true,
}
