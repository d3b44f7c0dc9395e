package eval

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"crosscheck/claims"
)

// goldRows has every fault that a row can have.
const goldRows = "\uFEFF" + `{"id": "a", "story": "fair", "title": "Fair opens", "date": "2017-05-03", "outlet": "Gazette", "body": "The fair opened on Friday."}

{"id": 2, "story": 7, "body": "Eleven lambs were born."}
{"story": "fair", "body": "The fair has no id."}
{"id": "c", "body": "The fair has no story."}
{"id": "d", "story": ["fair"], "body": "The story is a list."}
{"id": "e", "story": "fair"}
{"id": "a", "story": "fair", "body": "The fair is given twice."}
[1]
{"id": "f", "story": "fair", "date": "Friday", "body": "The fair has no proper date."}`

func TestReadTopics(t *testing.T) {
	gold, warnings, err := ReadTopics("gold.jsonl", strings.NewReader(goldRows))
	if err != nil {
		t.Fatal(err)
	}
	want := []claims.Article{
		{ID: "a", Path: "gold.jsonl", Line: 1, Outlet: "Gazette", Title: "Fair opens", Date: "2017-05-03"},
		{ID: "2", Given: "2", Path: "gold.jsonl", Line: 3, Outlet: "Gold"},
		{ID: "e", Path: "gold.jsonl", Line: 7},
		{ID: "f", Path: "gold.jsonl", Line: 10, Outlet: "Gold"},
	}
	if diff := cmp.Diff(want, gold.Articles, cmpopts.IgnoreFields(claims.Article{}, "Text", "Origin", "Blocks", "Language")); diff != "" {
		t.Errorf("articles (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"fair", "7", "fair", "fair"}, gold.Stories); diff != "" {
		t.Errorf("stories (-want +got):\n%s", diff)
	}
	for i, want := range []string{"4 has no id", "5 has no story", "6 has no story", "7 has no body", `8 has the ID "a" of line 1`,
		"9 is not an article in JSON", "10 has a date that cannot be read"} {
		if i >= len(warnings) || !strings.HasPrefix(fmt.Sprint(warnings[i].Line, " ", warnings[i].Reason), want) {
			t.Errorf("no warning %q at its place among %v", want, warnings)
		}
	}
	if len(warnings) != 7 {
		t.Errorf("%d warnings: %v", len(warnings), warnings)
	}
}

func TestReadTopicsPacked(t *testing.T) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, goldRows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	gold, _, err := ReadTopics("-", bytes.NewReader(b.Bytes()))
	if err != nil || len(gold.Articles) != 4 {
		t.Errorf("%d articles, %v", len(gold.Articles), err)
	}
	if _, _, err := ReadTopics("-", bytes.NewReader(b.Bytes()[:40])); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("cut off: %v", err)
	}
	if _, _, err := ReadTopics("-", strings.NewReader("\x1f\x8bno")); err == nil {
		t.Error("a broken gzip file is read")
	}
}

func TestReadTopicsFails(t *testing.T) {
	broken := errors.New("broken")
	if _, _, err := ReadTopics("x", io.MultiReader(strings.NewReader(goldRows), iotest.ErrReader(broken))); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	for _, none := range []string{"", "\n\n", "no JSON", `{"id": "e", "story": "fair"}`} {
		if _, _, err := ReadTopics("x", strings.NewReader(none)); err == nil {
			t.Errorf("%q is taken for a gold", none)
		}
	}
}

// TestScoreTopics compares with figures worked out by hand; the sixth is the
// example of Bagga and Baldwin (1998).
func TestScoreTopics(t *testing.T) {
	for _, c := range []struct {
		gold, got         string // a letter for each thing: its group
		precision, recall float64
		ari               float64
	}{
		{"", "", 0, 0, 0},
		{"a", "b", 1, 1, 1},
		{"aabb", "xxyy", 1, 1, 1},
		{"abcd", "wxyz", 1, 1, 1},    // nothing belongs together: no chance to do better
		{"aaaa", "wxyz", 1, 0.25, 0}, // all apart
		{"aaaaabbccccc", "xxxxxyyyyyyy", 0.76, 1, 0.6901},
		{"aaab", "xxyy", 0.75, 2.0 / 3, 0}, // as chance would have it
		{"aabb", "xyxy", 0.5, 0.5, -0.5},   // worse than chance
	} {
		got, err := ScoreTopics(strings.Split(c.gold, ""), strings.Split(c.got, ""))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range []struct {
			name      string
			want, got float64
		}{{"precision", c.precision, got.BCubed.Precision}, {"recall", c.recall, got.BCubed.Recall}, {"ARI", c.ari, got.ARI}} {
			if math.Abs(f.want-f.got) > 0.005 {
				t.Errorf("%s against %s: %s %.4f, want %.4f", c.gold, c.got, f.name, f.got, f.want)
			}
		}
	}
	if _, err := ScoreTopics([]string{"a"}, nil); err == nil {
		t.Error("lists of two lengths are compared")
	}
}

