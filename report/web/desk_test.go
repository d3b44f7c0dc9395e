package web

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/report/review"
)

// field is the value of a hidden field of a page's verdict form.
func (g got) field(t *testing.T, name string) string {
	t.Helper()
	m := regexp.MustCompile(`(?s)class="decide".*?name="` + name + `" value="([^"]*)"`).FindStringSubmatch(g.body)
	if m == nil {
		t.Fatalf("the page %s has no field %s:\n%s", g.at, name, g.body)
	}
	return m[1]
}

// press sends the form of a pair's page as a button does.
func (v *visitor) press(page got, what string, fields ...string) got {
	v.Helper()
	m := regexp.MustCompile(`action="(/pair/[0-9a-f]+)/decide"`).FindStringSubmatch(page.body)
	if m == nil {
		v.Fatalf("no form on %s: %s", page.at, page.body)
	}
	all := []string{"id", page.field(v.T, "id"), "after", page.field(v.T, "after"), "query", page.field(v.T, "query")}
	return v.post(m[1]+"/"+what, append(all, fields...)...)
}

// TestSession goes through a session without a script.
func TestSession(t *testing.T) {
	s := newStand(t, sample(4), nil, Options{})
	keys, ada := s.keys(), s.as("ada")
	page := ada.get("/next")
	if page.at != "/pair/"+keys[0] || !strings.Contains(page.body, "<mark>not safe</mark>") {
		t.Fatalf("the first pair is at %s", page.at)
	}
	page = ada.press(page, "decide", "verdict", "contradiction", "why", "asked the office")
	if !strings.HasPrefix(page.at, "/pair/"+keys[1]) || !strings.Contains(page.body, "Recorded: contradiction.") {
		t.Errorf("after a verdict at %s", page.at)
	}
	page = ada.press(page, "skip")
	if !strings.HasPrefix(page.at, "/pair/"+keys[2]) {
		t.Errorf("after skip at %s", page.at)
	}
	page = ada.press(page, "note", "why", "look at the minutes")
	if !strings.HasPrefix(page.at, "/pair/"+keys[2]) || !strings.Contains(page.body, "look at the minutes") {
		t.Errorf("after a note at %s", page.at)
	}
	page = ada.press(page, "flag")
	if s.standing(keys[2]).Flag == nil {
		t.Error("not flagged")
	}
	page = ada.press(page, "flag")
	if s.standing(keys[2]).Flag != nil {
		t.Error("still flagged")
	}
	page = ada.press(page, "decide", "verdict", "same-meaning", "days", "30")
	if got := s.standing(keys[2]).Decision.Expires; !got.Equal(s.clock.Now().Add(30 * 24 * time.Hour)) {
		t.Errorf("expires at %v", got)
	}
	page = ada.press(page, "decide", "verdict", "unclear") // the last one; then the one left for later
	if !strings.HasPrefix(page.at, "/pair/"+keys[1]) {
		t.Errorf("what was left for later does not come last: at %s", page.at)
	}
	page = ada.press(page, "decide", "verdict", "superseded")
	if !strings.HasPrefix(page.at, "/queue") || !strings.Contains(page.body, "Nothing is waiting") {
		t.Errorf("at the end at %s", page.at)
	}
	for _, want := range []struct{ to, at, says string }{
		{"/undo", keys[1], "Taken back: superseded."}, {"/undo", keys[3], "Taken back: unclear."}, {"/redo", keys[3], "Put back: unclear."},
	} {
		if page = ada.post(want.to, "id", want.at+want.to); !strings.HasPrefix(page.at, "/pair/"+want.at) || !strings.Contains(page.body, want.says) {
			t.Errorf("%s leads to %s, without %q", want.to, page.at, want.says)
		}
	}
	if page = ada.get("/history"); !strings.Contains(page.body, "asked the office") || !strings.Contains(page.body, "taken back") {
		t.Error("the history has not all")
	}
	page = ada.press(ada.get("/pair/"+keys[0]), "undismiss")
	if s.standing(keys[0]).Phase != review.Open {
		t.Error("not back in the queue")
	}
}

