package check

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/datatest"
)

// storyGold is our own annotation of twelve public news stories in three
// outlets each: matters that a report should show, pairs that it should not,
// and statements that are hard to attribute.
type storyGold struct {
	Pairs, Negatives []struct {
		A, B     storySide
		Strength int
		Matter   string
		Reason   string
	}
	Statements []struct {
		storySide
		Speaker string
	}
}

type storySide struct {
	Story, Article, Field, Text string
	Start, End                  int
}

// TestStories scores the pipeline on the annotated stories: a matter is found
// when the two sides of one finding meet one of its pairs.
func TestStories(t *testing.T) {
	data, err := os.ReadFile(datatest.Path(t, "data", "gold", "stories.json"))
	if err != nil {
		t.Fatal(err)
	}
	var g storyGold
	if err := json.Unmarshal(data, &g); err != nil {
		t.Fatal(err)
	}
	got := scoreStories(t, g)
	golden := filepath.Join("testdata", "stories.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the score changed; if for the better, run with -update: -want +got\n%s", diff)
	}
}

func scoreStories(t *testing.T, g storyGold) string {
	in := map[string]bool{}
	for _, p := range g.Pairs {
		in[p.A.Article], in[p.B.Article] = true, true
	}
	o, findings := runStories(t, in)
	matters, found := map[string]bool{}, map[string]bool{}
	for _, p := range g.Pairs {
		if p.Strength >= 2 {
			matters[p.Matter] = true
			if o.meets(p.A, p.B) {
				found[p.Matter] = true
			}
		}
	}
	flagged := 0
	for _, p := range g.Negatives {
		if o.meets(p.A, p.B) {
			flagged++
		}
	}
	right := 0
	for _, s := range g.Statements {
		if o.attributed(s.storySide, s.Speaker) {
			right++
		}
	}
	return fmt.Sprintf("matters of strength 2 and 3 found: %d of %d\nhard negatives flagged: %d of %d\nfindings: %d, %.1f a story\nstatements with the right speaker: %d of %d\n",
		len(found), len(matters), flagged, len(g.Negatives), findings, float64(findings)/12, right, len(g.Statements))
}

// stories is the outcome of a run a story.
type stories struct {
	reports  []outcome
	articles map[string]claims.Article
}

// runStories runs each story by itself.
func runStories(t *testing.T, in map[string]bool) (stories, int) {
	o := stories{articles: map[string]claims.Article{}}
	byStory := map[string][]claims.Article{}
	var order []string
	err := article.Walk(context.Background(), []string{datatest.Path(t, "data", "stories", "basil.jsonl")}, nil, func(a claims.Article) error {
		story := a.ID[:strings.LastIndexByte(a.ID, '_')]
		if byStory[story] == nil {
			order = append(order, story)
		}
		byStory[story] = append(byStory[story], a)
		o.articles[a.ID] = a
		return nil
	}, func(claims.Warning) {})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, s := range order {
		if !in[byStory[s][0].ID] && !in[byStory[s][1].ID] && !in[byStory[s][2].ID] {
			continue
		}
		r, err := Run(context.Background(), byStory[s], Options{})
		if err != nil {
			t.Fatal(err)
		}
		one := outcome{r, map[string]claims.Claim{}}
		for _, c := range r.Claims {
			one.claims[c.ID] = c
		}
		o.reports = append(o.reports, one)
		n += len(r.Findings)
	}
	return o, n
}

// span finds a side in the article's text.
func (o stories) span(s storySide) claims.Span {
	a := o.articles[s.Article]
	i := strings.Index(a.Text, strings.TrimSpace(s.Text))
	if i < 0 {
		return claims.Span{}
	}
	return claims.Span{Start: i, End: i + len(s.Text)}
}

func (o stories) meets(a, b storySide) bool {
	x, y := o.span(a), o.span(b)
	for _, r := range o.reports {
		for _, f := range r.Findings {
			if o.side(r, f.A, f.Evidence.A, f.Also.A, a, x) && o.side(r, f.B, f.Evidence.B, f.Also.B, b, y) ||
				o.side(r, f.A, f.Evidence.A, f.Also.A, b, y) && o.side(r, f.B, f.Evidence.B, f.Also.B, a, x) {
				return true
			}
		}
	}
	return false
}

// side reports whether the evidence of a claim, or a claim that says the same,
// lies in the sentence of a gold side.
func (o stories) side(r outcome, id string, evidence []claims.Span, also []string, s storySide, at claims.Span) bool {
	if r.claims[id].Article == s.Article {
		for _, e := range evidence {
			if e.Overlaps(at) {
				return true
			}
		}
	}
	for _, other := range also {
		if c := r.claims[other]; c.Article == s.Article && covers(c.Content, at) {
			return true
		}
	}
	return false
}

func (o stories) attributed(s storySide, speaker string) bool {
	at := o.span(s)
	for _, r := range o.reports {
		for _, c := range r.Claims {
			if c.Article == s.Article && c.Speaker != nil && covers(c.Content, at) && strings.Contains(c.Speaker.Name, lastName(speaker)) {
				return true
			}
		}
	}
	return false
}
