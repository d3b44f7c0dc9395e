package extract

import (
	"cmp"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
)

// minNested is the shortest content, in units, that may hold an attribution of
// its own: "that Lee had said it rained".
const minNested = 5

// inner looks for attributions inside the content of the draft at an index; where
// that is the whole sentence, those found before it are.
func (x *extractor) inner(s *sentence, content []attribution.Range, at int, whole bool) {
	number := x.out[at].number
	if whole {
		for k := at - 1; k >= 0 && x.out[k].at == s.Span; k-- {
			x.out[k].outer = cmp.Or(x.out[k].outer, number)
		}
		return
	}
	for _, r := range content {
		if r.To-r.From >= minNested && s.mayAttribute(r.From, r.To) {
			x.attributed(s, r.From, r.To, number)
		}
	}
	x.narrow(at)
	x.withoutNobodys(at)
}

// withoutNobodys drops what is nobody's claim inside the content of the draft at an
// index: "Lee denied vague fears that it rained" has one speaker.
func (x *extractor) withoutNobodys(at int) {
	for last := len(x.out) - 1; last > at && x.out[last].outer == x.out[at].number && len(x.out[last].Source) == 0; last-- {
		x.out = x.out[:last]
	}
}

// mayAttribute reports whether standsWithin could believe anything found in the
// units: it asks for a cue of the lists.
func (s *sentence) mayAttribute(from, to int) bool {
	for i := from; i < to; i++ {
		if s.units[i].verb != nil || s.units[i].noun != nil {
			return true
		}
	}
	return false
}

// standsWithin reports an attribution that may be believed inside the content
// of another, where the model has seen none: it is whole, its cue is in the
// lists, and it states something.
func (s *sentence) standsWithin(a attribution.Attribution) bool {
	if len(a.Source) == 0 || len(a.Content) == 0 || !s.statedIn(a.Content) {
		return false
	}
	if c := a.Content[0].From; s.norm(c) == "that" && (s.norm(c-1) == "or" || s.norm(c-1) == "and") && c == s.cueEnd(a) {
		return false // more of what holds it: "that it rained, the wind blew or that"
	}
	cue, at := s.cueWord(a.Cue[0].From, a.Cue[len(a.Cue)-1].To)
	return cue != nil && (s.namesClaim(a.Cue) || !s.isNoun(at))
}

// narrow makes what a denial denies that which it says another claims: "Lee
// rejected Hale's claim that it rained" denies that it rained. Not so of "Lee denied that
// Hale broke the rules by saying that it rained".
func (x *extractor) narrow(at int) {
	d := &x.out[at]
	if d.Stance != claims.Denied && d.Stance != claims.Doubted || len(d.Content) != 1 {
		return
	}
	for _, in := range x.out[at+1:] {
		if in.outer == d.number && in.Stance == claims.Asserted && in.Cue[0].Start < in.Content[0].Start && !x.tellsHow(in.Cue[0]) {
			d.Content = slices.Clone(in.Content)
			return
		}
	}
}

// tellsHow reports a cue with "by" in front of it: "by saying".
func (x *extractor) tellsHow(cue claims.Span) bool {
	return strings.HasSuffix(x.a.Text[:cue.Start], " by ") || strings.HasPrefix(cue.In(x.a.Text), "by ")
}
