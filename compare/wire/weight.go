package wire

import (
	"strings"
	"unicode/utf8"

	"crosscheck/claims/word"
	"crosscheck/compare/lexicon"
)

// tellings are what tells of a group of texts whether they were copied.
type tellings struct {
	// weight is how much its leader tells by itself: the sum of the inverse
	// document frequencies of its words outside of quotation marks (Spärck
	// Jones 1972). Two reporters hit on the same rare words in a row by no accident.
	weight float64
	// spoken tells that somebody said or wrote it to all: a quotation, a post,
	// or what is told in the first person.
	spoken bool
}

func (w *witnesser) tellings(t int32) tellings {
	if known, ok := w.known[t]; ok {
		return known
	}
	p := w.leading(t)
	told := tellings{spoken: p.Quoted || w.anyQuoted(t) || strings.Contains(p.Text, "pic.twitter.com/") || strings.Contains(p.Text, "(@")}
	if !p.Quoted {
		for _, x := range unquoted(p.Text) {
			e := lexicon.Default().Look(x.Norm)
			told.weight += weightOf(x, e)
			told.spoken = told.spoken || e.Class&lexicon.FirstPerson != 0 && x.Norm != "us"
		}
	}
	w.known[t] = told
	return told
}

// nameShare is what a name counts of a word as rare: whoever tells of the same
// people has their names and titles in a row.
const nameShare = .5

func weightOf(x word.Word, e lexicon.Entry) float64 {
	if x.Capital && x.Start > 0 || e.Name {
		return nameShare * float64(e.IDF)
	}
	return float64(e.IDF)
}

// anyQuoted reports whether one of the group has most of its words in quotation
// marks: others left them out, as where a statement is printed in full.
func (w *witnesser) anyQuoted(t int32) bool {
	for _, rank := range w.members(t) {
		if x := w.texts[w.of[rank]]; float64(x.quoted) >= quotedShare*float64(min(x.n, w.texts[t].n)) {
			return true
		}
	}
	return false
}

// unquoted returns the words of text outside of quotation marks.
func unquoted(text string) []word.Word {
	var out []word.Word
	var q quotes
	for _, x := range word.Split(text, 0) {
		if !x.Punct {
			if q.open == 0 {
				out = append(out, x)
			}
			continue
		}
		r, _ := utf8.DecodeRuneInString(text[x.Start:])
		if q.mark(text, x.Start, r) == unopened {
			out = out[:0]
		}
	}
	return out
}
