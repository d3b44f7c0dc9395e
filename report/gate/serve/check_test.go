package serve

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/intake"
)

func TestCheck(t *testing.T) {
	s := newStand(t, nil)
	for _, c := range []struct{ name, kind, body, decision, errors, warnings string }{
		{"clean", asJSON, `{"title": "Pier", "body": "The pier is open."}`, "publish", "", ""},
		{"an error", asJSON, `{"title": "Pier", "body": "The pier is wrong one."}`, "hold", "misquote", ""},
		{"a warning", asJSON, `{"uri": "urn:1", "headlines": [{"value": "Pier"}], "bodies": [{"contentType": "text/html", "value": "<p>The pier is <b>doubtful</b> two."}]}`, "hold", "", "misquote"},
		{"both, in HTML", "text/html; charset=utf-8", `<h1>Pier</h1><p>The pier is wrong one and doubtful two.</p>`, "hold", "misquote", "misquote"},
	} {
		w := s.send("cms", "POST", "/v1/gate", strings.NewReader(c.body), "Content-Type", c.kind, "X-Request-Id", "r-17")
		var a struct {
			ID, Check, Decision, Judged string
			Errors, Warnings            []struct{ Code string }
			Findings                    []struct{ Pair string }
			Drafts                      []struct{ Decision string }
		}
		if err := json.Unmarshal([]byte(w.body), &a); err != nil || w.status != http.StatusOK {
			t.Errorf("%s: %d %s %v", c.name, w.status, w.body, err)
			continue
		}
		join := func(list []struct{ Code string }) string {
			var out []string
			for _, x := range list {
				out = append(out, x.Code)
			}
			return strings.Join(out, " ")
		}
		if a.Decision != c.decision || a.Judged != c.decision || join(a.Errors) != c.errors || join(a.Warnings) != c.warnings || a.Drafts[0].Decision != c.decision {
			t.Errorf("%s: %s", c.name, w.body)
		}
		if !strings.HasPrefix(w.body, `{"id":"d_`) || w.header.Get("X-Request-Id") != "r-17" || w.header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %v %.40s", c.name, w.header, w.body)
		}
	}
	for _, e := range s.entries() {
		if e.Who != "cms" || e.Request != "r-17" || e.Action != docket.Check {
			t.Errorf("%+v", e)
		}
	}
	if n := len(s.entries()); n != 4 {
		t.Errorf("%d entries", n)
	}
}

// TestNames: a draft has the same name whoever sends it and when, every version
// another one, and none that can be made without the secret.
func TestNames(t *testing.T) {
	s := newStand(t, nil)
	first := s.check("story", "The pier is open.").has("id")
	if again := s.check("story", "The pier is open.").has("id"); again != first {
		t.Errorf("%s, then %s", first, again)
	}
	if n := len(s.entries()); n != 1 {
		t.Errorf("%d entries of one check that was made twice", n)
	}
	if other := s.check("story", "The pier is shut.").has("id"); other == first {
		t.Error("another version has the same name")
	}
	if other := s.check("other", "The pier is open.").has("id"); other == first {
		t.Error("another story has the same name")
	}
	if foreign := newStand(t, nil).check("story", "The pier is open.").has("id"); foreign == first {
		t.Error("another newsroom has the same name for it")
	}
}

// TestHouse: what goes without saying.
func TestHouse(t *testing.T) {
	s := newStand(t, nil)
	var d intake.Draft
	s.checker.do = func(_ context.Context, x intake.Draft) error { d = x; return nil }
	s.check("story", "The pier is open.")
	if d.Outlet != "Harbour Post" || d.Date != "2031-05-06" || d.Path != "-" {
		t.Errorf("%s, %s, %s", d.Outlet, d.Date, d.Path)
	}
	body := `{"outlet": "Coast Courier", "date": "2031-05-01", "body": "The pier is open."}`
	s.send("cms", "POST", "/v1/gate", strings.NewReader(body), "Content-Type", asJSON)
	if d.Outlet != "Coast Courier" || d.Date != "2031-05-01" {
		t.Errorf("%s, %s", d.Outlet, d.Date)
	}
}

