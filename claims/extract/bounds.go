package extract

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/attribution"
)

// bounded sets right where the model begins or ends source and content a few words
// off; the units end at to.
func (s *sentence) bounded(list []attribution.Attribution, to int) []attribution.Attribution {
	var out []attribution.Attribution
	list = s.coordinated(list)
	within := 0 // what begins before it is found again inside the content that ends there
	for i, a := range list {
		if a.Cue[0].From < within {
			continue
		}
		if len(a.Content) == 0 {
			out = append(out, a)
			continue
		}
		if s.contradicted(a) {
			continue
		}
		a = s.besideAccount(s.besideDeed(s.withoutRetelling(s.firsthand(a))))
		if i > 0 && len(a.Source) == 0 {
			a.Source = s.nearerSubject(list[i-1], a)
		}
		if len(a.Content) == 1 && s.turnsAway(a.Content[0].From) {
			a, ok := s.turned(a)
			if ok {
				a, rest := s.divided(a)
				out = append(append(out, a), rest...)
			}
			continue
		}
		if len(a.Content) == 1 && a.Content[0].From >= s.cueEnd(a) {
			was := a.Content[0].To
			a, more := s.ended(s.completed(s.behindHearer(a), list[i+1:], to))
			if end := a.Content[0].To; end > was {
				within = end
			}
			a, rest := s.divided(a)
			out = append(append(append(out, a), rest...), more...)
			continue
		}
		out = append(out, a)
	}
	return out
}

func (s *sentence) cueEnd(a attribution.Attribution) int { return a.Cue[len(a.Cue)-1].To }

// withoutRetelling leaves out of “...,” Lee said he told the board: what was told is
// the quotation, and no more of it follows.
func (s *sentence) withoutRetelling(a attribution.Attribution) attribution.Attribution {
	k := s.cueEnd(a)
	if last := len(a.Content) - 1; last == 1 && a.Content[last].From == k && s.units[a.Content[0].From].quoted() &&
		s.is(k, clauseWord) && !s.is(k, determiner) && s.verb(k+1) != nil && !s.quotes(a.Content[last:]) {
		a.Content = a.Content[:last]
	}
	return a
}

// firsthand gives “...,” he said, according to the Herald, to him: the paper tells of it.
func (s *sentence) firsthand(a attribution.Attribution) attribution.Attribution {
	c, from := a.Cue[0].From, a.Content[len(a.Content)-1].To
	v := s.verb(c - 2)
	if s.norm(c) != "according" || s.norm(c-1) != "," || v == nil || v.Participle || v.Stance != claims.Asserted {
		return a
	}
	if s.norm(from) == "," {
		from++
	}
	if np := (nounPhrase{from, c - 2}); np.from < np.to && np.to-np.from <= maxName && !s.hasVerb(np.from, np.to) && s.isSource(np) {
		a.Source, a.Cue = []attribution.Range{{From: np.from, To: np.to}}, []attribution.Range{{From: np.to, To: np.to + 1}}
	}
	return a
}

// besideAccount leaves out of a source those who gave an account: "According to an
// account first given by the Herald, Lee retorted" is of what Lee said.
func (s *sentence) besideAccount(a attribution.Attribution) attribution.Attribution {
	n, c := len(a.Source)-1, len(a.Cue)-1
	if n < 1 || c < 1 || s.norm(a.Cue[0].From) != "according" || a.Source[n].To != a.Cue[c].From || s.verb(a.Cue[c].From) == nil {
		return a
	}
	a.Source, a.Cue = a.Source[n:], a.Cue[c:]
	return a
}

// contradicted reports whose words the sentence goes against without telling them: in "contrary
// to what Lee says, the dam is safe" Lee says nothing that is told.
func (s *sentence) contradicted(a attribution.Attribution) bool {
	k := s.against(0)
	if s.is(0, starter) {
		k = s.against(1)
	}
	if k == 0 || s.norm(k) != "what" || len(a.Source) == 0 || a.Source[0].From <= k {
		return false
	}
	for k++; k < len(s.units) && s.norm(k) != ","; k++ {
	}
	return k < len(s.units) && s.cueEnd(a) <= k && a.Source[0].To <= k && a.Content[len(a.Content)-1].To > k
}

