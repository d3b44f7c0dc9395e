// Package attribution finds in one sentence who is said to have said, thought
// or wanted what: source, cue and content in the terms of PARC (Pareti 2016).
// It is the learned part of the extraction: a linear-chain conditional random
// field (Lafferty, McCallum and Pereira 2001) over the words, marks and whole
// quotations of a sentence, trained on PolNeAR (Newell, Margolin and Ruths
// 2018); MODEL_CARD.md tells how and how well.
//
//  1. each token becomes a few hashed atoms: word, ending, shape, class, how
//     often the word was a cue in training (atoms.go, vocabulary.go, level.go);
//  2. templates join the atoms of neighbours, and of the nearest likely cue and
//     clause mark on either side, to features (feature.go, context.go);
//  3. the features' weights are summed for each token (model.go, score.go);
//  4. the best path through the states of state.go is found: it cannot have a
//     content without a cue, or two cues for one content (decode.go);
//  5. the path is read off as attributions (path.go).
//
// The weights are a file of this folder (weights.go). The program in folder
// train makes it with a [Trainer], which turns marked sentences into paths
// (gold.go), ranks their words (tally.go) and descends the gradient of the
// paths' likelihood (descent.go, lattice.go, gradient.go).
//
// It sees one sentence at a time, knows nobody by name, and passes no judgement
// on what a cue commits its speaker to; package extract does the rest.
package attribution

// Range is a half-open range of tokens.
type Range struct{ From, To int }

// Attribution is one source, cue and content of a sentence. The ranges of each
// are in order and do not overlap.
type Attribution struct {
	Source  []Range // who; empty where the sentence does not say
	Cue     []Range // never empty
	Content []Range // what; empty where the sentence ends before it ("Lee continued:")
}

// Find returns the attributions of a sentence in the order of their first
// token; no token is in two. A sentence with neither a quotation, a colon nor a
// word that could be a cue is answered without asking the model. Find may be
// called by many at once and does not keep the tokens.
func Find(tokens []Token) []Attribution { return current().find(tokens) }

func (m *model) find(tokens []Token) []Attribution {
	r := newReader()
	defer r.release()
	if !r.read(tokens, m.words, nil) {
		return nil
	}
	return attributions(r.decode(m))
}
