package align

import (
	"math/bits"
	"slices"
	"strings"
	"sync/atomic"
	"unicode"

	"crosscheck/claims/word"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/vector"
)

// form is what is known of a folded word wherever it stands. It never changes.
type form struct {
	lex    *lexicon.Lexicon
	id     uint64 // hash of norm; words that differ seldom share one
	norm   string
	class  lexicon.Class
	idf    float64
	known  bool // the lexicon has it
	name   bool // written with a capital nearly always
	number bool // holds a digit, or is a number word
	mark   bool // a mark: of what is below only phrases is known of it
	quote  bool // a mark that parts no words
	inner  bool // a mark behind which a sentence goes on
	adverb bool // ends in "ly"

	phrases []lexicon.Phrase  // those that may begin with it, in the order to be tried
	seconds lexicon.Signature // of their second words and lemmas

	vector int               // row of its vector, -1 where it has none
	signs  uint64            // of its vector
	sketch uint64            // of its vector
	same   lexicon.Signature // of lemmas and stem: all that makes two words one
	key    uint64            // same in fewer bits
	own    lexicon.Signature // of lemmas
	near   lexicon.Signature // of what is related to them
	lemmas []lexicon.ID      // its dictionary forms and the phrase that begins with it
	stem   string            // "" for function words and marks
	stemID uint64            // hash of stem

	opposed   bool
	opposable lexicon.Signature // of the lemmas that have opposites
	against   lexicon.Signature // of the opposites
}

// is reports whether f and g are the same word.
func (f *form) is(g *form) bool {
	return f == g || f.id == g.id && f.norm == g.norm && f.own == g.own
}

// stems reports whether f and g have the same stem.
func (f *form) stems(g *form) bool {
	return f.stemID == g.stemID && f.stem == g.stem && f.stem != ""
}

// mayBeAlike reports whether the vectors of f and g differ in at most so many signs, of
// which the second bound has those of the sketches as well.
func (f *form) mayBeAlike(g *form, signs, both int) bool {
	d := bits.OnesCount64(f.signs ^ g.signs)
	return d <= signs && d+bits.OnesCount64(f.sketch^g.sketch) <= both
}

// shares reports whether f and g have a lemma in common.
func (f *form) shares(g *form) bool {
	for _, x := range f.lemmas {
		if slices.Contains(g.lemmas, x) {
			return true
		}
	}
	return false
}

const (
	// formBits tells how many forms are kept, 2^formBits: as many as there are
	// stems kept in package word, which the same words ask for.
	formBits = 16
	// longestKept is the length in bytes from which on a word is an address or
	// a chain of words, which seldom comes twice.
	longestKept = 32
)

// forms keeps the forms met lately in pairs of slots, of which the first holds
// the one that came last. There is no lock: a slot is read and written whole,
// and one that is lost to another writer is worked out again.
type forms struct {
	lex   *lexicon.Lexicon
	slots [1 << formBits]atomic.Pointer[form]
}

// hashed is a hash of a word: FNV-1a (Fowler, Noll and Vo), and a multiplication by the
// golden ratio (Knuth 1973, 6.4), for signatures take its highest bits. It is the same in
// every run: what two words are taken for must not hang on a seed.
func hashed(s string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime
	}
	return (h ^ h>>32) * 0x9e3779b97f4a7c15
}

// of returns the form of a word of a text.
func (t *forms) of(w *word.Word) *form {
	id := hashed(w.Norm)
	if len(w.Norm) > longestKept {
		return t.make(w.Norm, w.Punct, id)
	}
	first, second := &t.slots[id&(1<<formBits-2)], &t.slots[id&(1<<formBits-2)+1]
	last := first.Load()
	if last != nil && last.id == id && last.norm == w.Norm && last.mark == w.Punct {
		return last
	}
	if f := second.Load(); f != nil && f.id == id && f.norm == w.Norm && f.mark == w.Punct {
		return f
	}
	f := t.make(strings.Clone(w.Norm), w.Punct, id)
	first.Store(f)
	second.Store(last)
	return f
}

// make works out a form.
func (t *forms) make(norm string, mark bool, id uint64) *form {
	f := &form{lex: t.lex, norm: norm, id: id, mark: mark, vector: -1, adverb: strings.HasSuffix(norm, "ly")}
	if mark {
		f.quote, f.inner = joinsWords(norm), strings.Contains(",-–—/(", norm)
		t.begin(f)
		return f
	}
	e := t.lex.Look(norm)
	f.lemmas, f.class, f.idf, f.name, f.known = e.Lemmas, e.Class, float64(e.IDF), e.Name, len(e.Lemmas) > 0
	if strings.HasSuffix(norm, "n't") || norm == "cannot" {
		f.class |= lexicon.Negator | t.lex.Look(positive(norm)).Class&modals
	}
	f.number = strings.ContainsFunc(norm, unicode.IsDigit) || numberWords[norm]
	if f.class&lexicon.Function == 0 {
		f.stem = word.Stem(norm)
		f.stemID = hashed(f.stem)
		f.vector = vector.Index(strings.TrimSuffix(norm, "'s"))
		f.signs, f.sketch = vector.Signs(f.vector), vector.Sketch(f.vector)
	}
	f.sign(t.lex)
	t.begin(f)
	return f
}

// begin finds the phrases that may begin with f.
func (t *forms) begin(f *form) {
	f.phrases = t.lex.Phrases(f.norm)
	for _, id := range f.lemmas {
		if more := t.lex.Phrases(t.lex.Name(id)); len(more) > 0 {
			f.phrases = append(f.phrases[:len(f.phrases):len(f.phrases)], more...)
		}
	}
	for _, ph := range f.phrases {
		second, _ := t.lex.Signatures([]lexicon.ID{t.lex.ID(ph.Words[1])})
		f.seconds.Join(&second)
		f.seconds.Mark(hashed(ph.Words[1]))
	}
}

// with is f as the first word of a phrase: id is one more of its lemmas.
func (t *forms) with(f *form, id lexicon.ID) *form {
	g := *f
	g.lemmas = append(append([]lexicon.ID{}, f.lemmas...), id)
	g.sign(t.lex)
	return &g
}

// sign makes the signatures of the lemmas.
func (f *form) sign(lex *lexicon.Lexicon) {
	f.own, f.near = lex.Signatures(f.lemmas)
	f.opposable, f.against = lex.Opposing(f.lemmas)
	f.opposed = f.against != lexicon.Signature{}
	f.same = f.own
	if f.stem == "" {
		f.same.Mark(f.id)
	} else {
		f.same.Mark(f.stemID)
	}
	f.key = f.same[0] | f.same[1] | f.same[2] | f.same[3]
}

// modals are the classes that a modal verb keeps when it is negated.
const modals = lexicon.Plan | lexicon.Sure | lexicon.Probable | lexicon.Maybe | lexicon.Be

// positive is the verb in a negated contraction.
func positive(norm string) string {
	switch norm {
	case "won't":
		return "will"
	case "can't", "cannot":
		return "can"
	}
	return strings.TrimSuffix(norm, "n't")
}

// numberWords are the cardinals that stand as words; quantity reads their values.
var numberWords = map[string]bool{
	"two": true, "three": true, "four": true, "five": true, "six": true, "seven": true,
	"eight": true, "nine": true, "ten": true, "dozen": true, "hundred": true, "million": true,
}
