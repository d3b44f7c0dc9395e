package main

import (
	"slices"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
	"crosscheck/claims/extract"
	"crosscheck/compare/eval"
)

// part is what a token was marked as: which attribution, and what in it.
type part struct{ of, what int }

// The parts, in the order of precedence where a token lies in two.
const (
	source = iota
	cue
	content
)

// nowhere is the part of a token that was not marked.
var nowhere = part{-1, 0}

// align gives each token the part that covers most of it, and returns the
// attributions that have a cue in the sentence. Marks at the ends of a part are
// left out, those within it belong to it.
func align(s extract.Sentence, gold []eval.Attribution) []attribution.Attribution {
	parts := make([]part, len(s.Tokens))
	for i, at := range s.Spans {
		parts[i] = covering(at, gold)
	}
	mark := func(i int) bool { return s.Tokens[i].Kind == attribution.Mark }
	for i := range parts {
		if mark(i) && parts[i].ends(parts, i-1) && !opens(s.Tokens[i].Norm) {
			parts[i] = nowhere
		}
	}
	for i := len(parts) - 1; i >= 0; i-- {
		if mark(i) && parts[i].ends(parts, i+1) && !closes(s.Tokens[i].Norm) {
			parts[i] = nowhere
		}
	}
	bridge(parts, mark)
	return gather(parts)
}

// ends reports whether a part, of a source or content, does not go on at token i.
// A mark may well be a cue.
func (p part) ends(parts []part, i int) bool {
	return p.what != cue && (i < 0 || i >= len(parts) || parts[i] != p)
}

// opens and closes report marks that belong to what follows or precedes them.
func opens(mark string) bool {
	return mark == "(" || mark == "[" || mark == "$" || mark == "£" || mark == "€"
}

func closes(mark string) bool { return mark == ")" || mark == "]" || mark == "%" }

// covering is the part that covers most of a token, and at least half of it.
func covering(at claims.Span, gold []eval.Attribution) part {
	best, out := 0, nowhere
	for i, g := range gold {
		for what, spans := range [...][]claims.Span{g.Source, g.Cue, g.Content} {
			for _, sp := range spans {
				if n := min(sp.End, at.End) - max(sp.Start, at.Start); n > best && 2*n >= at.Len() {
					best, out = n, part{i, what}
				}
			}
		}
	}
	return out
}

// widest is how many marks a bridge may be long.
const widest = 2

// bridge joins two stretches of one part with a mark or two between them.
func bridge(parts []part, mark func(int) bool) {
	for i := 1; i < len(parts); i++ {
		if parts[i] != nowhere || parts[i-1] == nowhere {
			continue
		}
		k := i
		for k < len(parts) && k < i+widest && parts[k] == nowhere && mark(k) {
			k++
		}
		if k < len(parts) && parts[k] == parts[i-1] {
			for ; i < k; i++ {
				parts[i] = parts[k]
			}
		}
	}
}

// gather reads the tokens' parts off as attributions, those with a cue.
func gather(parts []part) []attribution.Attribution {
	var all []attribution.Attribution
	number := map[int]int{} // in all
	for i, p := range parts {
		if p == nowhere {
			continue
		}
		k, known := number[p.of]
		if !known {
			k = len(all)
			number[p.of] = k
			all = append(all, attribution.Attribution{})
		}
		a := &all[k]
		list := [...]*[]attribution.Range{source: &a.Source, cue: &a.Cue, content: &a.Content}[p.what]
		if n := len(*list); n > 0 && (*list)[n-1].To == i {
			(*list)[n-1].To++
		} else {
			*list = append(*list, attribution.Range{From: i, To: i + 1})
		}
	}
	return slices.DeleteFunc(all, func(a attribution.Attribution) bool { return len(a.Cue) == 0 })
}
