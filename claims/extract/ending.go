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
	c.To = s.behindTimes(c.To)
	a.Content = []attribution.Range{c}
	was := c.To
	within := func(end int) bool { return end > c.From+1 && end < c.To }
	if end := s.clauseEnd(a); within(end) {
		c.To = end
		s.left = append(s.left, attribution.Range{From: end + 1, To: was})
	}
	if end := s.concession(a); within(end) && end < c.To {
		s.left = append(s.left, attribution.Range{From: end + 2, To: c.To})
		c.To = end
	}
	if end := s.predicateOf(a); within(end) {
		c.To = end
	}
	if end := s.judgement(a, c); within(end) {
		c.To = end
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

// behindTimes is where the list of days or months ends at whose first comma, unit i,
// content was ended: "said it would rain on Monday, Thursday and Friday".
func (s *sentence) behindTimes(i int) int {
	for k := i; k > 0 && k+1 < len(s.units) && s.is(k-1, timeWord) && s.is(k+1, timeWord) && s.units[k-1].Capital && s.units[k+1].Capital; k += 2 {
		switch s.norm(k) {
		case ",":
		case "and", "or":
			return k + 2
		default:
			return i
		}
	}
	return i
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

// resumes reports a quotation, or ", and", among the units from..to.
func (s *sentence) resumes(from, to int) bool {
	for k := from; k < to; k++ {
		if s.units[k].quoted() || s.norm(k) == "," && s.norm(k+1) == "and" {
			return true
		}
	}
	return false
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
	for k := c.From + 1; k+1 < c.To; k++ {
		next := &s.units[k+1]
		if s.endsInComma(k) && !next.quoted() && !s.is(k+1, conjunction|boundary) && s.norm(k+1) != "and" && s.isClause(k+1, c.To) {
			return k + 1
		}
		if s.norm(k) != "," || k == c.From+1 || strings.Contains(s.norm(k-1), "-") { // "U.S.-backed, Tarn-led"
			continue
		}
		switch {
		case next.quoted() && next.speech, s.is(k+1, anaphor) && s.is(k+1, clauseWord) && !s.is(k+1, determiner) && s.hasVerb(k+2, k+3):
			return k
		case s.norm(k+1) == "that", s.is(k+1, conjunction) || asking(s.norm(k+1)), s.is(k-1, timeWord) && s.is(k+1, timeWord) && next.Capital, s.closesInner(c.From, k):
		case (next.Capital || s.is(k+1, clauseWord) || s.opensClause(k+1, c.To)) && s.holdsClause(c.From, k) && (s.isClause(k+1, c.To) || s.isParted(k+1, len(s.units))):
			return k
		}
	}
	return c.To
}

// endsInComma reports a quotation at unit i that is a clause of its own with a comma at its
// end: “it rained,”, but not “if it rains,”.
func (s *sentence) endsInComma(i int) bool {
	u := &s.units[i]
	if !u.quoted() || !u.speech {
		return false
	}
	said := strings.Trim(u.In(s.text), "\"“”‘’'")
	first, _, _ := strings.Cut(said, " ")
	return strings.HasSuffix(said, ",") && classOf(strings.ToLower(first))&(conjunction|boundary|subordinating|preposition) == 0
}

// closesInner reports a comma at unit i that closes a clause which another comma opened:
// "he knew that, when it rained,".
func (s *sentence) closesInner(from, i int) bool {
	for k := i - 1; k > from; k-- {
		if s.norm(k) == "," {
			return s.is(k+1, conjunction)
		}
	}
	return false
}

// isParted reports a clause with a relative one behind its subject: "the mayor, who had
// seen it, closed".
func (s *sentence) isParted(from, to int) bool {
	for k, open := from+1, 0; k+1 < to && k-from < maxRelative; k++ {
		n := s.norm(k + 1)
		switch {
		case s.norm(k) != ",":
		case open > 0:
			return s.hasVerb(k+1, k+2)
		case n != "who" && n != "which" && n != "whose", s.hasVerb(from, k):
			return false
		default:
			open = k
		}
	}
	return false
}

// holdsClause reports units with a verb.
func (s *sentence) holdsClause(from, to int) bool {
	return s.hasVerb(from, to) || s.listedVerb(from, to) >= 0
}

// opensBefore reports a conjunction that begins the sentence, or what somebody says, and
// the clause that the source at unit i is in; or what the sentence goes against: "contrary
// to Lee's claim that it rained, it was dry".
func (s *sentence) opensBefore(i int) bool {
	if k := s.against(0); k > 0 && k >= i {
		return true
	}
	for k := i - 1; k >= 0 && i-k <= maxSource && !s.units[k].Punct && !s.units[k].quoted(); k-- {
		switch s.norm(k) {
		case "while", "although", "though", "whereas", "when", "once", "after", "before", "because", "since":
			return k == 0 || s.units[k-1].Punct || s.norm(k-1) == "that"
		}
	}
	return false
}

// against is where the phrase goes on that names what the clause behind it goes against,
// 0 where none begins at unit i: "contrary to", "despite".
func (s *sentence) against(i int) int {
	switch {
	case s.norm(i) == "contrary" && s.norm(i+1) == "to":
		return i + 2
	case s.concedes(i):
		return i + 1
	}
	return 0
}

// relativeEnd is where a relative clause between commas ends, behind which the verb of
// the main clause follows: "the mayor, who doubts that it rains, stayed". Of several such
// commas it is the last, but for a list that ends the sentence.
func (s *sentence) relativeEnd(a attribution.Attribution) int {
	c := a.Content[0]
	open := s.relativeBefore(a.Cue[0].From)
	if open < 1 || s.norm(open-1) != "," {
		return c.To
	}
	first, last, list := c.To, 0, 0
	for k := c.From + 2; k+1 < len(s.units) && k < c.To+maxSource; k++ {
		switch {
		case s.norm(k) != ",":
		case k >= c.To && list >= c.To && s.isPredicate(k+1):
			return c.To // the list is within the relative clause: "broke in, stole it, and left, has"
		case k < c.To-1 && s.isPredicate(k+1) && s.holdsClause(c.From, k):
			first, last = min(first, k), k
		case s.norm(k+1) == "and" && s.isPredicate(k+2):
			list = k
		}
	}
	if last == 0 || list > last { // "stayed, was bored, and slept"
		return first
	}
	return last
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

// maxJudgement is the longest judgement, in words, that is not in quotation marks.
const maxJudgement = 3

// judgement is where content c of an attribution ends before what its source calls it:
// "dismissed the charge of theft as “nonsense”".
func (s *sentence) judgement(a attribution.Attribution, c attribution.Range) int {
	cue, _ := s.cueWord(a.Cue[0].From, s.cueEnd(a))
	if cue == nil || cue.Stance != claims.Denied || s.norm(c.From) == "that" {
		return c.To
	}
	for k := c.To - 2; k > c.From && !s.hasVerb(k+1, c.To); k-- {
		if s.norm(k) == "as" && s.norm(k-1) != "such" && (s.units[k+1].quoted() || c.To-k-1 <= maxJudgement) {
			return k
		}
	}
	return c.To
}

// concession is where content ends before what stands against it: "decided to close the
// bridge, despite the protests", though not "despite having sworn not to", and not where
// more of it follows: "the firm had lied, despite its denials, and that it knew".
func (s *sentence) concession(a attribution.Attribution) int {
	c := a.Content[0]
	for k := c.From + 3; k+1 < c.To; k++ {
		if s.norm(k) == "," && s.concedes(k+1) && !strings.HasSuffix(s.norm(k+2), "ing") && !s.resumes(k+2, c.To) {
			return k
		}
	}
	return c.To
}
