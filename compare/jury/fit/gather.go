package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
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

// gather runs the months of the labels through the pipeline.
func gather(ctx context.Context, corpus string, known labels, progress io.Writer) ([]weighed, error) {
	months, err := byMonth(ctx, corpus, known)
	if err != nil {
		return nil, err
	}
	g := &gatherer{judge: jury.New(), known: known, found: map[string]weighed{}}
	names := make([]string, 0, len(months))
	for m := range months {
		names = append(names, m)
	}
	slices.Sort(names)
	for _, m := range names {
		fmt.Fprintf(progress, "%s: %d articles\n", m, len(months[m]))
		if _, err := check.Run(ctx, months[m], check.Options{Judge: g}); err != nil {
			return nil, err
		}
	}
	out := make([]weighed, 0, len(g.found))
	for _, w := range g.found {
		out = append(out, w)
	}
	slices.SortFunc(out, func(a, b weighed) int { return cmp.Compare(a.key, b.key) })
	return out, nil
}

// byMonth are the articles of the months that the labels are from.
func byMonth(ctx context.Context, corpus string, known labels) (map[string][]claims.Article, error) {
	wanted, month := map[string]bool{}, map[string]bool{}
	for _, l := range known {
		wanted[l.A.Article], wanted[l.B.Article] = true, true
	}
	all := map[string][]claims.Article{}
	err := article.Walk(ctx, []string{corpus}, strings.NewReader(""), func(a claims.Article) error {
		if len(a.Date) < len("2006-01") {
			return nil
		}
		m := a.Date[:len("2006-01")]
		month[m] = month[m] || wanted[a.ID]
		all[m] = append(all[m], a)
		return nil
	}, func(claims.Warning) {})
	for m := range all {
		if !month[m] {
			delete(all, m)
		}
	}
	return all, err
}

// gatherer is a judge that opposes nothing and notes labelled pairs.
type gatherer struct {
	judge *jury.Judge
	known labels
	mu    sync.Mutex
	found map[string]weighed
}

func (*gatherer) Name() string { return "fit" }

func (g *gatherer) Judge(_ context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	for _, p := range pairs {
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
