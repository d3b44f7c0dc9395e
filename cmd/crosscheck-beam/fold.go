package main

import (
	"cmp"
	"context"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"crosscheck/compare"
	"crosscheck/compare/check"
)

func init() {
	register.DoFn3x1(&wantFn{})
	beam.RegisterDoFn(&topicFn{})
	beam.RegisterDoFn(&foldFn{})
	register.DoFn2x0(&keyFn{})
}

// fold makes findings of the pairs that are opposed: what says the same is one
// finding. It returns parts of the report, and what they cite.
//
// One worker sees all pairs that are opposed, few beside what was compared, since
// a matter may be told anywhere.
func fold(s beam.Scope, p plan, opposed, topicOf beam.PCollection) (found, cited beam.PCollection) {
	s = s.Scope("fold")
	wanted := beam.ParDo(s, &wantFn{}, opposed)
	topics := beam.ParDo(s, &topicFn{}, beam.CoGroupByKey(s, wanted, topicOf))
	return beam.ParDo2(s, &foldFn{p.least, p.keep}, beam.CoGroupByKey(s, beam.ParDo(s, &keyFn{}, opposed), topics))
}

// keyFn puts everything under one key.
type keyFn struct{}

// ProcessElement emits what it gets.
func (*keyFn) ProcessElement(data []byte, emit func(string, []byte)) { emit(whole, data) }

// wantFn asks for the topics of a finding's statements.
type wantFn struct{}

// ProcessElement emits the places of the two statements of a finding.
func (*wantFn) ProcessElement(ctx context.Context, data []byte, emit func(string, []byte)) error {
	o, err := opposeds.unpack(data)
	if err != nil || o.Guard != "" {
		return err
	}
	for _, at := range placesOf(&o) {
		emit(at, wanted.pack(ctx, at, &asked{}))
	}
	return nil
}

func placesOf(o *opposed) (out []string) {
	for _, at := range []string{o.NewsA, o.NewsB} {
		if at != "" {
			out = append(out, at)
		}
	}
	return out
}

// topicFn finds the topic of a statement that a finding is of.
type topicFn struct{}

// ProcessElement emits the topic of a statement that is wanted.
func (*topicFn) ProcessElement(ctx context.Context, at string, wants, topics func(*[]byte) bool, emit func(string, []byte)) error {
	var data []byte
	if !wants(&data) || !topics(&data) {
		return nil
	}
	t, err := topicals.unpack(data)
	if err != nil {
		return err
	}
	emit(whole, settled.pack(ctx, whole, &t))
	return nil
}

// foldFn folds what is opposed in the run.
type foldFn struct {
	Least float64 // as in plan
	Keep  string
}

var folded = beam.NewDistribution(counters, "opposed pairs folded at once")

// ProcessElement emits the findings and what is set aside.
func (f *foldFn) ProcessElement(ctx context.Context, _ string, group, topics func(*[]byte) bool, out func([]byte), cited func(string, []byte)) error {
	defer foldClock.run(ctx)()
	list, err := opposeds.all(group)
	if err != nil {
		return err
	}
	folded.Update(ctx, int64(len(list)))
	known, err := settled.all(topics)
	if err != nil {
		return err
	}
	topicOf := make(map[string]string, len(known))
	for _, t := range known {
		topicOf[t.Place] = t.Topic
	}
	all, articleOf := make([]check.Opposed, len(list)), map[string]string{}
	for i, o := range list {
		all[i] = o.Opposed
		articleOf[o.A], articleOf[o.B] = o.ClaimA.Article, o.ClaimB.Article
		if o.Guard == "" {
			all[i].Topic = cmp.Or(topicOf[o.NewsA], topicOf[o.NewsB])
		}
	}
	var p part
	p.Findings, p.SetAside = check.Fold(all)
	p.Findings = slices.DeleteFunc(p.Findings, func(x compare.Finding) bool { return x.Score < f.Least })
	if f.Keep == keepFound {
		p.SetAside = nil
	}
	out(parts.pack(ctx, whole, &p))
	cite(ctx, &p, articleOf, cited)
	return nil
}
