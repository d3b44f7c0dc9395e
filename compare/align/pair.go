package align

import (
	"github.com/agnivade/levenshtein"

	"crosscheck/compare/lexicon"
	"crosscheck/compare/vector"
)

const (
	// minSimilar is the least cosine that links two words. Among pairs of
	// words at it, four in five are alike enough to speak of one thing.
	minSimilar = .55
	// similarApart is in how many of 64 signs two vectors of that cosine may
	// differ, and similarSketch in how many of these and the 64 of the sketch:
	// the most of all pairs of embedded vectors, by count.
	similarApart, similarSketch = 34, 62
	// similarFactor turns a cosine into the weight of a link.
	similarFactor = .8
	// crossing is taken off a link for each sentence length that it reaches
	// over, so that of two equal words the nearer is linked.
	crossing = .1
	// neighbour is added where the words beside are linked candidates too.
	neighbour = .06
)

// pair returns the firmest ground on which two words may be linked, with how
// the lexicon relates them where that is it: Similar where only their vectors
// could be.
func (o *outline) pair(p *outline, lex *lexicon.Lexicon) (Kind, lexicon.Relation) {
	if o.form == p.form {
		return Exact, 0
	}
	if o.key&p.key != 0 {
		switch {
		case o.form.is(p.form):
			return Exact, 0
		case o.opposed && p.opposed && o.against.Meets(&p.opposable) && lex.Between(o.lemmas, p.lemmas)&lexicon.Opposite != 0:
			return Relation, lex.Between(o.lemmas, p.lemmas) // "switched on", "switched off"
		case o.name == p.name && o.form.stems(p.form), o.shares(p.form):
			return Lemma, 0
		}
	}
	if o.near.Meets(&p.own) {
		if rel := lex.Between(o.lemmas, p.lemmas); rel != 0 {
			return Relation, rel
		}
	}
	if o.name && p.name && misspelt(o.norm, p.norm) {
		return Spelling, 0
	}
	return Similar, 0
}

// weight is the firmness of a link on a ground that pair returned.
func weight(a, b *outline, kind Kind, rel lexicon.Relation) float64 {
	switch {
	case kind == Exact:
		return 1
	case kind == Lemma && a.name == b.name && a.form.stems(b.form):
		return .97
	case kind == Lemma:
		return .95
	case kind == Relation:
		return rel.Weight()
	}
	return .9
}

// misspelt reports whether two names are spellings of one ("Dmitri", "Dmitry").
func misspelt(a, b string) bool {
	n := max(len(a), len(b))
	if n < 5 || distance(len(a), len(b)) > 2 || a[0] != b[0] {
		return false
	}
	return levenshtein.ComputeDistance(a, b) <= 1+n/9
}

// similar lists the links of words used alike among those not yet linked.
func (al *Alignment) similar() {
	al.found = al.found[:0]
	for n := range al.A.sketch.content {
		a := &al.A.sketch.content[n]
		if al.ToB[a.at] >= 0 || a.vector < 0 || a.name {
			continue
		}
		for m := range al.B.sketch.content {
			b := &al.B.sketch.content[m]
			if al.ToA[b.at] >= 0 || b.vector < 0 || b.name || !a.mayBeAlike(b.form, similarApart, similarSketch) {
				continue
			}
			if c, ok := vector.AtLeast(a.vector, b.vector, minSimilar); ok && !al.opposed(int(a.at), int(b.at)) {
				al.find(Link{A: int(a.at), B: int(b.at), Kind: Similar, Weight: similarFactor * c})
			}
		}
	}
}

// opposed reports whether words i and j are opposites.
func (al *Alignment) opposed(i, j int) bool {
	for _, o := range al.Opposed {
		if o.A == i && o.B == j {
			return true
		}
	}
	return false
}
