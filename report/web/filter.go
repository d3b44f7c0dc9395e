package web

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"crosscheck/report/review"
)

// Filter is which pairs are wanted, and in which order.
type Filter struct {
	State    string `json:"state"` // one of states; "" is those that wait for the person
	Relation string `json:"relation,omitempty"`
	Type     string `json:"type,omitempty"`
	Outlet   string `json:"outlet,omitempty"`
	Speaker  string `json:"speaker,omitempty"`
	Topic    string `json:"topic,omitempty"` // label
	Text     string `json:"q,omitempty"`
	Sort     string `json:"sort,omitempty"` // "", "score" or "newest"
}

// states are the choices of Filter.State, with their names.
var states = [][2]string{
	{"", "waiting for me"}, {"decided", "decided"}, {"confirmed", "confirmed"}, {"rejected", "rejected"}, {"unclear", "unclear"},
	{"split", "readers differ"}, {"half", "read by one of two"}, {"flagged", "flagged"}, {"skipped", "left for later"}, {"mine", "decided by me"}, {"all", "all"},
}

// sorts are the choices of Filter.Sort, with their names.
var sorts = [][2]string{{"", "most valuable first"}, {"score", "surest first"}, {"newest", "newest first"}}

func filterOf(q url.Values) Filter {
	return Filter{
		State: q.Get("state"), Relation: q.Get("relation"), Type: q.Get("type"), Outlet: q.Get("outlet"),
		Speaker: q.Get("speaker"), Topic: q.Get("topic"), Text: strings.TrimSpace(q.Get("q")), Sort: q.Get("sort"),
	}
}

// Query is the filter as the query of an address, "" for none.
func (f Filter) Query() string {
	q := url.Values{}
	for name, v := range map[string]string{"state": f.State, "relation": f.Relation, "type": f.Type, "outlet": f.Outlet,
		"speaker": f.Speaker, "topic": f.Topic, "q": f.Text, "sort": f.Sort} {
		if v != "" {
			q.Set(name, v)
		}
	}
	return q.Encode()
}

// matches reports whether the filter wants the pair, whatever its state.
func (f Filter) matches(it *item) bool {
	return (f.Relation == "" || it.Relation == f.Relation) && (f.Type == "" || it.Type == f.Type) &&
		(f.Outlet == "" || slices.Contains(it.outlets, f.Outlet)) && (f.Speaker == "" || slices.Contains(it.speakers, f.Speaker)) &&
		(f.Topic == "" || it.view.Topic == f.Topic) && (f.Text == "" || strings.Contains(it.searched, strings.ToLower(f.Text)))
}

// wants reports whether the filter wants a pair that stands so.
func (f Filter) wants(t *review.Standing, p Person) bool {
	switch f.State {
	case "":
		return waits(t, p)
	case "decided":
		return t.Phase == review.Decided
	case "confirmed":
		return t.Verdict().Opposes()
	case "rejected":
		return t.Verdict().Rejects()
	case "unclear":
		return t.Verdict() == review.Unclear
	case "split":
		return t.Phase == review.Split
	case "half":
		return t.Phase == review.Half
	case "flagged":
		return t.Flag != nil
	case "skipped":
		return t.SkippedBy(p.Name)
	case "mine":
		return t.Decision != nil && t.Decision.Who == p.Name || t.ReadBy(p.Name)
	}
	return true
}

// waits reports whether the pair waits for the person: nobody has decided, and
// it is not the same person's turn again.
func waits(t *review.Standing, p Person) bool {
	switch t.Phase {
	case review.Decided:
		return false
	case review.Half:
		return !t.ReadBy(p.Name)
	case review.Split:
		return p.Role >= Adjudicator && !t.ReadBy(p.Name)
	}
	return true
}

// compare says which of two pairs comes first in the filter's order.
func (f Filter) compare(a, b *item) int {
	switch f.Sort {
	case "score":
		return cmp.Or(cmp.Compare(b.finding.Score, a.finding.Score), cmp.Compare(a.rank, b.rank))
	case "newest":
		return cmp.Or(cmp.Compare(b.date, a.date), cmp.Compare(a.rank, b.rank))
	}
	return cmp.Compare(a.rank, b.rank)
}

func (f Filter) sort(list []placed) {
	if f.Sort != "" { // else it is in the board's order, which is the filter's
		slices.SortFunc(list, func(a, b placed) int { return f.compare(a.item, b.item) })
	}
}
