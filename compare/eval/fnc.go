package eval

import (
	"context"
	"fmt"

	"crosscheck/compare"
)

// FNCTable is how well a judge finds the bodies that disagree with a headline.
type FNCTable struct {
	Judge    string `json:"judge"` // its name and version
	Bodies   int    `json:"bodies"`
	Pairs    int    `json:"pairs"` // of a headline and a body
	Disagree int    `json:"disagree"`
	Folds    int    `json:"folds"` // that the bodies were dealt into
	// Related is how many pairs are rightly taken as related or unrelated, by
	// how much of the headline the body holds.
	Related Share `json:"related"`
	// Kept is, by stance, how many pairs were taken as related and judged.
	Kept []Group `json:"kept"`
	// Scores are the ways to say "disagree" from the judge's verdicts.
	Scores   []FNCScores  `json:"scores"`
	Mistakes *FNCMistakes `json:"mistakes,omitempty"` // nil where none were asked for
}

// FNCScores are the figures of one way to say "disagree". Pairs that were not
// kept count: they are called something else.
type FNCScores struct {
	Name     string `json:"name"`
	Disagree PRF    `json:"disagree"`
	// AveragePrecision ranks all pairs, AmongRelated those that are marked as
	// related.
	AveragePrecision float64 `json:"average_precision"`
	AmongRelated     float64 `json:"among_related"`
}

// The ways to say "disagree".
const (
	FNCVerdict   = "verdict"   // the judge calls one of the sentences a contradiction
	FNCThreshold = "threshold" // the highest contradiction score of the sentences, from a threshold on
	FNCHead      = "head"      // gradient-boosted trees over scores and refuting words, from a threshold on
)

// FNC measures a judge on the stance task of the Fake News Challenge
// (Pomerleau and Rao 2017):
//
//  1. pairs whose body shares too little of the headline are unrelated
//     (fnc_best.go);
//  2. of the others the headline is judged against the body's three best
//     sentences;
//  3. threshold and head are fitted by cross-validation over bodies: what is
//     said of a pair comes from a fit that has not seen its body (fnc_fit.go).
//
// What is fitted is let go: no weight leaves the package.
type FNC struct {
	Judge compare.Judge
	// Examples is how many of the head's worst mistakes of each sort are kept;
	// less than 0 keeps none.
	Examples int
	// Progress is told how many bodies were judged so far; nil for nobody.
	Progress func(done, total int)
}

// Run measures. The error is that of the judge, of ctx or of the fit.
func (f FNC) Run(ctx context.Context, s Stances) (FNCTable, error) {
	t := FNCTable{Judge: f.Judge.Name(), Bodies: len(s.Bodies), Pairs: len(s.Pairs), Folds: fncFolds}
	kept, err := f.judge(ctx, s)
	if err != nil {
		return t, fmt.Errorf("judging headlines: %w", err)
	}
	groups, isKept := groups{}, make([]bool, len(s.Pairs))
	for _, k := range kept {
		isKept[k.pair] = true
	}
	for i, p := range s.Pairs {
		t.Related.add(isKept[i] == (p.Stance != Unrelated))
		groups.add(string(p.Stance), isKept[i])
		if p.Stance == Disagree {
			t.Disagree++
		}
	}
	t.Kept = groups.list()
	fits, err := fit(kept)
	if err != nil {
		return t, err
	}
	for _, f := range fits {
		t.Scores = append(t.Scores, fncScores(s, kept, f))
	}
	t.Mistakes = fncMistakes(s, kept, fits[len(fits)-1], f.Examples)
	return t, nil
}

// fncScores are the figures of one way to say "disagree".
func fncScores(s Stances, kept []fncPair, f fncFit) FNCScores {
	out := FNCScores{Name: f.name}
	score := make([]float64, len(s.Pairs))
	said := make([]bool, len(s.Pairs))
	for i := range score {
		score[i] = -1 // below all that were kept
	}
	for i, k := range kept {
		score[k.pair], said[k.pair] = f.score[i], f.said[i]
	}
	var all, related []ranked
	for i, p := range s.Pairs {
		gold := p.Stance == Disagree
		if gold {
			out.Disagree.marked(said[i])
		}
		if said[i] {
			out.Disagree.claim(gold)
		}
		r := ranked{score[i], gold}
		if all = append(all, r); p.Stance != Unrelated {
			related = append(related, r)
		}
	}
	out.Disagree = out.Disagree.rated()
	out.AveragePrecision, out.AmongRelated = averagePrecision(all), averagePrecision(related)
	return out
}
