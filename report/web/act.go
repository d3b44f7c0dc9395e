package web

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"crosscheck/report/review"
)

// Done is the answer to a program whose deed was recorded.
type Done struct {
	Event review.Event `json:"event"`
	Next  string       `json:"next"` // address of the page that a person would see next
}

// done answers: a person goes on, a program is told.
func (d *Desk) done(w http.ResponseWriter, r *http.Request, e review.Event, next string) error {
	if wantsJSON(r) {
		return answer(w, http.StatusOK, Done{e, next})
	}
	sep := "?"
	if strings.Contains(next, "?") {
		sep = "&"
	}
	http.Redirect(w, r, next+sep+"done="+url.QueryEscape(e.ID), http.StatusSeeOther)
	return nil
}

// onPair finds the pair that a request is about.
func (d *Desk) onPair(r *http.Request) (*board, *item, input, error) {
	in, err := read(r)
	if err != nil {
		return nil, nil, in, err
	}
	b, err := d.current(r)
	if err != nil {
		return nil, nil, in, err
	}
	it := b.byKey[r.PathValue("key")]
	if it == nil {
		return b, nil, in, fault(http.StatusNotFound, "This pair is not on the desk any more.")
	}
	return b, it, in, nil
}

// decide records a verdict.
func (d *Desk) decide(w http.ResponseWriter, r *http.Request) error {
	b, it, in, err := d.onPair(r)
	if err != nil {
		return err
	}
	e := in.event(r, review.Decide)
	e.Subject, e.Verdict = it.Key, review.Verdict(in.Get("verdict"))
	if days, err := strconv.Atoi(in.Get("days")); err == nil && days > 0 {
		e.Expires = d.ledger.Now().Add(time.Duration(min(days, 3650)) * 24 * time.Hour)
	}
	shown := b.keys.Shown(it.finding)
	e.Pair = &shown
	if err := d.turnOf(it, &e, by(r)); err != nil {
		return err
	}
	got, err := d.record(r, e, in.Get("after"))
	if errors.Is(err, review.ErrStale) {
		return d.stale(w, r, b, it, e, in)
	}
	if err != nil {
		return err
	}
	return d.done(w, r, got, d.after(b, in.filter(), it.Key, by(r)))
}

// turnOf says in which capacity the verdict is given: as one of two readings, as
// the last word on two that differ, or plainly. It is an error where it is not
// this person's turn.
func (d *Desk) turnOf(it *item, e *review.Event, p Person) (err error) {
	now := d.ledger.Now()
	d.ledger.View(func(s *review.State) {
		t := s.Of(it.Ref, now)
		e.Final = t.Phase == review.Split && p.Role >= Adjudicator
		e.Blind = d.blind(it.Key, t) && !e.Final
		err = settled(t, p)
	})
	return err
}

// settled refuses who may not change what two readers or an adjudicator have
// said: a reader who has seen the other's verdict is no second opinion.
func settled(t review.Standing, p Person) error {
	switch {
	case p.Role >= Adjudicator:
		return nil
	case t.Phase == review.Split:
		return fault(http.StatusForbidden, "The two readers differ. An adjudicator decides.")
	case t.Phase == review.Decided && (t.Decision.Final || len(t.Readings) > 1):
		return fault(http.StatusForbidden, "Two readers or an adjudicator have decided. Only an adjudicator changes that.")
	}
	return nil
}

// record writes an event, and says what was wrong with it as the person's fault.
func (d *Desk) record(r *http.Request, e review.Event, after string) (review.Event, error) {
	if e.ID == "" {
		e.ID = review.NewID()
	}
	e.At = d.ledger.Now()
	if err := e.Check(); err != nil {
		line, _, _ := strings.Cut(err.Error(), "\n")
		return e, fault(http.StatusBadRequest, "This could not be recorded: "+line+".")
	}
	return d.ledger.Record(r.Context(), e, after)
}

// note records a note.
func (d *Desk) note(w http.ResponseWriter, r *http.Request) error {
	return d.remark(w, r, review.Note, false)
}

// flag flags a pair for others, or takes the flag away.
func (d *Desk) flag(w http.ResponseWriter, r *http.Request) error {
	return d.remark(w, r, review.Flag, false)
}

// skip leaves a pair for later.
func (d *Desk) skip(w http.ResponseWriter, r *http.Request) error {
	return d.remark(w, r, review.Skip, true)
}

// remark records what contradicts nobody.
func (d *Desk) remark(w http.ResponseWriter, r *http.Request, a review.Action, on bool) error {
	b, it, in, err := d.onPair(r)
	if err != nil {
		return err
	}
	e := in.event(r, a)
	e.Subject = it.Key
	if a == review.Flag {
		now := d.ledger.Now()
		d.ledger.View(func(s *review.State) {
			if s.Of(it.Ref, now).Flag != nil {
				e.Action = review.Unflag
			}
		})
	}
	if a == review.Note && e.Why == "" {
		return fault(http.StatusBadRequest, "The note is empty.")
	}
	got, err := d.record(r, e, review.Whatever)
	if err != nil {
		return err
	}
	next := address(it.Key, in.filter())
	if on {
		next = d.after(b, in.filter(), it.Key, by(r))
	}
	return d.done(w, r, got, next)
}

// undismiss takes a decided pair back into the queue.
func (d *Desk) undismiss(w http.ResponseWriter, r *http.Request) error {
	b, it, in, err := d.onPair(r)
	if err != nil {
		return err
	}
	e := in.event(r, review.Undismiss)
	e.Subject = it.Key
	if err := d.turnOf(it, &review.Event{}, by(r)); err != nil {
		return err
	}
	got, err := d.record(r, e, in.Get("after"))
	if errors.Is(err, review.ErrStale) {
		return d.stale(w, r, b, it, e, in)
	}
	if err != nil {
		return err
	}
	return d.done(w, r, got, address(it.Key, in.filter()))
}
