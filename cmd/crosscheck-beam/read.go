package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/compare/check"
)

func init() {
	beam.RegisterDoFn(&cutFn{})
	beam.RegisterDoFn(&nameFn{})
	register.Emitter1[[]byte]()
	register.Emitter1[string]()
	register.Emitter2[string, []byte]()
	register.Iter1[[]byte]()
}

// Note: DoFns of more than three parameters are registered by beam.RegisterDoFn,
// which calls them by reflection, once a group: the generic registrations of all
// made the compiler take 3.7 GB and 80 s.

// readAll reads the articles of all files that match a pattern, of any file
// system that Beam knows, and gives each an ID that no other has. It returns the
// articles in English by ID, parts of the report and dead letters.
func readAll(s beam.Scope, patterns []string) (articles, parts, letters beam.PCollection) {
	s = s.Scope("read")
	var raw, found, lost []beam.PCollection
	for i, pattern := range patterns {
		files := fileio.ReadMatches(s, fileio.MatchFiles(s, pattern), fileio.ReadUncompressed())
		r, f, l := beam.ParDo3(s, &cutFn{Pattern: i, Lone: !glob(pattern)}, files)
		raw, found, lost = append(raw, r), append(found, f), append(lost, l)
	}
	byStem := beam.GroupByKey(s, beam.Flatten(s, raw...))
	articles, more := beam.ParDo2(s, &nameFn{}, byStem)
	return articles, beam.Flatten(s, append(found, more)...), beam.Flatten(s, lost...)
}

// glob reports whether a pattern may match several files.
func glob(pattern string) bool {
	for _, c := range pattern {
		if c == '*' || c == '?' || c == '[' {
			return true
		}
	}
	return false
}

// cutFn cuts a file into articles, one after the other, so that a file may be
// larger than the memory. A file that a pattern matches has to have the name of
// one; a file that is named is read whatever its name.
type cutFn struct {
	Pattern int
	Lone    bool
}

// ProcessElement emits articles by the stem of their IDs, which is all that they
// may share with another's, parts of the report and dead letters.
func (f *cutFn) ProcessElement(ctx context.Context, file fileio.ReadableFile, emit func(string, []byte), part func([]byte), letter func(string)) error {
	defer readClock.run(ctx)()
	path := file.Metadata.Path
	if !f.Lone && !article.Named(path) {
		return nil
	}
	in, err := file.Open(ctx)
	if err != nil {
		return fmt.Errorf("opening %s: %w", path, err)
	}
	defer in.Close()
	c := cutter{f.Pattern, emit, part, letter}
	return article.Cut(path, in, func(r article.Raw) error {
		c.parse(ctx, r)
		return nil
	}, func(w claims.Warning) { c.lose(ctx, dead{Path: w.Path, Line: w.Line, Stage: "read", Reason: w.Reason}) })
}

// cutter emits what is found in one file.
type cutter struct {
	pattern int
	emit    func(string, []byte)
	part    func([]byte)
	letter  func(string)
}

// parse parses a part of a file. One that has no article is a dead letter.
func (c cutter) parse(ctx context.Context, r article.Raw) {
	var list []claims.Article
	var warnings []claims.Warning
	if reason := fenced(func() { list, warnings = parse(r) }); reason != "" {
		c.lose(ctx, dead{Path: r.Path, Line: r.Line, Stage: "read", Reason: reason})
		return
	}
	for _, a := range list {
		one := read{order(c.pattern, a.Path, a.Line), a}
		stem := article.Stem(a.ID)
		c.emit(stem, reads.pack(ctx, stem, &one))
	}
	for _, w := range warnings {
		if len(list) == 0 {
			c.lose(ctx, dead{Path: w.Path, Line: w.Line, Stage: "read", Reason: w.Reason})
		} else {
			c.warn(ctx, w)
		}
	}
}

// parse is replaced by tests that want a stage to fail.
var parse = article.Raw.Parse

func (c cutter) warn(ctx context.Context, w claims.Warning) {
	c.part(parts.pack(ctx, whole, &part{Order: order(c.pattern, w.Path, w.Line), Warning: &w}))
}

func (c cutter) lose(ctx context.Context, d dead) {
	c.letter(d.letter(ctx))
	c.warn(ctx, *d.warning())
}

// nameFn gives articles whose IDs may meet IDs of their own. It holds the
// articles of one stem in memory: as many as share an ID.
type nameFn struct{}

// ProcessElement emits articles in English by ID, and parts of the report.
func (*nameFn) ProcessElement(ctx context.Context, _ string, group func(*[]byte) bool, emit func(string, []byte), out func([]byte)) error {
	defer nameClock.run(ctx)()
	list, err := reads.all(group)
	if err != nil {
		return err
	}
	slices.SortFunc(list, func(a, b read) int { return strings.Compare(a.Order, b.Order) })
	var names article.Names
	for _, r := range list {
		why, keep := names.Enter(&r.Article)
		if why != "" {
			out(parts.pack(ctx, whole, &part{Order: r.Order, Warning: &claims.Warning{Path: r.Article.Path, Line: r.Article.Line, Reason: why}}))
		}
		if !keep {
			continue
		}
		english, warnings := check.English([]claims.Article{r.Article})
		for _, w := range warnings {
			out(parts.pack(ctx, whole, &part{Order: late + r.Order, Warning: &w}))
			out(parts.pack(ctx, whole, &part{Order: r.Order, Article: &r.Article}))
		}
		for range english {
			emit(r.Article.ID, named.pack(ctx, r.Article.ID, &r))
		}
	}
	return nil
}

// late is before the order of a warning that follows those of the reading.
const late = "\xff"
