package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/compare"
	"crosscheck/compare/check"
	"crosscheck/compare/jury"
)

// place is a statement: an article and the spans of its text.
type place struct {
	Article string   `json:"article"`
	At      [][2]int `json:"at"`
}

func (p place) key() string { return fmt.Sprint(p.Article, p.At) }

// label is what a reader thought of a pair: 0 wrong, 1 borderline, 2 right, 3
// plainly right.
type label struct {
	A     place `json:"a"`
	B     place `json:"b"`
	Label int   `json:"label"`
}

// known are the labels by both places, in either order.
type labels map[string]label

func readLabels(path string) (labels, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := labels{}
	in := bufio.NewScanner(f)
	for n := 1; in.Scan(); n++ {
		var l label
		if err := json.Unmarshal(in.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		out[pairKey(l.A, l.B)] = l
	}
	return out, in.Err()
}

func pairKey(a, b place) string {
	x, y := a.key(), b.key()
	return min(x, y) + "|" + max(x, y)
}

// weighed is a labelled pair with its features.
type weighed struct {
	key      string
	article  string // the first of the two
	rule     string
	features []float32
	label    int
	a, b     string // what is said
}

// gather runs the months of the labels through the pipeline, and then the whole corpus,
// for pairs of two months or of none: there a statement has so many others beside it that
// half of the pairs of a month are not among its closest.
func gather(ctx context.Context, corpus string, known labels, progress io.Writer) ([]weighed, error) {
	g := &gatherer{judge: jury.New(), known: known, articles: map[string]bool{}, found: map[string]weighed{}}
	for _, l := range known {
		g.articles[l.A.Article], g.articles[l.B.Article] = true, true
	}
	months, all, err := g.byMonth(ctx, corpus)
	if err != nil {
		return nil, err
	}
	for _, m := range slices.Sorted(maps.Keys(months)) {
		fmt.Fprintf(progress, "%s: %d articles\n", m, len(months[m]))
		if err := g.run(ctx, months[m]); err != nil {
			return nil, err
		}
	}
	fmt.Fprintf(progress, "all: %d articles\n", len(all))
	if err := g.run(ctx, all); err != nil {
		return nil, err
	}
	out := make([]weighed, 0, len(g.found))
	for _, w := range g.found {
		out = append(out, w)
	}
	slices.SortFunc(out, func(a, b weighed) int { return cmp.Compare(a.key, b.key) })
	return out, nil
}

// byMonth are the articles of the months that labels are from, and all.
func (g *gatherer) byMonth(ctx context.Context, corpus string) (months map[string][]claims.Article, all []claims.Article, err error) {
	months, labelled := map[string][]claims.Article{}, map[string]bool{}
	err = article.Walk(ctx, []string{corpus}, strings.NewReader(""), func(a claims.Article) error {
		all = append(all, a)
		if len(a.Date) >= len("2006-01") {
			m := a.Date[:len("2006-01")]
			months[m] = append(months[m], a)
			labelled[m] = labelled[m] || g.articles[a.ID]
		}
		return nil
	}, func(claims.Warning) {})
	maps.DeleteFunc(months, func(m string, _ []claims.Article) bool { return !labelled[m] })
	return months, all, err
}

// gatherer is a judge that opposes nothing and notes labelled pairs.
type gatherer struct {
	judge    *jury.Judge
	known    labels
	articles map[string]bool // those of labelled pairs
	mu       sync.Mutex
	found    map[string]weighed
}

func (g *gatherer) run(ctx context.Context, articles []claims.Article) error {
	_, err := check.Run(ctx, articles, check.Options{Judge: g})
	return err
}

func (*gatherer) Name() string { return "fit" }

func (g *gatherer) Judge(_ context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	for _, p := range pairs {
		if !g.articles[p.A.Claim.Article] || !g.articles[p.B.Claim.Article] {
			continue // most, and a key takes time
		}
		key := pairKey(placeOf(p.A), placeOf(p.B))
		l, ok := g.known[key]
		if !ok {
			continue
		}
		x, o, ok := g.judge.Features(p)
		if !ok {
			continue
		}
		g.mu.Lock()
		g.found[key] = weighed{key, min(p.A.Claim.Article, p.B.Claim.Article), o.Rule, x, l.Label, p.A.Text, p.B.Text}
		g.mu.Unlock()
	}
	return make([]compare.Verdict, len(pairs)), nil
}

func placeOf(s compare.Statement) place {
	p := place{Article: s.Claim.Article}
	for _, at := range s.Pieces {
		p.At = append(p.At, [2]int{at.Start, at.End})
	}
	return p
}
