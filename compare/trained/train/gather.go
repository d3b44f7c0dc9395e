package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/trained"
)

// The weights of what is made from the news.
const (
	paperWeight = .8 // a pair within an article, neutral
)

// gather reads and makes everything that is learned from and measured.
func gather(ctx context.Context, s settings, stderr io.Writer) (*table, error) {
	begin := time.Now()
	t := &table{folds: s.folds}
	rows, err := readSets(s.data, s.folds)
	if err != nil {
		return nil, err
	}
	t.rows = rows
	if err := t.news(s); err != nil {
		return nil, err
	}
	if err := t.stories(ctx, s); err != nil {
		return nil, err
	}
	fmt.Fprintf(stderr, "%d rows after %.0f s\n", len(t.rows), time.Since(begin).Seconds())
	if err := t.measure(ctx); err != nil {
		return nil, err
	}
	t.filter()
	t.sortNews()
	fmt.Fprintf(stderr, "measured after %.0f s\n", time.Since(begin).Seconds())
	return t, nil
}

// news adds the pairs within articles, and what is made of their sentences.
func (t *table) news(s settings) error {
	reader := align.NewReader(lexicon.Default())
	m := &sentenceMaker{func(text string) *align.Statement { return reader.Read(compare.Statement{Text: text}) }}
	return readPapers(s.data, func(p *paper) {
		if hash(p.ID)/5%onePaper != 0 {
			return
		}
		r := row{set: within, label: neutral, weight: paperWeight * float32(s.news), fold: -1}
		if p.held() {
			r.set, r.weight = heldPaper, 0
		}
		for _, pair := range withinPaper(p) {
			r.premise, r.hypothesis = pair[0], pair[1]
			t.rows = append(t.rows, r)
		}
		if !p.held() {
			t.made(p, m)
		}
	})
}

// made adds what is made of the first sentence of an article that can be
// changed, by lot.
func (t *table) made(p *paper, m *sentenceMaker) {
	for _, text := range sentences(p.Body) {
		if hash(text)%madeOne != 0 {
			continue
		}
		name, weight, pairs := m.make(text)
		for _, one := range pairs {
			t.rows = append(t.rows, row{set: name, weight: weight, fold: -1, label: one.label, premise: one.a, hypothesis: one.b})
		}
	}
}

// madeOne is of how many sentences one is looked at for making pairs.
const madeOne = 3

// onePaper is of how many articles one is read for pairs within it.
const onePaper = 3

// show prints some pairs of a set that is made of the news.
func show(_ context.Context, w io.Writer, s settings) error {
	t := &table{}
	if err := t.news(s); err != nil {
		return err
	}
	n := map[string]int{}
	for i := range t.rows {
		r := &t.rows[i]
		if n[r.set]++; strings.HasPrefix(r.set, s.show) && hash(r.premise)%20 == 0 {
			fmt.Fprintf(w, "%s\n  %s\n  %s\n", trained.Classes[r.label], r.premise, r.hypothesis)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(n)) {
		fmt.Fprintf(w, "%s: %d\n", name, n[name])
	}
	return nil
}
