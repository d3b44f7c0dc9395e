package lexicon

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// News is the hand-made part of a lexicon, as its YAML file has it.
type News struct {
	Opposed   []Opposition        `yaml:"opposed"`
	Kin       [][]string          `yaml:"kin"`
	Unopposed [][]string          `yaml:"unopposed"`
	Classes   map[string][]string `yaml:"classes"`
}

// Opposition is two lists of predicates: any of A is opposed to any of B.
type Opposition struct {
	ID   string   `yaml:"id"`
	Weak bool     `yaml:"weak"` // often true of two parts or moments of one thing
	A    []string `yaml:"a"`
	B    []string `yaml:"b"`
}

// parseNews reads a YAML file and checks it: unknown keys and classes, an
// opposition without an ID or with an empty side are errors with a hint.
func parseNews(data []byte) (*News, error) {
	var n News
	if err := decode(data, &n); err != nil {
		return nil, fmt.Errorf("%w; hint: the keys are opposed, kin, unopposed and classes", err)
	}
	for i, o := range n.Opposed {
		if o.ID == "" || len(o.A) == 0 || len(o.B) == 0 {
			return nil, fmt.Errorf("opposed entry %d (%q) is not complete; hint: it needs id, a and b", i+1, o.ID)
		}
	}
	for name := range n.Classes {
		if classNames[name] == 0 {
			return nil, fmt.Errorf("there is no class %q; hint: see the README of the lexicon for the classes", name)
		}
	}
	for _, p := range n.Unopposed {
		if len(p) != 2 {
			return nil, fmt.Errorf("unopposed entry %v does not have two words", p)
		}
	}
	return &n, nil
}

// decode reads YAML strictly. The decoder panics on some faulty tags (go-yaml
// v1.19.2, ast.ArrayNodeIter.Len), which is an error here.
func decode(data []byte, to any) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("faulty YAML: %v", r)
		}
	}()
	return yaml.NewDecoder(bytes.NewReader(data), yaml.Strict()).Decode(to)
}

// addNews puts the hand-made part into the lexicon.
func (l *Lexicon) addNews(n *News) {
	l.byLemma = map[ID]Class{}
	for _, name := range slices.Sorted(maps.Keys(n.Classes)) { // in one order, for IDs are given as words come
		for _, e := range n.Classes[name] {
			l.classify(e, classNames[name])
		}
	}
	l.spread()
	for _, p := range n.Unopposed {
		l.rel.drop(pairKey(l.intern(p[0]), l.intern(p[1])), Antonym)
		l.rel.drop(pairKey(l.intern(p[1]), l.intern(p[0])), Antonym)
	}
	for _, o := range n.Opposed {
		r := Opposed
		if o.Weak {
			r = Antonym
		}
		for _, a := range o.A {
			for _, b := range o.B {
				l.relate(l.name(a), l.name(b), r)
			}
		}
	}
	for _, group := range n.Kin {
		for i, a := range group {
			for _, b := range group[i+1:] {
				l.relate(l.name(a), l.name(b), Kin)
			}
		}
	}
}

// spread gives every form the classes of its dictionary forms.
func (l *Lexicon) spread() {
	for form, e := range l.forms {
		c := e.Class
		for _, id := range e.Lemmas {
			c |= l.byLemma[id]
		}
		if c != e.Class {
			e.Class = c
			l.forms[form] = e
		}
	}
	l.byLemma = nil
}

// name returns the ID of an entry of one or several words. A form that the word
// list leads back to others only ("doctored") is led back to itself too.
func (l *Lexicon) name(entry string) ID {
	entry = strings.TrimPrefix(entry, "=")
	if words := strings.Fields(entry); len(words) > 1 {
		return l.addPhrase(words, 0)
	}
	id := l.intern(entry)
	e, known := l.forms[entry]
	if !known {
		e.IDF = l.unknown.IDF
	}
	if !slices.Contains(e.Lemmas, id) {
		e.Lemmas = append(slices.Clone(e.Lemmas), id)
		l.forms[entry] = e
	}
	return id
}
