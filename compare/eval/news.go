package eval

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
)

// NewsTable is how often a judge flags two sentences of one article. An article
// is taken to agree with itself, so that nearly all of these are false alarms.
type NewsTable struct {
	Judge    string `json:"judge"`    // its name and version
	Seed     uint64 `json:"seed"`     // of the sample
	Articles int    `json:"articles"` // that the pairs are from
	Pairs    int    `json:"pairs"`
	// Overlapping is how many of the pairs share a fifth of their words or more.
	Overlapping Share `json:"overlapping"`
	Flagged     Share `json:"flagged"` // called a contradiction
	// FlaggedOverlapping is the same of the pairs that overlap.
	FlaggedOverlapping Share   `json:"flagged_overlapping"`
	Types              []Group `json:"types"`  // of the flagged pairs: how many have each type
	Rules              []Group `json:"rules"`  // by which rule
	Guards             []Group `json:"guards"` // of all pairs: how many each guard held back
	// AtRecall is how often pairs are flagged at scores that find a given share
	// of the contradictions of a set of labelled pairs; empty where none was given.
	AtRecall []NewsAtRecall `json:"at_recall"`
	Examples []NewsFlag     `json:"examples,omitempty"` // the highest scores; nil where none were asked for
}

// NewsAtRecall is one threshold.
type NewsAtRecall struct {
	Aim       float64 `json:"aim"`       // recall asked for
	Threshold float64 `json:"threshold"` // contradiction score, the highest that reaches it
	Recall    float64 `json:"recall"`    // reached on the labelled pairs
	Precision float64 `json:"precision"` // likewise
	Flagged   Share   `json:"flagged"`   // of the news pairs, from the threshold on
}

// NewsFlag is a flagged pair.
type NewsFlag struct {
	Article string       `json:"article"` // its ID
	Line    int          `json:"line"`    // in the file, 1-based
	A       string       `json:"a"`
	B       string       `json:"b"`
	Score   float64      `json:"score"` // the judge's contradiction score
	Type    compare.Type `json:"type"`
	Rule    string       `json:"rule"` // "" where the judge names none
	Why     string       `json:"why"`  // likewise
}

// Recalls are the shares of labelled contradictions at which news is measured,
// those of the study that this repeats.
var Recalls = []float64{.10, .25, .50}

// News measures a judge on pairs of sentences from within one article.
type News struct {
	Judge compare.Judge
	Pairs int    // how many to sample
	Seed  uint64 // another one gives another sample
	// Examples is how many of the flagged pairs are kept; less than 0 keeps none.
	Examples int
	// Labelled was measured before, and gives the thresholds; nil for none.
	Labelled *NLI
	// Warn is told of rows that cannot be used; nil for nobody.
	Warn func(claims.Warning)
	// Progress is told how many pairs were judged so far; nil for nobody.
	Progress func(done, total int)
}

// Run measures on the articles of in, JSON Lines that gzip may have packed. A
// row that cannot be used is warned of by path and line and left out. The error
// is that of in, of the judge or of ctx, or that no article has two sentences.
func (n News) Run(ctx context.Context, path string, in io.Reader) (NewsTable, error) {
	t := NewsTable{Judge: n.Judge.Name(), Seed: n.Seed, AtRecall: []NewsAtRecall{}}
	list, err := n.sample(path, in)
	if err != nil {
		return t, err
	}
	if len(list) == 0 {
		return t, fmt.Errorf("%s has no article with two sentences", path)
	}
	said, err := n.judge(ctx, list)
	if err != nil {
		return t, fmt.Errorf("judging sentences: %w", err)
	}
	t.count(list, said)
	for _, aim := range Recalls {
		if n.Labelled == nil {
			break
		}
		if r, ok := n.Labelled.at(aim); ok {
			for _, v := range said {
				r.Flagged.add(v.Scores.Contradiction >= r.Threshold)
			}
			t.AtRecall = append(t.AtRecall, r)
		}
	}
	t.Examples = newsExamples(list, said, n.Examples)
	return t, nil
}

// judge judges the pairs, batch by batch.
func (n News) judge(ctx context.Context, list []newsPair) ([]compare.Verdict, error) {
	var out []compare.Verdict
	for batch := range slices.Chunk(list, rowBatch) {
		pairs := make([]compare.Pair, len(batch))
		for i, p := range batch {
			pairs[i] = pairOf(p.a, p.b)
		}
		said, err := verdicts(ctx, n.Judge, pairs)
		if err != nil {
			return nil, err
		}
		if out = append(out, said...); n.Progress != nil {
			n.Progress(len(out), len(list))
		}
	}
	return out, nil
}

// count fills the table but for the thresholds.
func (t *NewsTable) count(list []newsPair, said []compare.Verdict) {
	articles := map[int]bool{}
	types, rules, guards := map[string]int{}, map[string]int{}, map[string]int{}
	for i, p := range list {
		flagged := said[i].Label == compare.Contradiction
		articles[p.line] = true
		t.Overlapping.add(p.overlaps)
		t.Flagged.add(flagged)
		if p.overlaps {
			t.FlaggedOverlapping.add(flagged)
		}
		if flagged {
			types[string(said[i].Type)]++
			rules[said[i].Rule]++
		}
		if g := said[i].Guard; g != "" {
			guards[g]++
		}
	}
	t.Articles, t.Pairs = len(articles), len(list)
	t.Types, t.Rules, t.Guards = parts(types, t.Flagged.Count), parts(rules, t.Flagged.Count), parts(guards, t.Pairs)
}

// parts are counts as shares of one whole, the largest first.
func parts(counts map[string]int, of int) []Group {
	out := []Group{}
	for name, n := range counts {
		out = append(out, Group{cmp.Or(name, "-"), Share{n, of, ratio(n, of)}})
	}
	slices.SortFunc(out, func(a, b Group) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name)) })
	return out
}

// at is the threshold that finds a share of the contradictions judged so far;
// false where there are none.
func (n *NLI) at(aim float64) (NewsAtRecall, bool) {
	list := make([]ranked, len(n.judged))
	for i, r := range n.judged {
		list[i] = ranked{r.scores.Contradiction, r.gold == compare.Contradiction}
	}
	score, recall, precision, ok := thresholdAt(list, aim)
	return NewsAtRecall{Aim: aim, Threshold: score, Recall: recall, Precision: precision}, ok
}

// newsExamples are the flagged pairs with the highest scores; nil where most is
// less than 0.
func newsExamples(list []newsPair, said []compare.Verdict, most int) []NewsFlag {
	if most < 0 {
		return nil
	}
	out := []NewsFlag{}
	for i, v := range said {
		if v.Label == compare.Contradiction {
			out = append(out, NewsFlag{list[i].article, list[i].line, list[i].a, list[i].b, v.Scores.Contradiction, v.Type, v.Rule, v.Why})
		}
	}
	slices.SortStableFunc(out, func(a, b NewsFlag) int { return cmp.Compare(b.Score, a.Score) })
	return out[:min(len(out), most)]
}
