package topic

import (
	"cmp"
	"slices"

	"crosscheck/compare/term"
)

const (
	// answered and aside are the weights of a word that the statement
	// answers to, and of one of its context, against the same word in the
	// statement itself.
	answered, aside = 0.7, 0.4
	// mostWords and nearby are how many of the heaviest words of a statement
	// and of its context are compared; hardly a sentence has more.
	mostWords, nearby = 40, 12
)

// profile is a statement prepared for comparison with those of its story.
type profile struct {
	words []weighed // distinct words of the statement and of what it answers to, heaviest first; then the heaviest of its context
	own   int       // how many of words are the statement's
}

// weighed is a word of the story's vocabulary with its share of a statement.
type weighed struct {
	at    int32
	by    float32 // in the weight of the statement's own words, in (0, 1]; 0 for a word of its context
	broad float32 // in the weight of all, in (0, 1]
}

// profile prepares a statement.
func (v *vocabulary) profile(it *Item) profile {
	v.stamp++
	words := v.distinct(nil, it.Text, 1)
	words = v.distinct(words, it.About, answered)
	slices.SortStableFunc(words, v.heavier)
	words = words[:min(len(words), mostWords)]
	own := len(words)
	context := v.distinct(nil, it.Context, aside)
	slices.SortStableFunc(context, v.heavier)
	words = append(words, context[:min(len(context), nearby)]...)
	share(words, own)
	return profile{words: words, own: own}
}

// share turns the weights of words, the first own of them the statement's, into
// shares.
func share(words []weighed, own int) {
	var narrow, broad float32
	for i, w := range words {
		broad += w.by
		if i < own {
			narrow += w.by
		}
	}
	for i := range words {
		w := &words[i]
		w.broad = w.by / broad
		if w.by /= narrow; i >= own {
			w.by = 0
		}
	}
}

// distinct adds the words that the statement in hand had not yet.
func (v *vocabulary) distinct(out []weighed, tokens []term.Token, by float32) []weighed {
	for _, t := range tokens {
		at := v.at[t.ID]
		if w := &v.words[at]; w.stamp != v.stamp {
			w.stamp = v.stamp
			out = append(out, weighed{at: at, by: w.weight * by})
		}
	}
	return out
}

func (v *vocabulary) heavier(a, b weighed) int {
	return cmp.Or(cmp.Compare(b.by, a.by), cmp.Compare(v.words[a.at].Stem, v.words[b.at].Stem))
}
