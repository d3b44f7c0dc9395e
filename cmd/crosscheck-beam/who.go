package main

import (
	"context"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"crosscheck/claims"
	"crosscheck/claims/entity"
)

func init() { beam.RegisterDoFn(&whoFn{}) }

// unify gives one person one name in all articles. It returns by story who its
// speakers are.
//
// One worker sees the rolls of all articles, since a name may be spelt out in
// any other.
func unify(s beam.Scope, rolls beam.PCollection) beam.PCollection {
	s = s.Scope("unify")
	return beam.ParDo(s, &whoFn{}, beam.GroupByKey(s, rolls))
}

// whoFn is who is who.
type whoFn struct{}

// ProcessElement emits for each article the speakers that are others in the run.
func (*whoFn) ProcessElement(ctx context.Context, _ string, group func(*[]byte) bool, emit func(string, []byte)) error {
	defer unifyClock.run(ctx)()
	list, err := rolls.all(group)
	if err != nil {
		return err
	}
	slices.SortFunc(list, func(a, b called) int { return strings.Compare(a.Order, b.Order) })
	all := make([]entity.Roll, len(list))
	for i := range list {
		all[i] = list[i].Roll
	}
	d := entity.Default().Directory(all)
	for _, r := range all {
		one := renamed{Article: r.Article}
		for _, v := range r.Speakers {
			if to := d.Unified(v.Speaker, r.Story); to != v.Speaker {
				one.From, one.To = append(one.From, v.Speaker), append(one.To, to)
			}
		}
		if len(one.From) > 0 {
			emit(r.Story, renames.pack(ctx, r.Story, &one))
		}
	}
	return nil
}

// rename puts the speakers of the run in the place of an article's.
func (r *renamed) rename(list []claims.Claim) {
	to := make(map[claims.Speaker]*claims.Speaker, len(r.From))
	for i := range r.From {
		to[r.From[i]] = &r.To[i]
	}
	for i := range list {
		if s := list[i].Speaker; s != nil && to[*s] != nil {
			list[i].Speaker = to[*s]
		}
	}
}
