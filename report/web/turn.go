package web

import (
	"context"
	"net/http"
	"strings"

	"crosscheck/report/review"
)

func (d *Desk) undo(w http.ResponseWriter, r *http.Request) error {
	return d.turn(w, r, d.ledger.Undo)
}

func (d *Desk) redo(w http.ResponseWriter, r *http.Request) error {
	return d.turn(w, r, d.ledger.Redo)
}

// turn takes back, or puts back, and leads to where that was done.
func (d *Desk) turn(w http.ResponseWriter, r *http.Request, turn func(context.Context, string, string) (review.Event, error)) error {
	in, err := read(r)
	if err != nil {
		return err
	}
	if err := d.ledger.Refresh(r.Context()); err != nil {
		return err
	}
	id := strings.TrimSpace(in.Get("id"))
	if id == "" {
		id = review.NewID()
	}
	of, err := turn(r.Context(), by(r).Name, id)
	if err != nil {
		return err
	}
	b, err := d.current(r)
	if err != nil {
		return err
	}
	next := "/history"
	if b.byKey[of.Subject] != nil {
		next = address(of.Subject, in.filter())
	}
	var e review.Event
	d.ledger.View(func(s *review.State) { e, _ = s.Event(id) })
	return d.done(w, r, e, next)
}
