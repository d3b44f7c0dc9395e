package worth

import (
	"strings"

	"crosscheck/claims/word"
)

// Finite is the place of the first finite verb among the words, -1 where there
// is none, as far as the lists and the words beside it tell: "the mill employs
// 140 people", "nine ships carry coal", but not "the plans for a bridge".
func Finite(words []word.Word) int {
	for i := range words {
		if finiteAt(words, i) {
			return i
		}
	}
	return -1
}

// finiteAt reports a finite verb at i. A capital inside the sentence makes it a
// part of a name or of a heading, "to" an infinitive.
func finiteAt(words []word.Word, i int) bool {
	w := words[i]
	if w.Punct || w.Norm == "" || i > 0 && (w.Capital || words[i-1].Norm == "to") {
		return false
	}
	switch set := lexicon[w.Norm]; {
	case set&(1<<past) != 0 || regular(w.Norm):
		return true
	case set&(1<<either) != 0:
		return governs(words, i)
	case set&(1<<finite) != 0:
		return !strings.ContainsRune(w.Norm, '\'')
	case !pluralBefore(words, i):
		return false
	}
	set := lexicon[third(w.Norm)]
	return set&(1<<finite) != 0 && set&(1<<either) == 0 || set&(1<<either) != 0 && governs(words, i)
}

// governs reports that the word at i, which may be a noun as well, stands as a
// verb does: behind a noun, and before a noun phrase, a name or a figure of its
// own. Only behind a name is "to" a sign: "new plans to close it" has no verb.
func governs(words []word.Word, i int) bool {
	if i == 0 || i+1 == len(words) || words[i-1].Norm == "" || words[i-1].Punct || lexicon[words[i-1].Norm]&(1<<opens|1<<links) != 0 {
		return false
	}
	next := words[i+1]
	switch set := lexicon[next.Norm]; {
	case next.Norm == "" || next.Punct || next.Norm == "that" || set&(1<<date) != 0:
		return false
	case next.Norm == "to":
		return words[i-1].Capital && i > 1
	default:
		return next.Capital || isDigit(next.Norm[0]) || set&(1<<opens|1<<figure) != 0
	}
}

// pluralBefore reports a plural before the word at i, with at most an adverb
// between.
func pluralBefore(words []word.Word, i int) bool {
	if i > 1 && strings.HasSuffix(words[i-1].Norm, "ly") {
		i--
	}
	if i == 0 || words[i-1].Punct {
		return false
	}
	n := words[i-1].Norm
	if lexicon[n]&(1<<plural) != 0 {
		return true
	}
	return len(n) > 3 && n[len(n)-1] == 's' && !strings.ContainsRune("sui'", rune(n[len(n)-2])) && lexicon[n]&(1<<opens|1<<links|1<<finite) == 0
}

// third is the third person of a verb, by English spelling: "carries".
func third(base string) string {
	switch n := len(base); {
	case n < 3:
		return base + "s"
	case base[n-1] == 'y' && !strings.ContainsRune("aeou", rune(base[n-2])):
		return base[:n-1] + "ies"
	case strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "sh"), strings.ContainsRune("sxz", rune(base[n-1])):
		return base + "es"
	}
	return base + "s"
}
