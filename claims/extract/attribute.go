package extract

import (
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
)

// answered stands for the draft that is none: the clause behind "Asked about".
const answered = -1

// attributed files what the units from..to attribute; outer is the number of
// the draft whose content they are, 0 for a whole sentence, or answered.
func (x *extractor) attributed(s *sentence, from, to, outer int) {
	x.tokens = s.tokens(x.tokens[:0], from, to)
	list := attribution.Find(x.tokens)
	for i, a := range list {
		list[i] = s.parted(shift(a, from))
	}
	s.left = s.left[:0]
	list = s.bounded(list, to)
	left := slices.Clone(s.left) // others are filled within
	for _, a := range s.aside(s.last(s.closing(list, from, to), from, to), from, to) {
		switch {
		case outer != 0 && !s.standsWithin(a):
			continue
		case s.answers(a):
			for _, r := range a.Content {
				x.attributed(s, r.From, r.To, answered)
			}
			continue
		}
		x.file(s, a, outer)
	}
	for _, r := range left {
		if r.To-r.From >= minNested && s.mayAttribute(r.From, r.To) {
			x.attributed(s, r.From, r.To, outer)
		}
	}
}

// shift moves the ranges of an attribution found in a part of a sentence.
func shift(a attribution.Attribution, by int) attribution.Attribution {
	if by == 0 {
		return a
	}
	for _, list := range [][]attribution.Range{a.Source, a.Cue, a.Content} {
		for i := range list {
			list[i].From += by
			list[i].To += by
		}
	}
	return a
}

// spans are the stretches of text that ranges of units cover.
func (s *sentence) spans(list []attribution.Range) []claims.Span {
	out := make([]claims.Span, len(list))
	for i, r := range list {
		out[i] = s.span(r.From, r.To)
	}
	return out
}

// file makes an attribution a claim, and looks for others inside its content.
func (x *extractor) file(s *sentence, a attribution.Attribution, outer int) {
	a = s.relayed(a)
	if len(a.Content) > 0 {
		a = s.recorded(x.ofOwner(s, a))
	}
	np, named := s.sourceOf(a)
	if named {
		np, named = x.attributive(s, np, a.Cue[0].From)
	}
	if named {
		np, named = s.narrowed(np, a.Cue[0].From)
	}
	d := draft{outer: max(outer, 0), Claim: claims.Claim{Cue: s.spans(a.Cue)}}
	if named {
		d.Source = []claims.Span{s.span(np.from, np.to)}
		d.Speaker = x.speakerOf(s, np)
		if d.Speaker == nil && np.to-np.from == 1 && s.norm(np.from) == "it" && !s.saying(a.Cue[0].From) {
			return // "it is said", "it seems": nobody
		}
	}
	if len(a.Content) == 0 {
		x.announced(s, d)
		return
	}
	content := s.mended(a)
	if len(content) == 0 || s.aboutOther(a) || s.acts(a) || s.appraises(a) || s.conditional(a) {
		return
	}
	whole := content[0] != a.Content[0]
	if whole && outer != 0 {
		return // a part of a sentence is not mended with the rest of it
	}
	a.Content = content
	d.Stance = s.stanceOf(a)
	if d.Stance == claims.Unsaid && s.undone(a) {
		return
	}
	if d.Stance != claims.Attitude && (s.unspoken(a) || s.isBidden(a) && x.bids(outer)) {
		d.Stance = claims.Unsaid
	}
	nobody := named && (s.nobody(np) || s.explains(a) || s.anybody(np, a.Cue[0].From) || d.Speaker != nil && !isNamed(d.Speaker) && x.mute(s, np, a))
	if nobody {
		d.Speaker, d.Stance = nil, claims.Attitude
	}
	told := s.plainlyStated(content) || named && d.Stance == claims.Asserted && s.statedIn(content)
	if d.Speaker == nil && !nobody && !told || s.relative(a) || !x.addContent(s, d, content) || outer != 0 {
		return
	}
	if named {
		s.sources = append(s.sources, np)
		s.first = append(s.first, s.before(np, a.Cue[0].From)...)
	}
	x.inner(s, content, len(x.out)-1, whole)
}

