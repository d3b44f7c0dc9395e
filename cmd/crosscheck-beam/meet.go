package main

import (
	"context"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"crosscheck/compare/check"
	"crosscheck/compare/star"
	"crosscheck/compare/term"
	"crosscheck/compare/topic"
)

func init() {
	beam.RegisterDoFn(&meetFn{})
	beam.RegisterDoFn(&onceFn{})
}

// meet finds the statements of different stories that are about one thing: those
// alike of the many that share a blocking key. It returns the pairs as links of their
// topics, and, of those with two known speakers, as statements wanted by
// the judge; and, as parts of the report, how many keys were too common.
func meet(s beam.Scope, ways int, cards beam.PCollection) (links, wanted, capped beam.PCollection) {
	s = s.Scope("meet")
	found := spread(s, ways, func(s beam.Scope, in []beam.PCollection) []beam.PCollection {
		pairs, capped := beam.ParDo2(s, &meetFn{}, beam.GroupByKey(s, in[0]))
		return []beam.PCollection{pairs, capped}
	}, cards)
	links, wanted = beam.ParDo2(s, &onceFn{}, beam.GroupByKey(s, found[0]))
	return links, wanted, found[1]
}

// meetFn compares the statements of one key.
type meetFn struct{ terms map[string]*term.Term }

// Setup makes what all keys share.
func (f *meetFn) Setup() { f.terms = map[string]*term.Term{} }

var blockSize = beam.NewDistribution(counters, "statements under a key")

// ProcessElement emits the pairs that are alike, by pair. A key that is too
// common is worked as the single machine works it, by the same function, and
// counted.
func (f *meetFn) ProcessElement(ctx context.Context, _ string, group func(*[]byte) bool, emit func(string, []byte), out func([]byte)) error {
	defer meetClock.run(ctx)()
	list, err := cards.all(group)
	if err != nil {
		return err
	}
	blockSize.Update(ctx, int64(len(list)))
	if len(list) < 2 {
		return nil
	}
	slices.SortFunc(list, func(a, b card) int { return strings.Compare(a.Place, b.Place) })
	list = slices.CompactFunc(list, func(a, b card) bool { return a.Place == b.Place })
	found, count := topic.InBlock(f.cards(list), topic.Options{})
	if count.Capped > 0 {
		out(parts.pack(ctx, whole, &part{Capped: check.Capped{Keys: count.Capped}}))
	}
	for _, c := range found {
		a, b := &list[c.A], &list[c.B]
		one := met{A: a.Place, B: b.Place, NodeA: a.Node, NodeB: b.Node, Similarity: c.Similarity, Judged: a.Judged && b.Judged}
		key := pairKey(one.A, one.B)
		emit(key, mets.pack(ctx, key, &one))
	}
	return nil
}

func pairKey(a, b string) string { return a + "\x01" + b }

// mostTerms is how many words are kept from one key to the next: about 100 MB.
const mostTerms = 200_000

// cards are the cards as package topic knows them. Stories are numbered within
// the block.
func (f *meetFn) cards(list []card) []topic.Card {
	if len(f.terms) > mostTerms {
		f.Setup()
	}
	story := map[string]int32{}
	out := make([]topic.Card, len(list))
	for i, c := range list {
		if _, ok := story[c.Story]; !ok {
			story[c.Story] = int32(len(story))
		}
		words := make([]*term.Term, len(c.Words))
		for k, w := range c.Words {
			if f.terms[w] == nil {
				f.terms[w] = term.Of(w)
			}
			words[k] = f.terms[w]
		}
		out[i] = topic.Restore(words, c.Day, story[c.Story], c.Speaker)
	}
	return out
}

// onceFn takes a pair that was found under several keys once.
type onceFn struct{}

// ProcessElement emits a pair as a link of each of its topics, and as two sides
// wanted.
func (*onceFn) ProcessElement(ctx context.Context, key string, group func(*[]byte) bool, link, want func(string, []byte)) error {
	defer meetClock.run(ctx)()
	list, err := mets.all(group)
	if err != nil || len(list) == 0 {
		return err
	}
	m := list[0]
	for _, ends := range [][2]string{{m.NodeA, m.NodeB}, {m.NodeB, m.NodeA}} {
		one := linked{Near: []star.Near{{Name: ends[1], Similarity: m.Similarity}}}
		link(ends[0], links.pack(ctx, ends[0], &one))
	}
	if m.Judged {
		ask := asked{Pair: key, Similarity: m.Similarity}
		want(m.A, asks.pack(ctx, m.A, &ask))
		want(m.B, asks.pack(ctx, m.B, &ask))
	}
	return nil
}
