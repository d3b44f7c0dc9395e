package rule

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// Consider is [Judge.Oppose] for a judge that weighs what the rules find: it
// returns the best opposition that no guard holds back, or else the best one
// with the ID of the guard. It returns false where no rule finds anything that
// scores the judge's bar, and then may not have aligned the pair. Otherwise al,
// whose memory is used, is the alignment.
func (j *Judge) Consider(al *align.Alignment, a, b compare.Reading) (o Opposition, guard string, ok bool) {
	x, okA := a.(*reading)
	y, okB := b.(*reading)
	if !okA || !okB {
		return Opposition{}, "", false
	}
	d := desks.Get().(*desk)
	d.glance.look(x, y)
	rules := d.glance.rules()
	desks.Put(d)
	if rules == 0 {
		return Opposition{}, "", false
	}
	al.Align(x.Statement, y.Statement)
	o, guard = decide(al, compare.Pair{A: x.Statement.Statement, B: y.Statement.Statement}, rules, j.least, j.least)
	return o, guard, o.Score >= j.least
}

// Verdict is the verdict for an opposition that Consider returned, or that it
// did not, with the score that another judge gives it. A score below flag is no
// contradiction.
func Verdict(al *align.Alignment, o Opposition, guard string, flag float64) compare.Verdict {
	return verdict(al, o, guard, flag)
}

// Statement is what was read of a statement, nil for a reading that is not of
// this package.
func Statement(r compare.Reading) *align.Statement {
	if x, ok := r.(*reading); ok {
		return x.Statement
	}
	return nil
}

// Quotes reports whether an opposition is about how words were quoted, not about
// facts.
func Quotes(o Opposition) bool { return quotes(o) }

// Infer is the verdict that Judge gives a pair, from its readings.
func (j *Judge) Infer(a, b compare.Reading) compare.Verdict {
	return j.one(Statement(a), Statement(b))
}