// TestStale sends a page that is out of date.
func TestStale(t *testing.T) {
	s := newStand(t, sample(2), nil, Options{})
	key, ada, ben := s.keys()[0], s.as("ada"), s.as("ben")
	hers, his := ada.get("/pair/"+key), ben.get("/pair/"+key)
	if page := ben.press(his, "decide", "verdict", "superseded", "why", "ben was first"); page.status != http.StatusOK {
		t.Fatal(page.status)
	}
	page := ada.press(hers, "decide", "verdict", "contradiction", "why", "mine")
	if page.status != http.StatusConflict || !strings.Contains(page.body, "ben was first") || !strings.Contains(page.body, "mine") {
		t.Errorf("%d: %s", page.status, page.body)
	}
	if got := s.standing(key); got.Verdict() != review.Superseded {
		t.Errorf("the verdict is %q", got.Verdict())
	}
	after := regexp.MustCompile(`name="after" value="([^"]*)"`).FindStringSubmatch(page.body)[1]
	ada.post("/pair/"+key+"/decide", "id", "x", "after", after, "verdict", "contradiction")
	if got := s.standing(key); got.Verdict() != review.Contradiction || got.Decision.Who != "ada" {
		t.Errorf("after insisting the verdict is %q", got.Verdict())
	}
}

// TestTwice sends one form twice, and then again with another verdict.
func TestTwice(t *testing.T) {
	s := newStand(t, sample(2), nil, Options{})
	key, ada := s.keys()[0], s.as("ada")
	page := ada.get("/pair/" + key)
	for range 2 {
		if got := ada.press(page, "decide", "verdict", "unclear"); got.status != http.StatusOK {
			t.Errorf("status %d", got.status)
		}
	}
	if got := ada.press(page, "decide", "verdict", "superseded"); got.status != http.StatusConflict {
		t.Errorf("by way of the back button: status %d", got.status)
	}
	s.ledger.View(func(st *review.State) {
		if n := len(st.Events()); n != 1 {
			t.Errorf("%d events, want 1", n)
		}
	})
}

// TestFilters narrows the queue.
func TestFilters(t *testing.T) {
	s := newStand(t, sample(6), nil, Options{})
	keys, ada := s.keys(), s.as("ada")
	ada.json = true
	s.as("ben").press(s.as("ben").get("/pair/"+keys[0]), "decide", "verdict", "same-meaning")
	ada2 := s.as("ada")
	ada2.press(ada2.get("/pair/"+keys[1]), "decide", "verdict", "contradiction")
	ada2.press(ada2.get("/pair/"+keys[2]), "flag")
	ada2.press(ada2.get("/pair/"+keys[3]), "skip")
	for query, want := range map[string]int{
		"": 4, "state=all": 6, "state=decided": 2, "state=confirmed": 1, "state=rejected": 1, "state=mine": 1, "state=flagged": 1, "state=skipped": 1, "state=unclear": 0,
		"type=negation": 2, "type=negation&state=all": 3, "outlet=Harbour+Post": 4, "outlet=Nobody": 0, "speaker=Tom+Okoye&state=all": 6, "topic=pier+5": 1, "q=PIER+5": 1, "relation=shift": 0, "sort=score": 4,
	} {
		var page QueuePage
		if err := json.Unmarshal([]byte(ada.get("/queue?"+query).body), &page); err != nil {
			t.Fatal(err)
		}
		if page.Found != want || len(page.Rows) != want {
			t.Errorf("%q finds %d and shows %d, want %d", query, page.Found, len(page.Rows), want)
		}
	}
	// Whoever narrows the queue stays in what he asked for.
	page := ada2.get("/next?type=negation")
	if page = ada2.press(page, "decide", "verdict", "unclear"); !strings.Contains(page.at, "type=negation") {
		t.Errorf("after a verdict at %s", page.at)
	}
}

