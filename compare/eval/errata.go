package eval

import "crosscheck/claims"

// errata are the errors of all texts by the name of their shape.
type errata map[string][]Example

// erring is one text while its errors are told apart.
type erring struct {
	sheet
	article claims.Article
}

// sheet enters the errors of one text: first those of contents that were
// found, then of those that share no more than a cue, then what is left.
func (e errata) sheet(s erring) {
	gold, claimed := s.contents()
	goldLeft, claimsLeft := places(len(gold)), places(len(claimed))
	for _, m := range pair(s.alnum, gold, claimed) {
		if m.iou >= LooseIoU {
			e.found(s, &s.gold[m.gold], &s.claims[m.claim], m.iou)
			goldLeft[m.gold], claimsLeft[m.claim] = false, false
		}
	}
	for _, m := range s.cuePairs(goldLeft, claimsLeft) {
		e.add(contentOther, s.example(&s.gold[m.gold], &s.claims[m.claim]))
		goldLeft[m.gold], claimsLeft[m.claim] = false, false
	}
	e.left(s, goldLeft, claimsLeft)
}

// cuePairs pairs the cues of what is left.
func (s erring) cuePairs(goldLeft, claimsLeft []bool) []match {
	gold, claimed := make([][]claims.Span, len(s.gold)), make([][]claims.Span, len(s.claims))
	for i := range gold {
		if goldLeft[i] {
			gold[i] = s.gold[i].Cue
		}
	}
	for i := range claimed {
		if claimsLeft[i] {
			claimed[i] = s.claims[i].Cue
		}
	}
	return pair(s.bytes, gold, claimed)
}

// places are n places, all of them left.
func places(n int) []bool {
	out := make([]bool, n)
	for i := range out {
		out[i] = true
	}
	return out
}

func (e errata) add(name string, x Example) { e[name] = append(e[name], x) }

// left enters what was missed and what is false.
func (e errata) left(s erring, gold, claimed []bool) {
	for i := range s.gold {
		g := &s.gold[i]
		if !gold[i] {
			continue
		}
		name, c := missed+cueShape(s.article.Text, g.Cue), (*claims.Claim)(nil)
		for k := range s.claims {
			if s.holds(s.claims[k].Content, g.Content) {
				name, c = contentJoint, &s.claims[k]
			}
		}
		e.add(name, s.example(g, c))
	}
	for i := range s.claims {
		c := &s.claims[i]
		if !claimed[i] {
			continue
		}
		name, g := falsely+cueShape(s.article.Text, c.Cue), (*Attribution)(nil)
		for k := range s.gold {
			if s.holds(s.gold[k].Content, c.Content) {
				name, g = contentSplit, &s.gold[k]
			}
		}
		e.add(name, s.example(g, c))
	}
}

// holds reports whether most of part lies in whole.
func (r *ruler) holds(whole, part []claims.Span) bool {
	return 2*r.size(common(whole, part)) > r.size(part)
}

// found enters what is wrong with a content that was found.
func (e errata) found(s erring, g *Attribution, c *claims.Claim, iou float64) {
	if iou < StrictIoU {
		e.add(s.boundary(g.Content, c.Content), s.example(g, c))
	}
	if name := s.source(g.Source, c.Source); name != "" {
		e.add(name, s.example(g, c))
	}
	switch {
	case len(g.Cue) == 0 || len(common(g.Cue, c.Cue)) > 0:
	case len(c.Cue) == 0:
		e.add(cueNone, s.example(g, c))
	default:
		e.add(cueOther, s.example(g, c))
	}
}

// boundary is the shape that costs most letters and digits where two contents
// differ.
func (r *ruler) boundary(gold, ours []claims.Span) string {
	g, o := touching(gold, ours), touching(ours, gold)
	first, last := max(g[0].Start, o[0].Start), min(g[len(g)-1].End, o[len(o)-1].End)
	both := r.size(common(g, o))
	before, behind := claims.Span{End: first}, claims.Span{Start: last, End: len(r.alnum) - 1}
	part := func(spans []claims.Span, of claims.Span) int { return r.size(common(spans, []claims.Span{of})) }
	best, most := startsEarly, part(o, before)
	for _, x := range []struct {
		name string
		cost int
	}{
		{startsLate, part(g, before)},
		{endsEarly, part(g, behind)},
		{endsLate, part(o, behind)},
		{pieceMissed, r.size(gold) - r.size(g)},
		{pieceFalse, r.size(ours) - r.size(o)},
		{holeMissed, part(o, claims.Span{Start: first, End: last}) - both},
		{holeFalse, part(g, claims.Span{Start: first, End: last}) - both},
	} {
		if x.cost > most {
			best, most = x.name, x.cost
		}
	}
	return best
}

// touching are the spans of a list that share something with the other list.
func touching(spans, other []claims.Span) []claims.Span {
	var out []claims.Span
	for _, s := range spans {
		if len(common([]claims.Span{s}, other)) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// sameSource is the intersection over union from which two sources are taken
// to be as long as one another: a surname beside the full name is not.
const sameSource = 0.5

// source is the shape of what is wrong with a source, "" where nothing is.
func (s erring) source(gold, ours []claims.Span) string {
	switch {
	case len(gold)+len(ours) == 0:
		return ""
	case len(gold) == 0:
		return sourceFalse
	case len(ours) == 0:
		return sourceNone
	case len(common(gold, ours)) == 0 && (isPronoun(s.words(gold)) || isPronoun(s.words(ours))):
		return pronounOther
	case len(common(gold, ours)) == 0:
		return sourceOther
	case iou(s.alnum, gold, ours) >= sameSource:
		return ""
	case s.size(ours) > s.size(gold):
		return sourceLong
	}
	return sourceShort
}
