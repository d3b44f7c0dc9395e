package extract

import (
	"crosscheck/claims"
	"crosscheck/claims/attribution"
)

// inWords files "In her words, the roof leaks" and "In the words of Ann Lee, the
// roof leaks", of which PolNeAR has too few for the model to learn them.
func (x *extractor) inWords(s *sentence) bool {
	if s.norm(0) != "in" {
		return false
	}
	np, cue := nounPhrase{1, 2}, attribution.Range{From: 0, To: 3}
	switch {
	case s.is(1, possessive) && s.norm(2) == "words":
	case s.norm(1) == "the" && s.norm(2) == "words" && s.norm(3) == "of":
		np, cue.To = nounPhrase{4, 4}, 4
		for np.to < len(s.units) && s.norm(np.to) != "," {
			np.to++
		}
	default:
		return false
	}
	end := max(np.to, cue.To)
	if np.from == np.to || s.norm(end) != "," {
		return false
	}
	d := draft{Claim: claims.Claim{
		Speaker: x.speakerOf(s, np), Source: []claims.Span{s.span(np.from, np.to)}, Cue: s.spans([]attribution.Range{cue}),
		Content: s.contents(end+1, len(s.units)),
	}}
	if !x.add(s, d) {
		return false
	}
	s.sources = append(s.sources, np)
	s.take(d.Content, d.Cue)
	return true
}

// maxPer is the longest source behind "per", in words and marks.
const maxPer = 8

// per files "The roof leaks, per the engineer", which PolNeAR does not have.
func (x *extractor) per(s *sentence) bool {
	end := len(s.units)
	for end > 0 && s.units[end-1].Punct && !s.units[end-1].quoted() {
		end--
	}
	for k := end - 2; k > minNested && end-k <= maxPer; k-- {
		np := nounPhrase{k + 1, end}
		if s.norm(k) != "per" || s.norm(k-1) != "," || !s.isSource(np) {
			continue
		}
		d := draft{Claim: claims.Claim{
			Speaker: x.speakerOf(s, np), Source: []claims.Span{s.span(np.from, np.to)}, Cue: []claims.Span{s.units[k].Span}, Content: s.contents(0, k),
		}}
		if !x.add(s, d) {
			return false
		}
		s.sources = append(s.sources, np)
		s.take(d.Content, d.Cue, d.Source)
		return true
	}
	return false
}