// TestBlind lets two people read one pair, and a third one settle it.
func TestBlind(t *testing.T) {
	s := newStand(t, sample(2), nil, Options{Double: 1})
	key := s.keys()[0]
	ada, ben, cyd := s.as("ben"), s.as("dee"), s.as("cyd")
	ada.press(ada.get("/pair/"+key), "decide", "verdict", "contradiction", "why", "secret reason")
	page := ben.get("/pair/" + key)
	for _, at := range []string{"/pair/" + key, "/history", "/queue?state=all"} {
		if strings.Contains(ben.get(at).body, "secret reason") {
			t.Errorf("%s shows what the other reader said", at)
		}
	}
	if got := ada.get("/next"); strings.HasPrefix(got.at, "/pair/"+key) {
		t.Error("the first reader is asked again")
	}
	if got := ben.press(page, "decide", "verdict", "superseded"); got.status != http.StatusOK {
		t.Errorf("the second reading: status %d", got.status)
	}
	if got := s.standing(key); got.Phase != review.Split {
		t.Errorf("the pair is %s", got.Phase)
	}
	for who, v := range map[string]*visitor{"the first reader": ada, "the second reader": ben} {
		if got := v.press(v.get("/pair/"+key), "decide", "verdict", "contradiction"); got.status != http.StatusForbidden {
			t.Errorf("%s, having seen the other's: status %d", who, got.status)
		}
	}
	page = cyd.get("/queue?state=split")
	if !strings.Contains(page.body, key) {
		t.Error("the adjudicator does not find it")
	}
	page = cyd.get("/pair/" + key)
	if !strings.Contains(page.body, "secret reason") || !strings.Contains(page.body, "Yours is the last word") {
		t.Error("the adjudicator does not see both readings")
	}
	cyd.press(page, "decide", "verdict", "superseded")
	if got := s.standing(key); got.Phase != review.Decided || !got.Decision.Final {
		t.Errorf("the pair is %+v", got)
	}
	for _, deed := range []string{"decide", "undismiss"} {
		if got := ada.press(ada.get("/pair/"+key), deed, "verdict", "contradiction"); got.status != http.StatusForbidden {
			t.Errorf("%s after the adjudicator: status %d", deed, got.status)
		}
	}
	if page = ada.get("/agreement"); page.status != http.StatusOK {
		t.Errorf("agreement: %d", page.status)
	}
}

// TestCorrections corrects a speaker, words and a topic, and takes it back.
func TestCorrections(t *testing.T) {
	s := newStand(t, sample(2), nil, Options{})
	keys, ada := s.keys(), s.as("ada")
	page := ada.post("/claim/c0-0/speaker", "id", "1", "pair", keys[0], "name", "Ann <b>Ray</b>", "role", "warden")
	if !strings.HasPrefix(page.at, "/pair/"+keys[0]+"?done=") || !strings.Contains(page.body, "Ann &lt;b&gt;Ray&lt;/b&gt;") {
		t.Errorf("at %s: %s", page.at, page.body)
	}
	if page = ada.post("/claim/c0-1/span", "id", "2", "pair", keys[0], "words", "not there"); page.status != http.StatusUnprocessableEntity {
		t.Errorf("words that are not in the article: %d", page.status)
	}
	page = ada.post("/claim/c0-1/span", "id", "3", "pair", keys[0], "words", "Pier 0 is not safe for any visitor,” said Tom Okoye")
	if page.status != http.StatusOK || strings.Contains(page.at, keys[0]) || !strings.HasPrefix(page.at, "/pair/") {
		t.Errorf("other words make another pair: %d at %s", page.status, page.at)
	}
	ada.post("/undo", "id", "4")
	if ada.get("/pair/"+keys[0]).status != http.StatusOK {
		t.Error("undo does not bring the pair back")
	}
	if page = ada.post("/topic/t0/part", "id", "5"); page.status != http.StatusUnprocessableEntity {
		t.Errorf("nothing ticked: %d", page.status)
	}
	page = ada.post("/topic/t0/part", "id", "6", "claim", "c0-1")
	if page.at[:9] != "/topic/t0" || strings.Contains(page.body, "not safe") || ada.get("/pair/"+keys[0]).status != http.StatusNotFound {
		t.Errorf("the claim is still in its topic, at %s", page.at)
	}
	page = ada.post("/topic/t0/join", "id", "7", "with", "t1")
	if !strings.Contains(page.body, "Pier 1 is safe") {
		t.Errorf("the topics are not joined, at %s", page.at)
	}
	for _, at := range []string{"/topics", "/topics?q=pier", "/article/a0-0?claim=c0-0&pair=" + keys[1]} {
		if page = ada.get(at); page.status != http.StatusOK {
			t.Errorf("%s: %d", at, page.status)
		}
	}
}