// TestScoreTopicsIsEvenHanded: names and order do not matter, and what is
// precision one way is recall the other.
func TestScoreTopicsIsEvenHanded(t *testing.T) {
	gold, got := strings.Split("aabbbcddde", ""), strings.Split("xyyyzzxxwv", "")
	there, err := ScoreTopics(gold, got)
	if err != nil {
		t.Fatal(err)
	}
	back, err := ScoreTopics(got, gold)
	if err != nil {
		t.Fatal(err)
	}
	back.BCubed.Precision, back.BCubed.Recall = back.BCubed.Recall, back.BCubed.Precision
	back.Marked, back.Found = back.Found, back.Marked
	if diff := cmp.Diff(there, back, cmpopts.EquateApprox(0, 1e-12)); diff != "" {
		t.Errorf("(-there +back):\n%s", diff)
	}
}

func TestScoreBlocking(t *testing.T) {
	gold := TopicGold{Articles: make([]claims.Article, 5), Stories: strings.Split("aaabb", "")}
	got := ScoreBlocking(gold, func(_ []claims.Article, visit func(i, j int)) {
		visit(0, 1)
		visit(4, 3)
		visit(2, 3)
	})
	want := BlockingTable{Completeness: Share{2, 4, 0.5}, Reduction: Share{7, 10, 0.7}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFindMistakes(t *testing.T) {
	gold := TopicGold{Stories: strings.Split("aabbbc", "")}
	for i := range gold.Stories {
		gold.Articles = append(gold.Articles, claims.Article{ID: fmt.Sprint(i), Title: "Title"})
	}
	gold.Articles[5] = claims.Article{ID: "5", Text: "Über " + strings.Repeat("ü", 80), Date: "2017-05-03"}
	got := strings.Split("xyyzzz", "")
	title := func(ids ...string) []Headline {
		var out []Headline
		for _, id := range ids {
			out = append(out, Headline{ID: id, Title: "Title"})
		}
		return out
	}
	long := Headline{ID: "5", Title: "Über " + strings.Repeat("ü", 37) + " …", Date: "2017-05-03"}
	want := Mistakes{
		Split: []Mistake{
			{"b", 2, []Part{{"z", title("3", "4")}, {"y", title("2")}}},
			{"a", 1, []Part{{"x", title("0")}, {"y", title("1")}}},
		},
		Merged: []Mistake{{"z", 2, []Part{{"b", title("3", "4")}, {"c", []Headline{long}}}}},
	}
	all := FindMistakes(gold, got, 9)
	want.Merged = append(want.Merged, Mistake{"y", 1, []Part{{"a", title("1")}, {"b", title("2")}}})
	if diff := cmp.Diff(want, all); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if one := FindMistakes(gold, got, 1); !cmp.Equal(one.Split, want.Split[:1]) || !cmp.Equal(one.Merged, want.Merged[:1]) {
		t.Errorf("the worst: %+v", one)
	}
	if none := FindMistakes(gold, got, 0); len(none.Split)+len(none.Merged) > 0 {
		t.Errorf("none of them: %+v", none)
	}
}

// FuzzReadTopics: no row makes it panic, and what is left can be scored.
func FuzzReadTopics(f *testing.F) {
	f.Add([]byte(goldRows))
	f.Add([]byte("\x1f\x8b"))
	f.Add([]byte(`{"id": 1e400, "story": "\ud800", "body": "\u0000"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		gold, _, err := ReadTopics("x", bytes.NewReader(data))
		if len(gold.Articles) != len(gold.Stories) {
			t.Fatalf("%d articles, %d stories", len(gold.Articles), len(gold.Stories))
		}
		ids := map[string]bool{}
		for i, a := range gold.Articles {
			if ids[a.ID] || a.ID == "" || gold.Stories[i] == "" || !utf8.ValidString(a.Text) {
				t.Fatalf("article %q again, without a story, or not in UTF-8", a.ID)
			}
			ids[a.ID] = true
		}
		if err == nil && len(ids) == 0 {
			t.Fatal("no row is left, and no error")
		}
	})
}