// besideDeed leaves out of a source who did something when another said so: in "Hale left
// after Lee alleged that" it is Lee who alleges.
func (s *sentence) besideDeed(a attribution.Attribution) attribution.Attribution {
	c := a.Cue[0]
	last := c.To - 1
	if v := s.verb(last); len(a.Cue) > 1 || v == nil || !v.Past || len(a.Source) == 0 || a.Source[0].From > c.From || a.Content[0].From < c.To || s.verb(c.From) != nil {
		return a // "Hale said when the board complained that he was wrong"
	}
	for k := last - 2; k > c.From; k-- {
		switch s.norm(k) {
		case "after", "when", "because", "since", "as":
			if np := (nounPhrase{k + 1, last}); (s.units[k+1].Capital || s.is(k+1, determiner)) && !s.hasVerb(np.from, np.to) && s.hasVerb(c.From, k) && s.isSource(np) {
				a.Source, a.Cue = []attribution.Range{{From: np.from, To: np.to}}, []attribution.Range{{From: last, To: c.To}}
			}
			return a
		}
	}
	return a
}

// turnsAway reports "that, but" at unit i, behind which another clause begins: "denied
// that, but Hale left". Not so "denied that, but for Hale, the dam was safe".
func (s *sentence) turnsAway(i int) bool {
	return s.norm(i) == "that" && s.norm(i+1) == "," && s.norm(i+2) == "but" && s.norm(i+3) != "for"
}

// turned is what the source of a says behind "that, but", if anything; what others say
// there is left for later.
func (s *sentence) turned(a attribution.Attribution) (attribution.Attribution, bool) {
	c := a.Content[0]
	at := c.From + 3
	if v := s.verb(at); v != nil && !s.units[at].Capital && at+2 < c.To && s.isPredicate(at) {
		a.Cue, a.Content = []attribution.Range{{From: at, To: at + 1}}, []attribution.Range{{From: at + 1, To: c.To}}
		return a, true
	}
	if at < c.To {
		s.left = append(s.left, attribution.Range{From: at, To: c.To})
	}
	return a, false
}

// nearerSubject is whose cue a is that "but" joins to the content before it: in "the
// Herald reported Lee admitted to one gift but denied" it is Lee's, and none where the
// content is no saying of another, or in another tense.
func (s *sentence) nearerSubject(before, a attribution.Attribution) []attribution.Range {
	v := s.verb(a.Cue[0].From)
	if len(before.Content) == 0 || v == nil || s.norm(a.Cue[0].From-1) != "but" {
		return nil
	}
	c := before.Content[len(before.Content)-1]
	if s.turnsAway(c.From) && a.Cue[0].From == c.From+3 {
		return before.Source
	}
	if c.To != a.Cue[0].From-1 || c.From < s.cueEnd(before) {
		return nil
	}
	from := s.behindThat(c.From, c.To)
	for k := from + 1; k < c.To; k++ {
		inner := s.verb(k)
		if inner != nil && inner.Past == v.Past && !s.units[k].Capital && s.isSource(nounPhrase{from, k}) {
			return []attribution.Range{{From: from, To: k}}
		}
		if s.hasVerb(k, k+1) {
			return nil
		}
	}
	return nil
}

// maxHearer is the longest hearer, in words, between "to" and "that".
const maxHearer = 8

// behindHearer begins content behind whom it was said to, or how: "testified to the
// committee that", "said offhand in an interview that".
func (s *sentence) behindHearer(a attribution.Attribution) attribution.Attribution {
	c := a.Content[0]
	from := c.From
	if s.norm(from) == "to" {
		from++
	}
	if s.inPassing(from) && from >= s.cueEnd(a) {
		from++
	} else if v := s.verb(from - 2); s.norm(from-1) != "to" || v == nil || v.Stance != claims.Asserted || from < s.cueEnd(a) || !s.hears(from) {
		return a
	}
	for k := from + 1; k+2 < c.To && k-from <= maxHearer; k++ {
		if s.norm(k) == "that" && s.hasSubject(k+1, c.To) {
			a.Content = []attribution.Range{{From: k, To: c.To}}
			return a
		}
		if s.units[k].Punct || s.hasVerb(k, k+1) || s.is(k, boundary) {
			return a
		}
	}
	return a
}

// inPassing reports how, and behind it where, something was said at unit i: "said offhand in
// an interview that".
func (s *sentence) inPassing(i int) bool {
	v := s.verb(i - 1)
	return v != nil && v.Stance == claims.Asserted && !s.units[i].Capital && !s.units[i].Punct && !s.is(i, clauseWord|preposition|boundary) &&
		s.is(i+1, preposition) && !s.hasVerb(i, i+1) && !strings.HasSuffix(s.norm(i), "s")
}

