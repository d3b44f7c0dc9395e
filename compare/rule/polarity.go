package rule

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// polarity finds a word that holds on one side and is negated or turned off on
// the other.
var polarity = Rule{
	ID:   "polarity",
	Doc:  `One side negates, stops or ends what the other says is so: "the road is not open" / "the road is open", "talks are frozen" / "there is no break in talks".`,
	Type: compare.Negation,
	Run:  func(al *align.Alignment, _ compare.Pair) (Opposition, bool) { return opposedPolarity(al, false) },
	May:  (*glance).turned,
}

// denial is polarity with a verb of denial at work.
var denial = Rule{
	ID:   "denial",
	Doc:  `One side denies, disputes or dismisses what the other says: "she denied taking the money" / "she took the money".`,
	Type: compare.Factivity,
	Run:  func(al *align.Alignment, _ compare.Pair) (Opposition, bool) { return opposedPolarity(al, true) },
	May:  func(g *glance) bool { return (g.a.denies || g.b.denies) && g.turned() },
}

// opposedPolarity returns the clearest link whose words differ in polarity,
// with a denial at work or without.
func opposedPolarity(al *align.Alignment, denied bool) (Opposition, bool) {
	best, found := Opposition{}, false
	for _, l := range al.Links {
		o, ok := turned(al, l)
		if !ok || (o.Type == compare.Factivity) != denied {
			continue
		}
		o.share(al)
		if !found || o.Grade < best.Grade || o.Grade == best.Grade && o.Cover*o.Nucleus > best.Cover*best.Nucleus {
			best, found = o, true
		}
	}
	return best, found
}

// leastLink is the firmness from which on two words may carry an opposition.
const leastLink = align.Firm

// turned makes an opposition of a link whose words differ in polarity.
func turned(al *align.Alignment, l align.Link) (Opposition, bool) {
	a, b := &al.A.Words[l.A], &al.B.Words[l.B]
	if a.Off == b.Off || a.Name || b.Name || (a.Class|b.Class)&lexicon.Utterance != 0 {
		return Opposition{}, false
	}
	ta, okA := al.A.TurnOf(l.A)
	tb, okB := al.B.TurnOf(l.B)
	if !okA && !okB || l.Weight < leastLink {
		return Opposition{}, false
	}
	if okA && mirrored(al, al.A, al.B, ta) || okB && mirrored(al, al.B, al.A, tb) || agreed(al, l) {
		return Opposition{}, false
	}
	if b.Off && ofSome(al.A, l.A) || a.Off && ofSome(al.B, l.B) { // "not all are open" and "none is open"
		return Opposition{}, false
	}
	o := Opposition{Rule: "polarity", Type: compare.Antonym}
	switch {
	case okA && ta.Denial || okB && tb.Denial:
		o.Type, o.Rule = compare.Factivity, "denial"
	case al.A.Negated(l.A) || al.B.Negated(l.B) || okA && sameTurn(al, al.ToB, ta) || okB && sameTurn(al, al.ToA, tb):
		o.Type = compare.Negation // "stopped" / "not stopped" too
	}
	o.A, o.B = deciding(al.A, l.A), deciding(al.B, l.B)
	o.Explicit = (okA || kept(al.A, l.A)) && (okB || kept(al.B, l.B))
	o.Grade = min(maxGrade, predicate(al.A, l.A, ta, okA, al.ToB)+predicate(al.B, l.B, tb, okB, al.ToA)+loose(al, l, o.Explicit))
	o.Nucleus = l.Weight * min(a.Weight, b.Weight)
	o.Why = func() string { return whyTurned(al, l) }
	return o, true
}

// sameTurn reports whether the word that turns stands on the other side too,
// where it then can only be turned off itself.
func sameTurn(al *align.Alignment, to []int, t align.Turn) bool {
	return t.At >= 0 && to[t.At] >= 0 && al.Links[to[t.At]].Kind <= align.Lemma
}

// mirrored reports whether the other side turns off what turn t of s does, if
// not the same word of it: "our position has not changed", "it has not changed
// its position".
func mirrored(al *align.Alignment, s, other *align.Statement, t align.Turn) bool {
	to := al.ToB
	if s == al.B {
		to = al.ToA
	}
	for k := max(t.From, 0); k < min(t.To, len(s.Words)); k++ {
		if to[k] < 0 || !s.Words[k].Off {
			continue
		}
		l := al.Links[to[k]]
		j := l.B
		if s == al.B {
			j = l.A
		}
		if l.Kind <= align.Lemma && other.Words[j].Off && s.Words[k].Weight > 0 {
			return true
		}
	}
	return false
}

// agreed reports whether one side denies the opposite of what the other says,
// in the clauses of a link: "denied that the road was closed", "the road was
// open". They agree.
func agreed(al *align.Alignment, l align.Link) bool {
	for _, o := range al.Opposed {
		a, b := &al.A.Words[o.A], &al.B.Words[o.B]
		if o.Rel&lexicon.Opposed != 0 && a.Off != b.Off && a.Clause == al.A.Words[l.A].Clause && b.Clause == al.B.Words[l.B].Clause && !both(al, o) {
			return true
		}
	}
	return false
}

