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

// extractAll finds the claims of every article. It returns articles with their
// claims by story, the rolls of who speaks in them, parts of the report and dead
// letters.
func extractAll(s beam.Scope, parts int, articles, storyOf beam.PCollection) (sheets, rolls, out, letters beam.PCollection) {
	o := spread(s.Scope("extract"), parts, func(s beam.Scope, in []beam.PCollection) []beam.PCollection {
		return beam.ParDoN(s, &extractFn{}, beam.CoGroupByKey(s, in...))
	}, articles, storyOf)
	return o[0], o[1], o[2], o[3]
}

// extractFn finds the claims of an article.
type extractFn struct{}

// claimsOf is replaced by tests that want a stage to fail.
var claimsOf = extract.Finder{}.Claims

// ProcessElement emits the article with its claims, and its roll.
func (*extractFn) ProcessElement(ctx context.Context, _ string, group, story func(*[]byte) bool,
	emit, roll func(string, []byte), out func([]byte), letter func(string)) error {
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
		called := called{r.Order, entity.RollOf(a.ID, home, one.Claims)}
		roll(whole, rolls.pack(ctx, whole, &called))
	}
	return nil
}
