package web

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"time"

	"crosscheck/report/review"
)

// The bounds on a request. A reason of 4,000 characters is 48 KiB at most, in
// the longest escapes of a form.
const (
	maxBody = 64 << 10         // bytes
	maxTime = 10 * time.Second // for a page, which takes milliseconds
)

// Timeouts are those of a server for the desk: a slow sender is cut off.
func Timeouts(s *http.Server) {
	s.ReadHeaderTimeout, s.ReadTimeout = 5*time.Second, maxTime
	s.WriteTimeout, s.IdleTimeout = 2*maxTime, 2*time.Minute
	s.MaxHeaderBytes = 64 << 10
}

// contentPolicy lets the browser load the desk's own files and send to the desk
// alone, and nothing else: markup from an article, should any ever get through,
// is inert.
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// shielded stands before every request.
func shielded(next http.Handler, hosts []string) http.Handler {
	inner := http.NewCrossOriginProtection().Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		// A name that somebody else makes point to this machine is not ours.
		if len(hosts) > 0 && !slices.Contains(hosts, r.Host) {
			http.Error(w, "This desk answers to other names.", http.StatusMisdirectedRequest)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), maxTime)
		defer cancel()
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		inner.ServeHTTP(w, r.WithContext(ctx))
	})
}

// personKey is where the context of a request has its person.
type personKey struct{}

// by is the person behind a request.
func by(r *http.Request) Person {
	p, _ := r.Context().Value(personKey{}).(Person)
	return p
}

// guarded asks who it is, and turns an error into a page.
func (d *Desk) guarded(route Route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p, in := d.opt.Door.Who(r)
		r = r.WithContext(context.WithValue(r.Context(), personKey{}, p))
		if err := d.admit(route, p, in, r); err != nil {
			d.fail(w, r, err)
			return
		}
		if err := route.handler(w, r); err != nil {
			d.fail(w, r, err)
		}
	})
}

// admit refuses who may not ask.
func (d *Desk) admit(route Route, p Person, in bool, r *http.Request) error {
	reads := r.Method == http.MethodGet || r.Method == http.MethodHead
	switch {
	case route.Role == Anyone:
		return nil
	case !in && reads:
		return &Fault{Status: http.StatusUnauthorized, Text: "The desk does not know you.", to: d.opt.Door.Entrance()}
	case !in: // a page of a session that has ended: whoever pressed a key must be told
		return fault(http.StatusUnauthorized, "The desk does not know you any more. Nothing was recorded.")
	case p.Role < route.Role:
		return fault(http.StatusForbidden, "Your account may not do this: it takes the role "+route.Role.String()+".")
	case reads && !p.Reads || !reads && !p.Writes:
		return fault(http.StatusForbidden, "This token may not be used for that.")
	}
	return nil
}

// Fault is an error that the person is told of.
type Fault struct {
	Status int
	Text   string
	to     string // where to go instead, "" for nowhere
}

// Error is the text.
func (f *Fault) Error() string { return f.Text }

func fault(status int, text string) error { return &Fault{Status: status, Text: text} }

// faultOf makes a fault of an error. What is no fault is ours, and the person
// need not know the details.
func faultOf(err error) *Fault {
	var f *Fault
	var big *http.MaxBytesError
	switch {
	case errors.As(err, &f):
		return f
	case errors.As(err, &big):
		return &Fault{Status: http.StatusRequestEntityTooLarge, Text: "That is more than the desk takes."}
	case errors.Is(err, review.ErrStale):
		return &Fault{Status: http.StatusConflict, Text: "Somebody else was faster. Nothing was recorded."}
	case errors.Is(err, review.ErrNothing):
		return &Fault{Status: http.StatusConflict, Text: "There is nothing left to take back or to put back."}
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return &Fault{Status: http.StatusServiceUnavailable, Text: "That took too long. Try again."}
	}
	return &Fault{Status: http.StatusInternalServerError, Text: "The desk could not do this: " + err.Error()}
}
