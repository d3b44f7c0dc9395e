// Package cross judges pairs of statements by a cross-encoder of our own: a small
// transformer that reads both statements at once, each piece of the one looking
// at each piece of the other, and that has read news before it learned to judge.
//
//  1. a [Reader] cuts a statement, once, into pieces of the vocabulary of
//     package token, and marks them (reader.go, mark.go);
//  2. [Join] makes of two the input of the network: which piece, on which side,
//     with which marks, and whether the other side has its word, too (input.go);
//  3. [Model.Scores] has the pieces look at one another, layer by layer
//     (block.go, attend.go), and asks the first of them, which stands for the
//     pair, for the three labels (scores.go);
//  4. a [Judge] asks both ways round, and makes one verdict of the two (judge.go).
//
// The network is BERT's (Devlin et al. 2019) with the layers normalised beforehand
// (Xiong et al. 2020), neighbours taken in before pieces look at one another, and
// the square of a rectifier (both So et al. 2021, Primer). Weights are kept as
// bytes, a scale a row (weights.go). Everything is multiplied as whole numbers of
// 16 bits (round.go, matrix.go), by AVX2 where the processor has it
// (product_amd64.s): the scores are the same to the bit on every processor, and
// within a thousandth of what torch says. A pair is reckoned at its own length,
// and of the last layer only what the answer asks for.
//
// Folder training holds the programs that made it; a build may go without the
// weights (default.go). It finds no evidence and gives no reasons, and does not
// know which judge else there is.
package cross

import "sync"

// Model is a network with its weights. It is not changed once loaded, and safe
// for concurrent use.
type Model struct {
	reader          *Reader
	width, heads    int
	word, position  table
	side, mark, met table
	blocks          []block
	norm            norm
	hidden, label   matrix
	scratches       sync.Pool
}

func newModel(r *Reader, z sizes) *Model {
	m := &Model{reader: r, width: z.width, heads: z.heads}
	m.scratches.New = m.newScratch
	return m
}

// Encode reads a statement as [Reader.Encode] does. Where the tokenizer fails
// there is nothing to read.
func (m *Model) Encode(text string) *Encoding {
	e, err := m.reader.Encode(text)
	if err != nil {
		return &Encoding{}
	}
	return e
}
