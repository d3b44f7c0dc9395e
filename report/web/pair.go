package web

import (
	"net/http"
	"net/url"
	"strings"

	"crosscheck/report"
	"crosscheck/report/review"
)

// PairPage is a pair with everything that a person needs to decide.
type PairPage struct {
	Row
	Finding  *report.Finding   `json:"finding"`
	More     []*report.Finding `json:"more"` // other findings on the same two claims
	Sides    [2]SideView       `json:"-"`
	Blind    bool              `json:"blind"` // two people read it, neither seeing the other
	Final    bool              `json:"final"` // the readers differ and the person decides
	After    string            `json:"after"` // the last event that the person has seen, to be sent back
	Decision *review.Event     `json:"decision"`
	Expired  *review.Event     `json:"expired"`
	Readings []review.Event    `json:"readings"` // as far as the person may see them
	History  []review.Event    `json:"history"`  // as far as the person may see it
	Place    int               `json:"place"`    // in the queue, from 1; 0 where the filter does not have it
	Of       int               `json:"of"`
	Next     string            `json:"next"` // address of the next pair that waits
	Previous string            `json:"previous"`
	Query    string            `json:"query"`
	TopicID  string            `json:"topic_id"`
	Remarks  []review.Event    `json:"remarks"` // notes, in order
	Undo     string            `json:"undo"`    // what an undo would take back, "" for nothing
	Redo     string            `json:"redo"`
}

// SideView is one side on the page.
type SideView struct {
	report.Side
	Key     string // of the pair
	Letter  string // "1" or "2"
	Open    string // the key that opens the article
	Article string // ID
	Query   string
	Words   string // what the claim says, as it is corrected
	Role    string

	Affiliation string
}

// Whole is the address of the article, opened at the claim.
func (s SideView) Whole() string {
	q, _ := url.ParseQuery(s.Query)
	q.Set("claim", s.Claim)
	q.Set("pair", s.Key)
	return "/article/" + url.PathEscape(s.Article) + "?" + q.Encode() + "#claim"
}

func (d *Desk) pair(w http.ResponseWriter, r *http.Request) error {
	b, err := d.current(r)
	if err != nil {
		return err
	}
	it := b.byKey[r.PathValue("key")]
	if it == nil {
		return fault(http.StatusNotFound, "This pair is not on the desk. Its decision, if there is one, is in the history.")
	}
	page := d.fillPair(b, it, filterOf(r.URL.Query()), by(r))
	return d.show(w, r, http.StatusOK, "pair", page.Title, page)
}

// fillPair fills the page of a pair.
func (d *Desk) fillPair(b *board, it *item, f Filter, p Person) *PairPage {
	page := &PairPage{Finding: it.view, More: it.also, Query: f.Query(), TopicID: it.finding.Topic}
	for i, id := range []string{it.finding.A, it.finding.B} {
		page.Sides[i] = b.sideView(it.view.Sides()[i], id, i)
		page.Sides[i].Key, page.Sides[i].Query = it.Key, page.Query
	}
	now := d.ledger.Now()
	d.ledger.View(func(s *review.State) {
		t := s.Of(it.Ref, now)
		page.Row = placed{it, &t}.row(p.Name)
		page.Address = address(it.Key, f)
		page.Decision, page.Expired, page.Remarks = t.Decision, t.Expired, t.Notes
		page.Blind = d.blind(it.Key, t)
		page.Final = t.Phase == review.Split && p.Role >= Adjudicator
		seen := !page.Blind || t.ReadBy(p.Name) || page.Final
		page.History = visible(s.History(it.Key), p, seen)
		page.Readings = visible(t.Readings, p, seen)
		page.After = s.LastOf(page.stream(p))
		page.Undo, page.Redo = words(s.Undoable(p.Name)), words(s.Redoable(p.Name))
	})
	d.neighbours(b, page, f, p)
	return page
}

// stream is the stream into which the person's verdict goes.
func (page *PairPage) stream(p Person) string {
	return review.Event{Subject: page.Key, Who: p.Name, Blind: page.Blind && !page.Final}.Stream()
}

// visible are the events that a reader may see: all, or all but the readings of
// others while his own is not in.
func visible(events []review.Event, p Person, all bool) []review.Event {
	out := []review.Event{}
	for _, e := range events {
		if all || !e.Blind || e.Who == p.Name {
			out = append(out, e)
		}
	}
	return out
}

func words(e review.Event, ok bool) string {
	if !ok {
		return ""
	}
	return did(e)
}

// blind reports whether two people read the pair blind: the share of pairs whose
// key, which is a hash, is low enough, until it is decided, and those that
// somebody has begun to read so.
func (d *Desk) blind(key string, t review.Standing) bool {
	if t.Phase == review.Decided || t.Expired != nil {
		return false
	}
	return len(t.Readings) > 0 || below(key, d.opt.Double)
}

// below reports whether the key, taken for a number in [0, 1), is below a share.
func below(key string, share float64) bool {
	const digits = 6
	n, scale := 0, 1
	for _, c := range key[:min(digits, len(key))] {
		n, scale = n*16+strings.IndexRune("0123456789abcdef", c), scale*16
	}
	return float64(n) < share*float64(scale)
}

// sideView fills one side.
func (b *board) sideView(s report.Side, claim string, place int) SideView {
	v := SideView{Side: s, Letter: [...]string{"1", "2"}[place], Open: [...]string{"o", "p"}[place]}
	if c := b.claims[claim]; c != nil {
		v.Article, v.Words = c.Article, c.Text
		if c.Speaker != nil {
			v.Role, v.Affiliation = c.Speaker.Role, c.Speaker.Affiliation
		}
	}
	return v
}
