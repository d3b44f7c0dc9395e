package wire

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"crosscheck/claims/word"
	"crosscheck/compare"
	"crosscheck/compare/lexicon"
)

var (
	//go:embed data/style.txt
	styleList string
	//go:embed data/same.txt
	sameList string
	//go:embed data/force.txt
	forceList string
	//go:embed data/words.txt
	wordList string
)

// class is a set of things that a word or phrase does in an edit.
type class uint16

const (
	empty     class = 1 << iota // says nothing: "the"
	title                       // before a name: "Mr", "President"
	qualifier                   // "only", "former"
	turning                     // "but", "unless"
	source                      // "police"
	cue                         // "said"
)

var classNames = map[string]class{"empty": empty, "title": title, "qualifier": qualifier, "turning": turning, "source": source, "cue": cue}

// rung is a place on a ladder of words for one thing.
type rung struct{ ladder, step int }

// ladder is what is known of one.
type ladder struct {
	name string
	typ  compare.Type
	none int // the step of a text without a word of it; 0 where that tells nothing
}

// phrase is an entry of a list.
type phrase struct {
	words   []string // in small letters
	capital bool     // counts only in capitals
	class   class
	same    string // what it becomes; ""
	rungs   []rung
}

// lists are the word lists of the edits.
type lists struct {
	phrases      map[string][]*phrase // by first word, longest first
	ladders      []ladder
	contractions map[string]string
	opposite     map[string]string
	spelling     *strings.Replacer // of a word
	letter       *strings.Replacer // of a name
}

// known are the embedded lists, read when first asked for.
var known = sync.OnceValue(func() *lists {
	l := &lists{phrases: map[string][]*phrase{}, contractions: map[string]string{}, opposite: map[string]string{}}
	l.readStyle()
	for to, entry := range word.Listed(sameList) {
		l.entry(entry).same = to
	}
	l.readForce()
	for name, entry := range word.Listed(wordList) {
		if a, b, ok := strings.Cut(entry, "="); ok {
			l.opposite[a], l.opposite[b] = b, a
			continue
		}
		l.entry(entry).class |= classNames[name]
	}
	return l
})

func (l *lists) readStyle() {
	var spelling, letter []string
	for name, entry := range word.Listed(styleList) {
		from, to, _ := strings.Cut(entry, "=")
		switch name {
		case "contraction":
			l.contractions[from] = to
		case "spelling":
			spelling = append(spelling, from, to)
		case "letter":
			letter = append(letter, from, to)
		default:
			l.entry(entry).class |= classNames[name]
		}
	}
	l.spelling, l.letter = strings.NewReplacer(spelling...), strings.NewReplacer(letter...)
}

// readForce reads the ladders: "name type step" or "name type none step".
func (l *lists) readForce() {
	number := map[string]int{}
	for line := range strings.Lines(forceList) {
		head, entries, ok := strings.Cut(line, ":")
		f := strings.Fields(head)
		if !ok || strings.HasPrefix(line, "#") || len(f) < 3 {
			continue
		}
		n, seen := number[f[0]]
		if !seen {
			n = len(l.ladders)
			number[f[0]] = n
			l.ladders = append(l.ladders, ladder{name: f[0], typ: compare.Type(f[1])})
		}
		step, _ := strconv.Atoi(f[len(f)-1])
		if f[2] == "none" {
			l.ladders[n].none = step
			continue
		}
		for entry := range strings.FieldsSeq(entries) {
			p := l.entry(entry)
			p.rungs = append(p.rungs, rung{n, step})
		}
	}
}

// entry returns the phrase of an entry, which may stand in several lists.
func (l *lists) entry(entry string) *phrase {
	words := strings.Split(strings.ToLower(entry), "_")
	capital := entry == strings.ToUpper(entry) && strings.ContainsAny(entry, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	all := l.phrases[words[0]]
	at := len(all)
	for i, p := range all {
		if p.capital == capital && strings.Join(p.words, "_") == strings.Join(words, "_") {
			return p
		}
		if len(p.words) < len(words) && at == len(all) {
			at = i
		}
	}
	p := &phrase{words: words, capital: capital}
	l.phrases[words[0]] = append(all[:at:at], append([]*phrase{p}, all[at:]...)...)
	return p
}

// lemmas are the dictionary forms of a folded word, itself first.
func lemmas(norm string) []string {
	out := []string{norm}
	lex := lexicon.Default()
	for _, id := range lex.Look(norm).Lemmas {
		if n := lex.Name(id); n != norm {
			out = append(out, n)
		}
	}
	return out
}
