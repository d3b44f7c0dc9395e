package topic

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"

	"crosscheck/compare/term"
)

// labelWords is how many words a label has at most.
const labelWords = 4

// support is what a topic's statements say about one stem.
type support struct {
	stem       string
	statements int
	last       int // the statement that was last seen to hold it, plus one
	weight     float32
	place      float64   // sum of the places in the statements, 0 at the beginning and 1 at the end
	surfaces   []surface // how it is printed
	central    bool      // the topic's centre has it
}

// surface is a form of a stem, as printed, and how often.
type surface struct {
	text string
	n    int
}

// Label is the words that a topic's statements share, as most of them print
// them, in the order in which the statements have them. centre is the place of
// the topic's centre among the members.
func Label(members []*Item, centre int) string {
	l := labellers.Get().(*labeller)
	defer labellers.Put(l)
	l.clear()
	for n, it := range members {
		for at := range it.Text {
			t := &it.Text[at]
			s := l.of(t.Term)
			s.central = s.central || n == centre
			if s.last == n+1 {
				continue
			}
			s.last = n + 1
			s.statements++
			s.place += float64(at) / float64(len(it.Text))
			s.print(t.In(it.Source))
		}
	}
	return strings.Join(l.readable(), " ")
}

// labeller gathers what supports a label.
type labeller struct {
	at    places // of the stems, in stems
	stems []support
}

// labellers is memory for labels. Most are of one statement.
var labellers = sync.Pool{New: func() any { return &labeller{} }}

func (l *labeller) clear() {
	l.at.clear()
	l.stems = l.stems[:0]
}

// of is what is known of a stem.
func (l *labeller) of(t *term.Term) *support {
	at, ok := l.at.put(t.ID)
	if !ok {
		l.stems = slices.Grow(l.stems, 1)[:at+1]
		l.stems[at] = support{stem: t.Stem, weight: t.IDF, surfaces: l.stems[at].surfaces[:0]}
	}
	return &l.stems[at]
}

// print counts a form.
func (s *support) print(text string) {
	for i := range s.surfaces {
		if s.surfaces[i].text == text {
			s.surfaces[i].n++
			return
		}
	}
	s.surfaces = append(s.surfaces, surface{text, 1})
}

// score is how well a stem stands for the topic.
func (s *support) score() float64 {
	n := float64(s.statements)
	x := float64(s.weight) * n * math.Sqrt(n) // what few share, however rare, does not stand for all
	if s.statements < 2 {
		x /= 4
	}
	if !s.central {
		x /= 2
	}
	return x
}

// readable picks the stems that stand for a topic and prints them.
func (l *labeller) readable() []string {
	best := l.best()
	slices.SortFunc(best, func(x, y *support) int {
		return cmp.Or(cmp.Compare(x.place/float64(x.statements), y.place/float64(y.statements)), cmp.Compare(x.stem, y.stem))
	})
	out := make([]string, len(best))
	for i, s := range best {
		out[i] = s.commonest()
	}
	return out
}

// best are the labelWords stems with the highest scores, the first in order of
// letters where several have one.
func (l *labeller) best() []*support {
	best := make([]*support, 0, labelWords+1)
	for i := range l.stems {
		s := &l.stems[i]
		at, _ := slices.BinarySearchFunc(best, s, func(x, y *support) int {
			return cmp.Or(cmp.Compare(y.score(), x.score()), cmp.Compare(x.stem, y.stem))
		})
		if at < labelWords {
			best = slices.Insert(best, at, s)
			best = best[:min(len(best), labelWords)]
		}
	}
	return best
}

// commonest is the surface printed most often, the first in order of letters
// where several are.
func (s *support) commonest() string {
	return slices.MinFunc(s.surfaces, func(a, b surface) int {
		return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.text, b.text))
	}).text
}
