package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/report/gate/docket"
	"crosscheck/report/review"
	"crosscheck/report/review/people"
)

// newsroom is a ledger with two accounts: cms, whose token checks, and ada, whose
// token overrides.
type newsroom struct {
	*testing.T
	db     string
	tokens map[string]string
}

func newNewsroom(t *testing.T) *newsroom {
	t.Helper()
	n := &newsroom{t, filepath.Join(t.TempDir(), "desk.db"), map[string]string{}}
	store, err := openStore(t.Context(), n.db)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	book := people.NewBook(store, time.Now)
	for name, role := range map[string]string{"cms": "reviewer", "ada": "adjudicator"} {
		if err := book.Add(t.Context(), name, role, "a long password of "+name); err != nil {
			t.Fatal(err)
		}
		if n.tokens[name], err = book.AddToken(t.Context(), name, "test", people.Writing, 0); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

// file writes a file and returns its path.
func (n *newsroom) file(name, text string) string {
	n.Helper()
	path := filepath.Join(filepath.Dir(n.db), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		n.Fatal(err)
	}
	return path
}

// answered is what the gate answered, as far as the tests look at it.
type answered struct {
	ID, Check, Decision, Judged, Code string
	Errors, Warnings                  []struct{ Code, Finding, Pair string }
	Findings                          []struct{ ID, Pair string }
	Override                          *struct{ Who string }
}

// ask sends a request to the gate.
func (n *newsroom) ask(client *http.Client, who, method, address, kind string, body []byte) (a answered, status int, err error) {
	r, err := http.NewRequestWithContext(n.Context(), method, address, bytes.NewReader(body))
	if err != nil {
		return a, 0, err
	}
	r.Header.Set("Authorization", "Bearer "+n.tokens[who])
	r.Header.Set("Content-Type", kind)
	w, err := client.Do(r)
	if err != nil {
		return a, 0, err
	}
	defer w.Body.Close()
	data, err := io.ReadAll(w.Body)
	if err == nil {
		err = json.Unmarshal(data, &a)
	}
	return a, w.StatusCode, err
}

// override overrides what the gate answered.
func (n *newsroom) override(client *http.Client, url string, of answered) (answered, int, error) {
	body, _ := json.Marshal(map[string]string{"check": of.Check, "reason": "asked the harbour office"})
	return n.ask(client, "ada", "POST", url+"/v1/gate/"+of.ID+"/override", "application/json", body)
}

// ready waits until the gate can check.
func (n *newsroom) ready(url string) {
	n.Helper()
	for range 600 {
		w, err := http.Get(url + "/readyz")
		if err == nil {
			w.Body.Close()
			if w.StatusCode == http.StatusOK {
				return
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
	n.Fatal("the gate is not ready after half a minute")
}

// warning is a policy under which a wrong number is a warning, and holds.
const warning = "hold_on: warning\nown: [Harbour Post]\nrules: [{code: number-against-own, level: warning}]\n"

// TestServeGate: the gate over HTTP decides as the command does, an editor
// overrides, and what was decided at the desk counts at once.
func TestServeGate(t *testing.T) {
	n := newNewsroom(t)
	policy := n.file("policy.yaml", warning)
	d := startDesk(t, "serve", "--gate", "--against", "../../testdata/gate/archive", "--policy", policy, "--db", n.db, "--listen", "127.0.0.1:0")
	n.ready(d.url)
	drafts, err := filepath.Glob("../../testdata/gate/drafts/*")
	if err != nil || len(drafts) == 0 {
		t.Fatal(drafts, err)
	}
	var number answered
	for _, path := range drafts {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		kind := map[string]string{".md": "text/markdown", ".txt": "text/plain"}[filepath.Ext(path)]
		got, status, err := n.ask(d.client, "cms", "POST", d.url+"/v1/gate", kind, data)
		if status != http.StatusOK || err != nil {
			t.Errorf("%s: %d, %v", path, status, err)
			continue
		}
		var out bytes.Buffer
		run(t.Context(), strings.NewReader(""), &out, io.Discard, []string{"gate", path, "--against", "../../testdata/gate/archive", "--policy", policy, "--format", "json"})
		var want answered
		if err := json.Unmarshal(out.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		if got.Decision != want.Decision || !cmp.Equal(codesOf(got), codesOf(want)) {
			t.Errorf("%s: %s %v, the command says %s %v", path, got.Decision, codesOf(got), want.Decision, codesOf(want))
		}
		if filepath.Base(path) == "number.md" {
			number = got
		}
	}
	if number.Decision != "hold" || len(number.Warnings) != 1 {
		t.Fatalf("%+v", number)
	}
	if got, status, err := n.override(d.client, d.url, number); status != http.StatusOK || got.Decision != "publish" || got.Override.Who != "ada" || err != nil {
		t.Errorf("%d, %+v, %v", status, got, err)
	}
	n.reject(number.Findings[0].Pair)
	data, _ := os.ReadFile("../../testdata/gate/drafts/number.md")
	again := append(data, "\nNobody was hurt.\n"...) // another version, which the override does not cover
	if got, status, err := n.ask(d.client, "cms", "POST", d.url+"/v1/gate", "text/markdown", again); status != http.StatusOK || got.Decision != "publish" || got.Override != nil || err != nil {
		t.Errorf("after a decision at the desk: %d, %+v, %v", status, got, err)
	}
	if err := d.stop(); err != nil {
		t.Error(err)
	}
}

func codesOf(a answered) (codes []string) {
	for _, r := range append(a.Errors, a.Warnings...) {
		codes = append(codes, r.Code)
	}
	return codes
}

// reject rejects a pair, as another process does.
func (n *newsroom) reject(pair string) {
	n.Helper()
	store, err := openStore(n.Context(), n.db)
	if err != nil {
		n.Fatal(err)
	}
	defer store.Close()
	e := review.Event{ID: review.NewID(), At: time.Now(), Who: "ada", Action: review.Decide, Subject: pair, Verdict: review.DifferentSubject, Why: "two repairs"}
	if _, err := store.Append(n.Context(), review.Entry{Event: e, After: review.Whatever}); err != nil {
		n.Fatal(err)
	}
}

// TestServeBoth: the desk and the gate in one process, with one document.
func TestServeBoth(t *testing.T) {
	n := newNewsroom(t)
	saved := savedReport(t, 2)
	d := startDesk(t, "serve", "--from", saved, "--gate", "--against", "../../testdata/gate/archive", "--db", n.db, "--listen", "127.0.0.1:0")
	n.ready(d.url)
	for path, want := range map[string]string{"/login": "Come in", "/health": "ok", "/healthz": `"ok"`, "/openapi.json": "/v1/gate"} {
		w, err := d.client.Get(d.url + path)
		if err != nil {
			t.Fatal(err)
		}
		data, _ := io.ReadAll(w.Body)
		w.Body.Close()
		if w.StatusCode != http.StatusOK || !strings.Contains(string(data), want) || path == "/openapi.json" && !strings.Contains(string(data), "/pair/{key}/decide") {
			t.Errorf("%s: %d %.200s", path, w.StatusCode, data)
		}
	}
	if err := d.stop(); err != nil {
		t.Error(err)
	}
}

// hooked is a receiver of webhooks that fails until it is well.
type hooked struct {
	mu    sync.Mutex
	well  bool
	tries int
	ids   map[string]int    // by message ID, how often it was taken
	of    map[string]string // draft and type -> message ID
}

func (h *hooked) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.tries++
	var news struct {
		Type string
		Data struct{ ID string }
	}
	if !h.well || json.NewDecoder(r.Body).Decode(&news) != nil || !strings.HasPrefix(r.Header.Get("Webhook-Signature"), "v1,") {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	h.ids[r.Header.Get("Webhook-Id")]++
	h.of[news.Data.ID+" "+news.Type] = r.Header.Get("Webhook-Id")
}

// TestServeGateKilled kills a process that checks drafts and takes overrides, again
// and again, and looks for all that it had answered: nothing is lost, and everybody
// hears of it in the end, though the receiver fails at first.
func TestServeGateKilled(t *testing.T) {
	n := newNewsroom(t)
	to := &hooked{ids: map[string]int{}, of: map[string]string{}}
	receiver := httptest.NewServer(to)
	defer receiver.Close()
	args := []string{"serve", "--gate", "--against", n.file("pier.md", "---\noutlet: Harbour Post\ndate: 2031-05-04\n---\nThe storm tore 40 boats from the pier.\n"), "--policy", n.file("policy.yaml", warning), "--db", n.db,
		"--webhook", receiver.URL, "--webhook-secret-file", n.file("secret", "a secret that nobody else knows"), "--listen", "127.0.0.1:0"}
	program := asCommand(t)
	checked, overridden := map[string]string{}, map[string]bool{}
	for round, some := range []int{1, 4, 7} {
		url, kill := n.process(program, args)
		n.work(url, round, some, kill, checked, overridden)
	}
	to.mu.Lock()
	if to.tries == 0 {
		t.Error("nobody was told")
	}
	to.well = true
	to.mu.Unlock()
	n.recorded(checked, overridden)
	_, kill := n.process(program, args)
	n.told(to, checked, overridden)
	kill()
}

// process starts the command, and returns its address and how to kill it.
func (n *newsroom) process(program string, args []string) (url string, kill func()) {
	n.Helper()
	cmd := exec.CommandContext(n.Context(), program, args...)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		n.Fatal(err)
	}
	kill = sync.OnceFunc(func() { cmd.Process.Kill(); cmd.Wait() })
	n.Cleanup(kill)
	var line [64]byte
	k, err := out.Read(line[:])
	if err != nil {
		n.Fatal("the gate does not say where it listens: ", err)
	}
	url = strings.TrimSuffix(strings.TrimSpace(string(line[:k])), "/")
	n.ready(url)
	return url, kill
}

// work has several senders check drafts and override what was held, until some were
// overridden; then the process is killed in the middle of the others.
func (n *newsroom) work(url string, round, some int, kill func(), checked map[string]string, overridden map[string]bool) {
	var mu sync.Mutex
	var wait sync.WaitGroup
	client := &http.Client{Timeout: time.Minute}
	done := 0
	for sender := range 3 {
		wait.Go(func() {
			for i := 0; ; i++ {
				body := fmt.Appendf(nil, `{"id": "%d-%d-%d", "title": "Storm", "date": "2031-05-04", "body": "The storm tore %d boats from the pier."}`, round, sender, i, 50+i)
				a, status, err := n.ask(client, "cms", "POST", url+"/v1/gate", "application/json", body)
				if err != nil || status != http.StatusOK {
					return // killed
				}
				mu.Lock()
				checked[a.ID] = a.Check
				mu.Unlock()
				o, status, err := n.override(client, url, a)
				if err != nil || status != http.StatusOK {
					return
				}
				mu.Lock()
				overridden[o.ID] = true
				if done++; done == some {
					go kill()
				}
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	if done < some {
		n.Errorf("only %d overrides were answered: the test proves nothing", done)
	}
	kill()
}

// recorded looks for all that was answered.
func (n *newsroom) recorded(checked map[string]string, overridden map[string]bool) {
	n.Helper()
	store, err := openStore(n.Context(), n.db)
	if err != nil {
		n.Fatal(err)
	}
	defer store.Close()
	list, err := gateLog(store).Look(n.Context(), docket.Query{})
	if err == nil {
		err = docket.Verify("", list)
	}
	if err != nil {
		n.Fatal(err)
	}
	seen := map[string]bool{}
	for _, e := range list {
		seen[string(e.Action)+" "+e.Draft+" "+e.Sum] = true
	}
	for draft, sum := range checked {
		if !seen["check "+draft+" "+sum] || overridden[draft] && !seen["override "+draft+" "+sum] {
			n.Errorf("what was answered on %s is lost", draft)
		}
	}
	n.Logf("%d checks and %d overrides were answered; %d entries", len(checked), len(overridden), len(list))
}

// told waits until everybody has heard of everything.
func (n *newsroom) told(to *hooked, checked map[string]string, overridden map[string]bool) {
	n.Helper()
	missing := 0
	for range 300 {
		to.mu.Lock()
		missing = 0
		for draft := range checked {
			if to.of[draft+" gate.held"] == "" || overridden[draft] && to.of[draft+" gate.released"] == "" {
				missing++
			}
		}
		to.mu.Unlock()
		if missing == 0 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	n.Errorf("of %d drafts nobody was told", missing)
}
