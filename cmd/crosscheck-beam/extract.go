package main

import (
	"context"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"crosscheck/claims/entity"
	"crosscheck/claims/extract"
)

func init() {
	beam.RegisterDoFn(&extractFn{})
}

// extracted is what comes of the articles.
type extracted struct {
	sheets      beam.PCollection // articles with their claims, by story
	rolls       beam.PCollection // who speaks in an article
	appearances beam.PCollection // persons in an article, by the person's ID
	parts       beam.PCollection // of the report
	letters     beam.PCollection
}

// extractAll finds the claims of every article.
func extractAll(s beam.Scope, parts int, articles, storyOf beam.PCollection) extracted {
	o := spread(s.Scope("extract"), parts, func(s beam.Scope, in []beam.PCollection) []beam.PCollection {
		return beam.ParDoN(s, &extractFn{}, beam.CoGroupByKey(s, in...))
	}, articles, storyOf)
	return extracted{o[0], o[1], o[2], o[3], o[4]}
}

// extractFn finds the claims of an article.
type extractFn struct{}

// claimsOf is replaced by tests that want a stage to fail.
var claimsOf = extract.Finder{}.Claims

// ProcessElement emits the article with its claims, its roll and who is on it.
func (*extractFn) ProcessElement(ctx context.Context, _ string, group, story func(*[]byte) bool,
	emit, roll, appear func(string, []byte), out func([]byte), letter func(string)) error {
	defer extractClock.run(ctx)()
	list, err := named.all(group)
	if err != nil {
		return err
	}
	at, err := homes.all(story)
	if err != nil {
		return err
	}
	home := strings.Join(at, "") // there is one
	for _, r := range list {
		a := r.Article
		one := sheet{Order: r.Order, Article: a}
		if reason := fenced(func() { one.Claims = claimsOf(a) }); reason != "" {
			d := dead{a.Path, a.Line, a.ID, "extract", reason}
			letter(d.letter(ctx))
			out(parts.pack(ctx, whole, &part{Order: late + r.Order, Warning: d.warning()}))
			continue
		}
		emit(home, sheets.pack(ctx, home, &one))
		called := entity.RollOf(a.ID, home, one.Claims)
		roll(whole, rolls.pack(ctx, whole, &called))
		for _, a := range called.Appearances(r.Order) {
			appear(a.Speaker.ID, appearances.pack(ctx, a.Speaker.ID, &a))
		}
	}
	return nil
}
