package hook

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/docket/dockettest"
)

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

// TestVector: the example that the libraries of Standard Webhooks test with.
func TestVector(t *testing.T) {
	e, err := NewEndpoint("https://desk.example/hook", secret+"\n")
	if err != nil {
		t.Fatal(err)
	}
	got := e.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", time.Unix(1614265330, 0), []byte(`{"test": 2432232314}`))
	if want := "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="; got != want {
		t.Errorf("signature %s, want %s", got, want)
	}
}

func TestEndpoint(t *testing.T) {
	long := strings.Repeat("x", 32)
	for _, c := range []struct {
		address, secret string
		ok              bool
	}{
		{"https://desk.example/hook", secret, true},
		{"https://desk.example/hook", long, true},
		{"http://127.0.0.1:9/hook", secret, true},
		{"http://[::1]:9/hook", secret, true},
		{"http://localhost:9/hook", secret, true},
		{"http://desk.example/hook", secret, false},
		{"http://127.0.0.1.desk.example/hook", secret, false},
		{"ftp://127.0.0.1/hook", secret, false},
		{"file:///etc/passwd", secret, false},
		{"https://ada:pass@desk.example/hook", secret, false},
		{"desk.example", secret, false},
		{"://", secret, false},
		{"", secret, false},
		{"https://desk.example/hook", "", false},
		{"https://desk.example/hook", "short", false},
		{"https://desk.example/hook", "whsec_not base64!", false},
		{"https://desk.example/hook", "whsec_c2hvcnQ=", false},
		{"https://desk.example/hook", strings.Repeat(long, 3), false},
	} {
		_, err := NewEndpoint(c.address, c.secret)
		if (err == nil) != c.ok {
			t.Errorf("%q, %q: %v", c.address, c.secret, err)
		}
		if err != nil && (!strings.Contains(err.Error(), "hint:") || c.secret != "" && strings.Contains(err.Error(), c.secret)) {
			t.Errorf("%q: %v: no hint, or the secret", c.address, err)
		}
	}
}

func TestWait(t *testing.T) {
	for tries, want := range map[int]time.Duration{1: time.Second, 2: 2 * time.Second, 5: 16 * time.Second, 12: 2048 * time.Second, 13: time.Hour, 1000: time.Hour} {
		if got := wait(tries); got < want || got > want+want/10 {
			t.Errorf("after %d tries %v, want %v", tries, got, want)
		}
	}
}

// receiver is a desk that fails at first.
type receiver struct {
	mu       sync.Mutex
	statuses []int // what the next requests are answered with, 200 after them
	got      []*http.Request
	bodies   []string
}

func (r *receiver) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	r.mu.Lock()
	defer r.mu.Unlock()
	body, _ := io.ReadAll(req.Body)
	r.got, r.bodies = append(r.got, req), append(r.bodies, string(body))
	status := http.StatusOK
	if len(r.statuses) > 0 {
		status, r.statuses = r.statuses[0], r.statuses[1:]
	}
	if status == http.StatusFound {
		w.Header().Set("Location", "/elsewhere")
	}
	w.WriteHeader(status)
}

// RoundTrip lets a client reach the receiver without a network.
func (r *receiver) RoundTrip(req *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	r.ServeHTTP(w, req)
	return w.Result(), nil
}

func (r *receiver) count() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.got)
}

func courier(t *testing.T, to *receiver, outbox docket.Outbox) *Courier {
	t.Helper()
	e, err := NewEndpoint(dockettest.Message("").To, secret)
	if err != nil {
		t.Fatal(err)
	}
	c := NewCourier(e, outbox, slog.New(slog.DiscardHandler), time.Now)
	c.client.Transport = to
	return c
}

func put(t *testing.T, store docket.Store, id string) {
	t.Helper()
	m := dockettest.Message(id)
	m.Made = docket.At(time.Now())
	m.Next = m.Made
	if _, err := store.Append(t.Context(), dockettest.Check(id, id, ""), "", m); err != nil {
		t.Fatal(err)
	}
}

