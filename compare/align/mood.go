package align

import "crosscheck/compare/lexicon"

// mood finds what keeps a statement from being a plain fact about now: a
// question, a condition, a plan, a time, a modal verb.
func (p *Statement) mood() {
	plan, condition := -1, -1 // clauses
	for i := range p.Words {
		w := &p.Words[i]
		c := w.Class
		p.Conditional = p.Conditional || c&lexicon.Conditional != 0 && !hypothetical[w.Norm] && (i == 0 || p.Words[i-1].Norm != "(")
		p.Question = p.Question || w.Norm == "?"
		if c&lexicon.Conditional != 0 {
			condition = w.Clause
		}
		w.Unreal = plan == w.Clause || condition == w.Clause
		if c&lexicon.Plan != 0 {
			plan = w.Clause
		}
	}
}

// hypothetical are the verbs of "would have cost": they make their own clause
// unreal, where "if" makes the whole sentence so.
var hypothetical = map[string]bool{"would": true, "could": true, "should": true, "might": true}

// numberWords are the cardinals that stand as words; quantity reads their values.
var numberWords = map[string]bool{
	"two": true, "three": true, "four": true, "five": true, "six": true, "seven": true,
	"eight": true, "nine": true, "ten": true, "dozen": true, "hundred": true, "million": true,
}
