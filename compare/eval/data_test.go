package eval

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/datatest"
	"crosscheck/claims/extract"
	"crosscheck/compare/check"
)

// TestAttributionScores scores attribution on the development part of PolNeAR.
func TestAttributionScores(t *testing.T) {
	texts, warnings, err := ReadPolNeAR(datatest.Path(t, "data", "attribution", "polnear", "dev"))
	if err != nil {
		t.Fatal(err)
	}
	found, err := Extract(context.Background(), extract.Finder{}, texts)
	if err != nil {
		t.Fatal(err)
	}
	table := Score(texts, found)
	var b strings.Builder
	fmt.Fprintf(&b, "texts %d, annotation files %d, warnings %d\n\n", table.Texts, table.Annotations, len(warnings))
	contentRows(&b, "spans", table.Spans)
	contentRows(&b, "content", table.Content)
	fmt.Fprintf(&b, "cue                         %s\n\n", prf(table.Cue))
	fmt.Fprintf(&b, "direct spans found at IoU >= %.1f: %s\n", DirectIoU, share(table.DirectSpans))
	fmt.Fprintf(&b, "whole quotations found at IoU >= %.1f: %s\n", DirectIoU, share(table.Quotations))
	fmt.Fprintf(&b, "direct content found at IoU >= %.1f: %s\n", DirectIoU, share(table.DirectFound))
	fmt.Fprintf(&b, "source right, given the content: %s\n", share(table.SourceRight))
	fmt.Fprintf(&b, "cue right, given the content: %s\n", share(table.CueRight))
	fmt.Fprintf(&b, "direct claims without a speaker: %s\n", share(table.Unknown))
	b.WriteString("\nerrors by shape, first annotation file of each text\n")
	for _, s := range Shapes(texts, found, 0) {
		fmt.Fprintf(&b, "%5d  %s\n", s.Count, s.Name)
	}
	datatest.Golden(t, "testdata/attribution.txt", b.String())
}

func contentRows(b *strings.Builder, what string, list []Row) {
	for _, r := range list {
		fmt.Fprintf(b, "%-7s %-8s  IoU >= %.1f  %s\n", what, r.Kind, LooseIoU, prf(r.Loose))
		fmt.Fprintf(b, "%-7s %-8s  IoU >= %.1f  %s\n", what, r.Kind, StrictIoU, prf(r.Strict))
	}
}

func prf(p PRF) string {
	return fmt.Sprintf("P %.3f (%d of %d)  R %.3f (%d of %d)  F1 %.3f", p.Precision, p.Right, p.Claimed, p.Recall, p.Found, p.Gold, p.F1)
}

func share(s Share) string { return fmt.Sprintf("%.3f (%d of %d)", s.Value, s.Count, s.Of) }

// goldScores scores the pipeline on our annotation of public news stories.
func goldScores(t *testing.T, opt check.Options) StoryTable {
	t.Helper()
	return scoresOn(t, datatest.Path(t, "data", "gold", "stories.json"), datatest.Path(t, "data", "stories", "basil.jsonl"), opt)
}

// scoresOn measures on the gold and the articles of two files.
func scoresOn(t *testing.T, marked, printed string, opt check.Options) StoryTable {
	t.Helper()
	data, err := os.ReadFile(marked)
	if err != nil {
		t.Fatal(err)
	}
	gold, err := ReadStories(data)
	if err != nil {
		t.Fatal(err)
	}
	articles := readAll(t, printed)
	for _, w := range gold.Check(marked, articles) {
		t.Error(w.Reason)
	}
	reports, err := RunStories(context.Background(), gold, articles, opt)
	if err != nil {
		t.Fatal(err)
	}
	return ScoreStories(gold, reports, -1)
}

func storyScores(table StoryTable) string {
	var b strings.Builder
	fmt.Fprintf(&b, "stories %d, articles %d\n", table.Stories, table.Articles)
	fmt.Fprintf(&b, "findings: %d, %.1f a story, %d more cut\n", table.Findings, table.PerStory, table.Cut)
	fmt.Fprintf(&b, "findings that tell a marked pair: %s\n", share(table.Marked))
	for _, l := range table.Matters {
		fmt.Fprintf(&b, "matters of strength %d and above found: %s\n", l.Strength, share(l.Share))
	}
	for _, g := range table.Relations {
		fmt.Fprintf(&b, "matters of strength 2 and above found, relation %s: %s\n", g.Name, share(g.Share))
	}
	for _, g := range table.Types {
		fmt.Fprintf(&b, "matters of strength 2 and above found, type %s: %s\n", g.Name, share(g.Share))
	}
	for _, g := range table.Negatives {
		fmt.Fprintf(&b, "hard negatives flagged, %s: %s\n", g.Name, share(g.Share))
	}
	for _, g := range table.Statements {
		fmt.Fprintf(&b, "statements with the right speaker, %s: %s\n", g.Name, share(g.Share))
	}
	return b.String()
}

func readAll(t *testing.T, path string) []claims.Article {
	t.Helper()
	var list []claims.Article
	err := article.Walk(context.Background(), []string{path}, nil,
		func(a claims.Article) error { list = append(list, a); return nil },
		func(w claims.Warning) { t.Errorf("%s:%d: %s", w.Path, w.Line, w.Reason) })
	if err != nil {
		t.Fatal(err)
	}
	return list
}
