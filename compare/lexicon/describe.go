package lexicon

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// Description is what a lexicon knows of a word or phrase, for somebody who
// wants to add to it.
type Description struct {
	Word  string   `json:"word"`
	Known bool     `json:"known"` // it stands in the lexicon
	Forms []string `json:"forms"` // the dictionary forms that it is led back to, itself left out
	// Every is in about how many articles of the news one has the word; 0 where
	// that is not known.
	Every     int        `json:"every"`
	Classes   []string   `json:"classes"`   // what it does in a sentence, as news.yaml names it
	Opposites []Opponent `json:"opposites"` // by source, the weak last, and word
	Same      []string   `json:"same"`      // words for one thing, but for forms of the word
	Phrases   []string   `json:"phrases"`   // those that begin with it
}

// Opponent is a word that opposes another, and where that is said.
type Opponent struct {
	Word   string `json:"word"`
	Of     string `json:"of"`     // the dictionary form that it opposes
	Weak   bool   `json:"weak"`   // it asks for more shared context
	Source string `json:"source"` // "Open English WordNet", "news: rise-fall", "ours.yaml:3"
}

// WordNet is the source of the antonyms that are not made by hand.
const WordNet = "Open English WordNet"

// Describe tells what is known of a word in any of its forms, or of a phrase.
func (l *Lexicon) Describe(word string) Description {
	word = plain(strings.ToLower(word))
	d := Description{Word: word, Forms: []string{}, Classes: []string{}, Opposites: []Opponent{}, Same: []string{}, Phrases: []string{}}
	e, known := l.entry(word)
	d.Known = known
	var class Class
	if strings.ContainsRune(word, ' ') {
		class = l.phraseClass(word)
	} else if known {
		class, d.Every = e.Class, every(e.IDF)
	}
	for name, c := range classNames {
		if class&c != 0 {
			d.Classes = append(d.Classes, name)
		}
	}
	slices.Sort(d.Classes)
	for _, id := range e.Lemmas {
		if name := l.Name(id); name != word {
			d.Forms = append(d.Forms, name)
		}
	}
	d.Opposites = l.opposites(e.Lemmas, d.Opposites)
	d.Same = l.same(e.Lemmas, d.Same)
	for _, p := range l.phrases[word] {
		d.Phrases = append(d.Phrases, strings.Join(p.Words, " "))
	}
	return d
}

// entry is that of a word or phrase.
func (l *Lexicon) entry(word string) (Entry, bool) {
	if id := l.ids[word]; strings.ContainsRune(word, ' ') {
		return Entry{Lemmas: []ID{id}}, id != 0
	}
	e := l.Look(word)
	return e, len(e.Lemmas) > 0
}

func (l *Lexicon) phraseClass(phrase string) Class {
	first, _, _ := strings.Cut(phrase, " ")
	for _, p := range l.phrases[first] {
		if p.ID == l.ids[phrase] {
			return p.Class
		}
	}
	return 0
}

// every turns an inverse document frequency back into articles.
func every(idf float32) int { return int(math.Round(math.Exp(float64(idf)))) }

// opposites lists what opposes any of some dictionary forms, by source and word.
func (l *Lexicon) opposites(lemmas []ID, out []Opponent) []Opponent {
	sources := l.sources()
	for _, id := range lemmas {
		for _, other := range l.against[id] {
			rel := l.Relation(id, other)
			o := Opponent{Word: l.Name(other), Of: l.Name(id), Weak: rel&Opposed == 0}
			for _, s := range sources[pairKey(min(id, other), max(id, other))] {
				o.Source = s
				out = append(out, o)
			}
		}
	}
	slices.SortFunc(out, func(a, b Opponent) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(weakness(a), weakness(b)), cmp.Compare(a.Word, b.Word), cmp.Compare(a.Of, b.Of))
	})
	return slices.Compact(out)
}

func weakness(o Opponent) int {
	if o.Weak {
		return 1
	}
	return 0
}

// sources tells where each pair of opposites comes from. It reads the files
// again: nothing else asks for it.
func (l *Lexicon) sources() map[uint64][]string {
	out := map[uint64][]string{}
	add := func(a, b, source string) {
		i, j := l.ids[plain(a)], l.ids[plain(b)]
		out[pairKey(min(i, j), max(i, j))] = append(out[pairKey(min(i, j), max(i, j))], source)
	}
	for line := range strings.Lines(antonymsFile) {
		a, b, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		add(a, b, WordNet)
	}
	if n, err := parseNews(newsFile); err == nil {
		for _, o := range n.Opposed {
			for _, a := range o.A {
				for _, b := range o.B {
					add(a, b, "news: "+o.ID)
				}
			}
		}
	}
	for _, f := range l.added {
		for _, e := range f.entries() {
			if e.kind != "opposites" {
				continue
			}
			line, _ := f.position(e.where)
			x, y := e.sides()
			for _, a := range x {
				for _, b := range y {
					add(a, b, fmt.Sprintf("%s:%d", f.path, line))
				}
			}
		}
	}
	return out
}

// same lists the words for one thing with any of some dictionary forms.
func (l *Lexicon) same(lemmas []ID, out []string) []string {
	seen := map[string]bool{}
	for _, id := range lemmas {
		for i, key := range l.rel.keys {
			if ID(key>>32) == id && l.rel.vals[i]&(Synonym|Kin) != 0 && l.rel.vals[i]&Opposite == 0 && !slices.Contains(lemmas, ID(uint32(key))) {
				seen[l.Name(ID(uint32(key)))] = true
			}
		}
	}
	return append(out, slices.Sorted(maps.Keys(seen))...)
}
