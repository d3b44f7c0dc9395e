package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"crosscheck/report/review"
)

// HistoryPage is what was done, the latest first: the audit log.
type HistoryPage struct {
	Who    string  `json:"who"` // "" for everybody
	Events []Entry `json:"events"`
	Page   int     `json:"page"` // from 1
	Pages  int     `json:"pages"`
	Total  int     `json:"total"`
}

// Entry is one event of the log.
type Entry struct {
	review.Event
	Undone bool   `json:"undone"` // it was taken back
	Title  string `json:"title"`  // of the pair, "" where it is not on the desk
	On     bool   `json:"on_desk"`
}

// Shift is the address of another page.
func (h HistoryPage) Shift(by int) string {
	return "/history?who=" + url.QueryEscape(h.Who) + "&page=" + strconv.Itoa(h.Page+by)
}

func (d *Desk) history(w http.ResponseWriter, r *http.Request) error {
	b, err := d.current(r)
	if err != nil {
		return err
	}
	page := HistoryPage{Who: strings.TrimSpace(r.URL.Query().Get("who")), Events: []Entry{}}
	p := by(r)
	d.ledger.View(func(s *review.State) {
		var list []Entry
		for _, e := range s.Events() {
			if page.Who != "" && e.Who != page.Who || e.Blind && e.Who != p.Name && !d.mayRead(s, e, p) {
				continue
			}
			list = append(list, b.entry(s, e))
		}
		page.Total, page.Pages = len(list), max(1, (len(list)+perPage-1)/perPage)
		page.Page, _ = strconv.Atoi(r.URL.Query().Get("page"))
		page.Page = min(max(page.Page, 1), page.Pages)
		for i := len(list) - 1 - (page.Page-1)*perPage; i >= 0 && len(page.Events) < perPage; i-- {
			page.Events = append(page.Events, list[i])
		}
	})
	return d.show(w, r, http.StatusOK, "history", "History", page)
}

// mayRead reports whether a person may see another's blind reading: once both
// are in, or to settle a difference.
func (d *Desk) mayRead(s *review.State, e review.Event, p Person) bool {
	t := s.Standing(e.Subject, d.ledger.Now())
	return t.Phase == review.Decided || t.ReadBy(p.Name) || t.Phase == review.Split && p.Role >= Adjudicator
}

func (b *board) entry(s *review.State, e review.Event) Entry {
	out := Entry{Event: e, Undone: !s.InForce(e.ID)}
	if it := b.byKey[e.Subject]; it != nil {
		out.Title, out.On = it.view.Title, true
	} else if e.Pair != nil {
		out.Title = e.Pair.A.Text + " / " + e.Pair.B.Text
	}
	return out
}

// AgreementPage is how far readers agree.
type AgreementPage struct {
	Types   []review.Agreement `json:"types"`
	Readers []review.Readers   `json:"readers"`
	Double  float64            `json:"double"` // share of pairs that two people read blind
}

func (d *Desk) agreement(w http.ResponseWriter, r *http.Request) error {
	if _, err := d.current(r); err != nil {
		return err
	}
	page := AgreementPage{Double: d.opt.Double}
	d.ledger.View(func(s *review.State) { page.Types, page.Readers = review.Agreements(s.Ratings()) })
	if page.Readers == nil {
		page.Readers = []review.Readers{}
	}
	return d.show(w, r, http.StatusOK, "agreement", "Agreement", page)
}

// KeysPage lists the keys.
type KeysPage struct {
	Verdicts []Key `json:"verdicts"`
	Others   []Key `json:"others"`
}

// Key is a key and what it does.
type Key struct {
	Key  string `json:"key"`
	Name string `json:"name"`
	Doc  string `json:"doc"`
}

// otherKeys are the keys that give no verdict, in the order of the help.
var otherKeys = []Key{
	{"space", "leave for later", "The pair comes again when all others are done."},
	{"f", "flag", "Marks the pair for others, or takes the mark away."},
	{"w", "write", "Goes to the field for the reason; Esc leaves it. A verdict takes along what it says."},
	{"Ctrl + Enter", "save a note", "In that field: keeps what it says as a note, without a verdict."},
	{"u", "undo", "Takes back what you did last, on whatever pair. Backspace does the same."},
	{"r", "redo", "Puts back what you took back."},
	{"j", "next", "Goes to the next pair without deciding. The arrow to the right does the same."},
	{"k", "previous", "Goes to the pair before. The arrow to the left does the same."},
	{"o", "first article", "Opens the article of the first side; p that of the second. Esc comes back."},
	{"h", "history", "Opens or closes what was done on this pair."},
	{"q", "queue", "Goes to the queue."},
	{"/", "search", "In the queue: goes to the search."},
	{"?", "help", "Opens and closes this list."},
}

func keysPage() KeysPage {
	page := KeysPage{Others: otherKeys}
	for i, v := range review.Verdicts() {
		page.Verdicts = append(page.Verdicts, Key{v.Key + " or " + strconv.Itoa(i+1), v.Name, v.Doc})
	}
	return page
}

func (d *Desk) keys(w http.ResponseWriter, r *http.Request) error {
	return d.show(w, r, http.StatusOK, "keys", "Keys", keysPage())
}

// openAPI is the document of all that can be asked.
func (d *Desk) openAPI(w http.ResponseWriter, _ *http.Request) error {
	data, err := files.ReadFile("openapi.json")
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	_, err = w.Write(data)
	return err
}
