package align

import (
	"crosscheck/compare/lexicon"
	"crosscheck/compare/vector"
)

// sketch is what of a statement tells, without aligning it, which links an
// alignment cannot have. Most pairs of statements are told apart by it.
type sketch struct {
	content   []outline
	same      lexicon.Signature // of all content words
	opposable lexicon.Signature
	against   lexicon.Signature
}

// outline is a content word of a sketch.
type outline struct {
	*form
	key       uint64 // of form.same: without a bit in common two words are not one
	at        int32
	name, off bool
	uttered   bool // of the class Utterance
	opposed   bool // has opposites
}

func outlined(w *Word, i int) outline {
	return outline{
		form: w.form, key: w.form.key, at: int32(i), name: w.Name, off: w.Off,
		uttered: w.Class&lexicon.Utterance != 0, opposed: w.form.opposed,
	}
}

// draw makes the sketch, when all else is known.
func (p *Statement) draw() {
	s := &p.sketch
	s.content = make([]outline, len(p.Content))
	for n, i := range p.Content {
		w := &p.Words[i]
		s.content[n] = outlined(w, i)
		s.same.Join(&w.form.same)
		if w.form.opposed {
			s.opposable.Join(&w.form.opposable)
			s.against.Join(&w.form.against)
		}
	}
}

// Couple is a word of each of two statements, by their indices.
type Couple struct{ A, B int }

// Common appends to out the content words of a and b that are one word or forms
// of one, in order of a and then of b: every link that [New] could make of the
// kinds Exact and Lemma, and more, for it links a word but once. Where fewer
// than least words of a have any such word in b it may append none.
func Common(a, b *Statement, least int, out []Couple) []Couple {
	s, t := &a.sketch, &b.sketch
	var few [32]int32
	met := few[:0]
	for i := range s.content {
		if s.content[i].same.Meets(&t.same) {
			met = append(met, int32(i))
		}
	}
	if len(met) < least {
		return out
	}
	for _, i := range met {
		x := &s.content[i]
		for j := range t.content {
			if y := &t.content[j]; x.key&y.key != 0 && x.one(y) {
				out = append(out, Couple{int(x.at), int(y.at)})
			}
		}
	}
	return out
}

// one reports whether two words are one, or forms of one: whether pair finds
// them Exact or Lemma, but for phrases of one verb that are opposites.
func (o *outline) one(p *outline) bool {
	switch {
	case o.form == p.form:
		return true
	case o.key&p.key == 0:
		return false
	}
	return o.form.is(p.form) || o.name == p.name && o.form.stems(p.form) || o.shares(p.form)
}

// MayOppose reports whether [New] could find opposites in a and b of which both
// hold or neither does.
func MayOppose(a, b *Statement) bool {
	s, t := &a.sketch, &b.sketch
	if !s.against.Meets(&t.opposable) {
		return false
	}
	for i := range s.content {
		x := &s.content[i]
		if !x.opposed || !x.against.Meets(&t.opposable) {
			continue
		}
		for j := range t.content {
			y := &t.content[j]
			if y.opposed && x.off == y.off && x.against.Meets(&y.opposable) && x.opposes(y, a.reader.lex) {
				return true
			}
		}
	}
	return false
}

func (o *outline) opposes(p *outline, lex *lexicon.Lexicon) bool {
	return !o.form.is(p.form) && lex.Between(o.lemmas, p.lemmas)&lexicon.Opposite != 0
}

// MayTurn reports whether [New] could link word i of a firmly with one of b
// that is turned off where it is on, or on where it is off. Neither is a name
// or of the class Utterance.
func MayTurn(a *Statement, i int, b *Statement) bool {
	x := outlined(&a.Words[i], i)
	if x.name || x.uttered {
		return false
	}
	for j := range b.sketch.content {
		y := &b.sketch.content[j]
		if x.off != y.off && !y.name && !y.uttered && x.firm(y, a.reader.lex) {
			return true
		}
	}
	return false
}

// MayLink reports whether [New] could link word i of a firmly with word j of b.
func MayLink(a *Statement, i int, b *Statement, j int) bool {
	x, y := outlined(&a.Words[i], i), outlined(&b.Words[j], j)
	return x.firm(&y, a.reader.lex)
}

const (
	// Firm is the least weight of a firm link.
	Firm = .6
	// firmCosine is just below the cosine that makes one.
	firmCosine = Firm/similarFactor - 1e-6
	// firmApart and firmSketch are for a cosine that makes a firm link what
	// similarApart and similarSketch are for one that makes any.
	firmApart, firmSketch = 27, 47
)

// firm reports whether pair, or else the likeness of the vectors, would link
// two words firmly.
func (o *outline) firm(p *outline, lex *lexicon.Lexicon) bool {
	switch kind, rel := o.pair(p, lex); {
	case kind == Relation:
		return rel.Weight() >= Firm
	case kind != Similar:
		return true
	}
	if o.name || p.name || o.vector < 0 || p.vector < 0 || !o.mayBeAlike(p.form, firmApart, firmSketch) {
		return false
	}
	c, ok := vector.AtLeast(o.vector, p.vector, firmCosine)
	return ok && similarFactor*c >= Firm
}
