package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	gocmp "github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/compare"
	"crosscheck/compare/check"
	"crosscheck/compare/jury"
	"crosscheck/report"
)

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

// newsroom are our own articles.
const newsroom = "../../testdata/articles"

// oneMachine is the report that the single machine writes.
func oneMachine(t testing.TB, paths ...string) []byte {
	t.Helper()
	var list []claims.Article
	var unread []claims.Warning
	err := article.Walk(t.Context(), paths, nil, func(a claims.Article) error { list = append(list, a); return nil },
		func(w claims.Warning) { unread = append(unread, w) })
	if err != nil {
		t.Fatal(err)
	}
	r, err := check.Run(t.Context(), list, check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r.Warnings = append(unread, r.Warnings...)
	r.Rules = check.RuleDocs(r)
	var out bytes.Buffer
	if err := writeReport(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// outcome is what a run of the pipeline leaves.
type outcome struct {
	report  []byte
	letters []dead
	metrics beam.PipelineResult
}

// onPrism runs the pipeline.
func onPrism(t testing.TB, ways int, patterns ...string) outcome {
	t.Helper()
	return runOn(t, plan{in: patterns, keep: keepAll, ways: ways, most: 6})
}

// runOn runs the pipeline of a plan, into files of the test.
func runOn(t testing.TB, plan plan) outcome {
	t.Helper()
	dir := t.TempDir()
	plan.out, plan.lost = filepath.Join(dir, "report.json"), filepath.Join(dir, "lost.jsonl")
	p, s := beam.NewPipelineWithRoot()
	pipeline(s, plan)
	result, err := ptest.RunWithMetrics(p)
	if err != nil {
		t.Fatal(err)
	}
	o := outcome{metrics: result}
	if o.report, err = os.ReadFile(filepath.Join(dir, "report.json")); err != nil {
		t.Fatal(err)
	}
	lines, _ := os.ReadFile(filepath.Join(dir, "lost.jsonl")) // there is none where nothing was lost
	for line := range bytes.Lines(lines) {
		var d dead
		if err := json.Unmarshal(line, &d); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		o.letters = append(o.letters, d)
	}
	return o
}

// same compares two reports, byte for byte, and says where they part.
func same(t *testing.T, want, got []byte) {
	t.Helper()
	if bytes.Equal(want, got) {
		return
	}
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			t.Errorf("line %d: -one machine +Prism\n%s", i+1, gocmp.Diff(w[i:min(i+8, len(w))], g[i:min(i+8, len(g))]))
			break
		}
	}
	t.Errorf("%d lines on one machine, %d on Prism", len(w), len(g))
}

// TestSameReport: the report is, byte for byte, that of the single machine,
// however the work is spread, and in however many rounds it is grouped.
func TestSameReport(t *testing.T) {
	want := oneMachine(t, newsroom)
	var r compare.Report
	if err := json.Unmarshal(want, &r); err != nil || len(r.Findings) < 5 || len(r.SetAside) == 0 {
		t.Fatalf("too little is found to compare: %d findings, %v", len(r.Findings), err)
	}
	for _, c := range []struct{ ways, most int }{{1, 0}, {2, 1}, {8, 16}} {
		got := runOn(t, plan{in: []string{newsroom + "/*/*"}, keep: keepAll, ways: c.ways, most: c.most})
		same(t, want, got.report)
		if len(got.letters) > 0 {
			t.Errorf("dead letters: %v", got.letters)
		}
	}
}

// TestSameFindingsOnCorpus is TestSameReport on 2,000 articles of a corpus, in
// four files, two of them compressed.
func TestSameFindingsOnCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	dir := slice(t, measuringData(t, "data/corpus/allsides.jsonl.gz"), 2000, 4)
	got := onPrism(t, 2, dir+"/*.jsonl*")
	same(t, oneMachine(t, dir), got.report)
}

// measuringData is what datatest.Path is; that package has a flag of the name of
// one of Beam's.
func measuringData(t testing.TB, path string) string {
	t.Helper()
	path = filepath.Join(cmp.Or(os.Getenv("CROSSCHECK_DATA"), "../../../shared"), path)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CROSSCHECK_REQUIRE_DATA") != "" {
			t.Fatalf("measuring data required: %v", err)
		}
		t.Skipf("SKIP-DATA: no measuring data: %v; hint: set CROSSCHECK_DATA to its folder", err)
	}
	return path
}

