package main

import (
	"strings"

	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// swapRoles takes a sentence that begins "X praised Y" apart. Turned into the
// passive it says the same; with the parties swapped in either voice it opposes
// both.
func swapRoles(s *align.Statement) []pair {
	x, verb, y, ok := deed(s)
	if !ok {
		return nil
	}
	one, two := s.Span(0, x).In(s.Text), s.Span(verb+1, y).In(s.Text)
	v, rest := s.Words[verb].Norm, s.Text[s.Words[y].End:]
	if strings.Contains(rest, " his ") || strings.Contains(rest, " her ") || strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s") {
		return nil
	}
	be := " was "
	active, swapped := one+" "+v+" "+two, two+" "+v+" "+one
	passive, passiveSwapped := two+be+v+" by "+one, one+be+v+" by "+two
	return []pair{
		{active + rest, passive + rest, entailment}, {passive + rest, active + ".", entailment}, {active + rest, passive + ".", entailment},
		{active + rest, swapped + rest, contradiction}, {active + rest, swapped + ".", contradiction},
		{active + rest, passiveSwapped + rest, contradiction}, {passive + rest, swapped + rest, contradiction}, {passive + rest, passiveSwapped + ".", contradiction},
		{swapped + rest, passiveSwapped + ".", entailment},
	}
}

// deed finds "X praised Y" at the head of a sentence: x is the last word of X,
// y that of Y.
func deed(s *align.Statement) (x, verb, y int, ok bool) {
	x = names(s, 0)
	verb = x + 1
	if x < 0 || verb+1 >= len(s.Words) {
		return 0, 0, 0, false
	}
	w := &s.Words[verb]
	_, regular := base(w.Norm)
	if !regular || !strings.HasSuffix(w.Norm, "ed") || w.Class&(lexicon.Saying|lexicon.Symmetric|lexicon.Be) != 0 || intransitive[w.Norm] {
		return 0, 0, 0, false
	}
	y = names(s, verb+1)
	if y < 0 || y+1 >= len(s.Words) || next(s, y) {
		return 0, 0, 0, false
	}
	return x, verb, y, !strings.EqualFold(s.Span(0, x).In(s.Text), s.Span(verb+1, y).In(s.Text))
}

// intransitive are verbs behind which a name is no object.
var intransitive = map[string]bool{"called": true, "named": true, "joined": true, "visited": true, "dated": true, "died": true, "served": true, "played": true}

// next reports whether the name that ends at y is only the beginning of an
// object: "Clinton aides", "Texas Gov."
func next(s *align.Statement, y int) bool {
	w := &s.Words[y+1]
	return !w.Punct && w.Class&lexicon.Function == 0 || w.Norm == "and" || w.Norm == "'s" || w.Norm == "or" || w.Norm == "to"
}

// names is the last word of a run of at most three names that begins at i, a
// title before it; -1 where there is none.
func names(s *align.Statement, i int) int {
	last := -1
	for k := i; k < len(s.Words) && k < i+3; k++ {
		w := &s.Words[k]
		if !w.Name || w.Punct || w.Norm == "i" || w.Named()&lexicon.Calendar != 0 || strings.HasSuffix(w.Norm, "'s") {
			break
		}
		last = k
	}
	return last
}
