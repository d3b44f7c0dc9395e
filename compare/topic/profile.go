package topic

import (
	"cmp"

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

// profiler prepares statements one by one. A vocabulary may have several.
type profiler struct {
	*vocabulary
	seen  []int32 // of each word, the statement that was last seen to hold it
	stamp int32   // numbers the statements
	found []weighed
}

func newProfiler(v *vocabulary) *profiler {
	return &profiler{vocabulary: v, seen: make([]int32, len(v.words))}
}

// profile prepares a statement.
func (v *profiler) profile(it *Item) profile {
	v.stamp++
	v.found = v.distinct(v.found[:0], it.Text, 1)
	v.found = v.distinct(v.found, it.About, answered)
	v.found = v.heaviest(v.found, mostWords)
	own := len(v.found)
	words := append(make([]weighed, 0, own+nearby), v.found...)
	v.found = v.distinct(v.found[:0], it.Context, aside)
	words = append(words, v.heaviest(v.found, nearby)...)
	share(words, own)
	return profile{words: words, own: own}
}

// heaviest are the n heaviest words of a list, heaviest first. It changes the list.
func (v *vocabulary) heaviest(list []weighed, n int) []weighed {
	kept := 0
	for _, w := range list {
		if kept == n && w.by < list[n-1].by {
			continue
		}
		at := kept
		for at > 0 && v.heavier(w, list[at-1]) < 0 {
			at--
		}
		if at == n {
			continue
		}
		kept = min(n, kept+1)
		copy(list[at+1:kept], list[at:kept-1])
		list[at] = w
	}
	return list[:kept]
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
func (v *profiler) distinct(out []weighed, tokens []term.Token, by float32) []weighed {
	for i := range tokens {
		at := v.at.of(tokens[i].ID)
		if v.seen[at] != v.stamp {
			v.seen[at] = v.stamp
			out = append(out, weighed{at: at, by: v.words[at].weight * by})
		}
	}
	return out
}

// heavier puts the heavier of two words first, else that of the earlier stem.
func (v *vocabulary) heavier(a, b weighed) int {
	if a.by != b.by {
		return cmp.Compare(b.by, a.by)
	}
	return cmp.Compare(v.words[a.at].Stem, v.words[b.at].Stem)
}
