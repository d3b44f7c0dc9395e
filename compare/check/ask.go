package check

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
)

// batch is how many pairs a judge that is no compare.Reader gets at once: small
// enough to stop soon.
const batch = 1 << 12

// pair puts the earlier statement first.
func pair(a, b *statement, similarity float32) couple {
	if before(b, a) < 0 {
		a, b = b, a
	}
	return couple{a, b, float64(similarity)}
}

// before compares two statements by date, article and text.
func before(a, b *statement) int {
	return cmp.Or(inOrder(a.Claim, b.Claim), cmp.Compare(a.nth, b.nth))
}

// inOrder compares two claims by date, article and text, whatever the order of
// the input.
func inOrder(a, b *claims.Claim) int {
	return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Article, b.Article),
		cmp.Compare(a.Content[0].Start, b.Content[0].Start), cmp.Compare(a.ID, b.ID))
}

// judge asks the judge and returns the pairs that it opposes or that a guard
// holds back.
func (o Options) judge(ctx context.Context, pairs []couple) ([]judged, error) {
	if o.Judge == nil {
		return nil, nil
	}
	if reader, ok := o.Judge.(compare.Reader); ok {
		return o.oppose(ctx, reader, pairs)
	}
	var out []judged
	for from := 0; from < len(pairs); from += batch {
		part := pairs[from:min(from+batch, len(pairs))]
		asked := make([]compare.Pair, len(part))
		for i, p := range part {
			asked[i] = compare.Pair{A: p.a.Statement, B: p.b.Statement}
		}
		verdicts, err := o.Judge.Judge(ctx, asked)
		if err == nil && len(verdicts) != len(asked) {
			err = fmt.Errorf("judge %s gave %d verdicts on %d pairs", o.Judge.Name(), len(verdicts), len(asked))
		}
		if err != nil {
			return nil, err
		}
		for i, v := range verdicts {
			if v.Guard != "" || v.Label == compare.Contradiction {
				out = append(out, judged{couple: part[i], verdict: v})
			}
		}
	}
	return out, ctx.Err()
}

// oppose asks a judge that reads each statement once: on all cores where a story
// is all there is to do.
func (o Options) oppose(ctx context.Context, judge compare.Reader, pairs []couple) ([]judged, error) {
	parts := runtime.GOMAXPROCS(0)
	if o.about == nil || parts == 1 || len(pairs) < fewPairs {
		return oppose(ctx, judge, pairs, func(*couple) bool { return true })
	}
	part := func(p *couple) int {
		other := p.a // what a core reads of the archive no other reads
		if o.about[other.Claim.Article] {
			other = p.b
		}
		return int(other.article) % parts
	}
	found, failed := make([][]judged, parts), make([]error, parts)
	err := each(ctx, parts, func(i int) {
		found[i], failed[i] = oppose(ctx, judge, pairs, func(p *couple) bool { return part(p) == i })
	}, func(int) {})
	return slices.Concat(found...), cmp.Or(err, cmp.Or(failed...))
}

// fewPairs is how many pairs one core judges faster than two.
const fewPairs = 64

// oppose asks a judge that reads each statement once about some of the pairs.
func oppose(ctx context.Context, judge compare.Reader, pairs []couple, asked func(*couple) bool) ([]judged, error) {
	readings := map[*statement]compare.Reading{}
	read := func(s *statement) compare.Reading {
		r, ok := readings[s]
		if !ok {
			r = judge.Read(s.Statement)
			readings[s] = r
		}
		return r
	}
	var out []judged
	for n := range pairs {
		if n%batch == 0 && ctx.Err() != nil {
			break
		}
		p := &pairs[n]
		if !asked(p) {
			continue
		}
		if v, ok := judge.Oppose(read(p.a), read(p.b)); ok {
			out = append(out, judged{couple: *p, verdict: v})
		}
	}
	return out, ctx.Err()
}
