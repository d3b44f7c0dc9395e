package certainty

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"crosscheck/claims/word"
)

var (
	//go:embed lists/negation.txt
	negationList string
	//go:embed lists/modality.txt
	modalityList string
	//go:embed lists/hedges.txt
	hedgeList string
	//go:embed lists/conditions.txt
	conditionList string
	//go:embed lists/quantifiers.txt
	quantifierList string
	//go:embed lists/grammar.txt
	grammarList string
	//go:embed lists/affixes.txt
	affixList string
)

// class is a set of things that a word or phrase does.
type class uint64

// The classes, in the order of the lists.
const (
	clause class = 1 << iota
	noun
	without
	implicative
	denial
	weak
	harmless
	contrary

	obligation
	possibility
	probability
	ability
	future
	counterfactual
	epistemic
	ordinary

	maybe
	likely
	hearsay
	near
	number
	noHedge

	condition
	concession
	asking

	all
	notAll
	most
	many
	some
	few
	none
	plainMost
	other

	affix

	auxiliary
	subject
	determiner
	coordinator
	subordinator
	relative
	complementizer
	connective
	preposition
	numeral
	title
	copula
	pronoun
	known // looked up
)

// classNames are the names of the classes in the lists.
var classNames = map[string]class{
	"clause": clause, "noun": noun, "without": without, "implicative": implicative, "denial": denial, "weak": weak, "harmless": harmless,
	"contrary":   contrary,
	"obligation": obligation, "possibility": possibility, "probability": probability, "ability": ability, "future": future,
	"counterfactual": counterfactual, "epistemic": epistemic, "ordinary": ordinary,
	"maybe": maybe, "likely": likely, "hearsay": hearsay, "near": near, "number": number, "nohedge": noHedge,
	"if": condition, "concession": concession, "asking": asking,
	"all": all, "notall": notAll, "most": most, "many": many, "some": some, "few": few, "none": none, "plainmost": plainMost, "other": other,
	"affix": affix, "auxiliary": auxiliary, "subject": subject, "determiner": determiner, "coordinator": coordinator,
	"subordinator": subordinator, "relative": relative, "complementizer": complementizer, "connective": connective,
	"preposition": preposition, "numeral": numeral, "title": title, "copula": copula, "pronoun": pronoun,
}

// The classes by topic. Of the phrases of one topic that begin with a word, the
// longest counts.
const (
	negations   = clause | noun | without | implicative | denial | weak | harmless
	modals      = obligation | possibility | probability | ability | future | counterfactual | epistemic | ordinary
	hedges      = maybe | likely | hearsay | near | number | noHedge
	conditions  = condition | concession
	quantifiers = all | notAll | most | many | some | few | none | plainMost | other
)

const topical = negations | modals | hedges | conditions | quantifiers | affix

var topics = [...]class{negations, modals, hedges, conditions, quantifiers, affix}

// entry is what the lists say of a word and of the phrases that it begins.
type entry struct {
	class   class
	phrases []phrase // the longest first
	any     class    // all classes of both
	seconds uint32   // a bit for the first byte of each second word
}

// phrase is a listed phrase behind its first word.
type phrase struct {
	rest  []string
	class class
}

// lexicon is all lists in one.
type lexicon struct {
	cues  *word.Table[entry] // words and first words of phrases that have a topic
	words *word.Table[class] // all single words, the closed classes of grammar among them
}

var lists = sync.OnceValue(func() *lexicon {
	entries := map[string]entry{}
	for _, list := range []string{negationList, modalityList, hedgeList, conditionList, quantifierList, grammarList, affixList} {
		read(entries, list)
	}
	words := map[string]class{}
	for w, e := range entries {
		words[w] = e.class
		entries[w] = e.summed()
		if e.class&topical == 0 && len(e.phrases) == 0 {
			delete(entries, w)
		}
	}
	return &lexicon{word.NewTable(entries), word.NewTable(words)}
})

// read adds a list of lines "class: word phrase_of_words".
func read(entries map[string]entry, list string) {
	for name, w := range word.Listed(list) {
		add(entries, strings.Split(w, "_"), classNames[name])
	}
}

func add(entries map[string]entry, words []string, c class) {
	e := entries[words[0]]
	if len(words) == 1 {
		e.class |= c
	} else {
		e.addPhrase(words[1:], c)
	}
	entries[words[0]] = e
}

// summed sets what is told of all phrases together.
func (e entry) summed() entry {
	e.any = e.class
	for _, p := range e.phrases {
		e.any |= p.class
		e.seconds |= second(p.rest[0])
	}
	return e
}

// second is the bit of a word's first byte.
func second(norm string) uint32 { return 1 << (norm[0] & 31) }

func (e *entry) addPhrase(rest []string, c class) {
	for i := range e.phrases {
		if slices.Equal(e.phrases[i].rest, rest) {
			e.phrases[i].class |= c
			return
		}
	}
	e.phrases = append(e.phrases, phrase{rest, c})
	slices.SortStableFunc(e.phrases, func(a, b phrase) int { return len(b.rest) - len(a.rest) })
}
