package eval

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"

	"crosscheck/claims/word"
	"crosscheck/compare"
)

// refutingList has the words by which a text says that a story is not so.
//
//go:embed data/refuting.txt
var refutingList string

// cueClasses are the classes of refuting.txt.
var cueClasses = [...]string{"invented", "denied", "doubted", "unsure", "negated", "turned"}

// cueWords are the words of refuting.txt, by stem, each with its class by place
// in cueClasses.
var cueWords = sync.OnceValue(func() map[string]int {
	table := map[string]int{}
	for class, w := range word.Listed(refutingList) {
		table[word.Stem(w)] = slices.Index(cueClasses[:], class)
	}
	return table
})

// cues is how many words of each class a text has.
type cues [len(cueClasses)]float64

func cuesOf(text string) cues {
	var c cues
	for _, w := range word.Split(text, 0) {
		if class, ok := cueWords()[word.Stem(w.Norm)]; ok {
			c[class]++
		}
	}
	return c
}

// opening is how many sentences of a body tell what it is about.
const opening = 3

// features are what the head sees of a pair by itself:
//
//  1. how much of the headline body and best sentence hold, and the scores of
//     the judge;
//  2. for each class of cue, how often it stands in headline, body and opening,
//     how much of the headline those sentences hold that it stands in, and
//     whether both sides have it.
func features(h, body stretch, sentences, best []stretch, list []compare.Verdict) []float64 {
	near := 0.0
	if len(best) > 0 {
		near = h.shared(best[0].piece)
	}
	words := float64(1 + strings.Count(body.text, " "))
	out := append([]float64{h.shared(body.piece), near, math.Log(words)}, judgeFeatures(list)...)
	var first, most, sum cues
	for i, s := range sentences {
		share := h.shared(s.piece)
		for class, n := range s.cues {
			if n > 0 {
				most[class], sum[class] = max(most[class], share), sum[class]+share
			}
			if i < opening {
				first[class] += n
			}
		}
	}
	for i := range cueClasses {
		has, there, n := min(1, h.cues[i]), min(1, body.cues[i]), body.cues[i]
		out = append(out, has, there, 100*n/words, math.Log1p(n), min(2, first[i]), most[i], math.Log1p(sum[i]),
			has*there, has*most[i], has*math.Log1p(sum[i]))
	}
	return out
}

// relate adds to the features of each pair how far each lies from its mean over
// the other pairs of the headline, and over those of the body: a story about a
// prank has the word in every body, and only a body that has more of it than the
// others speaks against the headline. No stance is looked at.
func relate(s Stances, kept []fncPair) {
	headlines, bodies := map[string]int{}, map[string]int{}
	byHeadline, byBody := make([]int, len(kept)), make([]int, len(kept))
	for i, k := range kept {
		byHeadline[i] = number(headlines, s.Pairs[k.pair].Headline)
		byBody[i] = number(bodies, s.Bodies[k.body].ID)
	}
	near, far := offMean(kept, byHeadline, len(headlines)), offMean(kept, byBody, len(bodies))
	for i := range kept {
		kept[i].features = slices.Concat(kept[i].features, near[i], far[i])
	}
}

// number numbers names as they come.
func number(known map[string]int, name string) int {
	n, ok := known[name]
	if !ok {
		n = len(known)
		known[name] = n
	}
	return n
}

// offMean is each pair's features less the mean of the others in its group, 0
// where it is alone.
func offMean(kept []fncPair, group []int, groups int) [][]float64 {
	sum, count := make([][]float64, groups), make([]float64, groups)
	for i, k := range kept {
		g := group[i]
		if sum[g] == nil {
			sum[g] = make([]float64, len(k.features))
		}
		for f, v := range k.features {
			sum[g][f] += v
		}
		count[g]++
	}
	out := make([][]float64, len(kept))
	for i, k := range kept {
		out[i] = make([]float64, len(k.features))
		for f, v := range k.features {
			if n := count[group[i]] - 1; n > 0 {
				out[i][f] = v - (sum[group[i]][f]-v)/n
			}
		}
	}
	return out
}

// judgeFeatures are what the head sees of the verdicts.
func judgeFeatures(list []compare.Verdict) []float64 {
	var most, sum, first, mostEntails, entails, held float64
	for i, v := range list {
		c, e := v.Scores.Contradiction, v.Scores.Entailment
		most, mostEntails = max(most, c), max(mostEntails, e)
		sum, entails = sum+c, entails+e
		if i == 0 {
			first = c
		}
		if v.Guard != "" {
			held = 1
		}
	}
	n := float64(max(1, len(list)))
	return []float64{most, sum / n, first, mostEntails, entails / n, held}
}
