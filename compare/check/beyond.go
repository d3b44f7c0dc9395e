package check

import (
	"context"

	"crosscheck/compare/topic"
)

// beyond finds the statements of different stories that are about one thing,
// and asks the judge about those whose speakers are known: what two papers say
// of two events in their own voice differs because the events do.
func (r *run) beyond(ctx context.Context) ([]topic.Candidate, error) {
	candidates, count, err := r.cards.Across(ctx)
	if err != nil {
		return nil, err
	}
	r.cards = nil
	r.count.Add(count)
	r.crowdedKeys = count.Capped
	var pairs []couple
	held := map[int32]*statement{}
	for n, c := range candidates {
		c.A, c.B = r.keyed[c.A], r.keyed[c.B]
		candidates[n] = c
		if r.opt.Judge != nil && r.claimAt(c.A).Speaker != nil && r.claimAt(c.B).Speaker != nil {
			pairs = append(pairs, pair(r.statementAt(c.A, held), r.statementAt(c.B, held), c.Similarity))
		}
	}
	r.keyed = nil
	r.opt.progress(StageAcross, 0, len(pairs))
	parts := make([][]judged, (len(pairs)+batch-1)/batch)
	failed := make([]error, len(parts))
	err = each(ctx, len(parts), func(i int) {
		parts[i], failed[i] = r.opt.judge(ctx, pairs[i*batch:min((i+1)*batch, len(pairs))])
	}, func(done int) { r.opt.progress(StageAcross, min(done*batch, len(pairs)), len(pairs)) })
	for i, part := range parts {
		if err == nil {
			err = failed[i]
		}
		r.pairs = append(r.pairs, part...)
	}
	return candidates, err
}

// statementAt makes the statement at a place again.
func (r *run) statementAt(place int32, held map[int32]*statement) *statement {
	s := held[place]
	if s == nil {
		article := r.articleOf(place)
		s = r.sheets[article].statement(article, place-r.begin[article], r.statements[place])
		held[place] = s
	}
	return s
}
