package align

import (
	"crosscheck/claims/word"
	"crosscheck/compare/lexicon"
)

// split looks the words of a text up.
func (r *Reader) split(ws []word.Word) []Word {
	out := make([]Word, len(ws))
	for i := range ws {
		f, w := r.forms.of(&ws[i]), &out[i]
		w.Word, w.form, w.Last = ws[i], f, i
		w.Class, w.Weight, w.Number = f.class, f.idf, f.number
		w.Name = w.Capital && (i > 0 && !begins(&out[i-1]) || f.name) && w.Norm != "i"
	}
	nameFirst(out)
	unname(out)
	for i := range out {
		if out[i].Name {
			out[i].Class &= lexicon.Function | lexicon.Negator | lexicon.FirstPerson
		}
	}
	return out
}

// begins reports whether a sentence or a quotation begins behind a word.
func begins(before *Word) bool { return before.Punct && !before.form.inner }

// nameFirst takes the first word of a sentence for a name where the lexicon
// does not know it as a word, or where a name follows it.
func nameFirst(ws []Word) {
	for i := range ws {
		w := &ws[i]
		if !w.Capital || w.Name || w.Class&lexicon.Function != 0 {
			continue
		}
		w.Name = !w.form.known || i+1 < len(ws) && ws[i+1].Name && len(w.Norm) > 2 && w.Class == 0
	}
}

// titleShare is the share of capitals among the longer words from which on a
// text is taken to be set as a headline, where a capital tells nothing.
const titleShare = .7

// unname takes the names back in a headline: there, only words that the
// lexicon does not know are names.
func unname(ws []Word) {
	long, capitals := 0, 0
	for i := range ws {
		if !ws[i].Punct && len(ws[i].Norm) > 3 {
			long++
			if ws[i].Capital {
				capitals++
			}
		}
	}
	if long < 4 || float64(capitals) < titleShare*float64(long) {
		return
	}
	for i := range ws {
		if f := ws[i].form; f.known && !f.name {
			ws[i].Name = false
		}
	}
}
