package check

import (
	"cmp"
	"context"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/topic"
)

// batch is how many pairs the judge gets at once: the judge prepares each
// statement once a batch, so a batch is large and its pairs are neighbours, but
// small enough to show progress and to stop soon.
const batch = 1 << 15

// judged is a pair of statements with its verdict.
type judged struct {
	a, b       *statement
	similarity float64
	topic      string
	verdict    compare.Verdict
}

// group lets package topic propose the pairs worth judging.
func (r *run) group(ctx context.Context) error {
	r.opt.progress(StageTopics, 0, len(r.items))
	topics, candidates, _ := topic.Group(r.items, r.opt.Topics)
	r.topicOf = map[string]string{}
	for _, t := range topics {
		for _, id := range t.Claims {
			if r.topicOf[id] == "" {
				r.topicOf[id] = t.ID
			}
		}
	}
	r.report.Topics = append(r.report.Topics, topics...)
	for _, c := range candidates {
		a, b := r.statements[c.A], r.statements[c.B]
		if !r.worth(a, b, c.Similarity) {
			continue
		}
		if r.order[a.Claim.ID] > r.order[b.Claim.ID] {
			a, b = b, a
		}
		r.pairs = append(r.pairs, judged{a: a, b: b, similarity: c.Similarity, topic: c.Topic})
	}
	slices.SortFunc(r.pairs, func(x, y judged) int {
		return cmp.Or(cmp.Compare(r.order[x.a.Claim.ID], r.order[y.a.Claim.ID]), cmp.Compare(x.a.id, y.a.id),
			cmp.Compare(r.order[x.b.Claim.ID], r.order[y.b.Claim.ID]), cmp.Compare(x.b.id, y.b.id))
	})
	r.opt.progress(StageTopics, len(r.items), len(r.items))
	return ctx.Err()
}

const (
	// otherStory is the topic similarity from which two speakers are compared
	// though their articles tell different stories; one speaker is compared
	// with himself from ownRecord on.
	otherStory, ownRecord = 0.5, 0.5
)

// worth reports whether a pair is worth judging: not a claim with itself, not
// what a paper says in its own voice within one article, which tells events and
// lists that differ, and not statements from different stories, unless their
// speakers are known and speak of much the same.
func (r *run) worth(a, b *statement, similarity float64) bool {
	x, y := a.Claim, b.Claim
	switch {
	case x.ID == y.ID || x.Article == y.Article && overlap(a.Pieces, b.Pieces):
		return false // "he said that she said ..." holds what she said
	case x.Article == y.Article:
		return x.Speaker != nil || y.Speaker != nil || (x.Kind == claims.Titled) != (y.Kind == claims.Titled)
	case r.stories[x.Article] == r.stories[y.Article]:
		return true
	case x.Speaker == nil || y.Speaker == nil:
		return false
	case x.Speaker.ID == y.Speaker.ID:
		return similarity >= ownRecord
	}
	return similarity >= otherStory
}

func overlap(a, b []claims.Span) bool {
	for _, x := range a {
		if slices.ContainsFunc(b, x.Overlaps) {
			return true
		}
	}
	return false
}

// judge asks the judge about every pair, batch by batch.
func (r *run) judge(ctx context.Context) error {
	for from := 0; from < len(r.pairs); from += batch {
		part := r.pairs[from:min(from+batch, len(r.pairs))]
		ask := make([]compare.Pair, len(part))
		for i, p := range part {
			ask[i] = compare.Pair{A: p.a.Statement, B: p.b.Statement}
		}
		verdicts, err := r.opt.Judge.Judge(ctx, ask)
		if err != nil {
			return err
		}
		for i := range part {
			part[i].verdict = verdicts[i]
		}
		r.opt.progress(StageJudge, from+len(part), len(r.pairs))
	}
	return ctx.Err()
}
