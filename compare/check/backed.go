package check

import (
	"context"
	"slices"

	"crosscheck/compare"
)

// leastBacked is the score from which on an opposition between two speakers
// counts of whom an article of the story says that they are in dispute. Of three
// matters that .33 for .4 brought into eight months two were right.
const leastBacked = 0.33

// backing is the share of the doubt in an opposition between two speakers that
// is gone where an article of the story says that they are in dispute: of the
// disputes that articles tell of, read by eye, four in five were right, and then
// it may be about something else.
const backing = 0.6

// judgeBacked asks the judge about the pairs of a story. Between speakers who are
// told to be in dispute it may be less sure.
func (o Options) judgeBacked(ctx context.Context, pairs []couple, told []judged) ([]judged, error) {
	judge, ok := o.Judge.(compare.Leaner)
	sides := disputing(told)
	if !ok || len(sides) == 0 {
		return o.judge(ctx, pairs)
	}
	itself := map[[2]string]bool{} // what is told of a pair is counted where the two are put together
	for _, p := range told {
		itself[claimsOf(p.couple)] = true
	}
	var backed []couple
	plain := slices.DeleteFunc(pairs, func(p couple) bool {
		if !sides[between(p)] || itself[claimsOf(p)] {
			return false
		}
		backed = append(backed, p)
		return true
	})
	out, err := o.judge(ctx, plain)
	if err != nil {
		return nil, err
	}
	more, err := o.oppose(ctx, judge.Lean(leastBacked), backed)
	for _, p := range more {
		if p.verdict.Guard == "" && !backable[p.verdict.Rule] {
			continue
		}
		p.verdict.Score = 1 - (1-p.verdict.Score)*(1-backing)
		out = append(out, p)
	}
	return out, err
}

// backable are the rules that name words which oppose each other: such words
// are likely what the dispute is about.
var backable = map[string]bool{"polarity": true, "opposed": true, "antonym": true, "denial": true, "quantifier": true}

// disputing are the speakers of whom articles say that they dispute what the
// other said.
func disputing(told []judged) map[[2]string]bool {
	sides := map[[2]string]bool{}
	for _, p := range told {
		if p.told.named && p.a.Claim.Speaker != nil && p.b.Claim.Speaker != nil {
			sides[between(p.couple)] = true
		}
	}
	return sides
}

// claimsOf are the claims of a pair, in no order.
func claimsOf(p couple) [2]string {
	return [2]string{min(p.a.Claim.ID, p.b.Claim.ID), max(p.a.Claim.ID, p.b.Claim.ID)}
}

// between are the speakers of a pair, in no order.
func between(p couple) [2]string {
	a, b := speakerOf(p.a), speakerOf(p.b)
	return [2]string{min(a, b), max(a, b)}
}
