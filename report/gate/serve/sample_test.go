package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"crosscheck/report/gate"
	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/intake"
	"crosscheck/report/gate/metric"
	"crosscheck/report/review/people"
)

// noon is when all tests happen.
var noon = time.Date(2031, 5, 6, 12, 0, 0, 0, time.UTC)

// script is a checker that finds what a draft itself says is in it: the words
// "wrong" and "doubtful" are an error and a warning, each numbered by the word
// behind it. It does what do says first.
type script struct {
	mu     sync.Mutex
	policy *gate.Policy
	do     func(context.Context, intake.Draft) error
	asked  int
}

func (s *script) Check(ctx context.Context, d intake.Draft) (gate.Decision, error) {
	s.mu.Lock()
	s.asked++
	do := s.do
	s.mu.Unlock()
	if do != nil {
		if err := do(ctx, d); err != nil {
			return gate.Decision{}, err
		}
	}
	out := gate.Decision{Outcome: gate.Publish, Against: 7, Drafts: []gate.Verdict{{Draft: DraftOf(d)}}}
	words := strings.Fields(d.Text)
	for i, w := range words[:len(words)-1] {
		level := map[string]gate.Level{"wrong": gate.Error, "doubtful": gate.Warning}[w]
		if level == "" {
			continue
		}
		c := &gate.Clash{Finding: "f_" + words[i+1], Pair: "pair-" + strings.Trim(words[i+1], "."), Relation: "misquote", Type: "wording", Score: .7, Why: "They differ."}
		c.Ours.Passage, c.Theirs.Passage = nil, nil
		out.Reasons = append(out.Reasons, gate.Reason{Code: gate.Misquote, Level: level, Draft: d.ID, What: "A remark is quoted as “" + d.Text + "”.", Do: "Check it.", Clash: c})
		if level == gate.Error || s.policy.HoldOn == gate.Warning {
			out.Outcome = gate.Hold
		}
	}
	out.Drafts[0].Outcome = out.Outcome
	return out, nil
}

func (s *script) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.asked
}

// stand is a server in a test, with three accounts: cms (reviewer), ada
// (adjudicator) and eve, whose token only reads.
type stand struct {
	t       *testing.T
	server  *Server
	url     string
	checker *script
	store   *docket.Memory
	set     *metric.Set
	tokens  map[string]string
	log     *lines
}

// lines is a log.
type lines struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// uses are what the tokens are for: the newsroom's system only has drafts checked.
var uses = map[string]people.Use{"cms": people.Gating, "ada": people.Writing, "eve": people.Reading}

// accounts are the three accounts with their tokens, made once: passwords are slow
// to make.
var accounts = sync.OnceValues(func() (*people.Book, map[string]string) {
	book, tokens := people.NewBook(&people.Memory{}, time.Now), map[string]string{}
	for name, role := range map[string]string{"cms": "reviewer", "ada": "adjudicator", "eve": "admin"} {
		err := book.Add(context.Background(), name, role, "a long password of "+name)
		if err == nil {
			tokens[name], err = book.AddToken(context.Background(), name, "test", uses[name], 0)
		}
		if err != nil {
			panic(err)
		}
	}
	return book, tokens
})

// newStand makes a stand, whose warnings hold.
func newStand(t *testing.T, change func(*Options)) *stand {
	t.Helper()
	policy, err := gate.ParsePolicy("", []byte("hold_on: warning\nbudget: 20s\nown: [Harbour Post]\n"))
	if err != nil {
		t.Fatal(err)
	}
	book, tokens := accounts()
	s := &stand{t: t, checker: &script{policy: policy}, store: &docket.Memory{}, set: &metric.Set{}, tokens: tokens, log: &lines{}}
	opt := Options{Checker: s.checker, Book: book, Store: s.store, Policy: policy, Metrics: s.set, Log: slog.New(slog.NewJSONHandler(s.log, nil)),
		Now: func() time.Time { return noon }, Tell: []string{"https://desk.example/hook"}}
	if change != nil {
		change(&opt)
	}
	if s.server, err = New(t.Context(), opt); err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(s.server.Handler())
	t.Cleanup(web.Close)
	s.url = web.URL
	return s
}

// got is an answer.
type got struct {
	status int
	header http.Header
	body   string
}

// code is the code of a problem.
func (g got) code() string {
	var p problemJSON
	if json.Unmarshal([]byte(g.body), &p) != nil {
		return "no JSON: " + g.body
	}
	return string(p.Code)
}

// has reads a field of the answer.
func (g got) has(field string) string {
	var fields map[string]any
	json.Unmarshal([]byte(g.body), &fields)
	text, _ := fields[field].(string)
	return text
}

// send sends a request; header are pairs of names and values.
func (s *stand) send(who, method, path string, body io.Reader, header ...string) got {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), method, s.url+path, body)
	if err != nil {
		s.t.Fatal(err)
	}
	if who != "" {
		r.Header.Set("Authorization", "Bearer "+s.tokens[who])
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	client := &http.Client{Transport: &http.Transport{DisableCompression: true}}
	defer client.CloseIdleConnections()
	w, err := client.Do(r)
	if err != nil {
		s.t.Fatalf("%s %s: %v", method, path, err)
	}
	defer w.Body.Close()
	data, err := io.ReadAll(w.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return got{w.StatusCode, w.Header, string(data)}
}

const asJSON = "application/json"

// check sends a draft of a story.
func (s *stand) check(story, text string, header ...string) got {
	s.t.Helper()
	body, _ := json.Marshal(map[string]string{"id": story, "title": "On the pier", "body": text})
	return s.send("cms", "POST", "/v1/gate", bytes.NewReader(body), append([]string{"Content-Type", asJSON}, header...)...)
}

// override overrides what an answer said.
func (s *stand) override(who string, of got, reason string, header ...string) got {
	s.t.Helper()
	body, _ := json.Marshal(overrideBody{of.has("check"), reason})
	return s.send(who, "POST", "/v1/gate/"+of.has("id")+"/override", bytes.NewReader(body), append([]string{"Content-Type", asJSON}, header...)...)
}

// entries are all entries of the log.
func (s *stand) entries() []docket.Entry {
	s.t.Helper()
	list, err := s.store.Look(context.Background(), docket.Query{})
	if err != nil {
		s.t.Fatal(err)
	}
	return list
}

// told are the kinds of the messages, in order of their making.
func (s *stand) told() (kinds []string, bodies string) {
	s.t.Helper()
	list, err := s.store.Due(context.Background(), "https://desk.example/hook", docket.At(noon.Add(time.Hour)), 100)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, m := range list {
		var n news
		if err := json.Unmarshal(m.Body, &n); err != nil {
			s.t.Fatal(err)
		}
		kinds, bodies = append(kinds, n.Type), bodies+string(m.Body)+"\n"
	}
	return kinds, bodies
}

var errBoom = errors.New("boom")

type (
	draft    = intake.Draft
	decision = gate.Decision
)

// checkerFunc is a checker that is a function.
type checkerFunc func(context.Context, draft) (decision, error)

func (f checkerFunc) Check(ctx context.Context, d draft) (decision, error) { return f(ctx, d) }

// sortedTold are kinds of messages in no order: those of one moment have none.
func sortedTold(kinds []string) []string { return slices.Sorted(slices.Values(kinds)) }
