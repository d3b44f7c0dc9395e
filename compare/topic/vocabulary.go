package topic

import (
	"cmp"
	"slices"

	"crosscheck/compare/term"
)

// vocabulary are the words of one story.
type vocabulary struct {
	at    places // of the stems, in words
	words []entry
	kin   [][]relative // of each word: itself and those like it, most like first
	stamp int32        // numbers the statements; see entry.stamp
}

// entry is one word of a vocabulary.
type entry struct {
	*term.Term
	name   bool    // printed as a name at least once
	count  int     // statements that hold it in their own words
	weight float32 // by the news and by the story
	stamp  int32   // the statement that was last seen to hold it
}

// relative is a word like another.
type relative struct {
	at    int32
	alike float32 // in (0, 1]
}

// named is the weight of a word that names something against another as rare:
// names tell events apart. Of 1.25, 1.5 and 1.75 each did about as well on STS
// headlines, and 1 worse. Stories and topics across stories do without: there
// what speaks of one person or party would be one thing.
const named = 1.5

// newVocabulary collects, weighs and relates the words of statements. of is how
// many statements tell what is rare, besides the news: all of a story, or 0.
func newVocabulary(items []*Item, of int) *vocabulary {
	v := collect(items, of)
	v.relate()
	return v
}

// collect collects and weighs the words.
func collect(items []*Item, of int) *vocabulary {
	v := &vocabulary{}
	for _, it := range items {
		v.stamp++
		for i := range it.Text {
			if e := v.add(&it.Text[i]); e.stamp != v.stamp {
				e.stamp = v.stamp
				e.count++
			}
		}
		for _, tokens := range [][]term.Token{it.About, it.Context} {
			for i := range tokens {
				v.add(&tokens[i])
			}
		}
	}
	for i := range v.words {
		w := &v.words[i]
		if w.weight = w.Weight(min(w.count, of), of); w.Proper {
			w.weight *= named
		}
	}
	return v
}

func (v *vocabulary) add(t *term.Token) *entry {
	at, ok := v.at.put(t.ID)
	if !ok {
		v.words = append(v.words, entry{Term: t.Term})
	}
	e := &v.words[at]
	if t.Term != e.Term && t.Word < e.Word { // of the forms of one stem the first by alphabet stands for all, and a place before them
		e.Term = t.Term
	}
	e.name = e.name || t.Name
	return e
}

// mostRelated is how many words of a vocabulary, the commonest, are related to
// one another; the work grows with the square. A story of thirty articles has
// about as many.
const mostRelated = 4096

// relate finds the relatives of each word.
func (v *vocabulary) relate() {
	common := v.common()
	k := newKinship(len(common))
	defer k.done()
	if k.wide {
		slices.SortFunc(common, func(a, b int32) int { return cmp.Or(byFallingRow(v.words[a].Term, v.words[b].Term), cmp.Compare(a, b)) })
	}
	for _, i := range common {
		k.next(newLook(v.words[i].Term, v.words[i].name), func(at int32, alike float32) {
			k.pairs = append(k.pairs, Candidate{i, common[at], alike})
		})
	}
	v.tie(k.pairs)
	for _, list := range v.kin {
		v.order(list)
	}
}

// tie makes each word its own relative, and the words of a pair one another's.
func (v *vocabulary) tie(pairs []Candidate) {
	v.kin = make([][]relative, len(v.words))
	size := make([]int32, len(v.words))
	for _, p := range pairs {
		size[p.A]++
		size[p.B]++
	}
	all := make([]relative, len(v.words)+2*len(pairs))
	for i, n := range size {
		v.kin[i] = append(all[:0:n+1], relative{int32(i), 1})
		all = all[n+1:]
	}
	for _, p := range pairs {
		v.kin[p.A] = append(v.kin[p.A], relative{p.B, p.Similarity})
		v.kin[p.B] = append(v.kin[p.B], relative{p.A, p.Similarity})
	}
}

// order puts relatives in order, most like first.
func (v *vocabulary) order(list []relative) {
	slices.SortFunc(list, func(a, b relative) int {
		if a.alike != b.alike {
			return cmp.Compare(b.alike, a.alike)
		}
		return cmp.Compare(v.words[a.at].Stem, v.words[b.at].Stem)
	})
}

// common are the words that are related to one another.
func (v *vocabulary) common() []int32 {
	order := make([]int32, len(v.words))
	for i := range order {
		order[i] = int32(i)
	}
	if len(order) <= mostRelated {
		return order
	}
	slices.SortFunc(order, func(a, b int32) int {
		x, y := &v.words[a], &v.words[b]
		if x.count != y.count {
			return cmp.Compare(y.count, x.count)
		}
		return cmp.Compare(x.Stem, y.Stem)
	})
	return order[:mostRelated]
}
