package eval

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
)

// oneEnds is a judge that flags a pair whose second statement ends in a word.
type oneEnds struct{ word string }

func (oneEnds) Name() string { return "ends/1" }

func (o oneEnds) Judge(_ context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	out := make([]compare.Verdict, len(pairs))
	for i, p := range pairs {
		out[i] = compare.Verdict{Label: compare.Neutral, Scores: compare.Scores{Neutral: 1}}
		if strings.HasSuffix(p.B.Text, o.word) {
			out[i] = compare.Verdict{Label: compare.Contradiction, Type: compare.Antonym, Rule: "end", Why: "so it ends", Scores: compare.Scores{Contradiction: .9, Neutral: .1}}
		}
	}
	return out, nil
}

// newsroom is articles of our own: two sentences of each overlap, the third
// stands alone.
func newsroom(n int) []string {
	var rows []string
	for i := range n {
		rows = append(rows, fmt.Sprintf(`{"id": "a%d", "title": "Bridge %d", "body": "The council closed the old bridge at Marlbeck after the flood of Tuesday night.\n\n`+
			`Engineers said the old bridge at Marlbeck needs another pier before the council opens traffic.\n\n`+
			`Farmer Bernard Stott counted %d healthy lambs in his meadow beside the orchard."}`, i, i, i+2))
	}
	return rows
}

func runNews(t *testing.T, n News, text string) NewsTable {
	t.Helper()
	table, err := n.Run(context.Background(), "news.jsonl", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func TestNews(t *testing.T) {
	n := News{Judge: oneEnds{"traffic."}, Pairs: 40, Seed: 3, Examples: 2}
	table := runNews(t, n, strings.Join(newsroom(50), "\n"))
	if table.Pairs != 40 || table.Articles < 15 {
		t.Errorf("%d pairs of %d articles", table.Pairs, table.Articles)
	}
	// Of each article one pair overlaps, and it is the one that is flagged.
	if table.Flagged.Count != table.Overlapping.Count || table.FlaggedOverlapping.Value != 1 || table.Overlapping.Count == 0 || table.Overlapping.Count == 40 {
		t.Errorf("%+v", table)
	}
	if diff := cmp.Diff([]Group{{"end", Share{table.Flagged.Count, table.Flagged.Count, 1}}}, table.Rules); diff != "" {
		t.Errorf("rules (-want +got):\n%s", diff)
	}
	if len(table.Examples) != 2 || table.Examples[0].Rule != "end" || table.Examples[0].Line < 1 || !strings.HasPrefix(table.Examples[0].Article, "a") {
		t.Errorf("%+v", table.Examples)
	}
	if none := runNews(t, News{Judge: oneEnds{"nowhere"}, Pairs: 5, Examples: -1}, newsroom(9)[0]); none.Flagged.Count != 0 || none.Examples != nil || none.Pairs == 0 {
		t.Errorf("%+v", none)
	}
}

// The sample depends on the articles and the seed, not on their order or on
// whether they are packed.
func TestNewsSample(t *testing.T) {
	rows := newsroom(60)
	texts := func(seed uint64, rows []string) (out []string) {
		list, err := News{Pairs: 20, Seed: seed}.sample("f.jsonl", strings.NewReader(strings.Join(rows, "\n")))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range list {
			out = append(out, p.article+p.a+p.b)
		}
		return out
	}
	first := texts(1, rows)
	slices.Reverse(rows)
	if diff := cmp.Diff(first, texts(1, rows)); diff != "" {
		t.Errorf("in another order (-first +second):\n%s", diff)
	}
	if cmp.Equal(first, texts(2, rows)) {
		t.Error("another seed gives the same sample")
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	fmt.Fprint(z, strings.Join(rows, "\n"))
	z.Close()
	list, err := News{Pairs: 20, Seed: 1}.sample("f.jsonl.gz", &packed)
	if err != nil || len(list) != 20 || list[0].article+list[0].a+list[0].b != first[0] {
		t.Errorf("packed: %d pairs, %v", len(list), err)
	}
}

func TestNewsAtRecall(t *testing.T) {
	labelled := &NLI{Judge: scripted{}, Examples: -1}
	addNLI(t, labelled, "l", nliFile("", "contradiction .95", "contradiction .6", "neutral .5", "contradiction 0", "contradiction 0"))
	table := runNews(t, News{Judge: oneEnds{"traffic."}, Pairs: 30, Labelled: labelled, Examples: -1}, strings.Join(newsroom(30), "\n"))
	var got []string
	for _, r := range table.AtRecall {
		got = append(got, fmt.Sprintf("%.2f: %.2f %.2f at %.2f, %t", r.Aim, r.Recall, r.Precision, r.Threshold, r.Flagged == table.Flagged))
	}
	want := []string{"0.10: 0.25 1.00 at 0.95, false", "0.25: 0.25 1.00 at 0.95, false", "0.50: 0.50 1.00 at 0.60, true"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if table.AtRecall[0].Flagged.Count != 0 {
		t.Errorf("a score of .9 is flagged at .95: %+v", table.AtRecall[0])
	}
}

func TestNewsBadRows(t *testing.T) {
	var got []string
	n := News{Judge: oneEnds{"x"}, Pairs: 9, Warn: func(w claims.Warning) { got = append(got, fmt.Sprintf("%s:%d: %s", w.Path, w.Line, w.Reason)) }}
	runNews(t, n, "[1]\n\nno\n{\"body\": \"\xff\"}\n"+newsroom(1)[0])
	want := []string{
		"news.jsonl:1: is not an article in JSON and was left out",
		"news.jsonl:3: is not an article in JSON and was left out",
		"news.jsonl:4: is not UTF-8 and was left out",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, text := range []string{"", `{"id": 1, "body": "One sentence about the old bridge at Marlbeck."}`} {
		if _, err := n.Run(context.Background(), "f.jsonl", strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), "no article with two sentences") {
			t.Errorf("%q: error %v", text, err)
		}
	}
}
