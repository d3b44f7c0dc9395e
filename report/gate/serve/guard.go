package serve

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"strconv"
	"time"
)

// call is one request on its way.
type call struct {
	w    *watched
	r    *http.Request
	id   string // the request's ID
	who  person
	note []slog.Attr // for the log: nothing that holds words of a draft
}

// send writes the answer.
func (c *call) send(status int, contentType string, body []byte) {
	c.w.Header().Set("Content-Type", contentType)
	c.w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	c.w.WriteHeader(status)
	c.w.Write(body) // whoever went away is not told
}

// watched is a writer that knows what was answered.
type watched struct {
	http.ResponseWriter
	status int
	sent   int
}

// WriteHeader notes the status.
func (w *watched) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Write counts.
func (w *watched) Write(p []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(p)
	w.sent += n
	return n, err
}

// Unwrap lets http.ResponseController set deadlines.
func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// callKey is where the context of a request has its call.
type callKey struct{}

// requestID is what is taken for a request's ID; another one is made instead: it
// stands in the log and must not forge lines there.
var requestID = regexp.MustCompile(`^[A-Za-z0-9._:/+=-]{1,128}$`)

// shielded stands before every request: it names it, notes it and catches what
// breaks.
func (s *Server) shielded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		c := &call{w: &watched{ResponseWriter: w}, id: r.Header.Get("X-Request-Id")}
		if !requestID.MatchString(c.id) {
			c.id = rand.Text()
		}
		h := w.Header()
		h.Set("X-Request-Id", c.id)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		h.Set("Cache-Control", "no-store")
		r = r.WithContext(context.WithValue(r.Context(), callKey{}, c))
		c.r = r
		defer s.finish(c, begin)
		next.ServeHTTP(c.w, r)
	})
}

// finish catches what broke, and notes the request.
func (s *Server) finish(c *call, begin time.Time) {
	if broke := recover(); broke != nil {
		if broke == http.ErrAbortHandler { // net/http's own way to hang up
			panic(broke)
		}
		s.opt.Log.Error("a request broke", "request", c.id, "stack", string(debug.Stack())) // what broke may hold words of a draft
		if c.w.status == 0 {
			c.refuse(problem(Broken, ""))
		}
	}
	took := time.Since(begin)
	s.count.answered(c.r, c.w.status, took)
	level := slog.LevelInfo
	if c.w.status >= http.StatusInternalServerError {
		level = slog.LevelWarn
	}
	attrs := append([]slog.Attr{slog.String("request", c.id), slog.String("method", c.r.Method), slog.String("route", c.r.Pattern),
		slog.Int("status", c.w.status), slog.Int64("ms", took.Milliseconds()), slog.Int("sent", c.w.sent), slog.String("account", c.who.Name)}, c.note...)
	s.opt.Log.LogAttrs(context.WithoutCancel(c.r.Context()), level, "request", attrs...)
}

// guarded asks who it is, and turns an error into a problem.
func (s *Server) guarded(route Route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, _ := r.Context().Value(callKey{}).(*call)
		if c == nil { // somebody serves a route without the shield
			http.Error(w, "misuse", http.StatusInternalServerError)
			return
		}
		c.r = r
		err := s.admit(c, route.may)
		if err == nil {
			err = route.handler(c)
		}
		if err == nil {
			return
		}
		p, ok := errors.AsType[*Problem](err)
		if !ok {
			p = broken(err)
		}
		c.note = append(c.note, slog.String("problem", string(p.Name)))
		if p.cause != nil {
			c.note = append(c.note, slog.String("error", p.cause.Error()))
		}
		c.refuse(p)
	})
}
