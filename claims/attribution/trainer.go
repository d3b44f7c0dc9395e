package attribution

// Example is a sentence with the attributions that a person marked in it.
type Example struct {
	Text   int // which text it is from: words are ranked by the other texts
	Tokens []Token
	Gold   []Attribution
}

// Trainer fits the weights. The program train beside this package uses it, and
// nothing else does.
//
// It follows the gradient of the conditional log-likelihood example by example,
// with the L2 penalty as a scale (Bottou 2010, section 5.1), and ships the mean
// of the weights over the later passes (Polyak and Juditsky 1992). A token left
// out of its part has a cost while training (softmax-margin, Gimpel and Smith
// 2010), so that it weighs more than one too many.
type Trainer struct {
	Passes int     // over all examples; where it is 0 all weights are
	Rate   float64 // size of the first step
	L2     float64 // strength of the penalty, over all examples
	Miss   float64 // cost of a token left out of its part
	Fewest int     // a feature seen less often is not learned
	Prune  int     // a row whose weights are all fewer quanta than this is left out of the file
	Seed   uint64  // of the order of the examples: the same seed gives the same file

	// Report, where set, is called after each pass, counted from 0, with the
	// summed loss.
	Report func(pass int, loss float64)
}

// DefaultTrainer has the settings of the embedded weights: those that did best
// on every ninth text of PolNeAR's training part, left out of the fitting.
func DefaultTrainer() *Trainer {
	return &Trainer{Passes: 10, Rate: 0.002, L2: 1, Miss: 0.5, Fewest: 4, Prune: 2, Seed: 1}
}

// Fit learns from the examples and returns the weights file. An example that
// the states cannot express is not learned from; skipped is how many there were.
func (t *Trainer) Fit(examples []Example) (file string, skipped int) {
	words := tallyOf(examples)
	var list []lesson
	for _, e := range examples {
		path, ok := encode(len(e.Tokens), e.Gold)
		if !ok || len(path) == 0 {
			skipped++
			continue
		}
		list = append(list, lesson{e.Tokens, words.levelsWithout(e.Text, e.Tokens), path})
	}
	mean := newDescent(t, list).run()
	return pack(mean, words.levels(), t.Prune), skipped
}

// lesson is an example as the states see it.
type lesson struct {
	tokens []Token
	levels []level // of the tokens
	path   []state
}
