package align

import (
	"strings"
	"unicode"

	"crosscheck/claims/word"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/vector"
)

// split splits text and looks every word up.
func split(text string, lex *lexicon.Lexicon) []Word {
	ws := word.Split(text, 0)
	out := make([]Word, len(ws))
	for i, w := range ws {
		out[i] = Word{Word: w, Last: i, vector: -1}
		if w.Punct {
			continue
		}
		e := lex.Look(w.Norm)
		out[i].Lemmas, out[i].Class, out[i].Weight = e.Lemmas, e.Class, float64(e.IDF)
		if strings.HasSuffix(w.Norm, "n't") || w.Norm == "cannot" {
			out[i].Class |= lexicon.Negator | lex.Look(positive(w.Norm)).Class&modals
		}
		out[i].Number = strings.ContainsFunc(w.Norm, unicode.IsDigit) || numberWords[w.Norm]
		out[i].Name = w.Capital && (!begins(ws, i) || e.Name) && w.Norm != "i"
		if out[i].Class&lexicon.Function == 0 {
			out[i].stem = word.Stem(w.Norm)
			out[i].vector = vector.Index(strings.TrimSuffix(w.Norm, "'s"))
		}
	}
	nameFirst(out)
	unname(out, lex)
	for i := range out {
		out[i].Named = out[i].Class
		if out[i].Name {
			out[i].Class &= lexicon.Function | lexicon.Negator | lexicon.FirstPerson
		}
	}
	return out
}

// modals are the classes that a modal verb keeps when it is negated.
const modals = lexicon.Plan | lexicon.Sure | lexicon.Probable | lexicon.Maybe | lexicon.Be

// positive is the verb in a negated contraction.
func positive(norm string) string {
	switch norm {
	case "won't":
		return "will"
	case "can't", "cannot":
		return "can"
	}
	return strings.TrimSuffix(norm, "n't")
}

// begins reports whether word i begins a sentence or a quotation.
func begins(ws []word.Word, i int) bool {
	return i == 0 || ws[i-1].Punct && !strings.Contains(",-–—/(", ws[i-1].Norm)
}

// nameFirst takes the first word of a sentence for a name where the lexicon
// does not know it as a word, or where a name follows it.
func nameFirst(ws []Word) {
	for i := range ws {
		w := &ws[i]
		if !w.Capital || w.Name || w.Class&lexicon.Function != 0 {
			continue
		}
		w.Name = len(w.Lemmas) == 0 || i+1 < len(ws) && ws[i+1].Name && len(w.Norm) > 2 && w.Class == 0
	}
}

// titleShare is the share of capitals among the longer words from which on a
// text is taken to be set as a headline, where a capital tells nothing.
const titleShare = .7

// unname takes the names back in a headline: there, only words that the
// lexicon does not know are names.
func unname(ws []Word, lex *lexicon.Lexicon) {
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
		if e := lex.Look(ws[i].Norm); len(e.Lemmas) > 0 && !e.Name {
			ws[i].Name = false
		}
	}
}
