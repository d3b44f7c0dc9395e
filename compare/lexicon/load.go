package lexicon

import (
	_ "embed" // the data files
	"fmt"
	"slices"
	"strconv"
	"strings"
)

//go:embed data/words.txt
var wordsFile string

//go:embed data/antonyms.txt
var antonymsFile string

//go:embed data/related.txt
var relatedFile string

//go:embed data/news.yaml
var newsFile []byte

// load reads the embedded files.
func load() (*Lexicon, error) {
	l := &Lexicon{
		forms: make(map[string]Entry, 32000), ids: make(map[string]ID, 32000), names: []string{""},
		phrases: map[string][]Phrase{},
	}
	if err := l.readWords(wordsFile); err != nil {
		return nil, err
	}
	if err := l.readRelated(relatedFile); err != nil {
		return nil, err
	}
	for line := range strings.Lines(antonymsFile) {
		a, b, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		l.relate(l.intern(a), l.intern(b), Antonym)
	}
	n, err := parseNews(newsFile)
	if err != nil {
		return nil, fmt.Errorf("reading news.yaml: %w", err)
	}
	l.addNews(n)
	l.against = l.rel.opposites()
	return l, nil
}

// intern returns the ID of name, a new one where it has none.
func (l *Lexicon) intern(name string) ID {
	if id, ok := l.ids[name]; ok {
		return id
	}
	id := ID(len(l.names))
	l.ids[name] = id
	l.names = append(l.names, name)
	return id
}

// readWords reads "form TAB articles[N] [TAB lemma lemma ...]" lines; the first
// line has the number of all articles.
func (l *Lexicon) readWords(text string) error {
	head, text, _ := strings.Cut(text, "\n")
	all, err := strconv.Atoi(strings.TrimPrefix(head, "# articles\t"))
	if err != nil {
		return fmt.Errorf("reading words.txt: the first line %q has no number of articles", head)
	}
	l.unknown = Entry{IDF: idf(unknownArticles, all)}
	store := make([]ID, 0, 1<<16) // one allocation for all lemmas
	for line := range strings.Lines(text) {
		form, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		count, lemmas, _ := strings.Cut(rest, "\t")
		count, name := strings.CutSuffix(count, "N")
		n, err := strconv.Atoi(count)
		if err != nil {
			return fmt.Errorf("reading words.txt: %q has no count", form)
		}
		begin := len(store)
		for lemmas != "" {
			var one string
			one, lemmas, _ = strings.Cut(lemmas, " ")
			store = append(store, l.intern(one))
		}
		if len(store) == begin {
			store = append(store, l.intern(form))
		}
		l.forms[form] = Entry{Lemmas: store[begin:len(store):len(store)], IDF: idf(n, all), Name: name}
	}
	return nil
}

// unknownArticles is taken for a word that is not in words.txt: its rarest
// words occur in about as many articles.
const unknownArticles = 25

// kinds are the letters of related.txt.
var kinds = [128]Relation{'s': Synonym, 'd': Derivation, 'h': Broader, 'p': Paraphrase}

// readRelated reads "word TAB kinds:word kinds:word ..." lines.
func (l *Lexicon) readRelated(text string) error {
	for line := range strings.Lines(text) {
		w, cells, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		a := l.intern(w)
		for cells != "" {
			var cell string
			cell, cells, _ = strings.Cut(cells, " ")
			letters, other, ok := strings.Cut(cell, ":")
			if !ok {
				return fmt.Errorf("reading related.txt: %q has no kind", cell)
			}
			var r Relation
			for i := range len(letters) {
				r |= kinds[letters[i]&127]
			}
			l.relate(a, l.intern(other), r)
		}
	}
	return nil
}

// relate adds r to the pair, and its mirror to the pair turned round.
func (l *Lexicon) relate(a, b ID, r Relation) {
	mirror := r &^ (Broader | Narrower)
	if r&Broader != 0 {
		mirror |= Narrower
	}
	if r&Narrower != 0 {
		mirror |= Broader
	}
	l.rel.add(pairKey(a, b), r)
	l.rel.add(pairKey(b, a), mirror)
	for int(max(a, b)) >= len(l.near) {
		l.near = append(l.near, make([]Signature, 1<<12)...)
	}
	l.near[a].add(b)
	l.near[b].add(a)
}

// classify adds c to an entry of news.yaml: a form, a dictionary form with all
// its forms, or a phrase.
func (l *Lexicon) classify(entry string, c Class) {
	if form, ok := strings.CutPrefix(entry, "="); ok {
		l.addForm(form, c)
		return
	}
	words := strings.Fields(entry)
	if len(words) > 1 {
		l.addPhrase(words, c)
		return
	}
	l.addForm(entry, c)
	if c&(Function|Harmless) == 0 {
		l.byLemma[l.intern(entry)] |= c
	}
}

// addForm adds c to one form.
func (l *Lexicon) addForm(form string, c Class) {
	e, ok := l.forms[form]
	if !ok {
		e = Entry{Lemmas: []ID{l.intern(form)}, IDF: l.unknown.IDF}
	}
	e.Class |= c
	l.forms[form] = e
}

// addPhrase adds a phrase, or c to one that is there, and returns its ID.
func (l *Lexicon) addPhrase(words []string, c Class) ID {
	id := l.intern(strings.Join(words, " "))
	list := l.phrases[words[0]]
	for i := range list {
		if list[i].ID == id {
			list = slices.Clone(list) // another lexicon may hold it
			list[i].Class |= c
			l.phrases[words[0]] = list
			return id
		}
	}
	list = append(slices.Clip(list), Phrase{Words: words, ID: id, Class: c})
	slices.SortStableFunc(list, func(a, b Phrase) int { return len(b.Words) - len(a.Words) })
	l.phrases[words[0]] = list
	return id
}
