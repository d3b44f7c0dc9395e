package topic

import (
	"slices"
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
	faces   []face   // of the cards of the block in hand, those asked for last
}

// NewIndex makes an index.
func NewIndex(opt Options) *Index { return &Index{opt: opt.withDefaults()} }

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
// by place. Statements should have been added in the order of the news.
func (x *Index) Across() ([]Candidate, Statistics) {
	slices.Sort(x.entries)
	s := Statistics{Items: len(x.cards)}
	var out []Candidate
	for begin := 0; begin < len(x.entries); {
		end := begin + 1
		for end < len(x.entries) && x.entries[end]>>32 == x.entries[begin]>>32 {
			end++
		}
		out = x.block(x.entries[begin:end], out, &s)
		begin = end
	}
	slices.SortFunc(out, byPlace)
	out = slices.CompactFunc(out, func(a, b Candidate) bool { return a.A == b.A && a.B == b.B })
	s.Candidates = len(out)
	return out, s
}

// block compares the statements that share a key. Past crowd the block is
// worked as a sorted neighbourhood (Hernández and Stolfo 1995), so that no
// statement is lost and the work stays linear.
func (x *Index) block(list []uint64, out []Candidate, s *Statistics) []Candidate {
	if len(list) > crowd {
		s.Capped++
	}
	width := width(len(list))
	for i, a := range list {
		for k, b := range list[i+1 : min(len(list), i+1+width)] {
			p := Candidate{A: int32(uint32(a)), B: int32(uint32(b))}
			if x.opt.maybe(&x.cards[p.A], &x.cards[p.B], s) && x.opt.alike(&p, x.face(i, p.A), x.face(i+1+k, p.B), s) {
				out = append(out, p)
			}
		}
	}
	return out
}

// face is the face of a card, which is the nth of the block in hand: no two that are
// compared stand crowd apart.
func (x *Index) face(n int, card int32) *face {
	if x.faces == nil {
		x.faces = make([]face, crowd)
	}
	f, c := &x.faces[n%crowd], &x.cards[card]
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
