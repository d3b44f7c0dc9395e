package web

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"crosscheck/report"
	"crosscheck/report/review"
)

// perPage is how many pairs a page of the queue has.
const perPage = 50

// placed is a pair with where it stands.
type placed struct {
	*item
	standing *review.Standing
}

// pick are the pairs that the filter wants, in its order; those that the person
// left for later come last.
func (d *Desk) pick(b *board, f Filter, p Person) []placed {
	var out, later []placed
	d.standings(b, func(at []*review.Standing) {
		for i, it := range b.items {
			if t := at[i]; !f.matches(it) || !f.wants(t, p) {
				continue
			} else if f.State == "" && t.SkippedBy(p.Name) {
				later = append(later, placed{it, t})
			} else {
				out = append(out, placed{it, t})
			}
		}
	})
	f.sort(out)
	f.sort(later)
	return append(out, later...)
}

// today is the progress of the day.
func (d *Desk) today(p Person) Today {
	var t Today
	day := d.ledger.Now().Format(time.DateOnly)
	d.ledger.View(func(s *review.State) { t.Mine, t.All = s.Decided(day, p.Name) })
	d.standings(d.board.Load(), func(at []*review.Standing) {
		for i := range at {
			if waits(at[i], p) {
				t.Left++
			}
		}
	})
	return t
}

// current is the board, up to date with the ledger.
func (d *Desk) current(r *http.Request) (*board, error) {
	if err := d.ledger.Refresh(r.Context()); err != nil {
		return nil, err
	}
	var fixed int64
	d.ledger.View(func(s *review.State) { fixed = s.Fixed() })
	if d.board.Load().fixes < fixed {
		d.layOut()
	}
	return d.board.Load(), nil
}

// Row is a pair in the queue.
type Row struct {
	Key      string         `json:"key"`
	Title    string         `json:"title"`
	Why      string         `json:"why"`
	Relation report.Term    `json:"-"`
	Type     report.Term    `json:"-"`
	RelID    string         `json:"relation"`
	TypeID   string         `json:"type"`
	Score    float64        `json:"score"`
	Strength string         `json:"strength"`
	Topic    string         `json:"topic"`
	Date     string         `json:"date"`
	Outlets  []string       `json:"outlets"`
	Phase    review.Phase   `json:"phase"`
	Verdict  review.Verdict `json:"verdict"` // in force, "" for none
	By       string         `json:"by"`      // whose verdict it is
	Flagged  bool           `json:"flagged"`
	Notes    int            `json:"notes"`
	Later    bool           `json:"later"` // the person left it for later
	Address  string         `json:"address"`
}

func (p placed) row(who string) Row {
	v := p.view
	r := Row{
		Key: p.Key, Title: v.Title, Why: v.Why, Relation: v.Relation, Type: v.Type, RelID: p.Relation, TypeID: p.Type,
		Score: v.Score, Strength: v.Strength, Topic: v.Topic, Date: p.date, Outlets: p.outlets, Phase: p.standing.Phase,
		Verdict: p.standing.Verdict(), Flagged: p.standing.Flag != nil, Notes: len(p.standing.Notes), Later: p.standing.SkippedBy(who),
	}
	if d := p.standing.Decision; d != nil {
		r.By = d.Who
	}
	return r
}

// QueuePage is the page of the queue.
type QueuePage struct {
	Filter Filter  `json:"filter"`
	Query  string  `json:"query"` // the filter as a query
	Today  Today   `json:"today"`
	Pairs  int     `json:"pairs"` // all on the board
	Found  int     `json:"found"` // that the filter wants
	Page   int     `json:"page"`  // from 1
	Pages  int     `json:"pages"`
	Rows   []Row   `json:"rows"`
	Facets []Facet `json:"facets"`
}

// Shift is the address of another page.
func (q QueuePage) Shift(by int) string {
	return "/queue?" + strings.TrimPrefix(q.Query+"&page="+strconv.Itoa(q.Page+by), "&")
}

// Begin is the address of the first pair.
func (q QueuePage) Begin() string { return strings.TrimSuffix("/next?"+q.Query, "?") }

func (d *Desk) queue(w http.ResponseWriter, r *http.Request) error {
	b, err := d.current(r)
	if err != nil {
		return err
	}
	f := filterOf(r.URL.Query())
	list := d.pick(b, f, by(r))
	page := QueuePage{Filter: f, Query: f.Query(), Today: d.today(by(r)), Pairs: len(b.items), Found: len(list), Rows: []Row{}}
	page.Pages = max(1, (len(list)+perPage-1)/perPage)
	page.Page, _ = strconv.Atoi(r.URL.Query().Get("page"))
	page.Page = min(max(page.Page, 1), page.Pages)
	for _, p := range list[(page.Page-1)*perPage : min(page.Page*perPage, len(list))] {
		row := p.row(by(r).Name)
		row.Address = address(p.Key, f)
		page.Rows = append(page.Rows, row)
	}
	page.Facets = b.chosen(f)
	return d.show(w, r, http.StatusOK, "queue", "Queue", page)
}

func (d *Desk) home(w http.ResponseWriter, r *http.Request) error {
	http.Redirect(w, r, "/queue", http.StatusSeeOther)
	return nil
}

// next leads to the pair that comes first.
func (d *Desk) next(w http.ResponseWriter, r *http.Request) error {
	b, err := d.current(r)
	if err != nil {
		return err
	}
	f := filterOf(r.URL.Query())
	http.Redirect(w, r, d.after(b, f, "", by(r)), http.StatusSeeOther)
	return nil
}
