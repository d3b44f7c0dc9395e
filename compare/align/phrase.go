package align

import (
	"strings"

	"crosscheck/compare/lexicon"
)

// phrases marks the phrases of the lexicon: the first word gets the phrase's
// classes and ID, the others become parts of it.
func (p *Statement) phrases(r *Reader) {
	for i := 0; i < len(p.Words); i++ {
		if f := p.Words[i].form; len(f.phrases) == 0 || i+1 == len(p.Words) || !p.Words[i+1].form.follows(f) {
			continue
		}
		if ph, ok := p.phraseAt(i, r.lex); ok {
			p.join(i, ph, r)
			i += len(ph.Words) - 1
		}
	}
}

// follows reports whether g may be the second word of a phrase that begins with f.
func (g *form) follows(f *form) bool {
	return f.seconds.Has(g.id) || f.seconds.Meets(&g.own)
}

// phraseAt returns the longest phrase that begins with word i.
func (p *Statement) phraseAt(i int, lex *lexicon.Lexicon) (lexicon.Phrase, bool) {
	best, found := lexicon.Phrase{}, false
	for _, ph := range p.Words[i].form.phrases {
		if (!found || len(ph.Words) > len(best.Words)) && p.matches(i, ph, lex) {
			best, found = ph, true
		}
	}
	return best, found
}

// matches reports whether the words from i on are those of ph. The first may
// be inflected; a verb's particle may not.
func (p *Statement) matches(i int, ph lexicon.Phrase, lex *lexicon.Lexicon) bool {
	if i+len(ph.Words) > len(p.Words) {
		return false
	}
	for k := 1; k < len(ph.Words); k++ {
		if !p.Words[i+k].is(ph.Words[k], lex) {
			return false
		}
	}
	return true
}

// is reports whether w is the form or a form of the dictionary word name.
func (w *Word) is(name string, lex *lexicon.Lexicon) bool {
	if w.Norm == name {
		return true
	}
	for _, id := range w.form.lemmas {
		if lex.Name(id) == name {
			return true
		}
	}
	return false
}

// acting are the classes that a phrase takes over from its first word.
const acting = lexicon.Reverser | lexicon.Negator | lexicon.Keeper | lexicon.All | lexicon.Most | lexicon.Some | lexicon.None | lexicon.NotAll

// join makes words i and following one phrase.
func (p *Statement) join(i int, ph lexicon.Phrase, r *Reader) {
	first := &p.Words[i]
	last := i + len(ph.Words) - 1
	first.form = r.forms.with(first.form, ph.ID)
	if ph.Class&(acting|lexicon.Harmless) != 0 {
		first.Class = first.Class&^acting | ph.Class
		for k := i + 1; k <= last; k++ {
			p.Words[k].Class &^= acting
		}
	} else {
		first.Class |= ph.Class
	}
	if ph.Class != 0 && ph.Class&^(lexicon.Harmless|lexicon.Plan|lexicon.Now|lexicon.Earlier) == 0 {
		return // its words keep their own place
	}
	first.Last = last
	for k := i + 1; k <= last; k++ {
		if ph.Class&acting != 0 || p.Words[k].Class&lexicon.Function != 0 {
			p.Words[k].Part = true
		}
	}
}

// clauses numbers the clauses: one ends at a mark and before a word such as
// "but".
func (p *Statement) clauses() {
	n := 0
	for i := range p.Words {
		w := &p.Words[i]
		if w.Punct && !w.form.quote || w.Class&lexicon.Boundary != 0 && !w.Part {
			n++
		}
		w.Clause = n
	}
}

// joinsWords reports a mark that parts no clauses: quotation marks, signs, a half.
func joinsWords(s string) bool {
	return strings.Contains(`'"‘’“”[]$€£%#@&/½¼¾⅓⅔`, s)
}
