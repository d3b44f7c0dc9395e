package eval

import (
	"slices"
	"strings"
	"unicode"

	"crosscheck/claims"
	"crosscheck/claims/quote"
)

// The shapes of cue, as far as their words and the lists of cues tell them.
const (
	cueAbsent      = "no cue"
	cueMark        = "mark"
	cuePreposition = "preposition"
	cuePassive     = "passive verb"
	cueSaying      = "verb of saying"
	cueWanting     = "verb of wanting"
	cueNoun        = "noun"
	cueOtherIng    = "other -ing form"
	cueOtherWord   = "other word"
)

// cueDocs say what the shapes of cue are.
var cueDocs = map[string]string{
	cueAbsent:      "not there",
	cueMark:        "a colon, a dash or another mark",
	cuePreposition: `"according to", "for", "in the words of"`,
	cuePassive:     `a verb behind a form of "be": "is said to", "was quoted as saying"`,
	cueSaying:      "a verb of saying or thinking that is in the list of cues",
	cueWanting:     `a verb of wanting or asking that is in it: "urged"`,
	cueNoun:        `a noun that is in it: "the claim that"`,
	cueOtherIng:    `not in the list, an -ing form: "citing"`,
	cueOtherWord:   `not in the list: "supports", "made clear"`,
}

// cueShape is the shape of a cue.
func cueShape(text string, cue []claims.Span) string {
	words := strings.FieldsFunc(strings.ToLower(claims.Join(text, cue)), func(r rune) bool {
		return !unicode.IsLetter(r) && r != '\'' && r != '’'
	})
	switch {
	case len(cue) == 0:
		return cueAbsent
	case len(words) == 0:
		return cueMark
	case slices.Contains(prepositions, words[0]):
		return cuePreposition
	case passive(words):
		return cuePassive
	}
	return wordShape(words)
}

// prepositions begin cues that are no verbs.
var prepositions = []string{"according", "per", "in", "for", "to", "by", "from", "with", "through"}

// being are the forms of the verb that makes a passive.
var being = []string{"is", "are", "was", "were", "be", "been", "being", "'s", "'re"}

// passive reports a form of "be" with a participle right behind it.
func passive(words []string) bool {
	for i, w := range words[:len(words)-1] {
		next := words[i+1]
		if c, known := quote.Verb(next); slices.Contains(being, w) && (known && c.Past || strings.HasSuffix(next, "ed")) {
			return true
		}
	}
	return false
}

// wordShape is told by the last word of a cue that is in the lists, verbs
// before nouns.
func wordShape(words []string) string {
	for _, w := range slices.Backward(words) {
		if c, ok := quote.Verb(w); ok {
			if c.Stance == claims.Hoped {
				return cueWanting
			}
			return cueSaying
		}
	}
	for _, w := range words {
		if _, ok := quote.Noun(strings.TrimSuffix(w, "'s")); ok {
			return cueNoun
		}
	}
	if strings.HasSuffix(words[len(words)-1], "ing") {
		return cueOtherIng
	}
	return cueOtherWord
}

// pronouns may stand for a speaker.
var pronouns = []string{"he", "she", "they", "it", "we", "i", "you", "who", "his", "her", "their"}

func isPronoun(words string) bool { return slices.Contains(pronouns, strings.ToLower(words)) }
