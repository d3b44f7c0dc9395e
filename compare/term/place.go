package term

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims/word"
	"crosscheck/compare/vector"
)

//go:embed places.txt
var placeNames string

// name is one name of a country, a state or an alliance.
type name struct {
	*Term          // the same for all names of a place
	words []string // by key
	short bool     // in capitals only, as "US"
}

// gazetteer is the names by the key of their first word, longest first.
var gazetteer = sync.OnceValue(func() map[string][]name {
	out := map[string][]name{}
	for line := range placeLines {
		t := places()[line[0]]
		for _, s := range line {
			n := newName(t, s)
			out[n.words[0]] = append(out[n.words[0]], n)
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b name) int { return len(b.words) - len(a.words) })
	}
	return out
})

// places are the terms of the places by their first names.
var places = sync.OnceValue(func() map[string]*Term {
	out := map[string]*Term{}
	for line := range placeLines {
		out[line[0]] = newPlace(line)
	}
	return out
})

// placeLines yields the names of each place.
func placeLines(yield func([]string) bool) {
	for line := range strings.Lines(placeNames) {
		if !strings.HasPrefix(line, "#") && !yield(strings.Split(strings.TrimSpace(line), ";")) {
			return
		}
	}
}

func newName(t *Term, s string) name {
	n := name{Term: t, short: s == strings.ToUpper(s)}
	for _, w := range word.Split(s, 0) {
		if !w.Punct {
			n.words = append(n.words, key(w.Norm))
		}
	}
	return n
}

// newPlace is the term that all names of a place become: that of the first,
// held by as many paragraphs as the commonest of them.
func newPlace(names []string) *Term {
	folded := strings.ToLower(names[0])
	stem := folded
	if !strings.Contains(stem, " ") {
		stem = word.Stem(stem)
	}
	t := look(folded, stem)
	t.Word, t.Proper, t.Place = names[0], true, true
	for _, n := range names {
		t.Share = max(t.Share, nameShare(n))
	}
	t.IDF = t.Weight(0, 0)
	return t
}

// nameShare is the share of the paragraphs that hold a name: about that of the
// rarest of its words.
func nameShare(name string) float64 {
	rarest := 1.0
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		if len(w) < 3 { // "US" counts with "us"
			return 0
		}
		rarest = min(rarest, background().share(word.Stem(w)))
	}
	return rarest
}

// placeAt is the term of the place that the pieces begin with and how many of
// them name it, 0 where none does.
func placeAt(text string, pieces []piece) (*Term, int) {
	for n := range pieces[0].opens {
		if p := &pieces[0].opens[n]; p.matches(text, pieces) {
			return p.Term, len(p.words)
		}
	}
	return nil, 0
}

// opens are the names that a word may be the first of.
func opens(surface string) []name {
	if first, _ := utf8.DecodeRuneInString(surface); !unicode.IsUpper(first) {
		return nil
	}
	return gazetteer()[key(surface)]
}

// matches reports whether the pieces begin with the name.
func (n *name) matches(text string, pieces []piece) bool {
	if len(pieces) < len(n.words) {
		return false
	}
	for i, w := range n.words {
		p := &pieces[i]
		s := p.In(text)
		first, _ := utf8.DecodeRuneInString(s)
		if i > 0 && p.cut || !unicode.IsUpper(first) || key(s) != w || n.short && s != strings.ToUpper(s) {
			return false
		}
	}
	return true
}

// key folds a word and takes off the s of a plural.
func key(surface string) string {
	folded := vector.Fold(word.Norm(surface))
	if len(folded) < 5 {
		return folded
	}
	return strings.TrimSuffix(folded, "s")
}
