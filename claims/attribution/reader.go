package attribution

import "sync"

// reader holds what reading a sentence needs; readers are used again.
type reader struct {
	atoms  []atoms  // of the tokens, and of reach places before and behind them
	known  []*entry // of the tokens, nil where the vocabulary does not help
	around []context
	whole  sentence
	back   [][states]state // which state the best path to each came from
	path   []state

	// Of the position at hand.
	seen   [ring]*solo // what the tokens around it bring, by their number
	own    [ring]solo  // the same of those that the model has nothing ready for
	joint  joint
	scores scores
}

// ring is a power of two that is no less than places.
const ring = 8

// sentence is what all positions of a sentence share.
type sentence struct {
	head, foot uint32 // the first and the last token
	quotes     uint32 // whether there are quotations, and speech
	size       int    // in tokens
}

// The bits of sentence.quotes.
const (
	noQuotes   = 7
	someQuotes = 8
	someSpeech = 16
)

var readers = sync.Pool{New: func() any { return new(reader) }}

func newReader() *reader { return readers.Get().(*reader) }

// longSentence is how many tokens a reader may have room for and be kept.
const longSentence = 4096

// release gives the reader back.
func (r *reader) release() {
	if cap(r.around) <= longSentence {
		readers.Put(r)
	}
}

// grow makes room for n tokens.
func (r *reader) grow(n int) {
	if n < cap(r.around) {
		return
	}
	size := 2*n + 1
	r.atoms = make([]atoms, 0, size+2*reach)
	r.known, r.around = make([]*entry, 0, size), make([]context, 0, size)
	r.back, r.path = make([][states]state, size), make([]state, size)
}

// read takes in a sentence. The words have the levels given, or those of the
// vocabulary. It reports whether any token is reason to ask the model; where
// none is, nothing else may be asked of the reader.
func (r *reader) read(tokens []Token, words *vocabulary, levels []level) (promising bool) {
	n := len(tokens)
	r.grow(n)
	r.atoms, r.known, r.around = r.atoms[:n+1+2*reach], r.known[:n], r.around[:n+1]
	r.whole = sentence{size: n, quotes: noQuotes}
	at := r.atoms[reach:]
	for i := range tokens {
		t := &tokens[i]
		r.known[i] = words.set(&at[i], t)
		if levels != nil {
			at[i].rank(levels[i])
		}
		promising = promising || t.promises(level(at[i].level))
		r.whole.note(t)
	}
	if !promising && levels == nil {
		return false
	}
	for i := range reach {
		r.atoms[i], r.atoms[reach+n+i] = before, behind
	}
	r.atoms[n+2*reach] = behind
	r.whole.head, r.whole.foot = r.atoms[reach].word, r.atoms[reach+n-1].word
	surround(at[:n], r.around)
	return true
}

func (s *sentence) note(t *Token) {
	if t.Kind != Quotation {
		return
	}
	s.quotes |= someQuotes
	if t.Speech {
		s.quotes |= someSpeech
	}
}

// fill computes the joint features of position i; that behind the last token is
// one too, for what ends there.
func (r *reader) fill(f *joint, i int) {
	w, c := (*window)(r.atoms[i:]), &r.around[i]
	f.words(w)
	f.classes(w)
	f.forms(w)
	f.cues(w)
	f.surroundings(&w[reach], c)
	f.place(&w[reach], c, &r.whole, i)
}

// all computes all features of position i.
func (r *reader) all(f *features, i int) {
	list := f[:0]
	for place := range places {
		list = appendAlone(list, place, &r.atoms[i+place+reach-near])
	}
	r.fill((*joint)(f[alone:]), i)
}