// TestBudget: the answer comes in time, whatever the comparison does.
func TestBudget(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	for name, do := range map[string]func(context.Context, intake.Draft) error{
		"does not stop": func(context.Context, intake.Draft) error { <-release; return nil },
		"stops":         func(ctx context.Context, _ intake.Draft) error { <-ctx.Done(); return ctx.Err() },
	} {
		s := newStand(t, nil)
		s.server.opt.Policy.Budget = "300ms"
		s.checker.do = do
		w := s.check("story", "The pier is open.")
		if w.status != http.StatusOK || w.has("decision") != "unjudged" || !strings.Contains(w.body, `"out-of-time"`) {
			t.Errorf("%s: %d %s", name, w.status, w.body)
		}
	}
}

// TestBreaks: a comparison that fails or panics holds the draft, and says nothing
// of why.
func TestBreaks(t *testing.T) {
	s := newStand(t, nil)
	for name, do := range map[string]func(context.Context, intake.Draft) error{
		"fails":  func(context.Context, intake.Draft) error { return errBoom },
		"panics": func(_ context.Context, d intake.Draft) error { panic(d.Text) },
	} {
		s.checker.do = do
		w := s.check("story", "The SECRET pier is open.")
		if w.status != http.StatusOK || w.has("decision") != "unjudged" || !strings.Contains(w.body, `"could-not-judge"`) || strings.Contains(w.body, "boom") {
			t.Errorf("%s: %d %s", name, w.status, w.body)
		}
	}
	if strings.Contains(s.log.String(), "SECRET") || !strings.Contains(s.log.String(), "a check broke") {
		t.Error(s.log.String())
	}
}

// TestOverload: what finds no room is refused at once and told when to come again,
// and what was accepted is answered.
func TestOverload(t *testing.T) {
	s := newStand(t, func(o *Options) { o.Running, o.Waiting = 1, 2 })
	begun, release := make(chan struct{}, 9), make(chan struct{})
	s.checker.do = func(context.Context, intake.Draft) error { begun <- struct{}{}; <-release; return nil }
	var wait sync.WaitGroup
	answers := make(chan got, 3)
	for i := range 3 {
		wait.Go(func() { answers <- s.check(fmt.Sprint("story", i), "The pier is open.") })
	}
	<-begun
	for s.server.line.inside.Load() < 3 {
		time.Sleep(time.Millisecond)
	}
	w := s.check("late", "The pier is open.")
	if w.status != http.StatusServiceUnavailable || w.code() != "overloaded" || w.header.Get("Retry-After") == "" {
		t.Errorf("%d %v %s", w.status, w.header, w.body)
	}
	if w := s.send("cms", "GET", "/metrics", nil); !strings.Contains(w.body, "crosscheck_gate_checks_inside 3\n") || !strings.Contains(w.body, "crosscheck_gate_checks_running 1\n") {
		t.Error(w.body)
	}
	close(release)
	wait.Wait()
	for range 3 {
		if w := <-answers; w.status != http.StatusOK {
			t.Errorf("%d %s", w.status, w.body)
		}
	}
	if w := s.check("late", "The pier is open."); w.status != http.StatusOK {
		t.Errorf("%d %s", w.status, w.body)
	}
	for s.server.line.inside.Load() != 0 || s.server.line.running.Load() != 0 {
		time.Sleep(time.Millisecond) // an answer is sent before its place is free
	}
}

// TestNotReady: nothing is checked before there is something to check against.
func TestNotReady(t *testing.T) {
	err := errBoom
	s := newStand(t, func(o *Options) { o.Ready = func(context.Context) error { return err } })
	for _, w := range []got{s.check("story", "The pier is open."), s.send("", "GET", "/readyz", nil)} {
		if w.status != http.StatusServiceUnavailable || w.code() != "not-ready" || w.header.Get("Retry-After") == "" || strings.Contains(w.body, "boom") {
			t.Errorf("%d %v %s", w.status, w.header, w.body)
		}
	}
	if w := s.send("", "GET", "/healthz", nil); w.status != http.StatusOK {
		t.Errorf("%d %s", w.status, w.body)
	}
	err = nil
	if w := s.send("", "GET", "/readyz", nil); w.status != http.StatusOK {
		t.Errorf("%d %s", w.status, w.body)
	}
}