const (
	// maxGrade is the grade of the least clear cases.
	maxGrade = 2
	// lightWord is the weight below which a word ("day", "made") is turned
	// for many reasons.
	lightWord = 1.5
)

// loose adds to the grade where the link is not of one word or thing, or of
// words that say little.
func loose(al *align.Alignment, l align.Link, explicit bool) int {
	firm := lexicon.Derivation
	if explicit {
		firm |= lexicon.Kin // "talks are frozen", "dialogue goes on"
	}
	n := 0
	if l.Kind >= align.Relation && l.Rel&firm == 0 {
		n++
	}
	if min(al.A.Words[l.A].Weight, al.B.Words[l.B].Weight) < lightWord {
		n++
	}
	return n
}

// deciding are the words that decide on one side: the word with all that turns
// it, or with the keeper that says it goes on.
func deciding(s *align.Statement, i int) []int {
	out := append(signs(s, i), i)
	slices.Sort(out)
	return out
}

// signs are the words that say of word i that it is off, or on.
func signs(s *align.Statement, i int) []int {
	if t := s.TurnedBy(i); len(t) > 0 {
		return t
	}
	if k := keeper(s, i); k >= 0 {
		return []int{k}
	}
	return nil
}

// keeper returns the word that says that word i, its subject or the noun
// behind it, goes on; -1 where none does.
func keeper(s *align.Statement, i int) int {
	for k := i + 1; k < len(s.Words) && s.Words[k].Clause == s.Words[i].Clause; k++ {
		if s.Words[k].Class&lexicon.Keeper != 0 && s.Words[k].Weight > 0 && !complemented(s, k) {
			return k
		}
	}
	if i > 0 && s.Words[i-1].Class&lexicon.Keeper != 0 && s.Words[i-1].Weight > 0 {
		return i - 1 // "ongoing talks"
	}
	return -1
}

// complemented reports whether a keeper says that something goes on being
// such-and-such, rather than that it goes on: "remains illegal", "keep it".
func complemented(s *align.Statement, k int) bool {
	for k+1 < len(s.Words) && (s.Words[k+1].Punct || strings.HasSuffix(s.Words[k+1].Norm, "ly")) && s.Words[k+1].Clause == s.Words[k].Clause {
		k++ // remains "widely available"
	}
	if k+1 >= len(s.Words) {
		return false
	}
	next := &s.Words[k+1]
	if next.Norm == "to" || next.Norm == "it" || next.Norm == "them" {
		return true
	}
	return next.Weight > 0 && next.Class&(lexicon.Keeper|lexicon.Now) == 0 && next.Clause == s.Words[k].Clause
}

// kept reports whether a word says that word i goes on.
func kept(s *align.Statement, i int) bool { return keeper(s, i) >= 0 }

// predicate grades a turned word: 0 where it is the first thing that its turn
// governs or the turn's subject, or where what stands between has its
// counterpart, 1 where something else is turned and has none.
func predicate(s *align.Statement, i int, t align.Turn, ok bool, to []int) int {
	if !ok || t.Backward || t.At < 0 {
		return 0
	}
	first, n := true, 0
	for k := t.From; k < i; k++ {
		first = first && s.Words[k].Weight == 0
		if s.Words[k].Weight > 0 && to[k] < 0 && s.Words[k].Class&lexicon.Utterance == 0 {
			n = 1
		}
	}
	if !first && i+1 < len(s.Words) && s.Words[i+1].Weight > 0 {
		n++ // "former" in "deny that the former head knew"
	}
	return n
}

// denies reports the claim of a speaker who denies its content.
func denies(s *align.Statement) bool { return s.Claim != nil && s.Claim.Stance == claims.Denied }

// who is the name of a statement's speaker, else the words given.
func who(s *align.Statement, unknown string) string {
	if s.Claim != nil && s.Claim.Speaker != nil && s.Claim.Speaker.Name != "" {
		return s.Claim.Speaker.Name
	}
	return unknown
}

// whyTurned says in a sentence what is off on one side and on on the other.
func whyTurned(al *align.Alignment, l align.Link) string {
	off, i, on, j := al.A, l.A, al.B, l.B
	if !off.Words[i].Off {
		off, i, on, j = on, j, off, i
	}
	no, yes := signs(off, i), signs(on, j)
	switch {
	case denies(on) && !denies(off): // what the speaker denies is itself a denial
		return fmt.Sprintf("Denied by %s, asserted by %s: %s.", who(on, "one side"), who(off, "the other"), quoted(off, deciding(off, i)...))
	case len(no) == 0 || denies(off):
		return fmt.Sprintf("Denied by %s, asserted by %s: %s.", who(off, "one side"), who(on, "the other"), quoted(on, deciding(on, j)...))
	case len(yes) == 0:
		return fmt.Sprintf("One side says %s, the other says %s.", quoted(off, deciding(off, i)...), quoted(on, j))
	}
	return fmt.Sprintf("%s denies %s; %s affirms %s.", quoted(off, no...), quoted(off, i), quoted(on, yes...), quoted(on, j))
}
