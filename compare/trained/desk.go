package trained

import (
	"math/bits"
	"sync"

	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/trained/boost"
)

// span is how many words of a statement are looked at word by word: one bit
// each. Few sentences are longer; of those the rest counts as content only.
const span = 64

// desk is what several families ask of a pair, worked out once, and the memory
// for judging it.
type desk struct {
	*align.Alignment
	a, b side
	// even are the words of A and B, span each, that the other side has too.
	evenA, evenB uint64
	common       int // length of the longest common subsequence of words

	features Vector
	bins     [boost.MaxFeatures + 1]uint8
	mirror   align.Alignment
}

var desks = sync.Pool{New: func() any { return &desk{} }}

// side is one of the two statements as a desk knows it.
type side struct {
	*align.Statement
	to    []int // index into Links by word, -1 where there is none
	n     int   // how many words, at most span
	keys  [span]uint64
	class [counted]int8 // how many words are of each of the classes
	soft  float64       // weight of its linked words, each as firm as its link
	hard  float64       // weight of its words that the other side has in some form
	bare  int           // content words without a link
	open  float64       // their weight
	top   float64       // the largest weight among them
}

// lay makes the desk ready for a pair.
func (d *desk) lay(al *align.Alignment) {
	d.Alignment = al
	d.evenA, d.evenB = 0, 0
	d.a.lay(al.A, al.ToB, al.Links)
	d.b.lay(al.B, al.ToA, al.Links)
	d.subsequence()
}

func (s *side) lay(st *align.Statement, to []int, links []align.Link) {
	s.Statement, s.to = st, to
	s.class = [counted]int8{}
	s.soft, s.hard, s.bare, s.open, s.top = 0, 0, 0, 0, 0
	s.n = min(len(st.Words), span)
	for i := range s.n {
		s.keys[i] = st.Words[i].Key()
	}
	for _, i := range st.Content {
		w := &st.Words[i]
		if to[i] < 0 {
			s.bare++
			s.open += w.Weight
			s.top = max(s.top, w.Weight)
			continue
		}
		l := &links[to[i]]
		s.soft += w.Weight * l.Weight
		if l.Kind <= align.Spelling {
			s.hard += w.Weight
		}
	}
	s.count()
}

// classes are those whose words are counted.
var classes = [...]lexicon.Class{
	lexicon.Negator, lexicon.Reverser, lexicon.Untrue, lexicon.Saying, lexicon.Plan, lexicon.Maybe,
	lexicon.Sure, lexicon.Conditional, lexicon.All, lexicon.Some, lexicon.Now | lexicon.Earlier,
	lexicon.Connective, lexicon.Pronoun, lexicon.FirstPerson, lexicon.Keeper, lexicon.Approximate,
}

const counted = len(classes)

// The places in classes.
const (
	_ = iota // negators are turns: see polarity
	reversers
	untrue
	saying
	plans
	maybes
	sures
	conditions
	alls
	somes
	times
	connectives
	pronouns
	firstPersons
	keepers
	hedges
)

// count counts the words of each class.
func (s *side) count() {
	for k, c := range classes {
		if s.Classes&c == 0 {
			continue
		}
		for i := range s.Words {
			if w := &s.Words[i]; w.Class&c != 0 && w.Class&lexicon.Harmless == 0 && !w.Part && s.class[k] < 9 {
				s.class[k]++
			}
		}
	}
}

// of is how many words are of the class at place k of classes.
func (s *side) of(k int) float32 { return float32(s.class[k]) }

// subsequence finds the longest common subsequence of words, by bits (Hyyrö
// 2004, "Bit-parallel LCS-length computation revisited"), and which words the
// other side has at all.
func (d *desk) subsequence() {
	a, b := &d.a, &d.b
	row := ^uint64(0)
	for j := range b.n {
		match := uint64(0)
		for i, k := range a.keys[:a.n] {
			if k == b.keys[j] {
				match |= 1 << i
			}
		}
		if match != 0 {
			d.evenA |= match
			d.evenB |= 1 << j
			u := row & match
			row = row + u | row - u
		}
	}
	d.common = bits.OnesCount64(^row & (1<<a.n - 1))
}

// linked returns the word of the other side that word i is linked to, -1 for none.
func (d *desk) linked(s *side, i int) int {
	n := s.to[i]
	switch {
	case n < 0:
		return -1
	case s == &d.a:
		return d.Links[n].B
	}
	return d.Links[n].A
}
