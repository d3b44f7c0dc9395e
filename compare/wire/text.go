package wire

import (
	"cmp"
	"slices"
	"time"
)

// text is all passages with the same words.
type text struct {
	first  int32 // rank of the earliest of them
	n      int32 // words
	quoted int32 // words of the first passage that stand in quotation marks
	day    int32 // of the first passage, 0 where it is not known
	bag    bag
}

// none stands for a passage too short to have a text, and for no group.
const none = int32(-1)

// minWords is the fewest words that are compared: "He declined." is a formula
// wherever it stands.
const minWords = 4

// library is the passages as their texts.
type library struct {
	passages []Passage
	order    []int32 // index of a passage by its rank: by date, outlet, article, place
	texts    []text  // by the rank of their first passage
	of       []int32 // text of a passage, by rank; none where it is too short
	prints   []uint32
	from     []int32 // prints[from[t]:from[t+1]] are the fingerprints of text t
}

// newLibrary folds the passages. Those with the same words get one text, by a
// hash of 64 bits.
func newLibrary(passages []Passage) *library {
	l := &library{passages: passages, order: inOrder(passages), of: make([]int32, len(passages)), from: []int32{0}}
	known := make(map[uint64]int32, len(passages))
	var f folded
	var w winnower
	var c dayNumber
	for rank, i := range l.order {
		p := &passages[i]
		f.fold(p.Text, p.Quoted)
		if f.n < minWords {
			l.of[rank] = none
			continue
		}
		t, ok := known[f.hash]
		if !ok {
			t = int32(len(l.texts))
			known[f.hash] = t
			l.texts = append(l.texts, text{first: int32(rank), n: int32(f.n), quoted: int32(f.quoted), day: c.of(p.Date), bag: bagOf(f.words)})
			l.prints = w.append(l.prints, f.words)
			l.from = append(l.from, int32(len(l.prints)))
		}
		l.of[rank] = t
	}
	return l
}

// dayNumber numbers the days of dates; most are asked for many times in a row.
type dayNumber struct {
	date string
	day  int32
}

// of is the number of a day, of which only differences count, 0 for a date that
// cannot be read.
func (c *dayNumber) of(date string) int32 {
	if date == c.date {
		return c.day
	}
	c.date, c.day = date, 0
	if t, err := time.Parse(time.DateOnly, date); err == nil {
		c.day = int32(t.Unix() / (24 * 60 * 60))
	}
	return c.day
}

// passage returns the passage of a rank.
func (l *library) passage(rank int32) *Passage { return &l.passages[l.order[rank]] }

// leading returns the first passage of a text.
func (l *library) leading(t int32) *Passage { return l.passage(l.texts[t].first) }

// printsOf are the fingerprints of a text.
func (l *library) printsOf(t int32) []uint32 { return l.prints[l.from[t]:l.from[t+1]] }

// inOrder returns the indices of passages by date, outlet, article and place,
// those without a date last.
func inOrder(passages []Passage) []int32 {
	of := articles(passages)
	order := make([]int32, len(passages))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int {
		if of[i] != of[j] {
			return cmp.Compare(of[i], of[j])
		}
		a, b := &passages[i], &passages[j]
		if a.At != b.At {
			return cmp.Compare(a.At, b.At)
		}
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Text, b.Text))
	})
	return order
}

// articles returns the rank of the article of each passage.
func articles(passages []Passage) []int32 {
	type article struct{ date, outlet, id string }
	key := func(i int32) article { return article{passages[i].Date, passages[i].Outlet, passages[i].Article} }
	number := map[article]int32{}
	of := make([]int32, len(passages))
	var firsts []int32 // a passage of each
	for i := range int32(len(passages)) {
		n, ok := int32(0), false
		if i > 0 && key(i) == key(i-1) {
			n, ok = of[i-1], true
		} else {
			n, ok = number[key(i)]
		}
		if !ok {
			n = int32(len(firsts))
			number[key(i)] = n
			firsts = append(firsts, i)
		}
		of[i] = n
	}
	sorted := slices.Clone(firsts)
	slices.SortFunc(sorted, func(i, j int32) int {
		a, b := key(i), key(j)
		if (a.date == "") != (b.date == "") {
			return cmp.Compare(b.date, a.date)
		}
		return cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(a.outlet, b.outlet), cmp.Compare(a.id, b.id))
	})
	rank := make([]int32, len(firsts))
	for r, i := range sorted {
		rank[of[i]] = int32(r)
	}
	for i := range of {
		of[i] = rank[of[i]]
	}
	return of
}
