package check

import (
	"context"

	"crosscheck/compare"
	"crosscheck/compare/topic"
)

// batch is how many pairs the judge gets at once: enough to share the
// preparation of statements, small enough to show progress and to stop soon.
const batch = 4096

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
		if a.Claim.ID == b.Claim.ID {
			continue
		}
		if r.order[a.Claim.ID] > r.order[b.Claim.ID] {
			a, b = b, a
		}
		r.pairs = append(r.pairs, judged{a: a, b: b, similarity: c.Similarity, topic: c.Topic})
	}
	r.opt.progress(StageTopics, len(r.items), len(r.items))
	return ctx.Err()
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
