package attribution

import "unicode/utf8"

// vocabulary holds the atoms of the words that training has seen, and of the
// marks of one byte, so that most tokens of a text cost one look-up. It may be
// read by many at once.
type vocabulary struct {
	slots []uint32 // numbers of words, plus one; a power of two of them
	words []entry
	marks [utf8.RuneSelf]entry
}

// entry is a token with the atoms that it has in any place, and what those bring.
type entry struct {
	norm  string
	atoms atoms
	solo  solo
}

// ranked is a word with its level.
type ranked struct {
	norm  string
	level level
}

// sparse is how many slots there are for a word, at least.
const sparse = 3

// newVocabulary returns the vocabulary of words; of two ranks of one word the
// later counts.
func newVocabulary(words []ranked) *vocabulary {
	n := 1
	for n < sparse*len(words) {
		n *= 2
	}
	v := &vocabulary{slots: make([]uint32, n), words: make([]entry, 0, len(words))}
	for _, w := range words {
		slot := v.slot(w.norm)
		if *slot == 0 {
			v.words = append(v.words, entry{norm: w.norm, atoms: lettering(w.norm)})
			*slot = uint32(len(v.words))
		}
		v.words[*slot-1].atoms.rank(w.level)
	}
	for c := range v.marks {
		norm := string(rune(c))
		v.marks[c] = entry{norm: norm, atoms: mark(norm)}
	}
	return v
}

// slot is where a word is, or would be: its number there is 0.
func (v *vocabulary) slot(norm string) *uint32 {
	mask := uint32(len(v.slots) - 1)
	for i := spell(norm); ; i++ {
		slot := &v.slots[i&mask]
		if *slot == 0 || v.words[*slot-1].norm == norm {
			return slot
		}
	}
}

// set fills the atoms of a token. It returns the entry that has the same, nil
// where none has.
func (v *vocabulary) set(a *atoms, t *Token) *entry {
	switch {
	case t.Kind == Quotation:
		*a = quotation(t)
	case t.Kind == Word:
		return v.setWord(a, t)
	case len(t.Norm) == 1 && t.Norm[0] < utf8.RuneSelf:
		e := &v.marks[t.Norm[0]]
		*a = e.atoms
		return e
	default:
		*a = mark(t.Norm)
	}
	return nil
}

func (v *vocabulary) setWord(a *atoms, t *Token) *entry {
	k := *v.slot(t.Norm)
	if k == 0 {
		*a = lettering(t.Norm)
		a.rank(strange(t))
		a.complete(t)
		return nil
	}
	e := &v.words[k-1]
	*a = e.atoms
	a.complete(t)
	if e.atoms.class == 0 { // complete has changed more than how the word is written
		return nil
	}
	return e
}
