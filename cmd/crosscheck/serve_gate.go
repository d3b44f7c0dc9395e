package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/compare/check"
	"crosscheck/report/gate"
	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/hook"
	"crosscheck/report/gate/intake"
	"crosscheck/report/gate/metric"
	"crosscheck/report/gate/serve"
	"crosscheck/report/review"
	"crosscheck/report/review/people"
	"crosscheck/report/web"
)

// servedGate are the flags of serve that are about the gate.
type servedGate struct {
	on               bool
	against          []string
	policy, baseline string
	hooks            []string
	secret           string // a file
	running, waiting int
}

// flags adds them.
func (g *servedGate) flags(c *cobra.Command) {
	c.Flags().BoolVar(&g.on, "gate", false, "also answer whether a draft may run: POST /v1/gate")
	c.Flags().StringArrayVar(&g.against, "against", nil, "hold drafts against the articles of `PATH`, or against an archive kept there (may be repeated)")
	c.Flags().StringVar(&g.policy, "policy", "", "decide on drafts by the policy `FILE` (default: "+policyName+", if it is there)")
	c.Flags().StringVar(&g.baseline, "baseline", "", "let through what the saved report `FILE` (JSON) has")
	c.Flags().StringArrayVar(&g.hooks, "webhook", nil, "tell the `URL` of drafts that are held and released (may be repeated)")
	c.Flags().StringVar(&g.secret, "webhook-secret-file", "", "sign what it is told with the secret in `FILE`")
	c.Flags().IntVar(&g.running, "checks", 0, "check `N` drafts at the same time (default: one for each core)")
	c.Flags().IntVar(&g.waiting, "queue", serve.DefaultWaiting, "let `N` drafts wait; further ones are told to come again")
}

// check refuses what makes no sense before anything is read.
func (g *servedGate) check() error {
	switch {
	case !g.on && (len(g.against) > 0 || g.policy != "" || g.baseline != "" || len(g.hooks) > 0 || g.secret != ""):
		return misuse("add --gate", "--against, --policy, --baseline and --webhook are about the gate")
	case (len(g.hooks) == 0) != (g.secret == ""):
		return misuse("give both --webhook URL and --webhook-secret-file FILE", "a webhook needs a secret, and the other way round")
	case g.running < 0 || g.waiting < 0:
		return misuse("0 checks one draft for each core", "--checks and --queue cannot be below 0")
	}
	for _, path := range g.against { // one that cannot be read yet is tried again
		if err := needThere(path); err != nil {
			return fmt.Errorf("--against %w", err)
		}
	}
	return nil
}

// gated is the gate that serve runs.
type gated struct {
	server *serve.Server
	base   gate.Input // policy and baseline
	by     check.Options
	held   opened // what drafts are held against
	ledger *review.Ledger
	log    *slog.Logger
	open   atomic.Bool
	stop   context.CancelFunc
	tasks  chan struct{} // one for each task that has ended
	n      int           // tasks
}

// newGated makes the gate, and begins to read what drafts are held against.
func (a *app) newGated(ctx context.Context, f servedGate, store vault, ledger *review.Ledger, book *people.Book, desk bool) (*gated, error) {
	base, err := a.gateInput(ctx, gateFlags{policy: f.policy, baseline: f.baseline})
	if err != nil {
		return nil, err
	}
	by, err := a.opinions()
	if err != nil {
		return nil, err
	}
	by.Progress = nil // many drafts at once
	g := &gated{base: base, by: by, held: a.openAgainst(f.against), ledger: ledger, log: slog.New(slog.NewJSONHandler(a.console.w, nil)), tasks: make(chan struct{}, 1+len(f.hooks))}
	metrics, log := &metric.Set{}, gateLog(store)
	couriers, err := g.couriers(ctx, f, log, metrics)
	if err != nil {
		return nil, errors.Join(err, g.held.Close())
	}
	o := serve.Options{Checker: g, Book: book, Store: log, Policy: base.Policy, Ready: g.ready, Running: f.running, Waiting: f.waiting, Metrics: metrics, Log: g.log}
	for _, c := range couriers {
		o.Tell = append(o.Tell, c.Address())
	}
	o.Wake = func() {
		for _, c := range couriers {
			c.Wake()
		}
	}
	if desk {
		o.Beside = web.Document()
	}
	if g.server, err = serve.New(ctx, o); err != nil {
		return nil, errors.Join(err, g.held.Close())
	}
	ctx, g.stop = context.WithCancel(ctx)
	g.task(func() { g.begin(ctx) })
	for _, c := range couriers {
		g.task(func() { c.Run(ctx) })
	}
	return g, nil
}