// hears reports a unit behind "to" that begins a hearer, and no infinitive: "to the
// board", "to reporters", but not "to reduce".
func (s *sentence) hears(i int) bool {
	n := s.norm(i)
	several := strings.HasSuffix(n, "s") && !strings.HasSuffix(n, "ss") && len(n) > 4
	return s.units[i].Capital || several || s.is(i, determiner|hearer|plural) || s.is(i+1, plural)
}

// hasSubject reports units that begin with the subject of a clause: of "to the board
// that the dam leaks", not of "to the board that met".
func (s *sentence) hasSubject(from, to int) bool {
	if s.is(from, auxiliary) || s.isPastForm(from) {
		return false
	}
	return s.is(from, clauseWord|determiner) || s.units[from].Capital || s.isClause(from, to) && s.startsClause(from)
}

// completed ends content behind its verb, where the model ends "that despite the rain,
// the dam holds" at the comma, or "that “dirt” on Lee came up" before its verb.
func (s *sentence) completed(a attribution.Attribution, later []attribution.Attribution, to int) attribution.Attribution {
	c := a.Content[0]
	for to > c.To && s.units[to-1].Punct && !s.units[to-1].quoted() {
		to--
	}
	if s.standsApart(c, to) {
		a.Content = []attribution.Range{{From: c.From, To: s.beforeParticiple(c.To, to, later)}}
		return a
	}
	if s.norm(c.From) != "that" || to-c.To < 2 || s.is(c.From+1, auxiliary) {
		return a
	}
	switch {
	case s.norm(c.To) == "," && s.concedes(c.From+1) && s.startsClause(c.To+1):
	case !s.units[c.To].Punct && len(later) == 0 && s.predicates(c.To, to) && !s.hasVerb(c.From+1, c.To) && s.listedVerb(c.From+1, c.To) < 0:
	default:
		return a
	}
	a.Content = []attribution.Range{{From: c.From, To: to}}
	return a
}

// standsApart reports content that ends before what parts its subject from its verb: "that the
// mill, a long shed, burned" or "visits to Hale, Elm and Tarn stopped" at the first comma.
func (s *sentence) standsApart(c attribution.Range, to int) bool {
	that := c.To - 1
	for that > c.From && s.norm(that) != "that" {
		that--
	}
	if s.norm(that) != "that" || s.norm(c.To) != "," || c.To-that < 2 || s.is(that+1, auxiliary) || s.hasVerb(that+1, c.To) || s.listedVerb(that+1, c.To) >= 0 {
		return false
	}
	if k := s.behindList(c.To); k+1 < to && s.isPredicate(k) {
		return true
	}
	for k := c.To + 2; k+1 < to && k-c.To <= maxRelative && !s.units[k].quoted(); k++ {
		if s.norm(k) == "," {
			return s.isPredicate(k+1) || strings.HasSuffix(s.norm(k+1), "s") && !s.is(k+1, clauseWord|preposition) && s.is(k+2, clauseWord|determiner)
		}
	}
	return false
}

// beforeParticiple is the comma behind unit from before what the main clause goes on with,
// ", arguing that", or to.
func (s *sentence) beforeParticiple(from, to int, later []attribution.Attribution) int {
	for _, b := range later {
		if k := b.Cue[0].From - 1; k > from && k < to && s.norm(k) == "," && s.verb(k+1) != nil && s.verb(k+1).Participle {
			return k
		}
	}
	return to
}

// behindList is where a list of names ends that goes on at the comma at unit i: ", Elm and
// Tarn". It is i where none does.
func (s *sentence) behindList(i int) int {
	for k := i; s.norm(k) == "," || s.norm(k) == "and"; {
		last := s.norm(k) == "and" || s.norm(k+1) == "and"
		for k++; s.norm(k) == "and"; k++ {
		}
		from := k
		for k < len(s.units) && s.units[k].Capital && k-from < maxName {
			k++
		}
		switch {
		case k == from:
			return i
		case last:
			return k
		}
	}
	return i
}

// concedes reports a word that opens a phrase which states nothing by itself.
func (s *sentence) concedes(i int) bool { return s.norm(i) == "despite" }
