package topic

import (
	"context"
	"runtime"
	"slices"

	"crosscheck/claims/cores"
)

// crowd is how many statements with one key are all compared; of more only
// those next to one another in the order of the news. Set by judgement: two rare
// words that more statements share are a phrase of the day.
const crowd = 64

// Index finds statements of different stories that are about one thing;
// [NewIndex] makes one. Not safe for concurrent use.
type Index struct {
	opt     Options
	cards   []Card
	entries []uint64 // key and place of the card
}

// NewIndex makes an index.
func NewIndex(opt Options) *Index { return &Index{opt: opt.withDefaults()} }

// Grow makes room for so many more statements with so many keys in all.
func (x *Index) Grow(statements, keys int) {
	x.cards, x.entries = slices.Grow(x.cards, statements), slices.Grow(x.entries, keys)
}

// Add files a statement under its keys and returns its place.
func (x *Index) Add(c Card, keys []uint32) int32 {
	at := int32(len(x.cards))
	x.cards = append(x.cards, c)
	for _, k := range keys {
		x.entries = append(x.entries, uint64(k)<<32|uint64(uint32(at)))
	}
	return at
}

// Across compares the statements that share a key, are of different stories
// and lie few days apart or have one speaker, and returns those that are alike,
// by place. Statements should have been added in the order of the news. The
// error is the context's.
func (x *Index) Across(ctx context.Context) ([]Candidate, Statistics, error) {
	slices.Sort(x.entries)
	parts := wholeBlocks(x.entries, partsPerCore*runtime.GOMAXPROCS(0))
	workers := make([]blocks, len(parts))
	err := cores.Each(ctx, len(parts), func(i int) {
		workers[i] = blocks{opt: x.opt, cards: x.cards}
		workers[i].compare(parts[i])
	})
	s := Statistics{Items: len(x.cards)}
	if err != nil {
		return nil, s, err
	}
	var out []Candidate
	for i := range workers {
		out = append(out, workers[i].out...)
		s.Add(workers[i].count)
	}
	slices.SortFunc(out, byPlace)
	out = slices.CompactFunc(out, func(a, b Candidate) bool { return a.A == b.A && a.B == b.B })
	s.Candidates = len(out)
	return out, s, nil
}

// partsPerCore is into how many parts the entries are cut, so that no core
// waits long for the last.
const partsPerCore = 16

// wholeBlocks cuts entries that are in order into some n parts, none of them in
// the midst of a key.
func wholeBlocks(entries []uint64, n int) [][]uint64 {
	var out [][]uint64
	size := len(entries)/n + 1
	for rest := entries; len(rest) > 0; {
		end := min(size, len(rest))
		for end < len(rest) && rest[end]>>32 == rest[end-1]>>32 {
			end++
		}
		out, rest = append(out, rest[:end]), rest[end:]
	}
	return out
}

// blocks compares the statements of one key after the other.
type blocks struct {
	opt   Options
	cards []Card
	faces []face // of the cards of the block in hand, those asked for last
	out   []Candidate
	count Statistics
}

// compare compares what shares a key in entries that are in order.
func (w *blocks) compare(entries []uint64) {
	for begin := 0; begin < len(entries); {
		end := begin + 1
		for end < len(entries) && entries[end]>>32 == entries[begin]>>32 {
			end++
		}
		w.block(entries[begin:end])
		begin = end
	}
}

// block compares the statements that share a key. Past crowd the block is
// worked as a sorted neighbourhood (Hernández and Stolfo 1995), so that no
// statement is lost and the work stays linear.
func (w *blocks) block(list []uint64) {
	if len(list) > crowd {
		w.count.Capped++
	}
	width := width(len(list))
	for i, a := range list {
		for k, b := range list[i+1 : min(len(list), i+1+width)] {
			p := Candidate{A: int32(uint32(a)), B: int32(uint32(b))}
			if w.opt.maybe(&w.cards[p.A], &w.cards[p.B], &w.count) && w.opt.alike(&p, w.face(i, p.A), w.face(i+1+k, p.B), &w.count) {
				w.out = append(w.out, p)
			}
		}
	}
}

// face is the face of a card, which is the nth of the block in hand: no two that are
// compared stand crowd apart.
func (w *blocks) face(n int, card int32) *face {
	if w.faces == nil {
		w.faces = make([]face, crowd)
	}
	f, c := &w.faces[n%crowd], &w.cards[card]
	if f.Card != c {
		f.read(c)
	}
	return f
}

// width is how far apart two of n statements with one key may stand in the
// order of the news to be compared.
func width(n int) int {
	if n > crowd {
		return crowd / 2
	}
	return n
}

// maybe reports whether two statements are to be compared.
func (o Options) maybe(a, b *Card, s *Statistics) bool {
	switch o.held(a, b) {
	case sameStory:
		return false
	case otherTime:
		s.OtherTime++
		return false
	}
	return true
}

// alike compares two statements, the earlier first, and reports whether they
// are about one thing.
func (o Options) alike(p *Candidate, a, b *face, s *Statistics) bool {
	s.Compared++
	if p.Similarity = a.similarity(b, float32(o.Certain)); float64(p.Similarity) < o.Certain {
		s.OtherThing++
		return false
	}
	return true
}

// held says why two statements of an index are not compared.
type held int

const (
	open      held = iota
	sameStory      // Within has compared them
	otherTime      // too many days lie between them
)

func (o Options) held(a, b *Card) held {
	switch {
	case a.Story == b.Story:
		return sameStory
	case a.Speaker != 0 && a.Speaker == b.Speaker || a.Day == 0 || b.Day == 0:
		return open
	case int(max(a.Day-b.Day, b.Day-a.Day)) > o.Days:
		return otherTime
	}
	return open
}
