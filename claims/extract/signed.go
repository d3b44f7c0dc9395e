package extract

import "crosscheck/claims"

// maxSigned is the longest signature, in words and marks: "Ann Lee, head of the
// dam".
const maxSigned = 8

// signed files a quotation with its speaker's name behind a dash, as testimonials
// and epigraphs have it: “I liked it.” — Ann Lee.
func (x *extractor) signed(s *sentence) bool {
	k := 0
	for k < len(s.units) && s.units[k].quoted() {
		k++
	}
	if k == 0 || k+1 >= len(s.units) || len(s.units)-k-1 > maxSigned || !isDash(s.units[k].In(s.text)) {
		return false
	}
	to := len(s.units)
	for to > k+1 && s.units[to-1].Punct {
		to--
	}
	if to <= k+1 || !s.units[k+1].Capital || s.hasVerb(k+1, to) {
		return false
	}
	np := nounPhrase{k + 1, to}
	d := draft{Claim: claims.Claim{
		Speaker: x.speaker(s, np), Source: []claims.Span{s.span(np.from, np.to)}, Cue: []claims.Span{s.units[k].Span}, Content: s.contents(0, k),
	}}
	if !x.add(s, d) {
		return false
	}
	s.take(d.Content, d.Cue, d.Source)
	return true
}

func isDash(mark string) bool {
	switch mark {
	case "―", "—", "–", "-", "--", "~":
		return true
	}
	return false
}
