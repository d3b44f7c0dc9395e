package story

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"
	"time"

	"crosscheck/claims"
	"crosscheck/compare/term"
)

const (
	// titleWeight and leadWeight are how often a word of the title and of the
	// lead counts: they name the event, the body its background too.
	titleWeight, leadWeight = 4, 2
	// leadBytes is about the first three paragraphs.
	leadBytes = 800
	// most is how many bytes of a text are read; the event is told by then.
	most = 8000
	// terms is how many of its heaviest stems stand for an article, and keys
	// how many of them are blocking keys.
	terms, keys = 64, 12
)

// Profile is what tells an article's event.
type Profile struct {
	ID     string   // the article's
	Day    int32    // day of publication, as [Day] numbers them
	Vector []Weight // its heaviest stems, by number, scaled to length 1
	Keys   []uint32 // the heaviest of these: articles that share none are not compared
}

// Weight is one coordinate of a sparse vector.
type Weight struct {
	Stem uint32 // term.Term.ID
	By   float32
}

// Read makes the profile of an article.
func Read(r *term.Reader, a *claims.Article) Profile {
	p := Profile{ID: a.ID, Day: int32(Day(a.Date))}
	c := counters.Get().(*counter)
	defer counters.Put(c)
	all := c.frequencies(r, a)
	for i := range all {
		all[i].by = (1 + math.Log(all[i].by)) * float64(all[i].Weight(0, 0))
	}
	slices.SortFunc(all, func(a, b counted) int {
		return cmp.Or(cmp.Compare(b.by, a.by), cmp.Compare(a.ID, b.ID))
	})
	all = all[:min(terms, len(all))]
	square := 0.0
	for _, t := range all {
		square += t.by * t.by
	}
	for n, t := range all {
		p.Vector = append(p.Vector, Weight{t.ID, float32(t.by / math.Sqrt(square))})
		if n < keys {
			p.Keys = append(p.Keys, t.ID)
		}
	}
	slices.SortFunc(p.Vector, func(a, b Weight) int { return cmp.Compare(a.Stem, b.Stem) })
	return p
}

// counted is a stem with how often it counts.
type counted struct {
	*term.Term
	by float64
}

// counter is the memory in which the stems of an article are counted.
type counter struct {
	at  map[uint32]int // of a stem, its place in all
	all []counted
}

var counters = sync.Pool{New: func() any { return &counter{at: map[uint32]int{}} }}

// frequencies counts the stems of an article, with title and lead weighed. They are
// good until the next call.
func (c *counter) frequencies(r *term.Reader, a *claims.Article) []counted {
	clear(c.at)
	c.all = c.all[:0]
	for _, t := range r.Look(a.Title, 0) {
		c.count(t.Term, titleWeight)
	}
	for _, t := range r.Look(strings.ToValidUTF8(a.Text[:min(most, len(a.Text))], " "), 0) {
		by := 1.0
		if t.Start < leadBytes {
			by = leadWeight
		}
		c.count(t.Term, by)
	}
	return c.all
}

func (c *counter) count(t *term.Term, by float64) {
	n, ok := c.at[t.ID]
	if !ok {
		n = len(c.all)
		c.at[t.ID] = n
		c.all = append(c.all, counted{Term: t})
	}
	c.all[n].by += by
}

// Day numbers the days from 1970-01-01, which is 1, and back from the day before,
// which is -1; 0 where date, YYYY-MM-DD, is no date.
func Day(date string) int {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0
	}
	day := int(t.Unix() / 86400)
	if day < 0 {
		return day
	}
	return day + 1
}

// cosine is the inner product of two vectors of length 1.
func cosine(a, b []Weight) float32 {
	var sum float32
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].Stem < b[0].Stem:
			a = a[1:]
		case a[0].Stem > b[0].Stem:
			b = b[1:]
		default:
			sum += a[0].By * b[0].By
			a, b = a[1:], b[1:]
		}
	}
	return min(1, sum)
}
