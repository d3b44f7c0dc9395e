package attribution

// Kind says what a token is.
type Kind uint8

// The kinds of token.
const (
	Word      Kind = iota
	Mark           // punctuation
	Quotation      // a whole quotation, however many sentences it holds
)

// Lexicon are the ways in which a word is known to attribute, as bits; 0 for a
// word that is not.
type Lexicon uint8

// The ways.
const (
	Verb       Lexicon = 1 << iota // a form of an attribution verb
	Past                           // of which it may be the past participle
	Participle                     // an -ing form
	Noun                           // an attribution noun: "claim"
)

// LongQuotation is the number of words from which the length of a quotation is
// all the same.
const LongQuotation = 7

// Token is one word, one mark or one whole quotation of a sentence.
type Token struct {
	Norm    string // of a word or mark, folded as package word does
	Kind    Kind
	Capital bool    // begins with an upper-case letter, inside the marks for a quotation
	Lexicon Lexicon // of a word
	Words   int     // of a quotation: how many words it holds
	Last    rune    // of a quotation: the last character inside
	Speech  bool    // of a quotation: reads as something said
}

// promises reports whether a token of a level is reason to ask the model: it is
// a quotation, a colon, or a word of which one in twelve or more was a cue.
func (t *Token) promises(l level) bool {
	return t.Kind == Quotation || t.Norm == ":" || l >= sometimes
}
