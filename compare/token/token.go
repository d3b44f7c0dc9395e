// Package token is the one place where text becomes the tokens of a model:
//
//  1. [Fold] turns any text into lower-case printable ASCII, and remembers of
//     every byte which bytes of the text it came from;
//  2. [NextWord] cuts what is folded into words and marks;
//  3. a [Tokenizer], read from a tokenizer.json, cuts each word into pieces of
//     its vocabulary: "unfreezing" into "un", "##free", "##zing".
//
// The cutting is done by github.com/sugarme/tokenizer, which is called at one
// place (fence.go), with nothing but short words of ASCII: on other text it
// panics, loses count of bytes, or ends the process. A word's pieces do not
// depend on its neighbours, so they are kept, and a word is cut once.
//
// [Default] is the vocabulary of our own; README.md says how it was made. The
// package knows nothing of what a token means, and joins no two texts to a
// pair: a statement is cut once, whatever it is compared with.
package token

import "crosscheck/claims"

// Piece is a word, or part of one, that the vocabulary knows.
type Piece struct {
	ID   int32       // its row in the vocabulary, in [0, Tokenizer.Size())
	Span claims.Span // where it stands in the text that was given
	// Inner is true of a piece that does not begin its word.
	Inner bool
}
