package serve

import (
	"bytes"
	"net/http"
	"strconv"
	"time"

	"crosscheck/report/gate"
	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/metric"
)

// counts is what is counted: how often and how long, by codes of closed lists.
type counts struct {
	requests   metric.Counter
	seconds    metric.Histogram
	decisions  metric.Counter
	reasons    metric.Counter
	overridden metric.Counter
}

// bounds are those of the times, in seconds: a check has 0.3 to be good, 1 to be
// tolerable, and two minutes at most.
var bounds = []float64{.01, .03, .1, .3, 1, 3, 10, 30, 120}

func newCounts(m *metric.Set, l *line) counts {
	m.Gauge("crosscheck_gate_checks_inside", "Checks that wait or run.", func() float64 { return float64(l.inside.Load()) })
	m.Gauge("crosscheck_gate_checks_running", "Checks that run.", func() float64 { return float64(l.running.Load()) })
	return counts{
		requests:   m.Counter("crosscheck_http_requests_total", "Requests that were answered, by route and status.", "route", "status"),
		seconds:    m.Histogram("crosscheck_http_request_seconds", "How long requests took, by route.", bounds, "route"),
		decisions:  m.Counter("crosscheck_gate_decisions_total", "Decisions on drafts, by outcome.", "decision"),
		reasons:    m.Counter("crosscheck_gate_reasons_total", "Reasons that were given, by code and level.", "code", "level"),
		overridden: m.Counter("crosscheck_gate_overrides_total", "Overrides that were recorded."),
	}
}

// answered counts a request.
func (c counts) answered(r *http.Request, status int, took time.Duration) {
	c.requests.Add(r.Pattern, strconv.Itoa(status))
	c.seconds.Observe(took.Seconds(), r.Pattern)
}

// decided counts a decision.
func (c counts) decided(d *gate.Decision) {
	c.decisions.Add(string(d.Outcome))
	for _, r := range d.Reasons {
		c.reasons.Add(string(r.Code), string(r.Level))
	}
}

// metrics shows the counts.
func (s *Server) metrics(c *call) error {
	var b bytes.Buffer
	if err := s.opt.Metrics.Write(&b); err != nil {
		return broken(err)
	}
	c.send(http.StatusOK, metric.ContentType, b.Bytes())
	return nil
}

// health is what a watchdog is told.
type health struct {
	Status string `json:"status"`
}

// healthy says that the process answers.
func (s *Server) healthy(c *call) error { return c.answer(health{"ok"}) }

// ready says whether drafts can be checked: the log can be read, and what they are
// held against is there.
func (s *Server) ready(c *call) error {
	if _, err := s.opt.Store.Look(c.r.Context(), docket.Query{Most: 1, Newest: true}); err != nil {
		p := problem(NotReady, "The gate's log cannot be read.")
		p.cause = err
		return p
	}
	if s.opt.Ready != nil {
		if err := s.opt.Ready(c.r.Context()); err != nil {
			p := problem(NotReady, "What drafts are held against is not there yet.")
			p.cause = err
			return p
		}
	}
	return c.answer(health{"ok"})
}
