package review

import (
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
)

// corrections are those in force, in order.
func (s *State) corrections() []Correction {
	var at []int
	for _, list := range s.fixes {
		for i := len(list) - 1; i >= 0; i-- { // the last one on a subject that is in force
			if e := s.shelf.events[list[i]]; !s.undone[e.ID] {
				at = append(at, list[i])
				break
			}
		}
	}
	slices.Sort(at)
	var out []Correction
	for _, i := range at {
		out = append(out, *s.shelf.events[i].Correction)
	}
	return out
}

// amend is the report with a new list of claims, in which speakers and spans
// are corrected, and with new lists of what Apply changes.
func (s *State) amend(r *compare.Report, done *Applied) *compare.Report {
	out := *r
	out.Claims = slices.Clone(r.Claims)
	out.Topics = slices.Clone(r.Topics)
	out.SetAside = slices.Clone(r.SetAside)
	out.Findings = slices.Clone(r.Findings)
	fixes := map[ClaimRef][]Correction{}
	for _, c := range s.corrections() {
		if c.Kind == FixSpeaker || c.Kind == FixSpan {
			fixes[c.Claim] = append(fixes[c.Claim], c)
		}
	}
	if len(fixes) == 0 {
		return &out
	}
	keys := NewKeys(r)
	spoken := map[string]bool{} // IDs of claims with another speaker
	for i := range out.Claims {
		c := &out.Claims[i]
		m := mending{c, keys.articles[c.Article], out.Claims, done, spoken}
		m.fix(fixes, ClaimRef{keys.Claim(c.ID), c.Outlet})
	}
	relate(&out, spoken)
	return &out
}

// mending is one claim that is being corrected.
type mending struct {
	*claims.Claim
	article *claims.Article
	all     []claims.Claim
	done    *Applied
	spoken  map[string]bool
}

// mostFixes is how often the words of one claim may be corrected one after the
// other: nobody needs more, and corrections that lead in a circle end.
const mostFixes = 16

// fix applies what is known of the claim, and where its words are others then,
// what is known of a claim of those words.
func (m mending) fix(fixes map[ClaimRef][]Correction, ref ClaimRef) {
	for range mostFixes {
		placed := false
		for _, c := range fixes[ref] {
			switch {
			case c.Kind == FixSpeaker:
				m.Speaker, m.spoken[m.ID] = c.speaker(m.all), true
				m.done.Speakers++
			case c.Quote.place(m.Claim, m.article):
				placed = true
				m.done.Spans++
			}
		}
		was := ref.Key
		if ref.Key = claimKey(*m.Claim, m.article); !placed || ref.Key == was {
			return
		}
	}
}

// speaker is the corrected speaker: the one of that name whom the run knows, so
// that they stay one person, or else a new one.
func (c Correction) speaker(list []claims.Claim) *claims.Speaker {
	if c.Speaker == nil {
		return nil
	}
	for _, other := range list {
		if other.Speaker != nil && other.Speaker.Name == c.Speaker.Name {
			known := *other.Speaker
			return &known
		}
	}
	made := *c.Speaker
	made.ID = "reviewed-" + strings.Join(folded(made.Name), "-")
	return &made
}

// relate names the relation of findings anew whose sides have other speakers
// now: one source against itself is a shift, two are a dispute.
func relate(r *compare.Report, spoken map[string]bool) {
	who := map[string]string{}
	for _, c := range r.Claims {
		if c.Speaker != nil {
			who[c.ID] = c.Speaker.ID
		}
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		same := who[f.A] != "" && who[f.A] == who[f.B]
		switch {
		case !spoken[f.A] && !spoken[f.B]:
		case f.Relation == compare.Dispute && same:
			f.Relation = compare.Shift
		case f.Relation == compare.Shift && !same:
			f.Relation = compare.Dispute
		}
	}
}

// place gives the claim the quoted words, where its article has them: of several
// places the one whose neighbours fit best, then the one nearest to the words
// that the claim had. It reports whether they were found.
func (q *Quote) place(c *claims.Claim, a *claims.Article) bool {
	if a == nil || q.Exact == "" {
		return false
	}
	best, fit := -1, -1
	for at := 0; ; {
		i := strings.Index(a.Text[at:], q.Exact)
		if i < 0 {
			break
		}
		i += at
		if f := q.fit(a.Text, i, c.Content); f > fit {
			best, fit = i, f
		}
		at = i + len(q.Exact)
	}
	if best < 0 {
		return false
	}
	span := claims.Span{Start: best, End: best + len(q.Exact)}
	c.Content, c.Text = []claims.Span{span}, q.Exact
	c.Values = slices.DeleteFunc(slices.Clone(c.Values), func(v claims.Value) bool { return !span.Contains(v.Span) })
	c.Times = slices.DeleteFunc(slices.Clone(c.Times), func(t claims.Time) bool { return !span.Contains(t.Span) })
	return true
}

// fit is how well a place fits: 4 for each neighbour, 2 where it overlaps what
// the claim had.
func (q *Quote) fit(text string, at int, had []claims.Span) int {
	n := 0
	if q.Prefix != "" && strings.HasSuffix(text[:at], q.Prefix) {
		n += 4
	}
	if q.Suffix != "" && strings.HasPrefix(text[at+len(q.Exact):], q.Suffix) {
		n += 4
	}
	span := claims.Span{Start: at, End: at + len(q.Exact)}
	if slices.ContainsFunc(had, span.Overlaps) {
		n += 2
	}
	return n
}
