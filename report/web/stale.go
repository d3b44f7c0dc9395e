package web

import (
	"net/http"

	"crosscheck/report/review"
)

// StalePage says that somebody else was faster, and asks what to do.
type StalePage struct {
	Status int            `json:"status"`
	Error  string         `json:"error"`
	Key    string         `json:"key"`
	Title  string         `json:"title"`
	Theirs []review.Event `json:"theirs"` // what happened since
	Mine   review.Event   `json:"mine"`   // what was not recorded
	After  string         `json:"after"`  // to be sent to record it all the same
	Query  string         `json:"query"`
	Days   string         `json:"-"`
	Next   string         `json:"next"`
	Again  string         `json:"again"` // address of the pair
}

func (d *Desk) stale(w http.ResponseWriter, r *http.Request, b *board, it *item, mine review.Event, in input) error {
	page := StalePage{
		Status: http.StatusConflict, Error: "Somebody has acted on this pair since the page was shown. Nothing was recorded.",
		Key: it.Key, Title: it.view.Title, Mine: mine, Query: in.filter().Query(), Days: in.Get("days"), Theirs: []review.Event{},
		Next: d.after(b, in.filter(), it.Key, by(r)), Again: address(it.Key, in.filter()),
	}
	d.ledger.View(func(s *review.State) {
		page.After = s.LastOf(mine.Stream())
		seen, known := s.Event(in.Get("after"))
		for _, e := range visible(s.History(it.Key), by(r), !mine.Blind) {
			if !known || e.Seq > seen.Seq {
				page.Theirs = append(page.Theirs, e)
			}
		}
	})
	w.Header().Set("HX-Push-Url", address(it.Key, in.filter()))
	return d.show(w, r, http.StatusConflict, "stale", "Somebody was faster", page)
}
