package main

import (
	"cmp"
	"context"
	"errors"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/compare/check"
	"crosscheck/report/feed"
	"crosscheck/report/review/postgres"
)

// stages are the stages of a run, in words for whoever waits.
var stages = map[string]string{
	"read":             "reading articles",
	check.StageStories: "sorting stories",
	check.StageExtract: "finding claims",
	check.StageCompare: "comparing statements",
	check.StageAcross:  "comparing stories",
	check.StageSecond:  "asking the second judge",
	"write":            "writing files",
}

// progress shows how far a stage has come.
func (a *app) progress(stage string, done, total int) {
	a.console.progress(cmp.Or(stages[stage], stage), done, total)
}

// needPaths refuses a command line that names nothing to read.
func needPaths(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return misuse(`name files or folders, or "-" for standard input: `+c.CommandPath()+" articles/",
			"%s: nothing to read was named", c.Name())
	}
	return nil
}

// readArticles reads every article under paths; leave says which are about to be replaced.
// What cannot be read is warned of and returned; it is an error only where
// nothing could.
func (a *app) readArticles(ctx context.Context, paths []string, leave func(path string) bool) ([]claims.Article, []claims.Warning, error) {
	var articles []claims.Article
	var warnings []claims.Warning
	warn := func(w claims.Warning) {
		if ctx.Err() != nil {
			return // what an interruption cuts off is no fault of the input
		}
		a.console.warn(w)
		warnings = append(warnings, w)
	}
	visit := func(one claims.Article) error {
		if leave(one.Path) {
			return misuse("write to another file", "-o %s would replace an article", one.Path)
		}
		articles = append(articles, one)
		a.progress("read", len(articles), 0)
		return ctx.Err()
	}
	if err := errors.Join(a.walk(ctx, paths, visit, warn), ctx.Err()); err != nil {
		return nil, warnings, err
	}
	if len(articles) == 0 {
		return nil, warnings, nothingRead(ctx, paths)
	}
	return articles, warnings, nil
}

// walk reads the articles of all paths: files, folders, and databases, of which
// those come first.
func (a *app) walk(ctx context.Context, paths []string, visit func(claims.Article) error, warn func(claims.Warning)) error {
	databases, files := split(paths, postgres.Is)
	unknown, files := split(files, isAddress)
	for _, at := range unknown { // here, and without its password
		warn(claims.Warning{Path: postgres.Name(at), Reason: "does not exist"})
	}
	if len(databases) == 0 {
		return article.Walk(ctx, files, a.stdin, visit, warn)
	}
	var names article.Names // across all of them
	enter := func(one claims.Article) error {
		why, keep := names.Enter(&one)
		if why != "" {
			warn(claims.Warning{Path: one.Path, Line: one.Line, Reason: why})
		}
		if !keep {
			return nil
		}
		return visit(one)
	}
	for _, at := range databases {
		if err := readDatabase(ctx, at, enter, warn); err != nil {
			return err
		}
	}
	return article.Walk(ctx, files, a.stdin, enter, warn)
}

// readDatabase reads the articles that workers have read into a database.
func readDatabase(ctx context.Context, at string, visit func(claims.Article) error, warn func(claims.Warning)) error {
	s, err := postgres.OpenOnly(ctx, at)
	if err != nil {
		return err
	}
	defer s.Close()
	return feed.Articles(ctx, s, visit, warn)
}

// split splits a list into those for which is holds, and the others.
func split(list []string, is func(string) bool) (yes, no []string) {
	for _, s := range list {
		if is(s) {
			yes = append(yes, s)
		} else {
			no = append(no, s)
		}
	}
	return yes, no
}
