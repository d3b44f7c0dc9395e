package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// deskRun is the command in the middle of its work.
type deskRun struct {
	*testing.T
	client *http.Client
	url    string // http://127.0.0.1:PORT
	enter  string // what the command printed
	stop   func() error
}

// startDesk runs the command until it prints its address.
func startDesk(t *testing.T, args ...string) *deskRun {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	read, write := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- run(ctx, strings.NewReader(""), write, io.Discard, args); write.Close() }()
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		cancel()
		t.Fatalf("no address: %v, %v", err, <-done)
	}
	u, err := url.Parse(strings.TrimSpace(line))
	if err != nil {
		t.Fatal(err)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	d := &deskRun{T: t, client: &http.Client{Jar: jar, Timeout: time.Minute}, url: u.Scheme + "://" + u.Host, enter: u.String()}
	d.stop = func() error { cancel(); return <-done }
	t.Cleanup(cancel)
	return d
}

// ask sends a form, or gets a page where there is none, and reads JSON.
func (d *deskRun) ask(path string, form url.Values, into any) int {
	d.Helper()
	method := "GET"
	if form != nil {
		method = "POST"
	}
	req, err := http.NewRequestWithContext(d.Context(), method, d.url+path, strings.NewReader(form.Encode()))
	if err != nil {
		d.Fatal(err)
	}
	req.Header.Set("Accept", "application/json")
	if form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	res, err := d.client.Do(req)
	if err != nil {
		d.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		d.Fatal(err)
	}
	if into != nil {
		if err := json.Unmarshal(data, into); err != nil {
			d.Fatalf("%s: %v: %s", path, err, data)
		}
	}
	return res.StatusCode
}

// TestReview reviews a saved report over HTTP, ends the desk, and finds the
// decision in the ledger beside the report: the pair is not shown again.
func TestReview(t *testing.T) {
	dir := t.TempDir()
	saved := filepath.Join(dir, "report.json")
	if err := run(t.Context(), strings.NewReader(""), io.Discard, io.Discard, []string{"report", "../../testdata/articles", "-o", saved}); err != nil {
		t.Fatal(err)
	}
	d := startDesk(t, "review", "--from", saved, "--no-open", "--name", "ada")
	if got := d.ask("/queue", nil, nil); got != http.StatusUnauthorized {
		t.Errorf("before entering: status %d", got)
	}
	res, err := d.client.Get(d.enter)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	var queue struct {
		Found int
		Rows  []struct{ Key, Title string }
	}
	if got := d.ask("/queue", nil, &queue); got != http.StatusOK || queue.Found == 0 {
		t.Fatalf("the queue: status %d, %+v", got, queue)
	}
	if got := d.ask("/pair/"+queue.Rows[0].Key+"/decide", url.Values{"verdict": {"different-subject"}, "why": {"two piers"}}, nil); got != http.StatusOK {
		t.Errorf("deciding: status %d", got)
	}
	if err := d.stop(); err != nil {
		t.Errorf("ending the desk: %v", err)
	}
	var out, said strings.Builder
	ledger := filepath.Join(dir, "report.decisions.db")
	if err := run(t.Context(), strings.NewReader(""), &out, &said, []string{"report", "--from", saved, "--db", ledger}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(said.String(), "rejected before and not shown") {
		t.Errorf("the report says %q", said.String())
	}
	if info, err := os.Stat(ledger); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("the ledger is open to others: %v, %v", info, err)
	}
}

// TestReviewRefuses asks for what a desk of one must not do.
func TestReviewRefuses(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"review"}, "nothing to read was named"},
		{[]string{"review", "--listen", "0.0.0.0:8080", "x"}, "others could reach it"},
		{[]string{"review", "--listen", "192.0.2.1:80", "x"}, "others could reach it"},
		{[]string{"review", "--listen", "nonsense", "x"}, "--listen nonsense"},
		{[]string{"review", "--from", "nowhere.json"}, "nowhere.json"},
	} {
		err := run(t.Context(), strings.NewReader(""), io.Discard, io.Discard, c.args)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "hint:") {
			t.Errorf("%q: %v, want %q and a hint", c.args, err, c.want)
		}
	}
}

// TestServeUntil ends a server while it is answering, and wants the answer whole.
func TestServeUntil(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	begun, ended := make(chan bool), make(chan error, 1)
	go func() {
		ended <- new(app).serveUntil(ctx, listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			close(begun)
			<-ctx.Done()
			time.Sleep(50 * time.Millisecond) // until the server has stopped taking requests
			io.WriteString(w, "recorded")
		}))
	}()
	go func() { <-begun; stop() }()
	res, err := http.Get("http://" + listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if body, err := io.ReadAll(res.Body); string(body) != "recorded" || err != nil {
		t.Errorf("the answer is %q, %v", body, err)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if _, err := net.Dial("tcp", listener.Addr().String()); err == nil {
		t.Error("the desk still listens")
	}
}
