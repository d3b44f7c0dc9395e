package extract

import (
	"slices"
	"strings"

	"crosscheck/claims/attribution"
)

// closing finds the attribution that a sentence ends with, which the model at times
// misses for another verb before it: "Officers charged the crowd, said Ann Lee of the
// league", "Nothing was signed, a spokesman, Lee, told reporters". It replaces what
// was found then; what the content attributes is looked for again (inner.go).
func (s *sentence) closing(list []attribution.Attribution, from, to int) []attribution.Attribution {
	for to > from && s.units[to-1].Punct && !s.units[to-1].quoted() {
		to--
	}
	for v := to - 1; v >= from+minNested; v-- {
		if !s.saying(v) {
			continue
		}
		source, front, ok := s.inverted(v, from, to)
		if !ok {
			source, front, ok = s.straight(v, from, to)
		}
		if !ok {
			continue
		}
		if !s.fronts(from, front) || found(list, v, from, front) || s.another(list, max(v+1, source.to)) {
			return list
		}
		return []attribution.Attribution{{
			Source: []attribution.Range{{From: source.from, To: source.to}}, Cue: []attribution.Range{{From: v, To: v + 1}},
			Content: []attribution.Range{{From: s.frontStart(from), To: front}},
		}}
	}
	return list
}

// another reports an attribution that begins at unit i or behind it: what follows the
// closing one is not looked at again.
func (s *sentence) another(list []attribution.Attribution, i int) bool {
	return slices.ContainsFunc(list, func(a attribution.Attribution) bool {
		begins := a.Cue[0].From
		if len(a.Source) > 0 {
			begins = min(begins, a.Source[0].From)
		}
		return begins >= i
	})
}

// saying reports a finite form of "say", "tell" or "add".
func (s *sentence) saying(i int) bool {
	v := s.verb(i)
	return v != nil && !v.Participle && (v.Lemma == "say" || v.Lemma == "tell" || v.Lemma == "add") && !s.units[i].Capital &&
		(v.Past || s.norm(i) == "says" || s.norm(i) == "say" || s.norm(i) == "adds" || s.norm(i) == "tells")
}

// inverted reads ", said the mayor" around the verb at v: who, and where the front
// ends.
func (s *sentence) inverted(v, from, to int) (source nounPhrase, front int, ok bool) {
	if s.norm(v-1) != "," || s.verb(v).Lemma == "tell" {
		return nounPhrase{}, 0, false
	}
	end := v + 1
	for end < to && !s.units[end].quoted() && (!s.units[end].Punct || s.joinsName(end)) && !s.is(end, boundary) && !(s.is(end, preposition) && s.is(end+1, timeWord)) {
		end++
	}
	if k := s.apposedName(end); k > end {
		end = min(k, to)
	}
	source = nounPhrase{v + 1, end}
	if end == v+1 || end-v > maxSource || !s.startsClause(v+1) || !s.isSource(source) || s.hasVerb(v+1, end) || s.listedVerb(v+1, end) >= 0 || !s.closes(end, to) {
		return nounPhrase{}, 0, false
	}
	return source, v - 1, true
}

// closes reports units behind a source or its verb that are no content: nothing, when
// and where, who the source is, or another clause.
func (s *sentence) closes(from, to int) bool {
	end := from
	for end < to && s.norm(end) != ";" && !(s.norm(end) == "," && s.joins(end+1)) {
		end++
	}
	return s.tellsWho(from) || s.isAdjunct(from, end)
}

// joins reports a word that begins another clause, of the sentence or of its source.
func (s *sentence) joins(i int) bool {
	n := s.norm(i)
	return n == "and" || n == "but" || n == "who" || n == "whose" || s.is(i, boundary) && n != "that" && n != "which"
}

// joinsName reports a mark inside a name: "J. Lee", "the Bells' union".
func (s *sentence) joinsName(i int) bool {
	n := s.norm(i)
	return isApostrophe(n) || n == "-" || n == "&" || n == "." && s.units[i-1].Capital && s.units[i-1].Len() <= 4
}

// straight reads ", the mayor said on Tuesday" around the verb at v.
func (s *sentence) straight(v, from, to int) (source nounPhrase, front int, ok bool) {
	if rest := v + 1; !s.closes(rest, to) && !(s.is(rest, hearer) && s.closes(rest+1, to)) {
		return nounPhrase{}, 0, false
	}
	np, ok := s.subjectBefore(v)
	if !ok || s.norm(np.from-1) != "," {
		np, ok = s.described(v)
	}
	if !ok || np.from-1 <= from {
		return nounPhrase{}, 0, false
	}
	return np, np.from - 1, true
}

// described is the subject of the verb at v where a clause belongs to it that no comma
// sets off: ", two people who know the plans said".
func (s *sentence) described(v int) (nounPhrase, bool) {
	for k := v - 1; k > 0 && v-k <= maxSource; k-- {
		switch {
		case s.units[k].Punct && s.norm(k) != ",", s.units[k].quoted():
			return nounPhrase{}, false
		case s.norm(k) != ",":
			continue
		}
		for who := k + 2; who < v-1; who++ {
			if n := s.norm(who); n == "who" || n == "whose" {
				return nounPhrase{k + 1, v}, s.isSource(nounPhrase{k + 1, who})
			}
			if s.hasVerb(who-1, who) {
				return nounPhrase{}, false
			}
		}
		return nounPhrase{}, false
	}
	return nounPhrase{}, false
}

// fronts reports units that a closing attribution may be of: a clause in the
// outlet's words, and no mere adjunct.
func (s *sentence) fronts(from, to int) bool {
	for i := from; i < to; i++ {
		if s.units[i].quoted() && s.units[i].speech {
			return false
		}
	}
	from = s.frontStart(from)
	adjunct := s.isAdjunct(from, to) && !strings.HasSuffix(s.norm(from), "ly") // "Only one of them has a job"
	return to-from >= minNested-1 && !adjunct && !s.is(from, subordinating) && !s.isParticiple(from) && (s.isClause(from, to) || s.opensClause(from, to))
}

// isParticiple reports a word that opens a participle clause, as what follows it
// shows: "Pressed by", "Appearing to", but not "Nothing was" or "Building workers".
func (s *sentence) isParticiple(i int) bool {
	n := s.norm(i)
	return (strings.HasSuffix(n, "ing") && !strings.HasSuffix(n, "thing") || s.isPastForm(i)) &&
		(s.norm(i+1) == "to" || s.is(i+1, preposition|determiner|boundary|adverb|clauseWord))
}

// frontStart is the first unit of the front: no dateline, no mark, and no "but".
func (s *sentence) frontStart(from int) int {
	from = s.behindDateline(from, len(s.units))
	for s.units[from].Punct || s.norm(from) == "but" || s.norm(from) == "and" {
		from++
	}
	return from
}

// tellsWho reports a unit that begins a clause about a person.
func (s *sentence) tellsWho(i int) bool {
	if s.norm(i) == "," {
		i++
	}
	return s.norm(i) == "who" || s.norm(i) == "whose"
}

// found reports an attribution to the verb at v that has its content between from
// and to.
func found(list []attribution.Attribution, v, from, to int) bool {
	for _, a := range list {
		if len(a.Source) == 0 || len(a.Content) == 0 || a.Cue[0].From > v || a.Cue[len(a.Cue)-1].To <= v {
			continue
		}
		if c := a.Content[0]; c.From < to && c.To > from {
			return true
		}
	}
	return false
}