// undone reports what looks like an attribution and tells what somebody did not do:
// "did not visit the shelter", "had not slept, and had not conceded".
func (s *sentence) undone(a attribution.Attribution) bool {
	cue, _ := s.cueWord(a.Cue[0].From, a.Cue[len(a.Cue)-1].To)
	end := a.Content[len(a.Content)-1].To
	joined := end <= a.Cue[0].From && (s.norm(end) == "and" || s.norm(end) == "but" || s.norm(end-1) == "and" || s.norm(end-1) == "but")
	return joined && !s.quotes(a.Content) || cue == nil && !s.statedIn(a.Content)
}

// quotes reports content with a quotation in it.
func (s *sentence) quotes(content []attribution.Range) bool {
	for _, r := range content {
		for i := r.From; i < r.To; i++ {
			if s.units[i].quoted() {
				return true
			}
		}
	}
	return false
}

// announced notes who speaks next: "Lee continued:" ends its sentence.
func (x *extractor) announced(s *sentence, d draft) {
	if d.outer == 0 {
		s.announced = &d
		s.take(d.Cue, d.Source)
	}
}

// addContent files a draft with its content.
func (x *extractor) addContent(s *sentence, d draft, content []attribution.Range) bool {
	for _, r := range content {
		d.Content = append(d.Content, s.contents(s.contentStart(r.From, r.To), r.To)...)
	}
	if !x.add(s, d) {
		return false
	}
	// That Lee fears a strike is the outlet's statement as well, and so is what
	// nobody is named for.
	if d = x.out[len(x.out)-1]; d.Stance != claims.Attitude && (len(d.Source) > 0 || d.Kind == claims.Direct) {
		s.take(d.Content, d.Cue, d.Source)
	}
	return true
}

// contentStart is where content begins: behind the hearer ("told him that") and
// behind "that".
func (s *sentence) contentStart(from, to int) int {
	from = s.behindDateline(from, to)
	if s.is(from, hearer) && from+2 < to && s.units[max(from-1, 0)].verb != nil {
		from++
	}
	return s.behindThat(from, to)
}

// behindThat is the first unit behind the conjunction that opens content.
func (s *sentence) behindThat(from, to int) int {
	for from < to && s.units[from].Punct && !s.units[from].quoted() && !isOpener(s.norm(from)) {
		from++
	}
	n := s.norm(from)
	switch {
	case n == "whether" && from+3 < to && s.norm(from+1) == "or" && s.norm(from+2) == "not":
		if s.eitherWay(from, to) {
			return from
		}
		return from + 3
	case from+1 < to && (n == "that" && !s.is(from+1, auxiliary) || n == "whether" || n == "if"):
		return from + 1
	}
	return from
}

// eitherWay reports a "whether" at unit from behind whose clause the main one follows:
// "whether it rains or not, the dam holds".
func (s *sentence) eitherWay(from, to int) bool {
	for k := from + 2; k+2 < to; k++ {
		if s.norm(k) == "," && s.isClause(k+1, to) {
			return true
		}
	}
	return false
}

// maxDateline is the longest dateline, in words and marks: "NEW YORK, Jan. 3".
const maxDateline = 6

// behindDateline is the first unit behind the dateline that a sentence begins
// with ("MARLBECK — ..."), or from.
func (s *sentence) behindDateline(from, to int) int {
	if from >= maxDateline {
		return from
	}
	for k := 1; k < min(to, maxDateline); k++ {
		if isDash(s.units[k].In(s.text)) && k+1 < to && (from == 0 || from < k && s.norm(k-1) == ")") { // content may begin at the agency's name
			return k + 1
		}
		if w := s.units[k-1].In(s.text); k == 1 && !s.units[0].Punct && (len(w) < 3 || w != strings.ToUpper(w) || w == strings.ToLower(w)) {
			return from
		}
	}
	return from
}
