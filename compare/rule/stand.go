package rule

import (
	"slices"

	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// stand is a side that a statement takes in a matter of views.txt.
type stand struct {
	matter   uint8
	sign     int8 // 1 or -1
	at, last int  // the words that take it, both included
}

// stands are the sides that a statement takes, in order. Of the words and
// phrases that begin at one place the longest count.
func stands(s *align.Statement) []stand {
	var out []stand
	for i := 0; i < len(s.Words); i++ {
		longest := found(s, i)
		for _, e := range longest {
			last := i + len(e.words) - 1
			if sign := e.sign * holds(s, i, last); sign != 0 && !supposed(s, i) {
				out = append(out, stand{e.matter, sign, i, last})
			}
		}
		if len(longest) > 0 {
			i += len(longest[0].words) - 1
		}
	}
	return out
}

// found are the longest entries that the words from i on match.
func found(s *align.Statement, i int) []entry {
	w := &s.Words[i]
	if w.Punct {
		return nil
	}
	first := wordLists().first
	list, _ := first.Look(w.Norm)
	out := longest(nil, list, s, i)
	lex := lexicon.Default()
	for _, id := range w.Lemmas(lex) {
		if name := lex.Name(id); name != w.Norm {
			list, _ := first.Look(name)
			out = longest(out, list, s, i)
		}
	}
	return out
}

// longest adds those of a list that the words from i on match, and keeps the
// longest.
func longest(out, list []entry, s *align.Statement, i int) []entry {
	for _, e := range list {
		if len(out) > 0 && len(e.words) < len(out[0].words) || !e.match(s, i) {
			continue
		}
		if len(out) > 0 && len(e.words) > len(out[0].words) {
			out = out[:0]
		}
		out = append(out, e)
	}
	return out
}

// match reports whether the words from i on are those of e.
func (e *entry) match(s *align.Statement, i int) bool {
	if i+len(e.words) > len(s.Words) {
		return false
	}
	for k, name := range e.words {
		w := &s.Words[i+k]
		if w.Norm != name && (e.exact || !isForm(w, name)) {
			return false
		}
	}
	return true
}

// isForm reports whether a word is a form of a dictionary word.
func isForm(w *align.Word, name string) bool {
	lex := lexicon.Default()
	return slices.ContainsFunc(w.Lemmas(lex), func(id lexicon.ID) bool { return lex.Name(id) == name })
}

// holds is 1 where the words from i to last hold, -1 where a negation or a verb
// of stopping is about them, and 0 where they only stand in the reach of one.
// Negations among the words themselves ("no doubt") are part of them.
func holds(s *align.Statement, i, last int) int8 {
	for k := i; k <= last; k++ {
		if s.Words[k].Weight == 0 {
			continue
		}
		off, about := s.Words[k].Off, denies(s)
		for _, t := range s.Turns {
			if t.At >= i && t.At <= last && k >= t.From && k < t.To {
				off = !off
			}
		}
		for _, at := range s.TurnedBy(k) {
			about = about || at < i || at > last
		}
		switch {
		case off && about:
			return -1
		case off:
			return 0
		}
		return 1
	}
	return 1
}

// supposed reports whether word i stands behind an "if" in its clause.
func supposed(s *align.Statement, i int) bool {
	for k := i - 1; k >= 0 && s.Words[k].Clause == s.Words[i].Clause; k-- {
		switch s.Words[k].Norm {
		case "if", "unless", "whether":
			return true
		}
	}
	return false
}

// words are the indices of the words of a stand.
func (t stand) words() []int {
	var out []int
	for i := t.at; i <= t.last; i++ {
		out = append(out, i)
	}
	return out
}
