package topic

import (
	"cmp"
	"math/bits"
	"slices"
	"sync"

	"crosscheck/compare/term"
	"crosscheck/compare/vector"
)

// wide is how many words a vocabulary has at least for the table of what is near to be
// asked: in a small one all words are looked at in less time.
const wide = 256

// kinship relates each word of a vocabulary to those before it. It gives what
// [inner] gives for every two, and looks only at those that may be alike.
type kinship struct {
	wide     bool // the vocabulary is; words come by falling rows, for the table tells what is behind a row
	words    []look
	sights   []sight // of the known words
	byRow    rowPlaces
	opposing []opposing
	unknown  spelt     // words without a vector
	names    spelt     // words with a vector that are printed as names
	known    spelt     // words with a vector
	alike    []float32 // to the word in hand
	met      []int32   // places with alike > 0
	near     []int32   // rows near the word in hand

	pairs []Candidate // memory for who asks
}

// sight is what of a known word is seen first, apart from all else so that many lie
// close together.
type sight struct {
	signs, sketch uint64
	at            int32 // place in words
}

// isNear is near with the word w.
func (s *sight) isNear(w *look) bool {
	signs := bits.OnesCount64(s.signs ^ w.signs)
	return signs <= vector.FarSigns && signs+bits.OnesCount64(s.sketch^w.sketch) <= vector.FarSketch
}

// opposing is what of a word with an opposite is seen first.
type opposing struct {
	own uint64
	at  int32
}

// spelt are words by how many bytes they have: only those of about one size are
// compared letter by letter.
type spelt [longest + 1][]letters

// letters is what of a word's spelling is seen first.
type letters struct {
	set uint32
	at  int32
}

// add adds a word, unless it is too short or too long to be compared.
func (s *spelt) add(w *look, at int32) {
	if w.size >= shortest && w.size <= longest {
		s[w.size] = append(s[w.size], letters{w.letters, at})
	}
}

func (s *spelt) clear() {
	for i := range s {
		s[i] = s[i][:0]
	}
}

// kinships is memory in which vocabularies are related.
var kinships = sync.Pool{New: func() any { return &kinship{byRow: make(rowPlaces, vector.Len())} }}

func newKinship(n int) *kinship {
	k := kinships.Get().(*kinship)
	k.wide = n >= wide
	k.alike = slices.Grow(k.alike, n)[:n]
	return k
}

// rowPlaces are, of each row of the word vectors, the place in words of the known
// word that has it, plus one; 0 for none.
type rowPlaces []int32

// done gives the memory back. Afterwards k is of no use.
func (k *kinship) done() {
	for i := range k.words {
		if w := &k.words[i]; w.known {
			k.byRow[w.Row] = 0
		}
	}
	clear(k.alike)
	for _, s := range []*spelt{&k.unknown, &k.names, &k.known} {
		s.clear()
	}
	k.words, k.sights, k.opposing = k.words[:0], k.sights[:0], k.opposing[:0]
	k.alike, k.met, k.near, k.pairs = k.alike[:0], k.met[:0], k.near[:0], k.pairs[:0]
	kinships.Put(k)
}

// next files a word and calls yield for each before it that is like it. In a wide
// vocabulary words come as [byFallingRow] has them.
func (k *kinship) next(w look, yield func(at int32, alike float32)) {
	k.use(&w)
	k.oppose(&w)
	k.spell(&w)
	for _, m := range k.met {
		yield(m, k.alike[m])
		k.alike[m] = 0
	}
	k.met = k.met[:0]
	k.file(w)
}

// byFallingRow is the order in which the words of a wide vocabulary come.
func byFallingRow(a, b *term.Term) int { return cmp.Compare(b.Row, a.Row) }

// oppose finds the opposites of w.
func (k *kinship) oppose(w *look) {
	if w.against == 0 {
		return
	}
	for _, o := range k.opposing {
		if w.against&o.own == 0 {
			continue
		}
		if b := &k.words[o.at]; !(w.Place && b.Place) && w.Opposes(b.Term) {
			k.offer(o.at, opposed)
		}
	}
}

func (k *kinship) offer(m int32, alike float32) {
	if k.alike[m] == 0 {
		k.met = append(k.met, m)
	}
	k.alike[m] = max(k.alike[m], alike)
}

// use finds the words that are used like w.
func (k *kinship) use(w *look) {
	switch {
	case !w.known:
	case k.wide:
		k.useTable(w)
	default:
		k.useAll(w)
	}
}

// useAll looks at all words.
func (k *kinship) useAll(w *look) {
	for i := range k.sights {
		if s := &k.sights[i]; s.isNear(w) {
			k.offerUse(w, s.at)
		}
	}
}

// useTable looks at the words of the rows near that of w and behind it.
func (k *kinship) useTable(w *look) {
	k.near = vector.AppendNear(k.near[:0], int(w.Row))
	for _, row := range k.near {
		if m := k.byRow[row] - 1; m >= 0 {
			k.offerUse(w, m)
		}
	}
}

// offerUse looks closer at a word that is near w.
func (k *kinship) offerUse(w *look, m int32) {
	b := &k.words[m]
	if !mayBeUsedAlike(w, b) {
		return
	}
	if cos, ok := vector.AtLeast(int(w.Row), int(b.Row), vector.Related); ok {
		k.offer(m, float32(cos)*float32(cos))
	}
}

// mayBeUsedAlike: two names are two things, however alike their use.
func mayBeUsedAlike(a, b *look) bool { return !(a.proper && b.proper) && !(a.Place && b.Place) }

// spell finds the words that are spelt like w: one of them unknown, or both
// printed as names.
func (k *kinship) spell(w *look) {
	k.offerSpellings(w, &k.unknown)
	switch {
	case !w.known:
		k.offerSpellings(w, &k.known)
	case w.name:
		k.offerSpellings(w, &k.names)
	}
}

// offerSpellings looks at the words of about the size of w.
func (k *kinship) offerSpellings(w *look, words *spelt) {
	if w.size < shortest || w.size > longest {
		return
	}
	for size := range words {
		most, ok := mostChanged(w.size, uint32(size))
		if !ok {
			continue
		}
		for _, l := range words[size] {
			if bits.OnesCount32(w.letters^l.set) <= most {
				k.offerSpelling(w, l.at)
			}
		}
	}
}

// offerSpelling looks closer at a word that may be spelt like w. Two known words that
// are alike otherwise are two words, however alike their letters.
func (k *kinship) offerSpelling(w *look, m int32) {
	b := &k.words[m]
	if w.Place && b.Place || w.known && b.known && k.alike[m] > 0 {
		return
	}
	if alike := spelling(w.Word, b.Word); alike > 0 {
		k.offer(m, alike)
	}
}

func (k *kinship) file(w look) {
	at := int32(len(k.words))
	k.words = append(k.words, w)
	if w.own != 0 {
		k.opposing = append(k.opposing, opposing{w.own, at})
	}
	if !w.known {
		k.unknown.add(&w, at)
		return
	}
	k.known.add(&w, at)
	if w.name {
		k.names.add(&w, at)
	}
	k.byRow[w.Row] = at + 1
	k.sights = append(k.sights, sight{w.signs, w.sketch, at})
}
