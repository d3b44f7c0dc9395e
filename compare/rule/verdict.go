package rule

import (
	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// decide runs some of the rules, and the guards. Of what scores at least least it
// returns the best opposition that no guard holds back, else the best that one does
// with the guard's ID, else one with no rule.
func decide(al *align.Alignment, p compare.Pair, rules choice, least, flag float64) (Opposition, string) {
	var free, held Opposition
	guard := ""
	for n := range All {
		if !rules.has(n) {
			continue
		}
		o, ok := All[n].Run(al, p)
		if !ok {
			continue
		}
		o.Score = score(o, p)
		if o.Score < least {
			continue
		}
		if g, why := Guarded(o, al, p); g == "" {
			if o.Score > free.Score {
				free = o
			}
		} else if o.Score > held.Score {
			held, guard = o, g
			held.Why = func() string { return o.Why() + " " + why }
		}
	}
	if free.Score >= flag || held.Score < flag {
		return free, ""
	}
	return held, guard
}

// verdict turns what was decided into a verdict; flag is what a contradiction
// scores.
func verdict(al *align.Alignment, o Opposition, guard string, flag float64) compare.Verdict {
	v := compare.Verdict{Label: compare.Neutral, Guard: guard, Rule: o.Rule}
	e := entails(al)
	c := o.Score
	if guard != "" {
		c = heldBack * o.Score
	}
	v.Scores = scores(c, e)
	switch {
	case o.Rule != "" && (guard != "" || o.Score >= flag):
		v.Type, v.Why = o.Type, o.Why()
		v.Evidence = compare.Evidence{A: spans(al.A, o.A, o.SpanA), B: spans(al.B, o.B, o.SpanB)}
		if guard == "" {
			v.Label, v.Score = compare.Contradiction, o.Score
		}
	default:
		v.Rule = ""
		if v.Scores.Entailment > v.Scores.Neutral && v.Scores.Entailment > v.Scores.Contradiction {
			v.Label = compare.Entailment
		}
	}
	return v
}

// heldBack is what is left of an opposition's score when a guard holds it.
const heldBack = .4

// scores makes the three weights of a contradiction score and an entailment
// score; they sum to 1.
func scores(c, e float64) compare.Scores {
	e *= 1 - c
	return compare.Scores{Entailment: e, Contradiction: c, Neutral: max(0, 1-c-e)}
}

// spans are the places of the deciding words.
func spans(s *align.Statement, words []int, more []claims.Span) []claims.Span {
	if len(more) > 0 {
		return more
	}
	var out []claims.Span
	for _, i := range words {
		if i >= 0 {
			out = append(out, s.At(i))
		}
	}
	return out
}

// entails is how likely A entails B: how much of B is covered, with no word
// that differs in polarity.
func entails(al *align.Alignment) float64 {
	if len(al.A.Content) == 0 || len(al.B.Content) == 0 || al.A.Question() != al.B.Question() {
		return .1 // nothing said that could follow
	}
	for _, l := range al.Links {
		if al.A.Words[l.A].Off != al.B.Words[l.B].Off {
			return .1
		}
	}
	_, c := al.Cover(nil, nil)
	switch {
	case c >= .95:
		return .75
	case c >= .85:
		return .6
	case c >= .7:
		return .5
	case c >= .5:
		return .3
	}
	return .1
}
