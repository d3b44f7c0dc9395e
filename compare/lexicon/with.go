package lexicon

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// turnings are the classes of what a reverser turns off.
var turnings = map[string]Class{
	"object": StopsObject, "subject": StopsSubject, "noun": StopsNoun, "of": StopsOf, "clause": StopsClause,
}

// With is the lexicon with a newsroom's entries added; l stays as it is. The
// only error is a *FileError: a pair to be removed that is no pair of opposites.
func (l *Lexicon) With(a Additions) (*Lexicon, error) {
	c := l.clone()
	for _, e := range a.entries() {
		if err := c.extend(a, e); err != nil {
			return nil, err
		}
	}
	c.spread()
	c.against = c.rel.opposites()
	c.added = append(c.added, a)
	return c, nil
}

// extend adds one entry.
func (l *Lexicon) extend(a Additions, e entry) error {
	switch e.kind {
	case "opposites":
		r := Opposed
		if e.soft {
			r = Antonym
		}
		x, y := e.sides()
		for _, v := range x {
			for _, w := range y {
				l.relate(l.own(v), l.own(w), r)
			}
		}
	case "same":
		for i, v := range e.a {
			for _, w := range e.a[i+1:] {
				l.relate(l.own(v), l.own(w), Kin)
			}
		}
	case "remove":
		return l.remove(a, e)
	default:
		l.classifyAll(e)
	}
	return nil
}

// classifyAll gives the words of an entry their class.
func (l *Lexicon) classifyAll(e entry) {
	c := map[string]Class{"keepers": Keeper, "denials": Denial}[e.kind]
	for _, t := range e.turns {
		c |= turnings[t]
	}
	if e.kind == "reversers" && c == 0 {
		c = StopsObject
	}
	for _, w := range e.a {
		if !strings.ContainsRune(w, ' ') {
			l.own(w)
		}
		l.classify(w, c)
	}
}

// remove takes the opposition of two words away.
func (l *Lexicon) remove(a Additions, e entry) error {
	x, y := plain(e.a[0]), plain(e.a[1])
	i, j := l.ids[x], l.ids[y]
	if l.Relation(i, j)&Opposite == 0 {
		return a.errorAt(e.where+".words[0]", fmt.Sprintf("%q and %q oppose each other nowhere", x, y),
			fmt.Sprintf(`"crosscheck lexicon show %s" lists its opposites; leave the entry out where there is nothing to remove`, x))
	}
	l.rel.drop(pairKey(i, j), Opposite)
	l.rel.drop(pairKey(j, i), Opposite)
	return nil
}

// plain is an entry as the name of its ID.
func plain(entry string) string {
	return strings.Join(strings.Fields(strings.TrimPrefix(entry, "=")), " ")
}

// own is the ID of a newsroom's word. A form that is not led back to itself is
// from now on; a word that is not known gets its regular forms.
func (l *Lexicon) own(w string) ID {
	w, one := strings.CutPrefix(w, "=")
	if words := strings.Fields(w); len(words) > 1 {
		return l.addPhrase(words, 0)
	}
	id := l.intern(w)
	forms := []string{w}
	if _, known := l.forms[w]; !known && !one {
		forms = append(forms, inflected(w)...)
	}
	for n, form := range forms {
		e, known := l.forms[form]
		switch {
		case !known:
			e = Entry{IDF: l.unknown.IDF}
		case n > 0:
			continue // a word of its own: "ship" has no say on "ships" that the news knows
		}
		if !slices.Contains(e.Lemmas, id) {
			e.Lemmas = append(slices.Clone(e.Lemmas), id)
			l.forms[form] = e
		}
	}
	return id
}

// clone is a copy that can be added to.
func (l *Lexicon) clone() *Lexicon {
	c := *l
	c.forms, c.ids, c.phrases = maps.Clone(l.forms), maps.Clone(l.ids), maps.Clone(l.phrases)
	c.names, c.near, c.added = slices.Clone(l.names), slices.Clone(l.near), slices.Clone(l.added)
	c.rel.keys, c.rel.vals = slices.Clone(l.rel.keys), slices.Clone(l.rel.vals)
	c.byLemma = map[ID]Class{}
	return &c
}
