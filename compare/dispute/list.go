package dispute

import (
	_ "embed"
	"strings"
	"sync"

	"crosscheck/claims/word"
)

//go:embed data/verbs.txt
var verbList string

//go:embed data/words.txt
var wordList string

//go:embed data/openers.txt
var openerList string

// class is a set of things that a word may do in a dispute.
type class uint64

const (
	claimNoun   class = 1 << iota // "accusation"
	reportNoun                    // "story": may be named as a source
	vagueNoun                     // names a claim only with a clause: "idea"
	falseWord                     // "baseless"
	negation                      // "not", "declined"
	unreal                        // "would", "expected"
	real                          // "moved (to)"
	ownerWord                     // "his"
	beforeNoun                    // "the", "such"
	partNoun                      // "parts (of)"
	adverb                        // "again"
	fromWord                      // "by"
	goesOn                        // "that", "claiming"
	plainWord                     // "false", of nothing but a statement
	wrongly                       // "falsely"
	upWord                        // "rising"
	downWord                      // "fell"
	outletNoun                    // "newspaper"
	relays                        // "referring (to)"
	accusing                      // "allegation"
	thirdPerson                   // "him"
	suitNoun                      // "complaint": may be what a court decides on
	courtNoun                     // "judge"
	nobody                        // "anything (that contradicts)"
	stopWord                      // "which": ends a noun phrase
	leadsOn                       // "when": no noun goes on with it
	opensClause                   // "he": begins a clause without "that"
	reportVerb                    // "said", of a report
	anaphor                       // "them": stands for what was named before
	pointer                       // "that's": points at what was said
	doer                          // "they": says who did it
	light                         // "wanted": stands between who did it and what
	articleWord                   // "the"
	spell                         // "week": a time
	earlier                       // "previously"
	studies                       // "study": finds what is so
	given                         // "made (by)"
	another                       // "similar": what was told before is not meant
	questioned                    // "asked": begins what somebody was asked
	asking                        // "whether": begins the question itself
	premise                       // "premise": what a question takes for granted
	portrait                      // "portrayal": may be of whom it is said to be
	accuses                       // "accused"
	condition                     // "if"
	addressed                     // "you"
	relative                      // "who": begins what is told of somebody
	hisOrHers                     // "her": stands for one person
	actually                      // "actually": what follows is so, and not what was said
	figure                        // "ten": a number
	multiple                      // "doubled": tells how many times
)

var classNames = map[string]class{
	"claim": claimNoun, "report": claimNoun | reportNoun, "vague": vagueNoun, "false": falseWord, "negation": negation,
	"unreal": unreal, "real": real, "owner": ownerWord, "before": beforeNoun, "part": partNoun, "adverb": adverb,
	"from": fromWord, "goes": goesOn, "plain": falseWord | plainWord, "wrongly": wrongly, "up": upWord, "down": downWord, "outlet": outletNoun, "relays": relays, "accusing": accusing, "third": thirdPerson, "suit": suitNoun, "court": courtNoun, "nobody": nobody,
	"stop": stopWord, "leads": leadsOn, "opens": opensClause, "reports": reportVerb, "anaphor": anaphor, "pointer": pointer,
	"doer": doer, "light": light, "article": articleWord, "spell": spell, "earlier": earlier, "relative": relative, "addressed": addressed, "condition": condition, "given": given, "another": another, "questioned": questioned, "asking": asking, "portrait": portrait, "premise": premise, "accuses": accuses, "studies": studies, "one": hisOrHers,
	"actually": actually, "figure": figure, "multiple": multiple,
}

var classes = sync.OnceValue(func() *word.Table[class] {
	all := map[string]class{}
	for name, w := range word.Listed(wordList) {
		all[w] |= classNames[name]
	}
	return word.NewTable(all)
})

// isOf reports whether a word belongs to one of the classes.
func isOf(norm string, c class) bool {
	have, _ := classes().Look(norm)
	return have&c != 0
}

// verbClass says what may follow a verb of dispute.
type verbClass int

const (
	denyVerb verbClass = iota
	rejectVerb
	opposeVerb
	callVerb
	sayVerb
	showVerb
	retortVerb
)

var verbNames = map[string]verbClass{
	"deny": denyVerb, "reject": rejectVerb, "oppose": opposeVerb, "call": callVerb, "say": sayVerb, "show": showVerb, "retort": retortVerb,
}

// pattern is a list of words, each with its alternatives.
type pattern struct {
	class string
	words [][]string
}

// phrase is a verb of dispute with the words that follow its first.
type phrase struct {
	class verbClass
	rest  [][]string
}

var verbs = sync.OnceValue(func() *word.Table[[]phrase] {
	all := map[string][]phrase{}
	for _, p := range patterns(verbList) {
		for _, form := range p.words[0] {
			all[form] = append(all[form], phrase{verbNames[p.class], p.words[1:]})
		}
	}
	return word.NewTable(all)
})

var openers = sync.OnceValue(func() *word.Table[[]pattern] {
	all := map[string][]pattern{}
	for _, p := range patterns(openerList) {
		for _, form := range p.words[0] {
			all[form] = append(all[form], pattern{p.class, p.words[1:]})
		}
	}
	return word.NewTable(all)
})

// start is what is told by a word that stands anywhere in an article.
type start struct {
	class  class
	verbs  []phrase  // those that it is the first word of
	opener []pattern // likewise
}

// starts has all lists in one, for who looks at every word.
var starts = sync.OnceValue(func() *word.Table[start] {
	all := map[string]start{}
	for _, w := range word.Listed(wordList) {
		if one, _ := classes().Look(w); one&(claimNoun|falseWord|wrongly) != 0 {
			all[w] = start{class: one}
		}
	}
	for _, p := range patterns(verbList) {
		for _, form := range p.words[0] {
			one := all[form]
			one.verbs, _ = verbs().Look(form)
			all[form] = one
		}
	}
	for _, p := range patterns(openerList) {
		for _, form := range p.words[0] {
			one := all[form]
			one.opener, _ = openers().Look(form)
			all[form] = one
		}
	}
	return word.NewTable(all)
})

// patterns reads lines of "class: word|word word".
func patterns(list string) []pattern {
	var out []pattern
	for line := range strings.Lines(list) {
		name, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		p := pattern{class: name}
		for w := range strings.FieldsSeq(words) {
			p.words = append(p.words, strings.Split(w, "|"))
		}
		if len(p.words) > 0 {
			out = append(out, p)
		}
	}
	return out
}
