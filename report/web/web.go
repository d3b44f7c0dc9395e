// Package web is the desk at which people review findings: pages for a browser,
// and the same as JSON for a program, from one set of handlers.
//
//  1. [New] takes a report and a ledger; board.go lays the findings out, most
//     valuable first, with the corrections of the ledger applied;
//  2. guard.go stands before every request: which hosts, which origins, how
//     much, how long; door.go says who it is;
//  3. a page is filled (queue.go, pair.go, article.go, topic.go, history.go) and
//     then shown (show.go), as HTML or JSON;
//  4. what people do goes through act.go into the ledger, and nobody overwrites
//     what he has not seen.
//
// Everything works without a script. It judges nothing, and keeps nothing but
// what the ledger keeps.
package web

import (
	"context"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"crosscheck/compare"
	"crosscheck/report/review"
)

//go:embed static page openapi.json
var files embed.FS

// Options tune a desk. The zero value is a desk for nobody: see [Options.Door].
type Options struct {
	// Door says who comes in. It must be set: [NewTicket] for a desk of one.
	Door Door
	// Double is the share of pairs that two people read blind, in [0, 1].
	Double float64
	// Zone is the time zone in which the pages tell times; nil is UTC.
	Zone *time.Location
}

// Desk serves the pages.
type Desk struct {
	ledger *review.Ledger
	base   *compare.Report
	opt    Options
	pages  map[string]*template.Template
	board  atomic.Pointer[board]
	build  sync.Mutex // held while the board is laid out anew
	stands standings
	mux    *http.ServeMux
	routes []Route
}

// New makes a desk for the findings of a report. The report must not be changed
// afterwards.
func New(ctx context.Context, r *compare.Report, l *review.Ledger, opt Options) (*Desk, error) {
	if opt.Door == nil {
		return nil, fmt.Errorf("a desk needs a door")
	}
	d := &Desk{ledger: l, base: r, opt: opt, mux: http.NewServeMux()}
	var err error
	if d.pages, err = d.parse(); err != nil {
		return nil, fmt.Errorf("reading the pages: %w", err)
	}
	if err := l.Refresh(ctx); err != nil {
		return nil, err
	}
	d.layOut()
	d.route()
	return d, nil
}

// Route is one thing that can be asked of the desk.
type Route struct {
	Method  string
	Path    string // as http.ServeMux has it: "/pair/{key}"
	Role    Role   // who may ask; Anyone also before the door
	handler func(http.ResponseWriter, *http.Request) error
}

// Routes are all routes, in the order of the API document.
func (d *Desk) Routes() []Route { return d.routes }

// route says what can be asked.
func (d *Desk) route() {
	d.routes = []Route{
		{"GET", "/{$}", Reviewer, d.home},
		{"GET", "/queue", Reviewer, d.queue},
		{"GET", "/next", Reviewer, d.next},
		{"GET", "/pair/{key}", Reviewer, d.pair},
		{"POST", "/pair/{key}/decide", Reviewer, d.decide},
		{"POST", "/pair/{key}/note", Reviewer, d.note},
		{"POST", "/pair/{key}/flag", Reviewer, d.flag},
		{"POST", "/pair/{key}/skip", Reviewer, d.skip},
		{"POST", "/pair/{key}/undismiss", Reviewer, d.undismiss},
		{"POST", "/undo", Reviewer, d.undo},
		{"POST", "/redo", Reviewer, d.redo},
		{"GET", "/article/{id}", Reviewer, d.article},
		{"POST", "/claim/{id}/speaker", Reviewer, d.fixSpeaker},
		{"POST", "/claim/{id}/span", Reviewer, d.fixSpan},
		{"GET", "/topics", Reviewer, d.topics},
		{"GET", "/topic/{id}", Reviewer, d.topic},
		{"POST", "/topic/{id}/part", Reviewer, d.part},
		{"POST", "/topic/{id}/join", Reviewer, d.join},
		{"GET", "/history", Reviewer, d.history},
		{"GET", "/agreement", Reviewer, d.agreement},
		{"GET", "/keys", Reviewer, d.keys},
		{"GET", "/openapi.json", Anyone, d.openAPI},
		{"GET", "/static/{file}", Anyone, d.static},
		{"GET", "/health", Anyone, d.health},
	}
	d.routes = append(d.routes, d.opt.Door.routes(d)...)
	for _, r := range d.routes {
		d.mux.Handle(r.Method+" "+r.Path, d.guarded(r))
	}
	d.mux.Handle("/", d.guarded(Route{Role: Anyone, handler: func(http.ResponseWriter, *http.Request) error {
		return fault(http.StatusNotFound, "There is no such page.")
	}}))
}

// Handler serves the desk at the hosts, as in "127.0.0.1:8080"; no host is every
// host.
func (d *Desk) Handler(hosts ...string) http.Handler { return shielded(d.mux, hosts) }

// static serves the desk's own files.
func (d *Desk) static(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("file")
	if strings.HasSuffix(name, ".md") {
		return fault(http.StatusNotFound, "There is no such page.")
	}
	sub, err := fs.Sub(files, "static")
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "private, max-age=300")
	http.ServeFileFS(w, r, sub, name)
	return nil
}

// health tells a watchdog that the desk answers and its ledger can be read.
func (d *Desk) health(w http.ResponseWriter, r *http.Request) error {
	if err := d.ledger.Refresh(r.Context()); err != nil {
		return fmt.Errorf("the ledger cannot be read: %w", err)
	}
	_, err := fmt.Fprintln(w, "ok")
	return err
}
