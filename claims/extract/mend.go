package extract

import "crosscheck/claims/attribution"

// Here the model is set right where a rule knows better.

// answers reports the "Asked about" of "Asked about the dam, Lee said": what it
// introduces is the context of the claim, and Lee did not ask.
func (s *sentence) answers(a attribution.Attribution) bool {
	return len(a.Source) == 0 && s.units[a.Cue[0].From].Start < s.context.Start
}

// relative reports a noun that looks like a cue and has a relative clause: "the
// reports that reached us".
func (s *sentence) relative(a attribution.Attribution) bool {
	that := a.Cue[len(a.Cue)-1].To
	return s.norm(that) == "that" && s.units[that-1].noun != nil && s.units[that-1].verb == nil && (s.is(that+1, auxiliary) || s.isPastForm(that+1))
}

// mended is the content of an attribution. Where that is no more than a word
// before an attribution that ends the sentence, another attribution inside of it
// took the rest: "Hale hopes for rain, a friend has said" is all the friend's.
func (s *sentence) mended(a attribution.Attribution) []attribution.Range {
	first := a.Content[0]
	if len(a.Content) > 1 || first.To-first.From > 1 || s.units[first.From].quoted() || a.Cue[0].From < first.From {
		return a.Content
	}
	if !s.isAdjunct(a.Cue[len(a.Cue)-1].To, len(s.units)) {
		return nil
	}
	to := first.From
	if len(a.Source) > 0 {
		to = min(to, a.Source[0].From)
	}
	for to > 0 && s.units[to-1].Punct {
		to--
	}
	if to < minNested {
		return nil
	}
	return []attribution.Range{{From: 0, To: to}}
}

// relayed reads "Lee is reported to have told a friend: ..." as what Lee told.
// PolNeAR has Lee and the telling as parts of what is reported.
func (s *sentence) relayed(a attribution.Attribution) attribution.Attribution {
	cue := a.Cue[len(a.Cue)-1].To
	if s.norm(cue) != "to" || s.norm(cue+1) != "have" || s.verb(cue+2) == nil {
		return a
	}
	was := a
	var content []attribution.Range
	for _, r := range a.Content {
		if r.To == a.Cue[0].From && len(a.Source) == 0 {
			r, a.Source = s.lastQuotation(r)
		} else if r.From == cue {
			r.From = cue + 3
			for r.From < r.To && !s.units[r.From].quoted() {
				r.From++
			}
		}
		if r.From < r.To {
			content = append(content, r)
		}
	}
	a.Cue = []attribution.Range{{From: a.Cue[0].From, To: cue + 3}}
	if len(content) == 0 {
		return was
	}
	a.Content = content
	return a
}

// lastQuotation parts a range behind the last quotation in it.
func (s *sentence) lastQuotation(r attribution.Range) (attribution.Range, []attribution.Range) {
	k := r.To
	for k > r.From && !s.units[k-1].quoted() {
		k--
	}
	from := k
	for from < r.To && s.units[from].Punct {
		from++
	}
	return attribution.Range{From: r.From, To: k}, []attribution.Range{{From: from, To: r.To}}
}
