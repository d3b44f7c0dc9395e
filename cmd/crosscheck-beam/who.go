package main

import (
	"context"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"crosscheck/claims"
	"crosscheck/claims/entity"
)

func init() {
	beam.RegisterDoFn(&recordFn{})
	beam.RegisterDoFn(&whoFn{})
}

// unify gives one person one name in all articles. It returns by story who its
// speakers are.
//
// One worker sees a record of each person, since a name may be spelt out in any
// other article, and goes through the rolls one by one.
func unify(s beam.Scope, rolls, appearances beam.PCollection) beam.PCollection {
	s = s.Scope("unify")
	records := beam.ParDo(s, &recordFn{}, beam.GroupByKey(s, appearances))
	return beam.ParDo(s, &whoFn{}, beam.CoGroupByKey(s, records, rolls))
}

// recordFn makes the record of a person.
type recordFn struct{}

// ProcessElement emits the record.
func (*recordFn) ProcessElement(ctx context.Context, _ string, group func(*[]byte) bool, emit func(string, []byte)) error {
	defer unifyClock.run(ctx)()
	var err error
	r := entity.RecordOf(func(yield func(entity.Appearance) bool) {
		for data := []byte(nil); err == nil && group(&data); {
			var a entity.Appearance
			if a, err = appearances.unpack(data); err == nil && !yield(a) {
				return
			}
		}
	})
	if err != nil {
		return err
	}
	emit(whole, records.pack(ctx, whole, &r))
	return nil
}

// whoFn is who is who.
type whoFn struct{}

var persons = beam.NewDistribution(counters, "persons known at once")

// ProcessElement emits for each article the speakers that are others in the run.
func (*whoFn) ProcessElement(ctx context.Context, _ string, group, roll func(*[]byte) bool, emit func(string, []byte)) error {
	defer unifyClock.run(ctx)()
	list, err := records.all(group)
	if err != nil {
		return err
	}
	persons.Update(ctx, int64(len(list)))
	d := entity.Default().DirectoryOf(list)
	for data := []byte(nil); roll(&data); {
		r, err := rolls.unpack(data)
		if err != nil {
			return err
		}
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