// TestFaults asks for what is not there, too much, or not allowed.
func TestFaults(t *testing.T) {
	s := newStand(t, sample(1), nil, Options{})
	key, ada := s.keys()[0], s.as("ada")
	for _, c := range []struct {
		what string
		got  got
		want int
	}{
		{"no page", ada.get("/nothing"), 404},
		{"no pair", ada.get("/pair/123"), 404},
		{"no article", ada.get("/article/x"), 404},
		{"no topic", ada.get("/topic/x"), 404},
		{"no claim", ada.post("/claim/x/speaker"), 404},
		{"wrong method", ada.get("/undo"), 404},
		{"no verdict", ada.post("/pair/" + key + "/decide"), 400},
		{"a verdict that is none", ada.post("/pair/"+key+"/decide", "verdict", "perhaps"), 400},
		{"an empty note", ada.post("/pair/" + key + "/note"), 400},
		{"nothing to undo", ada.post("/undo"), 409},
		{"too long a reason", ada.post("/pair/"+key+"/note", "why", strings.Repeat("x", 5000)), 400},
		{"too much", ada.post("/pair/"+key+"/note", "why", strings.Repeat("x", maxBody+1)), 413},
		{"broken JSON", ada.send("POST", "/pair/"+key+"/note", "application/json", "{"), 400},
		{"a stranger", s.as("mallory").get("/queue"), 401},
		{"a template's file", ada.get("/static/README.md"), 404},
		{"a way out", ada.get("/static/..%2fpage%2flayout.html"), 400},
		{"the script", ada.get("/static/desk.js"), 200},
		{"health", s.as("").get("/health"), 200},
	} {
		if c.got.status != c.want {
			t.Errorf("%s: status %d, want %d", c.what, c.got.status, c.want)
		}
	}
}

