package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/check"
	"crosscheck/report"
)

func init() { register.DoFn3x1(&writeFn{}) }

// write writes the report, and the dead letters where a file is named for them.
// Files may be on any file system that Beam knows. One worker holds the report.
func write(s beam.Scope, out, lost string, parts, letters beam.PCollection) {
	s = s.Scope("write")
	beam.ParDo0(s, &writeFn{out}, beam.GroupByKey(s, beam.ParDo(s, &keyFn{}, parts)))
	if lost != "" {
		textio.Write(s, lost, letters)
	}
}

// writeFn writes the report to a file.
type writeFn struct{ Path string }

// ProcessElement puts the report together. A bundle that is tried again writes
// the same bytes to the same place.
func (f *writeFn) ProcessElement(ctx context.Context, _ string, group func(*[]byte) bool) error {
	defer writeClock.run(ctx)()
	list, err := parts.all(group)
	if err != nil {
		return err
	}
	fs, err := filesystem.New(ctx, f.Path)
	if err != nil {
		return fmt.Errorf("writing %s: %w", f.Path, err)
	}
	defer fs.Close()
	w, err := fs.OpenWrite(ctx, f.Path)
	if err != nil {
		return fmt.Errorf("writing %s: %w", f.Path, err)
	}
	if err := writeReport(w, assemble(list)); err != nil {
		w.Close()
		return fmt.Errorf("writing %s: %w", f.Path, err)
	}
	return w.Close()
}

func writeReport(w io.Writer, r *compare.Report) error { return (&report.JSON{}).Write(w, r) }

// assemble puts a report together of its parts, which come in any order.
func assemble(list []part) *compare.Report {
	list = once(list)
	slices.SortStableFunc(list, func(a, b part) int { return strings.Compare(a.Order, b.Order) })
	r := &compare.Report{Version: compare.Version}
	var capped check.Capped
	for _, p := range list {
		add(r, p)
		capped.Articles += p.Capped.Articles
		capped.Texts += p.Capped.Texts
		capped.Keys += p.Capped.Keys
	}
	slices.SortFunc(r.Topics, check.LargestFirst)
	trim(r)
	r.Warnings = append(r.Warnings, capped.Warnings()...)
	r.Rules = check.RuleDocs(r)
	return r
}

// add adds one part.
func add(r *compare.Report, p part) {
	if p.Article != nil {
		r.Articles = append(r.Articles, *p.Article)
	}
	r.Claims = append(r.Claims, p.Claims...)
	if p.Story != nil {
		r.Stories = append(r.Stories, *p.Story)
	}
	if p.Topic != nil {
		r.Topics = append(r.Topics, *p.Topic)
	}
	if p.Copies != nil {
		r.Copies = append(r.Copies, *p.Copies)
	}
	if p.Warning != nil {
		r.Warnings = append(r.Warnings, claims.Warning(*p.Warning))
	}
	r.Findings = append(r.Findings, p.Findings...)
	r.SetAside = append(r.SetAside, p.SetAside...)
}