// TestAgain: a request that comes twice with one key is done once.
func TestAgain(t *testing.T) {
	s := newStand(t, nil)
	key := []string{"Idempotency-Key", "7f3a"}
	first := s.check("story", "The pier is doubtful one.", key...)
	second := s.check("story", "The pier is doubtful one.", key...)
	if diff := cmp.Diff(first.body, second.body); diff != "" || s.checker.count() != 1 {
		t.Errorf("checked %d times (-first +second):\n%s", s.checker.count(), diff)
	}
	if w := s.check("story", "The pier is doubtful two.", key...); w.status != http.StatusUnprocessableEntity || w.code() != "idempotency-key-reused" {
		t.Errorf("%d %s", w.status, w.body)
	}
	o := s.override("ada", first, "heard the recording", key...) // the key of another account, for another address
	if again := s.override("ada", first, "heard the recording", key...); o.status != http.StatusOK || o.body != again.body {
		t.Errorf("%d %s\n%s", o.status, o.body, again.body)
	}
	if w := s.override("ada", first, "did not", key...); w.code() != "idempotency-key-reused" {
		t.Errorf("%d %s", w.status, w.body)
	}
	// After a restart the answers are gone, but not what was recorded.
	s.server.again = newAnswers(s.server.opt.Now)
	if w := s.check("story", "The pier is doubtful two.", key...); w.code() != "idempotency-key-reused" {
		t.Errorf("after a restart: %d %s", w.status, w.body)
	}
	if w := s.check("story", "The pier is doubtful one.", key...); w.has("id") != first.has("id") || w.has("check") != first.has("check") || w.has("decision") != "publish" {
		t.Errorf("after a restart: %d %s", w.status, w.body)
	}
	if w := s.override("ada", first, "heard the recording", key...); w.body != o.body {
		t.Errorf("after a restart: %d %s", w.status, w.body)
	}
	if n := len(s.entries()); n != 2 {
		t.Errorf("%d entries", n)
	}
	for _, bad := range []string{" ", strings.Repeat("x", 256), "\xc3\xa4"} {
		if w := s.check("story", "The pier.", "Idempotency-Key", bad); w.code() != "idempotency-key-malformed" {
			t.Errorf("key %q: %d %s", bad, w.status, w.body)
		}
	}
}

// TestAgainOfAnEarlierVersion: a request that is repeated after a restart is told
// where its own version stands, not where a later one does that an editor let run.
func TestAgainOfAnEarlierVersion(t *testing.T) {
	s := newStand(t, nil)
	key := []string{"Idempotency-Key", "7f3a"}
	first := s.check("story", "The pier is doubtful one.", key...)
	if o := s.override("ada", s.check("story", "The pier is doubtful two."), "heard the recording"); o.status != http.StatusOK {
		t.Fatalf("%d %s", o.status, o.body)
	}
	s.server.again = newAnswers(s.server.opt.Now)
	w := s.check("story", "The pier is doubtful one.", key...)
	if w.has("id") != first.has("id") || w.has("check") != first.has("check") || w.has("decision") != "hold" {
		t.Errorf("%d %s\nfirst it was %s", w.status, w.body, first.body)
	}
}

// TestBusyKey: the second of two at the same moment is told to come again.
func TestBusyKey(t *testing.T) {
	s := newStand(t, func(o *Options) { o.Running = 2 })
	begun, release := make(chan struct{}, 2), make(chan struct{})
	s.checker.do = func(context.Context, intake.Draft) error { begun <- struct{}{}; <-release; return nil }
	first := make(chan got, 1)
	go func() { first <- s.check("story", "The pier is open.", "Idempotency-Key", "k") }()
	<-begun
	if w := s.check("story", "The pier is open.", "Idempotency-Key", "k"); w.status != http.StatusConflict || w.code() != "idempotency-key-busy" || w.header.Get("Retry-After") == "" {
		t.Errorf("%d %s", w.status, w.body)
	}
	close(release)
	if w := <-first; w.status != http.StatusOK {
		t.Errorf("%d %s", w.status, w.body)
	}
}

