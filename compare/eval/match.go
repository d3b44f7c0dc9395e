package eval

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"crosscheck/claims"
)

// match is a gold content and the claim that was found for it.
type match struct {
	gold, claim int     // places in their lists
	iou         float64 // intersection over union, in (0, 1]
}

// pair pairs gold with claims one to one, the most alike first, as far as they
// overlap at all; before is what they are measured by (see count). Because the
// best go first, the pairs above any bound are those that would be made with
// that bound.
func pair(before []int, gold, claimed [][]claims.Span) []match {
	var all []match
	for g := range gold {
		for c := range claimed {
			if iou := iou(before, gold[g], claimed[c]); iou > 0 {
				all = append(all, match{g, c, iou})
			}
		}
	}
	slices.SortFunc(all, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.iou, a.iou), cmp.Compare(a.gold, b.gold), cmp.Compare(a.claim, b.claim))
	})
	goldUsed, claimUsed := make([]bool, len(gold)), make([]bool, len(claimed))
	return slices.DeleteFunc(all, func(m match) bool {
		taken := goldUsed[m.gold] || claimUsed[m.claim]
		if !taken {
			goldUsed[m.gold], claimUsed[m.claim] = true, true
		}
		return taken
	})
}

// ruler measures spans of one text. Contents are measured in letters and
// digits, so that quotation marks, commas and spaces at an edge do not matter;
// cues in bytes, since a cue may be a colon.
type ruler struct {
	bytes  []int // how many bytes stand before each byte offset
	alnum  []int // how many letters and digits
	quoted []int // how many letters and digits between quotation marks
	quotes []claims.Span
}

func newRuler(text string, blocks []claims.Block) *ruler {
	n := len(text) + 1
	quotes := inside(text, blocks)
	r := &ruler{make([]int, n), make([]int, n), make([]int, n), quotes}
	for i, c := range text {
		for len(quotes) > 0 && quotes[0].End <= i {
			quotes = quotes[1:]
		}
		alnum, quoted := 0, 0
		if isAlnum(c) {
			alnum = 1
		}
		if len(quotes) > 0 && quotes[0].Start <= i {
			quoted = alnum
		}
		// What lies inside of a character counts as before it ends.
		for at := i + 1; at <= i+utf8.RuneLen(c); at++ {
			r.bytes[at], r.alnum[at], r.quoted[at] = at, r.alnum[i]+alnum, r.quoted[i]+quoted
		}
	}
	return r
}

// size is the number of letters and digits in the spans.
func (r *ruler) size(spans []claims.Span) int { return count(r.alnum, spans) }

// count is what the spans hold, given how much stands before each offset.
func count(before []int, spans []claims.Span) int {
	n := 0
	for _, s := range spans {
		n += before[s.End] - before[s.Start]
	}
	return n
}

// iou is the intersection over union of two lists of spans, in [0, 1].
func iou(before []int, a, b []claims.Span) float64 {
	if len(a) == 0 || len(b) == 0 || a[len(a)-1].End <= b[0].Start || b[len(b)-1].End <= a[0].Start {
		return 0
	}
	both := count(before, common(a, b))
	return ratio(both, count(before, a)+count(before, b)-both)
}

// common is what two ordered lists of spans share.
func common(a, b []claims.Span) []claims.Span {
	var out []claims.Span
	for len(a) > 0 && len(b) > 0 {
		if s := (claims.Span{Start: max(a[0].Start, b[0].Start), End: min(a[0].End, b[0].End)}); s.Start < s.End {
			out = append(out, s)
		}
		if a[0].End < b[0].End {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return out
}

// merged are the spans in order, those that overlap joined.
func merged(spans []claims.Span) []claims.Span {
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b claims.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && out[n-1].Overlaps(s) {
			out[n-1].End = max(out[n-1].End, s.End)
		} else {
			out = append(out, s)
		}
	}
	return out
}
