// Package worth tells how much an outlet's own sentence is worth checking:
// whether it states a fact that evidence could settle and that another outlet
// may tell otherwise, or is background colour, opinion, prediction, a question
// or the page talking to its reader.
//
//  1. each word is looked up once, for its classes (list.go, lists/);
//  2. the features of the sentence are counted: figures, public acts, names,
//     against first persons, modals, attitude (count.go, feature.go); whether
//     there is a finite verb at all is a question of its own (finite.go);
//  3. their weights are added up and squeezed into [0, 1].
//
// The features are those of the literature on check-worthiness: ClaimBuster
// (Hassan et al. 2017), the CheckThat! lab (Nakov et al. 2018 and later) and
// the annotation schema of Full Fact (Konstantinovskiy et al. 2021). Each has
// one weight with one sign, so that a further figure never lowers a score and
// a further "perhaps" never raises it, and [Explain] shows the sum.
//
// The package does not tell true from false, sees one sentence at a time and
// knows English only. testdata/scores.txt says how good it is, README.md how
// that was measured.
package worth

import (
	"math"

	"crosscheck/claims/word"
)

// bias is the score's logit of a sentence without any feature. It makes the
// mean score of the tuning sentences the share of them that are worth checking.
const bias = -1.5

// Score is how much a sentence is worth checking, in [0.001, 1], to three
// digits: 0.5 and above are more likely facts to check than not. A sentence
// without words scores 0.
//
// The words are those of the outlet, in order. One whose Norm is empty stands
// for a whole quotation and counts for nothing.
func Score(words []word.Word) float64 {
	t := count(words)
	if t.words == 0 {
		return 0
	}
	z := bias
	for f := range features {
		z += t.adds(feature(f))
	}
	return max(0.001, math.Round(1000/(1+math.Exp(-z)))/1000)
}

// Part is what one feature adds to a score.
type Part struct {
	Feature string  // its ID
	Doc     string  // what it is
	Count   int     // how often it occurs, at least 1
	Add     float64 // in logits; below 0 it speaks against checking
}

// Explain lists the features that a sentence has, in the order of the model.
// The logit of the score is the sum of what they add and of -1.5.
func Explain(words []word.Word) []Part {
	t := count(words)
	var out []Part
	for f, m := range features {
		if t.words > 0 && t.n[f] > 0 {
			out = append(out, Part{m.ID, m.Doc, t.n[f], t.adds(feature(f))})
		}
	}
	return out
}
