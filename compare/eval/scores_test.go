package eval

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crosscheck/claims/datatest"
	"crosscheck/compare"
	"crosscheck/compare/check"
	"crosscheck/compare/jury"
)

// judgeOfScores is the judge that the golden file is about: the command's
// default.
func judgeOfScores() compare.Judge { return jury.New() }

// mostRows is how many rows of a set are judged in the test: every n-th,
// spread over the whole file. "crosscheck eval nli" judges all.
const mostRows = 10_000

// lowBar is a bar for who reads ten findings a story.
const lowBar = .03

// TestScores holds the quality of the judge in a golden file, so that a change
// of it shows in review. It takes some 50 s of processor time.
func TestScores(t *testing.T) {
	if testing.Short() {
		t.Skip("measures on all public sets")
	}
	judge := judgeOfScores()
	var b strings.Builder
	fmt.Fprintf(&b, "# judge %s; each part is what one crosscheck eval tells\n\n", judge.Name())
	labelled := scoreNLI(t, &b, judge)
	scoreNews(t, &b, judge, labelled)
	scoreFNC(t, &b, judge)
	b.WriteString("\n# eval findings, on our annotation of twelve stories\n" + storyScores(goldScores(t, check.Options{Judge: judge})))
	low := goldScores(t, check.Options{Judge: jury.New().Down(lowBar)})
	fmt.Fprintf(&b, "from %v on: %d findings in %d stories; matters of strength 2 and above found: %s; hard negatives flagged: %s\n",
		lowBar, low.Findings, low.Stories, share(low.Matters[1].Share), share(low.Negatives[len(low.Negatives)-1].Share))
	datatest.Golden(t, "testdata/scores.txt", b.String())
}

// TestLocal holds how much is found in small local news, plainly told, which needs
// no public data: at the judge's own bar, and of all that any rule sees. Nobody who
// builds looks at the set apart, so that it says what the other no longer can.
func TestLocal(t *testing.T) {
	const gold = "../../testdata/gold/"
	var b strings.Builder
	b.WriteString("# at the judge's own bar, and at .02\n")
	for _, name := range []string{"local", "apart"} {
		for _, judge := range []*jury.Judge{jury.New(), jury.New().Down(.02)} {
			table := scoresOn(t, gold+name+".json", gold+name+".jsonl", check.Options{Judge: judge})
			fmt.Fprintf(&b, "%s: %d findings, %s tell a marked pair; matters found: %s", name, table.Findings, share(table.Marked), share(table.Matters[1].Share))
			if n := len(table.Negatives); n > 0 {
				fmt.Fprintf(&b, "; hard negatives flagged: %s", share(table.Negatives[n-1].Share))
			}
			b.WriteByte('\n')
		}
	}
	datatest.Golden(t, "testdata/local.txt", b.String())
}

// scoreNLI measures every set, and returns the one that thresholds are read from.
func scoreNLI(t *testing.T, b *strings.Builder, judge compare.Judge) *NLI {
	paths, err := filepath.Glob(filepath.Join(datatest.Path(t, "data", "nli"), "*.jsonl"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no sets: %v", err)
	}
	all, news := &NLI{Judge: judge, Examples: -1}, &NLI{Judge: judge, Examples: -1}
	for _, path := range paths {
		rows, step := thinned(t, path)
		name := strings.TrimSuffix(filepath.Base(path), ".jsonl")
		if step > 1 {
			name += fmt.Sprintf(", one row in %d", step)
		}
		if err := all.Add(context.Background(), name, bytes.NewReader(rows)); err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(name, "mnli.") {
			if err := news.Add(context.Background(), name, bytes.NewReader(rows)); err != nil {
				t.Fatal(err)
			}
		}
	}
	table := all.Table()
	fmt.Fprintf(b, "# eval nli: contradiction P, R, F1, average precision; accuracy; calibration error\n")
	for _, s := range table.Sets {
		nliScore(b, s.Name, s.NLIScores)
		fmt.Fprintf(b, "  ece %.3f\n", s.Calibration.Error)
		for _, tag := range s.Tags {
			if tag.Rows >= 30 && len(tag.Tag) <= 20 { // longer ones are lists of tags
				nliScore(b, "  "+tag.Tag, tag.NLIScores)
				b.WriteByte('\n')
			}
		}
	}
	m := table.Macro
	fmt.Fprintf(b, "%-36s P %.3f  R %.3f  F1 %.3f  AP %.3f  accuracy %.3f  ece %.3f\n", fmt.Sprintf("mean of %d", m.Sets),
		m.Precision, m.Recall, m.F1, m.AveragePrecision, m.Accuracy, m.ExpectedCalibrationError)
	for _, c := range table.Calibration.Bands {
		fmt.Fprintf(b, "score %.1f to %.1f: mean %.3f, contradictions %s\n", c.From, c.To, c.Mean, share(c.Share))
	}
	return news
}

func nliScore(b *strings.Builder, name string, s NLIScores) {
	c := s.Contradiction
	fmt.Fprintf(b, "%-36s P %.3f  R %.3f  F1 %.3f  AP %.3f  accuracy %.3f", name, c.Precision, c.Recall, c.F1, s.AveragePrecision, s.Accuracy.Value)
	if s.TwoWay != nil {
		fmt.Fprintf(b, " (of two %.3f)", s.TwoWay.Value)
	}
}

// thinned are at most mostRows rows of a file, every step-th.
func thinned(t *testing.T, path string) (rows []byte, step int) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	step = (bytes.Count(data, []byte("\n")) + mostRows - 1) / mostRows
	n := 0
	for line := range bytes.Lines(data) {
		if n++; n%max(1, step) == 0 {
			rows = append(rows, line...)
		}
	}
	return rows, step
}

func scoreNews(t *testing.T, b *strings.Builder, judge compare.Judge, labelled *NLI) {
	f, err := os.Open(datatest.Path(t, "data", "corpus", "allsides.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	table, err := News{Judge: judge, Pairs: 5000, Seed: 1, Labelled: labelled, Examples: -1}.Run(context.Background(), "allsides.jsonl.gz", bufio.NewReader(f))
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(b, "\n# eval news: pairs of sentences of one article, and thresholds from MultiNLI\nflagged: %s\n", thousandths(table.Flagged))
	for _, g := range table.Rules {
		fmt.Fprintf(b, "flagged by %s: %d\n", g.Name, g.Count)
	}
	for _, r := range table.AtRecall {
		fmt.Fprintf(b, "at recall %.2f, precision %.3f, score %.4f: %s\n", r.Recall, r.Precision, r.Threshold, thousandths(r.Flagged))
	}
}

// thousandths is a share that is small.
func thousandths(s Share) string {
	return fmt.Sprintf("%.2f %% (%d of %d)", 100*s.Value, s.Count, s.Of)
}

func scoreFNC(t *testing.T, b *strings.Builder, judge compare.Judge) {
	s, warnings, err := ReadStancePairs(datatest.Path(t, "data", "stance", "fnc1"))
	if err != nil {
		t.Fatal(err)
	}
	table, err := FNC{Judge: judge, Examples: -1}.Run(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(b, "\n# eval fnc: bodies that disagree with a headline; %d warnings\nrightly taken as related or not: %s\n", len(warnings), share(table.Related))
	for _, s := range table.Scores {
		fmt.Fprintf(b, "%-10s %s  AP %.3f, among related %.3f\n", s.Name, prf(s.Disagree), s.AveragePrecision, s.AmongRelated)
	}
}