// TestKeyAfterBreak: a key whose request broke can be used again.
func TestKeyAfterBreak(t *testing.T) {
	s := newStand(t, nil)
	real := s.server.opt.Store
	s.server.opt.Store = brokenStore{real}
	if w := s.check("story", "The SECRET pier is open.", "Idempotency-Key", "k"); w.status != http.StatusInternalServerError || w.code() != "internal" {
		t.Errorf("%d %s", w.status, w.body)
	}
	s.server.opt.Store = real
	if w := s.check("story", "The SECRET pier is open.", "Idempotency-Key", "k"); w.status != http.StatusOK {
		t.Errorf("%d %s", w.status, w.body)
	}
	if strings.Contains(s.log.String(), "SECRET") {
		t.Error(s.log.String())
	}
}

// brokenStore is a store that breaks when something is added.
type brokenStore struct{ docket.Store }

func (brokenStore) Append(_ context.Context, e docket.Entry, _ string, _ ...docket.Message) (docket.Entry, error) {
	panic(fmt.Sprint("broken: SECRET ", e))
}

// fullStore is a store that has no room left.
type fullStore struct{ docket.Store }

func (fullStore) Append(_ context.Context, e docket.Entry, _ string, _ ...docket.Message) (docket.Entry, error) {
	return e, errBoom
}

// TestNotRecorded: what cannot be recorded is not answered.
func TestNotRecorded(t *testing.T) {
	s := newStand(t, func(o *Options) { o.Store = fullStore{o.Store} })
	if w := s.check("story", "The pier is open."); w.status != http.StatusInternalServerError || w.code() != "internal" || strings.Contains(w.body, "boom") {
		t.Errorf("%d %s", w.status, w.body)
	}
	if !strings.Contains(s.log.String(), "boom") {
		t.Error("the log does not say why")
	}
}

// TestAnswersEnd: what is kept in memory has bounds.
func TestAnswersEnd(t *testing.T) {
	now := noon
	a := newAnswers(func() time.Time { return now })
	put := func(key string, size int) {
		t.Helper()
		if body, err := a.begin(key, "sum"); body != nil || err != nil {
			t.Fatalf("%s: %v, %v", key, body, err)
		}
		a.end(key, make([]byte, size))
	}
	for i := range mostAnswers + 10 {
		put(fmt.Sprint(i), 1)
	}
	if len(a.byKey) != mostAnswers || a.bytes != mostAnswers {
		t.Errorf("%d answers, %d bytes", len(a.byKey), a.bytes)
	}
	put("big", mostAnswered)
	if len(a.byKey) != 1 || a.bytes != mostAnswered {
		t.Errorf("%d answers, %d bytes", len(a.byKey), a.bytes)
	}
	now = now.Add(answerLife)
	a.begin("x", "sum")
	a.end("x", nil)
	if len(a.byKey) != 0 || a.bytes != 0 || len(a.order) != 0 {
		t.Errorf("%d answers, %d bytes", len(a.byKey), a.bytes)
	}
}

// TestConfidential: no words of a draft are kept, noted or counted.
func TestConfidential(t *testing.T) {
	s := newStand(t, nil)
	const secret = "Quixotic"
	w := s.check("story-"+secret, "The "+secret+" pier is doubtful one.", "Idempotency-Key", "key")
	s.override("ada", w, "heard the recording")
	s.check("story-"+secret, "The "+secret+" pier is wrong one.")
	s.send("cms", "POST", "/v1/gate", strings.NewReader(`{"body": "`+secret), "Content-Type", asJSON)
	s.send("cms", "POST", "/v1/gate", strings.NewReader(`{"`+secret+`": `+secret+`}`), "Content-Type", asJSON)
	s.send("cms", "POST", "/v1/gate", strings.NewReader(secret), "Content-Type", "text/"+secret)
	s.send("cms", "GET", "/"+secret, nil)
	list, _ := json.Marshal(s.entries())
	_, messages := s.told()
	for name, text := range map[string]string{"log": s.log.String(), "store": string(list), "messages": messages, "metrics": s.send("cms", "GET", "/metrics", nil).body} {
		if strings.Contains(text, secret) || len(text) < 200 {
			t.Errorf("the %s: %s", name, text)
		}
	}
	if !strings.Contains(w.body, secret) {
		t.Error("the sender is not told")
	}
}