// slice puts the first n articles of a corpus into so many files.
func slice(t testing.TB, path string, n, files int) string {
	t.Helper()
	in, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	unpacked, err := gzip.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	lines := bufio.NewReader(unpacked)
	for k := range files {
		var out bytes.Buffer
		for range n / files {
			line, err := lines.ReadBytes('\n')
			if err != nil {
				t.Fatal(err)
			}
			out.Write(line)
		}
		store(t, filepath.Join(dir, string(rune('a'+k))+".jsonl"), out.Bytes(), k%2 == 1)
	}
	return dir
}

// store writes a file, compressed where that is wanted.
func store(t testing.TB, path string, data []byte, pack bool) {
	t.Helper()
	if pack {
		var out bytes.Buffer
		w := gzip.NewWriter(&out)
		w.Write(data)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		path, data = path+".gz", out.Bytes()
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestSeveralBundles: with two parts, stories are opened in two bundles at once.
func TestSeveralBundles(t *testing.T) {
	var now, most atomic.Int32
	defer func(f func(check.Options, context.Context, []check.Sheet) (*check.Opened, error)) { openStory = f }(openStory)
	openStory = func(o check.Options, ctx context.Context, list []check.Sheet) (*check.Opened, error) {
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		time.Sleep(50 * time.Millisecond) // so that the other bundle comes in between
		defer now.Add(-1)
		return o.Open(ctx, list)
	}
	onPrism(t, 2, newsroom+"/*/*")
	if most.Load() < 2 {
		t.Error("one story was opened after the other")
	}
}

// TestHotKey: words that too many articles of a day share, and keys that too many
// statements share, are capped as on the single machine, and the warnings of both say so.
func TestHotKey(t *testing.T) {
	var rows bytes.Buffer
	for i := range 430 {
		body := strings.Repeat(fmt.Sprintf("The ferry Maid of Ossick sank off Veldar, harbour master number %d said on Monday. ", i), 3)
		fmt.Fprintf(&rows, `{"id":"a%03d","outlet":"Outlet %d","title":"Ferry sinks off Veldar","date":"2021-03-01","body":%q}`+"\n", i, i%40, body)
	}
	for i := range 80 { // of as many stories
		day := time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, i, 0).Format(time.DateOnly)
		fmt.Fprintf(&rows, `{"id":"b%03d","outlet":"Outlet %d","title":"Notes of week %d","date":%q,"body":"The Quillon lighthouse cost %d crowns to mend, Mara Lind, the harbour master, said."}`+"\n", i, i%7, i, day, 100+i)
	}
	path := filepath.Join(t.TempDir(), "ferry.jsonl")
	store(t, path, rows.Bytes(), false)
	want := oneMachine(t, path)
	for _, warning := range []string{"they were compared with some of these only", "each was compared with its neighbours in time only"} {
		if !bytes.Contains(want, []byte(warning)) {
			t.Errorf("no warning that %s", warning)
		}
	}
	same(t, want, onPrism(t, 2, path).report)
}

// TestUndated: articles without a date, which may be of any month, are linked with
// those of each as on the single machine.
func TestUndated(t *testing.T) {
	var rows bytes.Buffer
	for i := range 40 {
		date, told := "", []string{
			"The ferry Maid of Ossick will be mended in %d weeks, Mara Lind, the harbour master, said",
			"Veldar lighthouse goes dark after %d storms, according to keeper Tom Arbery",
			"Brankow brewery sells %d cellars of bitter to investors, a trade union warned",
			"Surgeons from Tuile operated on %d patients, the hospital's Jana Petrik confirmed",
		}[i/10]
		if i%7 > 0 || i >= 30 || i == 7 { // 1969-12-31 is the seventh's: no date for those who count from 1970
			date = time.Date(1969, 12, 10, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 3*i).Format(time.DateOnly)
		}
		body := fmt.Sprintf(told, i%4+2)
		fmt.Fprintf(&rows, `{"id":"a%03d","outlet":"Outlet %d","title":%q,"date":%q,"body":"%s on Monday."}`+"\n", i, i%5, body, date, body)
	}
	path := filepath.Join(t.TempDir(), "ossick.jsonl")
	store(t, path, rows.Bytes(), false)
	want := oneMachine(t, path)
	var r compare.Report
	if err := json.Unmarshal(want, &r); err != nil || !slices.ContainsFunc(r.Stories, func(s compare.Story) bool { return len(s.Articles) > 2 }) || len(r.Stories) < 5 {
		t.Fatalf("nothing is tested: %d stories, %v", len(r.Stories), err)
	}
	same(t, want, onPrism(t, 2, path).report)
}

// TestCited: a report of what is cited has the same findings, and everything
// that they speak of.
func TestCited(t *testing.T) {
	var all, few compare.Report
	if err := json.Unmarshal(oneMachine(t, newsroom), &all); err != nil {
		t.Fatal(err)
	}
	for _, keep := range []string{keepFound, keepCited} {
		got := runOn(t, plan{in: []string{newsroom + "/*/*"}, keep: keep, ways: 1, most: 6}).report
		r, err := report.ReadJSON(bytes.NewReader(got))
		if err != nil {
			t.Fatalf("--keep %s: %v", keep, err)
		}
		few = *r
	}
	for _, part := range [][2]any{{all.Findings, few.Findings}, {all.SetAside, few.SetAside}, {all.Rules, few.Rules}, {all.Warnings, few.Warnings}} {
		if diff := gocmp.Diff(part[0], part[1]); diff != "" {
			t.Errorf("-all +cited\n%s", diff)
		}
	}
	has := map[string]bool{}
	for _, c := range few.Claims {
		has[c.ID] = true
	}
	for _, f := range few.Findings {
		for _, id := range append([]string{f.A, f.B}, append(f.Also.A, f.Also.B...)...) {
			if !has[id] {
				t.Errorf("claim %s of finding %s is left out", id, f.ID)
			}
		}
		if !slices.ContainsFunc(few.Topics, func(t compare.Topic) bool { return f.Topic == "" || t.ID == f.Topic }) {
			t.Errorf("topic %s is left out", f.Topic)
		}
	}
	if len(few.Claims) >= len(all.Claims)/2 || len(few.Stories) == 0 || len(few.Stories) > len(all.Stories) {
		t.Errorf("%d of %d claims, %d of %d stories", len(few.Claims), len(all.Claims), len(few.Stories), len(all.Stories))
	}
}

// TestMinScore: another bar finds what the single machine finds at it, and a report
// of findings has nothing else.
func TestMinScore(t *testing.T) {
	var list []claims.Article
	err := article.Walk(t.Context(), []string{newsroom}, nil, func(a claims.Article) error { list = append(list, a); return nil }, func(claims.Warning) {})
	if err != nil {
		t.Fatal(err)
	}
	counts := map[int]bool{}
	for _, least := range []float64{.2, .8} {
		r, err := check.Run(t.Context(), list, check.Options{Judge: jury.New().Down(least)})
		if err != nil {
			t.Fatal(err)
		}
		r.Findings = slices.DeleteFunc(r.Findings, func(f compare.Finding) bool { return f.Score < least })
		r.Rules = check.RuleDocs(r)
		var want bytes.Buffer
		if err := writeReport(&want, r); err != nil {
			t.Fatal(err)
		}
		same(t, want.Bytes(), runOn(t, plan{in: []string{newsroom + "/*/*"}, keep: keepAll, ways: 1, most: 6, least: least}).report)
		var few compare.Report
		if err := json.Unmarshal(runOn(t, plan{in: []string{newsroom + "/*/*"}, keep: keepFound, ways: 1, most: 6, least: least}).report, &few); err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(r.Findings, few.Findings); diff != "" || len(few.SetAside) > 0 {
			t.Errorf("from %v on, %d set aside: -all +findings\n%s", least, len(few.SetAside), diff)
		}
		counts[len(r.Findings)] = true
	}
	if len(counts) < 2 {
		t.Errorf("two bars find the same: %v", counts)
	}
}
