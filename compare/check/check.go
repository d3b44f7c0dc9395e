// Package check runs the whole pipeline, from articles to a report. It is the
// library's front door: what the command shows, a program can have from Run.
//
//  1. [Extract] finds the claims of every article and joins the speakers
//     (extract.go);
//  2. claims are cut into statements, one sentence each (statement.go);
//  3. package topic groups them and proposes the pairs worth judging;
//  4. the judge looks at every pair (judge.go);
//  5. verdicts become findings: the relation is named, what says the same is
//     folded together, the best come first (finding.go, fold.go, rank.go).
//
// Every stage is a function of plain values with a key (article, statement,
// block, pair), so that a distributed engine can run the same functions where
// the data is. Three steps see the whole run, each because it must: joining
// the speakers (keyed by surname), topics (keyed by block) and the folding of
// findings that say the same (keyed by topic).
//
// The package reads no files and writes none.
package check

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"crosscheck/claims"
	"crosscheck/claims/entity"
	"crosscheck/compare"
	"crosscheck/compare/rule"
	"crosscheck/compare/topic"
)

// Options tune a run. The zero value is a good one.
type Options struct {
	// Judge decides whether two statements oppose each other; nil is rule.New().
	Judge compare.Judge
	// Progress is told how far a stage is, from any goroutine; nil for nobody.
	Progress func(stage string, done, total int)
	// Topics tunes the grouping.
	Topics topic.Options
	// Names are the people, bodies and places known beforehand; nil is
	// entity.Default().
	Names *entity.Gazetteer
}

// The stages as Options.Progress names them, in order.
const (
	StageExtract = "extract"
	StageTopics  = "topics"
	StageJudge   = "judge"
)

func (o Options) progress(stage string, done, total int) {
	if o.Progress != nil {
		o.Progress(stage, done, total)
	}
}

// Run extracts, groups and judges, and returns the report. The same articles
// give the same report, byte for byte, in whatever order they come but for the
// order of its articles and claims. The error is the context's or the judge's;
// whatever is wrong with an article is a warning in the report.
func Run(ctx context.Context, articles []claims.Article, opt Options) (*compare.Report, error) {
	if opt.Judge == nil {
		opt.Judge = rule.New()
	}
	r := &run{opt: opt, report: compare.Report{
		Version: compare.Version, Articles: articles,
		Topics: []compare.Topic{}, Findings: []compare.Finding{}, SetAside: []compare.SetAside{}, Warnings: []claims.Warning{},
	}}
	read, warnings := English(articles)
	r.report.Warnings = append(r.report.Warnings, warnings...)
	r.stories = stories(read)
	list, err := extractAll(ctx, read, r.stories, opt)
	if err != nil {
		return nil, err
	}
	r.report.Claims = list
	r.index(read)
	r.state()
	if err := r.group(ctx); err != nil {
		return nil, err
	}
	if err := r.judge(ctx); err != nil {
		return nil, fmt.Errorf("judging: %w", err)
	}
	r.find()
	return &r.report, nil
}

// run is the state of one run.
type run struct {
	opt        Options
	report     compare.Report
	articles   map[string]*claims.Article
	claims     map[string]*claims.Claim
	order      map[string]int    // claim ID -> place by date, article and text, whatever the order of the input
	stories    map[string]string // article ID -> story ID
	statements map[string]*statement
	items      []topic.Item
	pairs      []judged
	topicOf    map[string]string // claim ID -> topic ID
}

// English leaves out the articles that are not in English, with a warning that
// names each.
func English(articles []claims.Article) ([]claims.Article, []claims.Warning) {
	out := make([]claims.Article, 0, len(articles))
	var warnings []claims.Warning
	for _, a := range articles {
		if a.Language != "" && a.Language != "en" {
			warnings = append(warnings, claims.Warning{Path: a.Path, Line: a.Line,
				Reason: fmt.Sprintf("%s is not in English (%s): left out", cmp.Or(quoted(a.Title), "the article"), a.Language)})
			continue
		}
		out = append(out, a)
	}
	return out, warnings
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return fmt.Sprintf("%q", s)
}

func (r *run) index(articles []claims.Article) {
	r.articles = make(map[string]*claims.Article, len(articles))
	for i := range articles {
		r.articles[articles[i].ID] = &articles[i]
	}
	r.claims = make(map[string]*claims.Claim, len(r.report.Claims))
	r.order = make(map[string]int, len(r.report.Claims))
	sorted := make([]*claims.Claim, len(r.report.Claims))
	for i := range r.report.Claims {
		c := &r.report.Claims[i]
		r.claims[c.ID], sorted[i] = c, c
	}
	slices.SortFunc(sorted, func(a, b *claims.Claim) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Content[0].Start, b.Content[0].Start), cmp.Compare(a.ID, b.ID))
	})
	for i, c := range sorted {
		r.order[c.ID] = i
	}
}
