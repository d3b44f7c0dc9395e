package term

import "crosscheck/compare/lexicon"

// Opposition is what tells whether a word opposes another.
type Opposition struct {
	Lemmas       []lexicon.ID      // its dictionary forms
	Own, Against lexicon.Signature // of those that have opposites, and of these
}

// opposition is nil where none of the lemmas has an opposite.
func opposition(lex *lexicon.Lexicon, lemmas []lexicon.ID) *Opposition {
	own, against := lex.Opposing(lemmas)
	if own == (lexicon.Signature{}) {
		return nil
	}
	return &Opposition{lemmas, own, against}
}

// Opposes reports whether two words are opposites ("rough", "calm"), which are
// about one thing.
func (t *Term) Opposes(u *Term) bool {
	a, b := t.Opposition, u.Opposition
	return a != nil && b != nil && a.Against.Meets(&b.Own) && lexicon.Default().Between(a.Lemmas, b.Lemmas)&lexicon.Opposite != 0
}