// task runs something until the gate is closed.
func (g *gated) task(do func()) {
	g.n++
	go func() {
		defer func() { g.tasks <- struct{}{} }()
		do()
	}()
}

// Close ends the gate's tasks, and waits for them.
func (g *gated) Close() error {
	g.stop()
	for range g.n {
		<-g.tasks
	}
	return g.held.Close()
}

// couriers are those who tell others.
func (g *gated) couriers(ctx context.Context, f servedGate, box docket.Outbox, metrics *metric.Set) ([]*hook.Courier, error) {
	if len(f.hooks) == 0 {
		return nil, nil
	}
	secret, err := os.ReadFile(f.secret)
	if err != nil {
		return nil, misuse("name a file that can be read; make a secret with: echo whsec_$(head -c 32 /dev/urandom | base64)", "reading the secret of the webhooks: %w", err)
	}
	sent := metrics.Counter("crosscheck_webhook_tries_total", "Tries to deliver a webhook, by what became of the message.", "state")
	var out []*hook.Courier
	for _, address := range f.hooks {
		to, err := hook.NewEndpoint(address, string(secret))
		if err != nil {
			return nil, err
		}
		c := hook.NewCourier(to, box, g.log, time.Now)
		c.Told = func(s docket.State) { sent.Add(string(s)) }
		out = append(out, c)
	}
	metrics.Gauge("crosscheck_webhooks_waiting", "Messages that were not delivered yet.", func() (n float64) {
		for _, c := range out {
			waiting, err := box.Waiting(ctx, c.Address())
			if err == nil {
				n += float64(waiting)
			}
		}
		return n
	})
	return out, nil
}

// reopenAfter is how long the gate waits until it tries again to read what drafts
// are held against.
const reopenAfter = 5 * time.Second

// begin reads what drafts are held against, until that is done.
func (g *gated) begin(ctx context.Context) {
	for ctx.Err() == nil {
		at := time.Now()
		err := g.held.open(ctx)
		if err == nil {
			g.open.Store(true)
			g.log.Info("ready", "ms", time.Since(at).Milliseconds())
			return
		}
		g.log.Error("what drafts are held against cannot be read", "error", err.Error())
		select {
		case <-ctx.Done():
		case <-time.After(reopenAfter):
		}
	}
}

// ready says whether drafts can be checked.
func (g *gated) ready(context.Context) error {
	if !g.open.Load() {
		return errors.New("what drafts are held against is not read yet")
	}
	return nil
}

// Check holds a draft against the archive, and decides by what people have decided
// up to this moment.
func (g *gated) Check(ctx context.Context, d intake.Draft) (out gate.Decision, err error) {
	in := g.base
	in.Drafts = []gate.Draft{serve.DraftOf(d)}
	if lang := cmp.Or(d.Language, "en"); lang != "en" {
		in.Failures = append(in.Failures, gate.Failure{Code: gate.NotEnglish, Draft: d.ID, What: fmt.Sprintf("The draft is not in English (%s), which is all that can be read.", lang)})
	} else {
		gateRun(ctx, g.by, &in, []claims.Article{d.Article}, g.held)
		if in.Report == nil && ctx.Err() != nil {
			return out, ctx.Err()
		}
	}
	if err := g.ledger.Refresh(ctx); err != nil {
		return out, err
	}
	g.ledger.View(func(s *review.State) {
		in.Now, in.Decisions = time.Now(), s
		out = gate.Decide(in)
	})
	return out, nil
}

// beside puts the gate before the desk; there need not be one.
func (g *gated) beside(desk http.Handler) http.Handler {
	mux, own := http.NewServeMux(), g.server.Handler()
	for _, path := range []string{"/v1/", "/metrics", "/healthz", "/readyz", "/openapi.json"} {
		mux.Handle(path, own)
	}
	if desk == nil {
		desk = own
	}
	mux.Handle("/", desk)
	return mux
}
