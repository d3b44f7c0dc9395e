package trained

import "crosscheck/compare"

// mood is the shape of either sentence.
var mood = family{
	ID:   "mood",
	Type: compare.Lexical,
	show: nothing,
	Names: []string{
		"question-a", "question-b", "if-a", "if-b", "then-a", "then-b", "but-a", "but-b", "pronouns-a", "pronouns-b",
		"first-a", "first-b", "keeps-a", "keeps-b", "reverses-a", "reverses-b", "ifs-a", "ifs-b",
	},
	measure: func(d *desk, out []float32) {
		a, b := &d.a, &d.b
		copy(out, []float32{
			flag(d.A.Question()), flag(d.B.Question()), flag(d.A.Conditional()), flag(d.B.Conditional()),
			a.of(times), b.of(times), a.of(connectives), b.of(connectives), a.of(pronouns), b.of(pronouns), a.of(firstPersons), b.of(firstPersons), a.of(keepers), b.of(keepers), a.of(reversers), b.of(reversers), a.of(conditions), b.of(conditions),
		})
	},
}
