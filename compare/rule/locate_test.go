package rule

import (
	"fmt"

	"crosscheck/claims"
	"crosscheck/claims/quantity"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// leastLocated is the score of a rule from which on the words that it names are
// taken for those that another judge meant, by the words alone: who speaks is a
// question of whether they oppose each other, not of where.
const leastLocated = .3

// located makes an opposition of a pair that another judge, of that name, is so
// sure of and names no words for. The words are those of the rule that is surest
// of the pair, where it is sure enough, or the only ones that differ: then A and
// B have them. Elsewhere A and B are empty, which the guards understand, and
// SpanA and SpanB show what plainly differs, if anything: two figures, or the
// heaviest words that the other side does not have.
func located(al *align.Alignment, p compare.Pair, judge string, sure float64) Opposition {
	best, found := Opposition{}, false
	for _, r := range All {
		o, ok := r.Run(al, p)
		if !ok || quotes(o) || r.ID == swap.ID {
			continue
		}
		if o.Score = score(o, compare.Pair{}); o.Score >= leastLocated && (!found || o.Score > best.Score) {
			best, found = o, true
		}
	}
	if !found {
		best = difference(al)
		best.share(al)
		best.Why = func() string { return whyDifferent(al, best) }
	}
	best.Rule, best.Score = judge, sure
	return best
}

// difference is an opposition by what plainly differs.
func difference(al *align.Alignment) Opposition {
	for n := range al.A.Values {
		for m := range al.B.Values {
			a, b := &al.A.Values[n], &al.B.Values[m]
			i, j := wordAt(al.A, a), wordAt(al.B, b)
			if i >= 0 && j >= 0 && a.Kind == b.Kind && !temporal[a.Kind] && !answered(a, al.B.Values) && !answered(b, al.A.Values) {
				return Opposition{Type: compare.Number, A: []int{i}, B: []int{j}, SpanA: []claims.Span{a.Span}, SpanB: []claims.Span{b.Span}}
			}
		}
	}
	if len(al.Opposed) == 1 && al.Opposed[0].Rel&lexicon.Opposed != 0 {
		return Opposition{Type: compare.Antonym, A: []int{al.Opposed[0].A}, B: []int{al.Opposed[0].B}}
	}
	o := Opposition{Type: compare.Lexical}
	a, b := differing(al.A, al.ToB, al), differing(al.B, al.ToA, al)
	if run(al.A, a) && run(al.B, b) {
		o.A, o.B = a, b
		return o
	}
	if i := heaviest(al.A, a); i >= 0 {
		o.SpanA = []claims.Span{al.A.At(i)}
	}
	if j := heaviest(al.B, b); j >= 0 {
		o.SpanB = []claims.Span{al.B.At(j)}
	}
	return o
}

// temporal are the kinds of number that tell a time or a place in an order.
var temporal = map[quantity.Kind]bool{quantity.Year: true, quantity.Calendar: true, quantity.Clock: true, quantity.Ordinal: true}

// differing are the content words that the other side does not have, though it
// may have one that is used alike.
func differing(s *align.Statement, to []int, al *align.Alignment) []int {
	var out []int
	for _, i := range s.Content {
		if to[i] < 0 || al.Links[to[i]].Kind == align.Similar {
			out = append(out, i)
		}
	}
	return out
}

// maxRun is how many words a name or noun may have that takes another's place.
const maxRun = 3

// run reports whether words stand side by side: one name or noun.
func run(s *align.Statement, words []int) bool {
	n := len(words)
	return n > 0 && n <= maxRun && words[n-1] == words[0]+n-1 && s.Words[words[0]].Clause == s.Words[words[n-1]].Clause
}

// heaviest is the heaviest of some words, -1 where there is none.
func heaviest(s *align.Statement, words []int) int {
	best := -1
	for _, i := range words {
		if best < 0 || s.Words[i].Weight > s.Words[best].Weight {
			best = i
		}
	}
	return best
}

// whyDifferent says in a sentence what plainly differs; "" where nothing does.
func whyDifferent(al *align.Alignment, o Opposition) string {
	a, b := spans(al.A, o.A, o.SpanA), spans(al.B, o.B, o.SpanB)
	if len(a) == 0 || len(b) == 0 {
		return ""
	}
	return fmt.Sprintf("The sides differ in “%s” and “%s”.", al.A.Text[a[0].Start:a[len(a)-1].End], al.B.Text[b[0].Start:b[len(b)-1].End])
}