// TestShield looks at what stands before every request.
func TestShield(t *testing.T) {
	s := newStand(t, sample(1), nil, Options{})
	key := s.keys()[0]
	for _, c := range []struct {
		name, header, value string
		want                int
	}{
		{"from another site", "Sec-Fetch-Site", "cross-site", 403},
		{"from another origin", "Origin", "https://evil.example", 403},
		{"from the desk", "Sec-Fetch-Site", "same-origin", 200},
		{"from a program", "", "", 200},
	} {
		req, err := http.NewRequestWithContext(t.Context(), "POST", s.url+"/pair/"+key+"/flag", nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("X-Test-Person", "ada")
		req.Header.Set("Accept", "application/json")
		req.Header.Set(c.header, c.value)
		if c.header == "" {
			delete(req.Header, "")
		}
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != c.want {
			t.Errorf("%s: status %d, want %d", c.name, res.StatusCode, c.want)
		}
	}
	page := s.as("ada").get("/queue")
	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", "Content-Security-Policy": contentPolicy} {
		if got := page.header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	for _, inline := range []string{" style=", "<style", "onclick=", "javascript:"} {
		if strings.Contains(page.body, inline) {
			t.Errorf("the page has %q, which the policy would refuse", inline)
		}
	}
}

// TestHosts refuses names that are not the desk's.
func TestHosts(t *testing.T) {
	s := newStand(t, sample(1), nil, Options{})
	for host, want := range map[string]int{"127.0.0.1:8080": 200, "evil.example:8080": 421, "127.0.0.1": 421} {
		req, err := http.NewRequestWithContext(t.Context(), "GET", "/health", nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Host = host
		w := httptest.NewRecorder()
		s.desk.Handler("127.0.0.1:8080").ServeHTTP(w, req)
		if w.Code != want {
			t.Errorf("%s: status %d, want %d", host, w.Code, want)
		}
	}
}

// TestTicket lets in once.
func TestTicket(t *testing.T) {
	door := NewTicket("ada", "8080")
	s := newStand(t, sample(1), nil, Options{Door: door})
	path := door.Path()
	ada := s.as("")
	if got := ada.get("/queue").status; got != 401 {
		t.Errorf("without a ticket: status %d", got)
	}
	if got := ada.get("/enter?token=guess").status; got != 403 {
		t.Errorf("with a guess: status %d", got)
	}
	if got := ada.get(path); got.status != 200 || got.at != "/queue" {
		t.Errorf("with the ticket: status %d at %s", got.status, got.at)
	}
	if got := ada.get(path); got.status != 200 {
		t.Errorf("again, in the same browser: status %d", got.status)
	}
	if got := s.as("").get(path).status; got != 403 {
		t.Errorf("again, in another browser: status %d", got)
	}
}

// TestHostile wants nothing of an article to become markup.
func TestHostile(t *testing.T) {
	r := sample(1)
	evil := `<script>alert(1)</script>" onload="alert(1) ` + "\u202e"
	r.Claims[0].Speaker.Name, r.Articles[0].Title, r.Findings[0].Why, r.Topics[0].Label = evil, evil, evil, evil
	r.Claims[0].Outlet, r.Articles[0].Outlet, r.Articles[0].URL = evil, evil, "javascript:alert(1)"
	s := newStand(t, r, nil, Options{})
	ada := s.as("ada")
	ada.press(ada.get("/next"), "note", "why", evil)
	for _, at := range []string{"/queue", "/queue?q=" + `%22%3E%3Cscript%3E`, "/pair/" + s.keys()[0], "/article/a0-0?claim=c0-0", "/topics", "/topic/t0", "/history", "/history?who=%3Cscript%3E"} {
		page := ada.get(at)
		if strings.Contains(page.body, "<script>") || strings.Contains(page.body, `" onload="`) || strings.Contains(page.body, "javascript:") {
			t.Errorf("%s: markup of the article's", at)
		}
	}
}

// TestOutside sees what another process writes to the ledger.
func TestOutside(t *testing.T) {
	store := &review.Memory{}
	s := newStand(t, sample(2), store, Options{})
	key := s.keys()[0]
	e := review.Event{ID: "x", At: s.clock.Now(), Who: "eve", Action: review.Decide, Subject: key, Verdict: review.Unclear}
	if _, err := store.Append(t.Context(), review.Entry{Event: e}); err != nil {
		t.Fatal(err)
	}
	if page := s.as("ada").get("/pair/" + key); !strings.Contains(page.body, "eve") {
		t.Error("the page does not tell of it")
	}
	fix := review.Correction{Kind: review.FixSpeaker, Claim: review.ClaimRef{Key: s.desk.board.Load().keys.Claim("c1-0"), Outlet: "Harbour Post"}}
	if _, err := store.Append(t.Context(), review.Entry{Event: review.Event{ID: "y", At: s.clock.Now(), Who: "eve", Action: review.Correct, Subject: fix.Subject(), Correction: &fix}}); err != nil {
		t.Fatal(err)
	}
	s.as("ada").get("/queue")
	if got := s.desk.board.Load().claims["c1-0"].Speaker; got != nil {
		t.Errorf("the speaker is still %s", got.Name)
	}
}

// TestOrder puts the most valuable first: sure, in many outlets, fresh.
func TestOrder(t *testing.T) {
	r := sample(4)
	r.Findings[1].Score = .99
	for i := range 2 {
		r.Claims[4+i].Date, r.Articles[4+i].Date = "2031-04-01", "2031-04-01" // of finding 2
	}
	r.Findings[3].Also.A = []string{"c0-0"}
	r.Claims[0].Outlet, r.Articles[0].Outlet = "Evening Lamp", "Evening Lamp"
	var ids []string
	for _, it := range newBoard(r, nil).items {
		ids = append(ids, it.finding.ID)
	}
	if diff := cmp.Diff([]string{"f3", "f1", "f0", "f2"}, ids); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
