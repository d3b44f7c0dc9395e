package main

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare/archive"
	"crosscheck/compare/check"
	"crosscheck/report/gate"
)

// gateCompare holds the drafts against the archive, and puts what was found, and
// what went wrong, into the input of a decision. Its error is an interruption.
func (a *app) gateCompare(ctx context.Context, by check.Options, in *gate.Input, drafts []draft, against []string) error {
	within, cancel := ctx, context.CancelFunc(func() {})
	if limit := in.Policy.Limit(); limit > 0 {
		within, cancel = context.WithTimeout(ctx, limit)
	}
	defer cancel()
	articles := make([]claims.Article, 0, len(drafts))
	for _, d := range drafts {
		in.Drafts = append(in.Drafts, gate.Draft{Article: d.ID, Path: d.Path, Title: d.Title, Allows: d.allows})
		if d.Language != "" && d.Language != "en" {
			in.Failures = append(in.Failures, gate.Failure{Code: gate.NotEnglish, Draft: d.ID, What: fmt.Sprintf("The draft is not in English (%s), which is all that can be read.", d.Language)})
			continue
		}
		articles = append(articles, d.Article)
	}
	a.gateRun(within, by, in, articles, against)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if within.Err() != nil && in.Report == nil {
		in.Failures = append(in.Failures, gate.Failure{Code: gate.OutOfTime, What: fmt.Sprintf("The comparison was not done after %s.", in.Policy.Limit())})
	}
	a.gateAloud(in)
	return nil
}

// gateRun compares what can be compared.
func (a *app) gateRun(ctx context.Context, by check.Options, in *gate.Input, drafts []claims.Article, against []string) {
	if len(drafts) == 0 {
		return
	}
	fail := func(code gate.Code, err error) {
		if err != nil && ctx.Err() == nil {
			in.Failures = append(in.Failures, failed(code, err))
		}
	}
	found := near{copies: map[string]bool{}}
	for _, path := range against {
		n, err := a.opposite(ctx, path, drafts)
		fail(gate.CouldNotJudge, err)
		if n.missed > 0 && err == nil {
			fail(gate.ArchiveIncomplete, fmt.Errorf("%s of %s could not be read, and was not compared", plural(n.missed, "part", "parts"), path))
		}
		found.add(n)
	}
	in.Against = found.of
	judge := by.Judge
	by.Judge = aboutDrafts(judge, drafts, found.copies)
	r, err := check.Run(ctx, slices.Concat(drafts, found.articles), by)
	fail(gate.CouldNotJudge, err)
	if err == nil {
		withSelf(r, judge, drafts)
		in.Report = r
	}
}

// add adds what another archive has; an article that is known by its ID is not
// taken twice.
func (n *near) add(m near) {
	known := ids(n.articles)
	for _, x := range m.articles {
		if !known[x.ID] {
			n.articles = append(n.articles, x)
		}
	}
	maps.Copy(n.copies, m.copies)
	n.of += m.of
}

// opposite are the articles of a path that the drafts are held against.
func (a *app) opposite(ctx context.Context, path string, drafts []claims.Article) (n near, err error) {
	own := func(x claims.Article) bool { return sameArticle(x, drafts) }
	if isKept(path) {
		n, err = a.nearKept(ctx, path, drafts)
		n.articles = slices.DeleteFunc(n.articles, own)
		return n, err
	}
	read, warnings, err := a.readArticles(ctx, []string{path}, func(string) bool { return false })
	if err == nil {
		n, err = a.nearIn(ctx, slices.DeleteFunc(read, own), drafts)
	}
	n.missed = len(warnings)
	return n, err
}

// isKept reports whether a folder is a kept archive: it has both of its files. One
// of articles may have a file called "state", too.
func isKept(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "sheets"))
	return err == nil && archive.Exists(dir)
}

// sameArticle reports whether an article is a draft, or an earlier version of one:
// it has a draft's ID, address or place. A draft is not held against itself.
func sameArticle(x claims.Article, drafts []claims.Article) bool {
	return slices.ContainsFunc(drafts, func(d claims.Article) bool {
		return d.ID == x.ID || d.URL != "" && d.URL == x.URL || d.Path != "-" && d.Line == x.Line && filepath.Clean(d.Path) == filepath.Clean(x.Path)
	})
}

// gateAloud says on standard error what was not judged but may run all the same.
func (a *app) gateAloud(in *gate.Input) {
	for _, f := range in.Failures {
		info, _ := f.Code.Info()
		a.console.warn(claims.Warning{Reason: cmp.Or(f.What, info.Doc)})
	}
}
