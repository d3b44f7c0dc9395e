package extract

import (
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
)

// Here content ends where its clause does, which the model at times runs past.

// coordinated gives back to an attribution the rest of its content, where another verb in
// it was read for a cue: "argued that it rained, the wind blew or that the dam broke".
func (s *sentence) coordinated(list []attribution.Attribution) []attribution.Attribution {
	for i := 0; i+1 < len(list); i++ {
		a, b := &list[i], list[i+1]
		if len(a.Content) != 1 || len(b.Content) != 1 || len(b.Source) == 0 || a.Content[0].From < s.cueEnd(*a) {
			continue
		}
		c, more := a.Content[0], b.Content[0]
		or := s.norm(more.From - 1)
		if s.norm(c.From) == "that" && s.norm(c.To) == "," && b.Source[0].From == c.To+1 && s.norm(more.From) == "that" && (or == "or" || or == "and") {
			a.Content[0].To = more.To
			list = slices.Delete(list, i+1, i+2)
		}
	}
	return list
}

// ended ends content behind the cue where another clause begins, and returns what else the
// source says in that clause; what somebody else may say there is left for later.
func (s *sentence) ended(a attribution.Attribution) (attribution.Attribution, []attribution.Attribution) {
	c := a.Content[0]
	was := c.To
	within := func(end int) bool { return end > c.From+1 && end < c.To }
	if end := s.clauseEnd(a); within(end) {
		c.To = end
		s.left = append(s.left, attribution.Range{From: end + 1, To: was})
	}
	for _, end := range []int{s.concession(a), s.predicateOf(a)} {
		if within(end) {
			c.To = end
		}
	}
	var more []attribution.Attribution
	if end := s.relativeEnd(a); within(end) {
		c.To = end
		more = s.mainSaying(end+1, was)
	}
	if c.To < was {
		a.Content = []attribution.Range{c}
	}
	return a, more
}

// mainSaying is what the verb at unit i says of the subject that a relative clause parts
// it from: "the mayor, who doubts that it rains, said that it does".
func (s *sentence) mainSaying(i, to int) []attribution.Attribution {
	v := s.verb(i)
	if v == nil || v.Stance != claims.Asserted || to-i < minNested-1 || s.norm(i+1) == "to" || s.norm(i+1) != "that" && !s.isClause(i+1, to) && !s.bids(i, to) {
		return nil
	}
	np, ok := s.subjectBefore(i)
	if !ok {
		return nil
	}
	return []attribution.Attribution{{
		Source: []attribution.Range{{From: np.from, To: np.to}}, Cue: []attribution.Range{{From: i, To: i + 1}}, Content: []attribution.Range{{From: i + 1, To: to}},
	}}
}

// bids reports a verb at unit i that tells somebody to do something: "told his advisers to".
func (s *sentence) bids(i, to int) bool {
	for k := i + 2; k < to && k-i <= maxHearer && !s.units[k].Punct && s.verb(i).Lemma == "tell"; k++ {
		if s.norm(k) == "to" {
			return true
		}
	}
	return false
}

// clauseEnd is where a subordinate clause ends that an attribution stands in: of "while
// the clerk asked that nobody speak, the mayor spoke" nobody asked for the latter.
func (s *sentence) clauseEnd(a attribution.Attribution) int {
	c := a.Content[0]
	if len(a.Source) == 0 || !s.opensBefore(a.Source[0].From) {
		return c.To
	}
	for k := c.From + 2; k+1 < c.To; k++ {
		if s.norm(k) != "," || strings.Contains(s.norm(k-1), "-") { // "U.S.-backed, Tarn-led"
			continue
		}
		next := &s.units[k+1]
		if next.quoted() && next.speech || (next.Capital || s.is(k+1, clauseWord)) && s.holdsClause(c.From, k) && s.isClause(k+1, c.To) {
			return k
		}
	}
	return c.To
}

// holdsClause reports units with a verb.
func (s *sentence) holdsClause(from, to int) bool {
	return s.hasVerb(from, to) || s.listedVerb(from, to) >= 0
}

// opensBefore reports a conjunction that begins the sentence, or what somebody says, and
// the clause that the source at unit i is in.
func (s *sentence) opensBefore(i int) bool {
	for k := i - 1; k >= 0 && i-k <= maxSource && !s.units[k].Punct && !s.units[k].quoted(); k-- {
		switch s.norm(k) {
		case "while", "although", "though", "whereas":
			return k == 0 || s.units[k-1].Punct || s.norm(k-1) == "that"
		}
	}
	return false
}

// relativeEnd is where a relative clause between commas ends, behind which the verb of
// the main clause follows: "the mayor, who doubts that it rains, stayed".
func (s *sentence) relativeEnd(a attribution.Attribution) int {
	c := a.Content[0]
	open := s.relativeBefore(a.Cue[0].From)
	if open < 1 || s.norm(open-1) != "," {
		return c.To
	}
	for k := c.From + 2; k+1 < c.To; k++ {
		if s.norm(k) == "," && s.isPredicate(k+1) && s.holdsClause(c.From, k) {
			return k
		}
	}
	return c.To
}

// relativeBefore is where the relative clause begins that unit i is in, -1 where there is
// no mark-free one.
func (s *sentence) relativeBefore(i int) int {
	for k := i - 1; k > 0 && i-k <= maxSource && !s.units[k].Punct && !s.units[k].quoted(); k-- {
		if n := s.norm(k); n == "who" || n == "which" || n == "whose" {
			return k
		}
	}
	return -1
}

// isPredicate reports a finite verb at unit i that no subject stands before.
func (s *sentence) isPredicate(i int) bool {
	v := s.verb(i)
	return !s.units[i].Capital && (s.is(i, finite) || v != nil && !v.Participle && (v.Past || strings.HasSuffix(s.norm(i), "s")) || s.listedVerb(i, i+1) == i)
}

// predicateOf is where the verb of the main clause stands in content that began in a
// relative clause without commas: "those who think that it is wet fail to see".
func (s *sentence) predicateOf(a attribution.Attribution) int {
	c := a.Content[0]
	open := s.relativeBefore(a.Cue[0].From)
	if open < 1 || s.norm(open) != "who" || s.units[open-1].Punct || !strings.HasSuffix(s.norm(open-1), "s") && s.norm(open-1) != "those" && s.norm(open-1) != "people" {
		return c.To
	}
	verb := s.hasVerb(a.Cue[0].From+1, s.cueEnd(a)) // "think this is all about"
	for k := c.From + 1; k < c.To; k++ {
		n := s.norm(k)
		switch {
		case s.units[k].Punct, s.units[k].quoted(), s.is(k, boundary|conjunction), n == "and", n == "what", n == "how":
			verb = false
		case verb && s.saying(k) && !s.is(k-1, auxiliary) && s.norm(k-1) != "to":
			return k
		case verb && (s.is(k, manifold) || n == "fail") && s.is(k, finite|failing) && !s.is(k-1, auxiliary|adverb|clauseWord) && s.norm(k-1) != "to":
			return k
		case s.is(k, finite):
			verb = true
		}
	}
	return c.To
}

// concession is where content ends before what stands against it: "decided to close the
// bridge, despite the protests", though not "despite having sworn not to".
func (s *sentence) concession(a attribution.Attribution) int {
	c := a.Content[0]
	for k := c.From + 3; k+1 < c.To; k++ {
		if s.norm(k) == "," && s.concedes(k+1) && !strings.HasSuffix(s.norm(k+2), "ing") {
			return k
		}
	}
	return c.To
}
