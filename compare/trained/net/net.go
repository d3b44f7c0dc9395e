// Package net judges pairs of statements by a small neural network whose
// weights are in the binary. It sees what the alignment features of package
// trained cannot: words that are used alike, and words in their surroundings.
//
//  1. a [Reader] cuts a statement into pieces of the vocabulary of package token;
//  2. [Model.Encode] works out, once a statement, what each piece means among
//     its neighbours (encode.go: two convolutions);
//  3. [Model.Scores] has two statements meet (meet.go: each piece looks for its
//     like in the other, once as it is and once in context), compares each piece
//     with what it found (side.go), and weighs it all (scores.go);
//  4. a [Judge] is asked about pairs of texts (judge.go).
//
// The design is that of ESIM (Chen et al. 2017), with convolutions in place of
// its recurrent layers and everything that asks for one statement only done
// beforehand. MODEL_CARD.md says how it was trained and how good it is; folder
// training holds the programs.
//
// It finds no evidence and gives no reasons, and does not know which judge else
// there is.
package net

import (
	"bytes"
	_ "embed"
	"sync"

	"crosscheck/compare/token"
)

// The network's sizes. They are those of training/network.py.
const (
	embedSize  = 96 // numbers of a piece
	hiddenSize = 96 // numbers of a piece in context
	bothSize   = embedSize + hiddenSize
	heads      = 2  // ways to look for a like
	keySize    = 32 // numbers that a head compares
	meetSize   = 24 // numbers that a head brings home
	homeSize   = heads * meetSize
	fuseSize   = 48 // numbers of a piece that has met the other statement
	judgeSize  = 64
	labels     = 3 // entailment, neutral, contradiction
)

// Model is a network with its weights. It is not changed once loaded, and safe
// for concurrent use.
type Model struct {
	reader       *Reader
	embed        table // a row a piece
	marks        []float32
	conv1, conv2 layer
	keys         [heads]layer
	meet, own    layer
	same         [heads]float32 // how much more equal pieces attract each other
	fuse         layer
	alike        []float32 // added to a piece that the other statement has too
	compose      layer
	judge1       layer
	judge2       layer
}

//go:embed weights.bin
var packed []byte

// Default is the embedded model, read on first use. The error can only be a
// damaged build.
var Default = sync.OnceValues(func() (*Model, error) {
	tokens, err := token.Default()
	if err != nil {
		return nil, err
	}
	return Read(bytes.NewReader(packed), tokens)
})
