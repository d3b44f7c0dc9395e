package dispute

import (
	"cmp"
	"slices"

	"crosscheck/claims"
	"crosscheck/claims/sentence"
)

// topic are the words of a text that carry what it is about.
type topic struct {
	stems   []stem // by ID
	total   float32
	negated bool
}

// stem is a word of a topic.
type stem struct {
	id     uint32
	weight float32
	name   bool
}

// about reads what a text is about.
func (p *page) about(text string) topic {
	t := topic{negated: negated(text)}
	for _, w := range p.terms.Read(text, 0) {
		t.stems = append(t.stems, stem{w.ID, w.IDF, w.Name || w.Proper})
	}
	slices.SortStableFunc(t.stems, func(a, b stem) int { return cmp.Compare(a.id, b.id) })
	t.stems = slices.CompactFunc(t.stems, func(a, b stem) bool { return a.id == b.id })
	for _, s := range t.stems {
		t.total += s.weight
	}
	return t
}

// has reports whether a topic has a stem.
func (t topic) has(id uint32) bool {
	_, ok := slices.BinarySearchFunc(t.stems, id, func(s stem, id uint32) int { return cmp.Compare(s.id, id) })
	return ok
}

// meets reports whether two topics have a stem in common, or the first has none.
func (t topic) meets(u topic) bool {
	share, _ := t.shares(u)
	return len(t.stems) == 0 || share > 0
}

// shares is the share of t that u has too, in [0, 1], and how many words that
// are no names they share.
func (t topic) shares(u topic) (share float64, words int) {
	var sum float32
	for _, s := range t.stems {
		if !u.has(s.id) {
			continue
		}
		sum += s.weight
		if !s.name {
			words++
		}
	}
	if t.total == 0 {
		return 0, 0
	}
	return float64(sum / t.total), words
}

// part is a sentence of a claim.
type part struct {
	at []claims.Span
	topic
}

// parts are the sentences of claim i, read once.
func (p *page) parts(i int) []part {
	if p.read == nil {
		p.read = make([][]part, len(p.list))
	}
	if p.read[i] == nil {
		for _, s := range p.list[i].Content {
			for _, one := range sentence.Split(p.text, s) {
				p.read[i] = append(p.read[i], part{[]claims.Span{one}, p.about(one.In(p.text))})
			}
		}
	}
	return p.read[i]
}

// nearest is the sentence of a claim that is most about a topic, and how much;
// its whole content where no sentence stands out.
type nearest struct {
	at      []claims.Span
	share   float64 // of the topic
	words   int     // shared, names left out
	negated bool
}

// longestWhole is the longest content, in bytes, that is taken as one where no
// sentence of it stands out.
const longestWhole = 600

// nearest finds the sentence of claim i that is most about a topic.
func (p *page) nearest(i int, t topic) nearest {
	var best nearest
	for k, s := range p.parts(i) {
		if m, n := t.shares(s.topic); k == 0 || m > best.share {
			best = nearest{s.at, m, n, s.negated}
		}
	}
	c := &p.list[i]
	if best.at == nil || best.share < nearShare && len(c.Text) <= longestWhole {
		best.at = slices.Clone(c.Content)
	}
	return best
}