// TestRetries: a receiver that fails gets the message again, signed afresh, until
// it takes it; then it is left alone. A redirect is a failure.
func TestRetries(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &docket.Memory{}
		to := &receiver{statuses: []int{500, 302, 404, 503}}
		put(t, store, "m1")
		c := courier(t, to, store)
		var told []docket.State
		c.Told = func(s docket.State) { told = append(told, s) } // read when the courier has ended
		ctx, stop := context.WithCancel(t.Context())
		go c.Run(ctx)
		time.Sleep(time.Minute)
		stop()
		synctest.Wait()
		if fmt.Sprint(told) != "[waiting waiting waiting waiting delivered]" {
			t.Errorf("%v", told)
		}
		stamps := map[string]bool{}
		for i, r := range to.got {
			at, _ := strconv.ParseInt(r.Header.Get("Webhook-Timestamp"), 10, 64)
			stamps[r.Header.Get("Webhook-Timestamp")] = true
			if r.URL.Path != "/hook" || r.Header.Get("Webhook-Id") != "m1" || to.bodies[i] != `{"id":"m1"}` ||
				r.Header.Get("Webhook-Signature") != c.to.Sign("m1", time.Unix(at, 0), []byte(to.bodies[i])) {
				t.Errorf("try %d: %s %v %q", i, r.URL, r.Header, to.bodies[i])
			}
		}
		if len(to.got) != 5 || len(stamps) != 5 {
			t.Errorf("%d tries at %d times", len(to.got), len(stamps))
		}
	})
}

// TestRestart: what was not delivered is, by the next process.
func TestRestart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &docket.Memory{}
		down := &receiver{statuses: []int{500, 500, 500, 500, 500, 500, 500, 500}}
		put(t, store, "m1")
		for range 2 {
			ctx, stop := context.WithCancel(t.Context())
			go courier(t, down, store).Run(ctx)
			time.Sleep(5 * time.Second)
			stop()
			synctest.Wait()
		}
		up := &receiver{}
		ctx, stop := context.WithCancel(t.Context())
		c := courier(t, up, store)
		go c.Run(ctx)
		time.Sleep(time.Minute)
		put(t, store, "m2")
		c.Wake()
		time.Sleep(time.Millisecond)
		if up.count() != 2 {
			t.Errorf("%d of 2 messages; the second at once", up.count())
		}
		stop()
		synctest.Wait()
		if n, _ := store.Waiting(t.Context(), c.Address()); n != 0 {
			t.Errorf("%d wait", n)
		}
	})
}

// TestGivesUp: after three days nobody is told any more.
func TestGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := &docket.Memory{}
		to := &receiver{statuses: make([]int, 1000)}
		for i := range to.statuses {
			to.statuses[i] = 503
		}
		put(t, store, "m1")
		c := courier(t, to, store)
		var last atomic.Value
		c.Told = func(s docket.State) { last.Store(s) }
		ctx, stop := context.WithCancel(t.Context())
		go c.Run(ctx)
		time.Sleep(giveUp - 2*time.Hour)
		if last.Load() != docket.Waiting {
			t.Errorf("%s before the time", last.Load())
		}
		time.Sleep(4 * time.Hour)
		if n := to.count(); last.Load() != docket.GivenUp || n < 70 || n > 90 {
			t.Errorf("%s after %d tries", last.Load(), n)
		}
		stop()
		synctest.Wait()
	})
}

func Example() {
	e, err := NewEndpoint("https://desk.example/hook", secret)
	fmt.Println(e.Sign("m1", time.Unix(1935748800, 0), []byte(`{}`)) != "", err)
	_, err = NewEndpoint("http://desk.example/hook", secret)
	fmt.Println(err)
	// Output:
	// true <nil>
	// a webhook to desk.example would travel in the clear
	// hint: use https; http goes to this machine alone
}
