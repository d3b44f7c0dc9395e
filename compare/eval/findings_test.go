package eval

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/check"
)

func TestReadStories(t *testing.T) {
	g, err := ReadStories([]byte(`{"extra": 1, "pairs": [{"story": "s", "matter": "m", "strength": 2, "a": {"article": "s_1", "text": "x"}}],
		"statements": [{"story": "s", "article": "s_1", "field": "body", "start": 3, "text": "y", "speaker": "Ines", "kind": "direct"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := Stories{
		Pairs:      []Opposition{{Story: "s", Matter: "m", Strength: 2, A: Side{Article: "s_1", Text: "x"}}},
		Statements: []Statement{{Side{"s_1", "body", 3, "y"}, "s", "Ines", claims.Direct}},
	}
	if diff := cmp.Diff(want, g); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for bad, want := range map[string]string{
		"":                   "it is empty",
		"[]":                 "it is a list and must be an object",
		"{}":                 "it has no pairs, no negatives and no statements",
		`{"pairs": 1}`:       `"pairs" is a number and must be a list`,
		`{"pairs": []}`:      "it has no pairs, no negatives and no statements",
		"{\n\"pairs\": [,]}": "at line 2, column 11, ',' stands where a value belongs",
	} {
		if _, err := ReadStories([]byte(bad)); err == nil || err.Error() != "reading the gold: "+want {
			t.Errorf("%q: %v, want %s", bad, err, want)
		}
	}
}

func TestLocate(t *testing.T) {
	a := claims.Article{Title: "Bridge open", Text: "Bridge open\n\nÜber all: the bridge is open. So is the quay; the bridge is open."}
	for _, c := range []struct {
		side Side
		want int // the first byte, -1 for none
	}{
		{Side{Field: "title", Text: "Bridge open"}, 0},
		{Side{Field: "body", Start: 10, Text: "the bridge is open"}, 24},
		{Side{Field: "body", Start: 46, Text: " the bridge is open. "}, 60},
		{Side{Field: "body", Text: "Bridge"}, 0}, // the body began with the title
		{Side{Field: "body", Text: "the bridge is shut"}, -1},
		{Side{Field: "body", Text: " "}, -1},
	} {
		got := locate(c.side, a)
		if found := got.Len() > 0; found != (c.want >= 0) || found && (got.Start != c.want || got.In(a.Text) != strings.TrimSpace(c.side.Text)) {
			t.Errorf("%+v is at %v, want %d", c.side, got, c.want)
		}
	}
}

func TestSameSpeaker(t *testing.T) {
	for _, c := range []struct {
		gold, name string
		want       bool
	}{
		{"Ines Corbould", "Ines Corbould", true},
		{"Ines Corbould", "Ms Corbould", true},
		{"Ines Corbould", "Corbould’s", false},
		{"Ann Ward", "Hayward", false},
		{"Roger Dale Jr.", "Roger Dale", true},
		{"her lawyer (Ann Ward)", "Ward", true},
		{"Officials (unnamed)", "officials", true},
		{"The Board (cited by Ann Ward)", "Ann Ward", false},
		{"Council aide", "a council aide", true},
		{"", "Ward", false},
		{"Ward", "", false},
	} {
		if got := sameSpeaker(c.gold, c.name); got != c.want {
			t.Errorf("sameSpeaker(%q, %q) = %t", c.gold, c.name, got)
		}
	}
}

// town is a story of our own, its report made by hand.
func town(t *testing.T) (Stories, *compare.Report) {
	t.Helper()
	one := claims.Article{ID: "town_1", Text: "The bridge is safe, Ines Corbould said. The quay is open. Trams run."}
	two := claims.Article{ID: "town_2", Text: "The bridge is not safe, Bernard Stott said. The quay is shut. Trams stop."}
	claim := func(id string, a claims.Article, words, speaker string) claims.Claim {
		c := claims.Claim{ID: id, Article: a.ID, Content: at(t, a.Text, words)}
		if speaker != "" {
			c.Speaker = &claims.Speaker{Name: speaker}
		}
		return c
	}
	side := func(a claims.Article, words string) Side { return Side{Article: a.ID, Field: "body", Text: words} }
	r := &compare.Report{
		Articles: []claims.Article{one, two},
		Claims: []claims.Claim{
			claim("safe", one, "The bridge is safe", "Ines Corbould"), claim("unsafe", two, "The bridge is not safe", "Ines Corbould"),
			claim("open", one, "The quay is open.", ""), claim("shut", two, "The quay is shut.", ""),
			claim("run", one, "Trams run.", ""), claim("stop", two, "Trams stop.", ""),
		},
		Findings: []compare.Finding{
			{A: "unsafe", B: "safe", Evidence: compare.Evidence{A: at(t, two.Text, "not safe"), B: at(t, one.Text, "safe")}},
			// The evidence is elsewhere, but claims that say the same are the gold's.
			{A: "safe", B: "unsafe", Evidence: compare.Evidence{A: at(t, one.Text, "safe"), B: at(t, two.Text, "safe")},
				Also: compare.Also{A: []string{"open"}, B: []string{"shut"}}},
		},
	}
	g := Stories{
		Pairs: []Opposition{
			{Story: "town", A: side(one, "The bridge is safe"), B: side(two, "The bridge is not safe"), Strength: 3, Matter: "bridge", Relation: compare.Dispute, Type: compare.Negation},
			{Story: "town", A: side(one, "The quay is open."), B: side(two, "The quay is shut."), Strength: 1, Matter: "quay"},
			{Story: "town", A: side(one, "Trams run."), B: side(two, "Trams stop."), Strength: 2, Matter: "trams", Relation: compare.Shift},
			{Story: "town", A: side(one, "The bridge is safe"), B: side(two, "The bridge is not safe"), Strength: 1, Matter: "trams"}, // a weak pair of a strong matter
		},
		Negatives: []Negative{
			{"town", side(one, "The bridge is safe"), side(two, "The bridge is not safe"), "scope"},
			{"town", side(one, "Trams run."), side(two, "Trams stop."), "scope"},
			{"town", side(one, "gone"), side(two, "gone"), "restatement"},
		},
		Statements: []Statement{
			{side(one, "The bridge is safe"), "town", "Ines Corbould", claims.Direct},
			{side(two, "The bridge is not safe"), "town", "Bernard Stott", claims.Direct},
			{side(two, "not there"), "town", "Ines Corbould", claims.Mixed},
		},
	}
	return g, r
}

func TestScoreStories(t *testing.T) {
	gold, r := town(t)
	want := StoryTable{
		Stories: 1, Articles: 2, Findings: 2, PerStory: 2, Marked: Share{2, 2, 1},
		Matters:    []Level{{3, Share{1, 1, 1}}, {2, Share{1, 2, 0.5}}, {1, Share{3, 3, 1}}},
		Relations:  []Group{{"dispute", Share{1, 1, 1}}, {"shift", Share{0, 1, 0}}, {"all", Share{1, 2, .5}}},
		Types:      []Group{{"-", Share{0, 1, 0}}, {"negation", Share{1, 1, 1}}, {"all", Share{1, 2, .5}}},
		Negatives:  []Group{{"restatement", Share{0, 1, 0}}, {"scope", Share{1, 2, 0.5}}, {"all", Share{1, 3, 1. / 3}}},
		Statements: []Group{{"direct", Share{1, 2, 0.5}}, {"mixed", Share{0, 1, 0}}, {"all", Share{1, 3, 1. / 3}}},
	}
	if diff := cmp.Diff(want, ScoreStories(gold, []*compare.Report{r}, -1)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Of a story the ten findings count that come first; what is told behind them
// is missed, and said to be cut.
func TestMostFindings(t *testing.T) {
	gold, r := town(t)
	bridge := r.Findings[0]
	r.Findings = nil
	for range MostFindings {
		r.Findings = append(r.Findings, compare.Finding{A: "run", B: "safe", Score: .9, Rule: "polarity", Why: "so it is"})
	}
	r.Findings = append(r.Findings, bridge)
	r.SetAside = []compare.SetAside{{A: "stop", B: "run", Reason: "supersession", Why: "later"}}
	table := ScoreStories(gold, []*compare.Report{r}, 2)
	if table.Findings != MostFindings || table.Cut != 1 || table.Matters[0].Count != 0 {
		t.Errorf("%d findings count, %d are cut, %d matters are found", table.Findings, table.Cut, table.Matters[0].Count)
	}
	m := table.Mistakes
	var got []string
	for _, x := range m.Missed {
		got = append(got, fmt.Sprintf("%s %d %s cut %t %s %s", x.Matter, x.Strength, x.Relation, x.Cut, x.Reason, x.Why))
	}
	want := []string{"bridge 3 dispute cut true  ", "trams 2 shift cut false supersession later"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("missed (-want +got):\n%s", diff)
	}
	if len(m.Flagged) != 0 || len(m.Unmarked) != 2 || m.Unmarked[0].B.Speaker != "Ines Corbould" || m.Unmarked[0].A.Text != "Trams run." {
		t.Errorf("flagged %+v, unmarked %+v", m.Flagged, m.Unmarked)
	}
}

// A hard negative is named with the reason it was marked for, once for each
// finding that tells it.
func TestFlaggedNegatives(t *testing.T) {
	gold, r := town(t)
	m := ScoreStories(gold, []*compare.Report{r}, 5).Mistakes
	if len(m.Flagged) != 2 || m.Flagged[0].Reason != "scope" || m.Flagged[0].A.Text != "The bridge is not safe" || len(m.Unmarked) != 0 {
		t.Errorf("flagged %+v, unmarked %+v", m.Flagged, m.Unmarked)
	}
}

func TestAtBar(t *testing.T) {
	pairs := []compare.Pair{pairOf("a", "0.2"), pairOf("a", "0.4"), pairOf("a", "0.9"), pairOf("a", "0.6")}
	for _, c := range []struct {
		least float64
		want  string
	}{
		{.1, "neutral neutral contradiction contradiction"}, // .2 and .4 are held back by a guard
		{.7, "neutral neutral contradiction neutral"},
	} {
		out, err := AtBar(scripted{}, c.least).Judge(context.Background(), pairs)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, v := range out {
			got = append(got, string(v.Label))
			if (v.Label == compare.Contradiction) != (v.Score > 0) || (v.Label == compare.Contradiction) != (len(v.Evidence.B) > 0) {
				t.Errorf("at %v: %+v", c.least, v)
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("at %v (-want +got):\n%s", c.least, diff)
		}
	}
	out, err := AtBar(scripted{}, .1).Judge(context.Background(), []compare.Pair{pairOf("a", "0.2 entailment")})
	if err != nil || out[0].Label != compare.Contradiction || out[0].Type != compare.Lexical || out[0].Evidence.A[0].Len() != 1 {
		t.Errorf("%+v, %v", out, err)
	}
}

func TestCheck(t *testing.T) {
	gold, r := town(t)
	var got []string
	for _, w := range gold.Check("gold.json", r.Articles[1:]) {
		got = append(got, w.Path+": "+w.Reason)
	}
	for _, want := range []string{
		`gold.json: pairs[0].a: there is no article "town_1"`,
		`gold.json: negatives[2].b: the words are not in article "town_2"`,
		`gold.json: statements[2]: the words are not in article "town_2"`,
	} {
		if !strings.Contains(strings.Join(got, "\n")+"\n", want+"\n") {
			t.Errorf("no warning %q among %q", want, got)
		}
	}
	if len(got) != 7+1+1+1 {
		t.Errorf("%d warnings: %q", len(got), got)
	}
}

// TestRunStories: each story by itself, what belongs to none left out.
func TestRunStories(t *testing.T) {
	gold, r := town(t)
	gold.Statements = append(gold.Statements, Statement{Side: Side{Article: "elsewhere"}, Story: "port"})
	var articles []claims.Article
	for _, id := range []string{"elsewhere", "town_2", "village_1", "town_9"} {
		articles = append(articles, claims.Article{ID: id, Text: r.Articles[0].Text})
	}
	reports, err := RunStories(context.Background(), gold, articles, check.Options{Judge: silent{}})
	if err != nil {
		t.Fatal(err)
	}
	var got [][]string
	for _, r := range reports {
		var ids []string
		for _, a := range r.Articles {
			ids = append(ids, a.ID)
		}
		got = append(got, ids)
	}
	if diff := cmp.Diff([][]string{{"elsewhere"}, {"town_2", "town_9"}}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := RunStories(gone, gold, articles, check.Options{Judge: silent{}}); err == nil || !strings.Contains(err.Error(), `story "port"`) {
		t.Errorf("cancelled: %v", err)
	}
}

// silent is a judge that opposes nothing.
type silent struct{}

func (silent) Name() string { return "silent" }

func (silent) Judge(_ context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	return make([]compare.Verdict, len(pairs)), nil
}
