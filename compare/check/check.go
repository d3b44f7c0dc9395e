// Package check runs the whole pipeline, from articles to a report. It is the
// library's front door: what the command shows, a program can have from Run.
//
//  1. articles are sorted into stories (stories.go);
//  2. the claims of every article are found and bundled (extract.go, bundle.go), and
//     the speakers joined, of the whole run for Run and of each story for Topics;
//  3. story by story, claims are cut into statements, one sentence each
//     (statement.go), copies of one text are put together (copies.go), package
//     topic groups what is left and proposes pairs, and the judge looks at
//     these (dossier.go), where its bar is low at every two (wide.go); package
//     dispute adds those of which an article says itself that one disputes the
//     other (reported.go);
//  4. statements of different stories that are about one thing are found and
//     judged (beyond.go), and the topics of the run are put together (topics.go);
//  5. where there is a second judge, it is asked about what the first one opposes
//     or nearly does (second.go);
//  6. verdicts become findings: the relation is named, what says the same is
//     folded together, the best come first (finding.go, fold.go, rank.go).
//
// What is found in a story is a function of its articles, their claims and
// nothing else. A [Ledger] keeps it from one run to the next, so that [Ledger.Add]
// opens only the stories that new articles change (add.go, reopen.go, tell.go);
// package archive keeps a ledger on disk. A [Reference] looks drafts up in a ledger
// (refer.go, refer_meet.go) and [Against] judges them (against.go), in a fraction
// of a second.
//
// Every stage is a function of plain values with a key (article, story,
// statement, pair), so that a distributed engine can run the same functions
// where the data is. Four steps see the whole run, each because it must:
// linking the articles (keyed by word and day), joining the speakers (keyed by
// surname), finding statements of other stories (keyed by blocking key) and the
// folding of findings that say the same (keyed by story). Memory grows with the
// claims; what a story needs is let go when it is done.
//
// The package reads no files and writes none.
package check

import (
	"cmp"
	"context"
	"fmt"

	"crosscheck/claims"
	"crosscheck/claims/entity"
	"crosscheck/compare"
	"crosscheck/compare/jury"
	"crosscheck/compare/second"
	"crosscheck/compare/topic"
)

// Options tune a run. The zero value is a good one.
type Options struct {
	// Judge decides whether two statements oppose each other; nil is jury.New().
	// One that is a compare.Reader is asked as such.
	Judge compare.Judge
	// Second asks another judge about what Judge opposes, or nearly does; the zero
	// value asks nobody.
	Second second.Options
	// Bar is the score from which on both judges together oppose a pair; 0 is
	// jury.Flag. Without Second it does not count: the bar is the judge's own.
	Bar float64
	// Progress is told how far a stage is, from any goroutine; nil for nobody.
	Progress func(stage string, done, total int)
	// Topics tunes the grouping.
	Topics topic.Options
	// Names are the people, bodies and places known beforehand; nil is
	// entity.Default().
	Names *entity.Gazetteer

	about map[string]bool // articles, by ID; where not nil the judge is asked only about pairs with a text of theirs
}

// The stages as Options.Progress names them, in order.
const (
	StageStories = "stories" // articles are sorted into stories; counts articles
	StageExtract = "extract" // claims are found; counts articles
	StageCompare = "compare" // statements are grouped and judged, story by story; counts their articles
	StageAcross  = "across"  // statements of different stories are judged; counts pairs
	StageSecond  = "second"  // the second judge is asked, where there is one; counts pairs
)

func (o Options) names() *entity.Gazetteer { return cmp.Or(o.Names, entity.Default()) }

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
	opt.Judge = cmp.Or[compare.Judge](opt.Judge, jury.New())
	opt.Judge = opt.leaning()
	r, err := grouped(ctx, articles, opt)
	if err != nil {
		return nil, err
	}
	if err := r.again(ctx); err != nil {
		return nil, err
	}
	r.find()
	return r.end(), nil
}

// Topics is Run without judging: the report has stories, claims, topics and
// copies, and no findings. Of the options, Judge does not count.
func Topics(ctx context.Context, articles []claims.Article, opt Options) (*compare.Report, error) {
	opt.Judge = nil
	r, err := grouped(ctx, articles, opt)
	if err != nil {
		return nil, err
	}
	return r.end(), nil
}

// end is the report of a run, which holds nothing else of it.
func (r *run) end() *compare.Report {
	out := r.report
	return &out
}

// grouped does everything up to the topics; the pairs are judged where there is
// a judge.
func grouped(ctx context.Context, articles []claims.Article, opt Options) (*run, error) {
	r := &run{opt: opt, report: compare.Report{
		Version: compare.Version, Articles: articles, Stories: []compare.Story{},
		Topics: []compare.Topic{}, Copies: []compare.Copies{}, Findings: []compare.Finding{}, SetAside: []compare.SetAside{}, Warnings: []claims.Warning{},
	}}
	read, warnings := English(articles)
	r.report.Warnings = append(r.report.Warnings, warnings...)
	if err := r.sort(ctx, read); err != nil {
		return nil, err
	}
	if err := r.extract(ctx, read); err != nil {
		return nil, err
	}
	if err := r.compare(ctx, read); err != nil {
		return nil, err
	}
	pairs, err := r.beyond(ctx)
	if err != nil {
		return nil, err
	}
	r.join(pairs)
	r.report.Warnings = append(r.report.Warnings, Capped{Texts: r.cappedCopies, Keys: r.crowdedKeys}.Warnings()...)
	return r, nil
}

// run is the state of one run. Articles, and with them statements, are numbered
// in the order of the news.
type run struct {
	opt     Options
	report  compare.Report
	sheets  []sheet
	bundles []bundle          // of each sheet, until all stories have been opened
	events  [][]int32         // the stories, by the places of their articles
	storyOf map[string]string // article ID -> story ID

	begin        []int32 // of each article, the place of its first statement; one more for the end
	statements   []ref
	centre       []int32 // of each statement, the place of its topic's centre; -1 for none
	labels       map[int32]string
	cards        *topic.Index
	keyed        []int32 // of each card, its statement
	count        topic.Statistics
	cappedCopies int // texts that were compared with part of their like only
	crowdedKeys  int // blocking keys of which only neighbours were compared

	pairs   []judged
	byID    map[string]*claims.Article
	topicOf map[int32]string // statement -> topic ID, of those in pairs
}

// sheet is an article with its claims.
type sheet struct {
	*claims.Article
	claims []claims.Claim
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

// index finds the claims of each article. Those of the report are in the order
// of articles, the sheets in that of the news.
func (r *run) index(articles []claims.Article) {
	r.byID = make(map[string]*claims.Article, len(articles))
	place := r.inNews()
	at := 0
	for i := range articles {
		r.byID[articles[i].ID] = &articles[i]
		from := at
		for at < len(r.report.Claims) && r.report.Claims[at].Article == articles[i].ID {
			at++
		}
		r.sheets[place[&articles[i]]].claims = r.report.Claims[from:at:at]
	}
}

// inNews are the places of the articles in the order of the news.
func (r *run) inNews() map[*claims.Article]int {
	out := make(map[*claims.Article]int, len(r.sheets))
	for i := range r.sheets {
		out[r.sheets[i].Article] = i
	}
	return out
}
