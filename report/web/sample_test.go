package web

import (
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report/review"
	"crosscheck/report/review/reviewtest"
)

// sample is an invented report of n pairs about n piers: on each, the Harbour
// Post and the Coast Courier quote two people who oppose each other. The first
// pair has the highest score.
func sample(n int) *compare.Report {
	r := &compare.Report{Version: compare.Version, Articles: []claims.Article{}, Claims: []claims.Claim{}, Stories: []compare.Story{},
		Topics: []compare.Topic{}, Copies: []compare.Copies{}, Findings: []compare.Finding{}, SetAside: []compare.SetAside{}, Warnings: []claims.Warning{}}
	for i := range n {
		text := [2]string{
			fmt.Sprintf("Row over pier %d\n\nThe council met on Monday. “Pier %d is safe for every visitor,” said Mara Lind. Nobody else spoke.\n", i, i),
			fmt.Sprintf("Pier %d doubted\n\nThe office was asked on Tuesday. “Pier %d is not safe for any visitor,” said Tom Okoye. He left early.\n", i, i),
		}
		words := [2]string{fmt.Sprintf("Pier %d is safe for every visitor,", i), fmt.Sprintf("Pier %d is not safe for any visitor,", i)}
		who := [2]claims.Speaker{{ID: "lind", Name: "Mara Lind", Role: "harbour master"}, {ID: "okoye", Name: "Tom Okoye", Role: "inspector", Affiliation: "Fisheries Office"}}
		outlet := [2]string{"Harbour Post", "Coast Courier"}
		for s := range 2 {
			a := claims.Article{ID: fmt.Sprintf("a%d-%d", i, s), Outlet: outlet[s], Title: strings.SplitN(text[s], "\n", 2)[0], Date: "2031-05-01", Text: text[s]}
			at := strings.Index(text[s], words[s])
			r.Articles = append(r.Articles, a)
			r.Claims = append(r.Claims, claims.Claim{ID: fmt.Sprintf("c%d-%d", i, s), Article: a.ID, Outlet: a.Outlet, Kind: claims.Direct, Speaker: &who[s],
				Source: []claims.Span{}, Cue: []claims.Span{}, Content: []claims.Span{{Start: at, End: at + len(words[s])}}, Text: words[s], Date: a.Date})
		}
		c0, c1 := fmt.Sprintf("c%d-0", i), fmt.Sprintf("c%d-1", i)
		in := func(s int, w string) []claims.Span {
			at := strings.Index(text[s], w)
			return []claims.Span{{Start: at, End: at + len(w)}}
		}
		r.Topics = append(r.Topics, compare.Topic{ID: fmt.Sprintf("t%d", i), Label: fmt.Sprintf("pier %d", i), Claims: []string{c0, c1}, Centre: c0, Outlets: outlet[:], From: "2031-05-01", To: "2031-05-01"})
		r.Findings = append(r.Findings, compare.Finding{ID: fmt.Sprintf("f%d", i), Relation: compare.Dispute, Type: []compare.Type{compare.Negation, compare.Antonym}[i%2],
			A: c0, B: c1, Score: .95 - .001*float64(i%900), Why: "One side says “safe”, the other “not safe”.", Judge: "rules/1", Rule: "polarity",
			Topic: fmt.Sprintf("t%d", i), Evidence: compare.Evidence{A: in(0, "safe"), B: in(1, "not safe")}})
	}
	return r
}

// clock is a time that a test sets.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// anybody is a door through which a test comes as whom its header names.
type anybody map[string]Role

func (a anybody) Who(r *http.Request) (Person, bool) {
	name := r.Header.Get("X-Test-Person")
	if c, err := r.Cookie("person"); err == nil {
		name = c.Value
	}
	role, ok := a[name]
	return Person{Name: name, Role: role, Reads: true, Writes: true}, ok
}
func (anybody) Entrance() string     { return "" }
func (anybody) routes(*Desk) []Route { return nil }

// stand is a desk with a server.
type stand struct {
	*testing.T
	desk   *Desk
	ledger *review.Ledger
	clock  *clock
	url    string
	cut    atomic.Int32 // cutBefore or cutAfter, 0 for neither
}

// Where the connection of a deed is cut.
const (
	cutBefore int32 = iota + 1 // nothing arrives
	cutAfter                   // it arrives, and the answer does not
)

// cutting cuts connections as the test says.
func (s *stand) cutting(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		cut := s.cut.Load()
		if r.Method != "POST" || cut == 0 {
			next.ServeHTTP(w, r)
			return
		}
		if cut == cutAfter {
			next.ServeHTTP(httptest.NewRecorder(), r)
		}
		if c, _, err := http.NewResponseController(w).Hijack(); err == nil {
			c.Close()
		}
	})
}

func newStand(t *testing.T, r *compare.Report, store review.Store, opt Options) *stand {
	t.Helper()
	s := &stand{T: t, clock: &clock{now: reviewtest.Noon}}
	if store == nil {
		store = &review.Memory{}
	}
	if opt.Door == nil {
		opt.Door = anybody{"ada": Admin, "ben": Reviewer, "cyd": Adjudicator, "dee": Reviewer}
	}
	var err error
	if s.ledger, err = review.NewLedger(t.Context(), store, s.clock.Now); err != nil {
		t.Fatal(err)
	}
	if s.desk, err = New(t.Context(), r, s.ledger, opt); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(s.cutting(s.desk.Handler()))
	t.Cleanup(server.Close)
	s.url = server.URL
	return s
}

// visitor is a browser without scripts, or a program.
type visitor struct {
	*stand
	who    string
	client *http.Client
	json   bool
}

func (s *stand) as(who string) *visitor {
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.Fatal(err)
	}
	return &visitor{stand: s, who: who, client: &http.Client{Jar: jar}}
}

// got is an answer.
type got struct {
	status int
	body   string
	at     string // path and query of where it came from, after redirects
	header http.Header
}

func (v *visitor) send(method, path, kind, body string) got {
	v.Helper()
	req, err := http.NewRequestWithContext(v.Context(), method, v.url+path, strings.NewReader(body))
	if err != nil {
		v.Fatal(err)
	}
	req.Header.Set("X-Test-Person", v.who)
	if kind != "" {
		req.Header.Set("Content-Type", kind)
	}
	if v.json {
		req.Header.Set("Accept", "application/json")
	}
	res, err := v.client.Do(req)
	if err != nil {
		v.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		v.Fatal(err)
	}
	return got{res.StatusCode, string(data), res.Request.URL.RequestURI(), res.Header}
}

func (v *visitor) get(path string) got { v.Helper(); return v.send("GET", path, "", "") }

func (v *visitor) post(path string, fields ...string) got {
	v.Helper()
	form := url.Values{}
	for i := 0; i < len(fields); i += 2 {
		form.Add(fields[i], fields[i+1])
	}
	return v.send("POST", path, "application/x-www-form-urlencoded", form.Encode())
}

// keys are the keys of the pairs, in the order of the board.
func (s *stand) keys() []string {
	var out []string
	for _, it := range s.desk.board.Load().items {
		out = append(out, it.Key)
	}
	return out
}

// standing is where the pair stands.
func (s *stand) standing(key string) (t review.Standing) {
	s.ledger.View(func(st *review.State) { t = st.Of(s.desk.board.Load().byKey[key].Ref, s.clock.Now()) })
	return t
}
