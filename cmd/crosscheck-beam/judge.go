package main

import (
	"context"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/check"
	"crosscheck/compare/jury"
)

func init() {
	beam.RegisterDoFn(&sideFn{})
	beam.RegisterDoFn(&judgeFn{})
	register.Emitter1[[]byte]()
}

// judge judges the pairs of statements of different stories. It returns those
// that are opposed.
func judge(s beam.Scope, least float64, wanted, statements beam.PCollection) beam.PCollection {
	s = s.Scope("judge")
	found := beam.ParDo(s, &sideFn{}, beam.CoGroupByKey(s, wanted, statements))
	return beam.ParDo(s, &judgeFn{Least: least}, beam.GroupByKey(s, found))
}

// sideFn brings a statement to the pairs that want it.
type sideFn struct{}

// ProcessElement emits the statement for each pair.
func (*sideFn) ProcessElement(ctx context.Context, at string, wanted, statement func(*[]byte) bool, emit func(string, []byte)) error {
	defer judgeClock.run(ctx)()
	list, err := asks.all(wanted)
	if err != nil || len(list) == 0 {
		return err
	}
	found, err := sides.all(statement)
	if err != nil || len(found) == 0 {
		return err
	}
	for _, a := range list {
		one := sided{a.Similarity, found[0], at}
		emit(a.Pair, pairs.pack(ctx, a.Pair, &one))
	}
	return nil
}

// judgeFn judges a pair.
type judgeFn struct {
	Least float64 // as in plan
	opt   check.Options
}

// Setup makes the judge.
func (f *judgeFn) Setup() { f.opt.Judge = judgeOf(f.Least) }

// judgeOf is the judge that tells what scores least.
func judgeOf(least float64) compare.Judge {
	if least > 0 {
		return jury.New().Down(least)
	}
	return jury.New()
}

var unjudged = beam.NewCounter(counters, "pairs that could not be judged")

// ProcessElement emits the pair if it is opposed. One that makes the judge panic
// is counted and left out.
func (f *judgeFn) ProcessElement(ctx context.Context, _ string, group func(*[]byte) bool, emit func([]byte)) error {
	defer judgeClock.run(ctx)()
	list, err := pairs.all(group)
	if err != nil {
		return err
	}
	slices.SortFunc(list, func(a, b sided) int { return strings.Compare(a.Place, b.Place) })
	list = slices.CompactFunc(list, func(a, b sided) bool { return a.Place == b.Place })
	if len(list) != 2 {
		unjudged.Inc(ctx, 1)
		return nil
	}
	var found []check.Opposed
	if reason := fenced(func() {
		found, err = f.opt.Across(ctx, []check.Met{{A: list[0].Side, B: list[1].Side, Similarity: list[0].Similarity}})
	}); reason != "" {
		unjudged.Inc(ctx, 1)
		return nil
	}
	for _, o := range found {
		one := slim(o, func(c *claims.Claim, _ int32) string { // the two are of different articles
			if c.Article == list[0].Side.Claim.Article {
				return list[0].Place
			}
			return list[1].Place
		})
		emit(opposeds.pack(ctx, whole, &one))
	}
	return err
}
