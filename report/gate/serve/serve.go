// Package serve answers over HTTP whether a draft may run:
//
//  1. guard.go stands before every request: it gives it a name, notes it without
//     any words of a draft, and catches what breaks; door.go says who asks;
//  2. a check waits in a line that has an end (line.go), its body is read within
//     bounds (body.go), and package intake makes a draft of it;
//  3. a [Checker] compares and decides, within the policy's time (check.go); what
//     it has not said by then is answered as not judged (answer.go);
//  4. what was decided is recorded before it is answered (record.go), under names
//     that nobody can make without the store's secret (names.go), with a message
//     where that is news (news.go);
//  5. a named editor lets a draft run in spite of warnings (override.go), and the
//     state of a draft (state.go) and the whole log (log.go) can be asked;
//  6. a request that is sent twice with one idempotency key is done once
//     (again.go), and every refusal is a [Problem] (problem.go).
//
// No text of a draft is kept, noted or counted. The package compares nothing, and
// delivers no message: it puts them into the store.
package serve

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"time"

	"crosscheck/report/gate"
	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/intake"
	"crosscheck/report/gate/metric"
	"crosscheck/report/review/people"
)

// Checker compares a draft with the archive and decides.
type Checker interface {
	// Check decides on a draft. It should end when the context does; its decision
	// may then say what was not done.
	Check(ctx context.Context, d intake.Draft) (gate.Decision, error)
}

// Options say what a server works with. Checker, Book and Store must be set.
type Options struct {
	Checker Checker
	Book    *people.Book // who may ask
	Store   docket.Store
	Policy  *gate.Policy // nil is the default one
	// Tell are the addresses that hear of what is held and released; Wake is called
	// when there is something for them. Wake may be nil.
	Tell []string
	Wake func()
	// Ready says why nothing can be checked yet; nil is always ready.
	Ready   func(context.Context) error
	Running int // checks at the same time; 0 is one for each core
	Waiting int // checks that may wait; 0 is [DefaultWaiting]
	Metrics *metric.Set
	Log     *slog.Logger     // nil for nobody
	Now     func() time.Time // nil is time.Now
	Beside  []byte           // the OpenAPI document of what else is served, nil for nothing
}

// DefaultWaiting is how many checks may wait: at 20 a second some three seconds'
// worth, which is longer than anybody should wait.
const DefaultWaiting = 64

// Server is the gate over HTTP.
type Server struct {
	opt    Options
	secret []byte
	line   *line
	again  *answers
	count  counts
	routes []Route
	doc    []byte
}

// New makes a server. It takes the secret from the store, or puts one there.
func New(ctx context.Context, opt Options) (*Server, error) {
	if opt.Checker == nil || opt.Book == nil || opt.Store == nil {
		return nil, errors.New("a gate needs a checker, a book of accounts and a store")
	}
	if opt.Policy == nil {
		opt.Policy = gate.Default()
	}
	if opt.Metrics == nil {
		opt.Metrics = &metric.Set{}
	}
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	if opt.Now == nil {
		opt.Now = time.Now
	}
	secret, err := opt.Store.Secret(ctx, []byte(rand.Text()+rand.Text()))
	if err != nil {
		return nil, fmt.Errorf("reading the gate's secret: %w", err)
	}
	s := &Server{opt: opt, secret: secret, again: newAnswers(opt.Now)}
	s.line = newLine(cmp.Or(opt.Running, runtime.GOMAXPROCS(0)), cmp.Or(opt.Waiting, DefaultWaiting))
	s.count = newCounts(opt.Metrics, s.line)
	s.route()
	s.doc, err = document(opt.Beside)
	return s, err
}

// Route is one thing that can be asked.
type Route struct {
	Method  string
	Path    string // as http.ServeMux has it
	may     may    // what an account needs
	handler func(*call) error
}

// Routes are all routes, in the order of the API document.
func (s *Server) Routes() []Route { return s.routes }

func (s *Server) route() {
	s.routes = []Route{
		{"POST", "/v1/gate", writes, s.check},
		{"GET", "/v1/gate/{id}", reads, s.state},
		{"POST", "/v1/gate/{id}/override", overrides, s.override},
		{"GET", "/v1/log", audits, s.log},
		{"GET", "/metrics", reads, s.metrics},
		{"GET", "/healthz", anybody, s.healthy},
		{"GET", "/readyz", anybody, s.ready},
		{"GET", "/openapi.json", anybody, s.openAPI},
	}
}

// Handler serves the gate.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	paths := map[string]string{}
	for _, r := range s.routes {
		mux.Handle(r.Method+" "+r.Path, s.guarded(r))
		paths[r.Path] = r.Method
	}
	for path, method := range paths { // else the last one would take another method's request
		mux.Handle(path, s.guarded(Route{Path: path, handler: func(c *call) error {
			c.w.Header().Set("Allow", method)
			return problem(WrongMethod, "")
		}}))
	}
	mux.Handle("/", s.guarded(Route{Path: "/", handler: func(*call) error { return problem(NotFound, "") }}))
	return s.shielded(mux)
}
