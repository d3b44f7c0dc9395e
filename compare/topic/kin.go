package topic

import (
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"

	"crosscheck/compare/vector"
)

// wide is how many words a vocabulary has at least for the table to be asked:
// in a small one all words are looked at in less time.
const wide = 256

// nearRows are the rows of the word vectors near one. They are found, once for the
// run, when it was compared with as many words as there are rows: whoever buys when
// he has paid the price in rent pays no more than twice what he need have (Karlin,
// Manasse, Rudolph and Sleator 1988).
type nearRows struct {
	met  atomic.Int32 // how many words it was compared with
	rows atomic.Pointer[[]vector.Near]
}

var allNear = sync.OnceValue(func() []nearRows { return make([]nearRows, vector.Len()) })

// nearOf are the rows near a row; false where it is to be compared with so many
// words instead.
func nearOf(row int32, words int) ([]vector.Near, bool) {
	n := &allNear()[row]
	if rows := n.rows.Load(); rows != nil {
		return *rows, true
	}
	if n.met.Add(int32(words)) < int32(vector.Len()) {
		return nil, false
	}
	rows := vector.NearRows(int(row), farSigns, farSketch, related)
	n.rows.Store(&rows)
	return rows, true
}

// kinship relates each word of a vocabulary to those before it. It gives what
// [inner] gives for every two, and looks only at those that may be alike.
type kinship struct {
	wide     bool // the vocabulary is
	words    []look
	sights   []sight // of the known words
	byRow    rowPlaces
	opposing []int32   // words with an opposite
	unknown  []int32   // words without a vector
	names    []int32   // words with a vector that are printed as names
	alike    []float32 // to the word in hand
	met      []int32   // places with alike > 0

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
	return signs <= farSigns && signs+bits.OnesCount64(s.sketch^w.sketch) <= farSketch
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
	*k = kinship{
		words: k.words[:0], sights: k.sights[:0], byRow: k.byRow, opposing: k.opposing[:0], unknown: k.unknown[:0],
		names: k.names[:0], alike: k.alike[:0], met: k.met[:0], pairs: k.pairs[:0],
	}
	kinships.Put(k)
}

// next files a word and calls yield for each before it that is like it.
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

// oppose finds the opposites of w.
func (k *kinship) oppose(w *look) {
	for _, m := range k.opposing {
		if b := &k.words[m]; w.against&b.own != 0 && !(w.Place && b.Place) && w.Opposes(b.Term) {
			k.offer(m, opposed)
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
	if !w.known {
		return
	}
	var rows []vector.Near
	ok := false
	if k.wide {
		rows, ok = nearOf(w.Row, len(k.words))
	}
	if ok {
		k.useRows(w, rows)
	} else {
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

// useRows looks at the words of some rows.
func (k *kinship) useRows(w *look, rows []vector.Near) {
	for _, n := range rows {
		if m := k.byRow[n.Row] - 1; m >= 0 {
			if b := &k.words[m]; mayBeUsedAlike(w, b) {
				k.offer(m, n.Cosine*n.Cosine)
			}
		}
	}
}

// offerUse looks closer at a word that is near w.
func (k *kinship) offerUse(w *look, m int32) {
	b := &k.words[m]
	if !mayBeUsedAlike(w, b) {
		return
	}
	if cos, ok := vector.AtLeast(int(w.Row), int(b.Row), related); ok {
		k.offer(m, float32(cos)*float32(cos))
	}
}

// mayBeUsedAlike: two names are two things, however alike their use.
func mayBeUsedAlike(a, b *look) bool { return !(a.proper && b.proper) && !(a.Place && b.Place) }

// spell finds the words that are spelt like w: one of them unknown, or both
// printed as names.
func (k *kinship) spell(w *look) {
	for _, m := range k.unknown {
		k.offerSpelling(w, m)
	}
	switch {
	case !w.known:
		for m := range k.words {
			if k.words[m].known {
				k.offerSpelling(w, int32(m))
			}
		}
	case w.name:
		for _, m := range k.names {
			if k.alike[m] == 0 {
				k.offerSpelling(w, m)
			}
		}
	}
}

func (k *kinship) offerSpelling(w *look, m int32) {
	b := &k.words[m]
	if mayBeSpelled(w, b) && !(w.Place && b.Place) {
		if alike := spelling(w.Word, b.Word); alike > 0 {
			k.offer(m, alike)
		}
	}
}

func (k *kinship) file(w look) {
	at := int32(len(k.words))
	k.words = append(k.words, w)
	if w.own != 0 {
		k.opposing = append(k.opposing, at)
	}
	switch {
	case !w.known:
		k.unknown = append(k.unknown, at)
	case w.name:
		k.names = append(k.names, at)
	}
	if w.known {
		k.byRow[w.Row] = at + 1
		k.sights = append(k.sights, sight{w.signs, w.sketch, at})
	}
}
