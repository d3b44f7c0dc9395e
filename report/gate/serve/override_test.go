package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"crosscheck/report/gate/docket"
)

// TestOverride: a named editor lets a draft run in spite of warnings, for this
// version and what was seen of it, and that is recorded.
func TestOverride(t *testing.T) {
	s := newStand(t, nil)
	w := s.check("story", "The pier is doubtful one and doubtful two.")
	o := s.override("ada", w, " heard the recording\n")
	var st stateJSON
	if err := json.Unmarshal([]byte(o.body), &st); err != nil || o.status != http.StatusOK {
		t.Fatalf("%d %s %v", o.status, o.body, err)
	}
	if st.Decision != "publish" || st.Judged != "hold" || st.Override == nil || st.Override.Who != "ada" || st.Override.Why != "heard the recording" || len(st.Warnings) != 2 || st.Warnings[0].Pair != "pair-one" {
		t.Errorf("%+v", st)
	}
	if got := s.send("eve", "GET", "/v1/gate/"+st.ID, nil); got.body != o.body {
		t.Errorf("the state is another one: %s", got.body)
	}
	last := s.entries()[1]
	if last.Who != "ada" || last.Why != "heard the recording" || last.Action != docket.Override || last.Draft != st.ID || len(last.Reasons) != 2 || docket.Verify("", s.entries()) != nil {
		t.Errorf("recorded: %+v", last)
	}
	again := s.check("story", "The pier is doubtful one and doubtful two.")
	if again.has("decision") != "publish" || again.has("judged") != "hold" || !strings.Contains(again.body, `"who":"ada"`) {
		t.Errorf("checked again: %s", again.body)
	}
	if n := len(s.entries()); n != 2 {
		t.Errorf("%d entries", n)
	}
}

// TestLog: an admin can read who did what, page by page.
func TestLog(t *testing.T) {
	s := newStand(t, nil)
	s.override("ada", s.check("a", "The pier is doubtful one."), "heard the recording")
	for i := range docket.MostEntries {
		e := docket.Entry{ID: fmt.Sprint("e", i), At: noon, Who: "cms", Action: docket.Check, Draft: fmt.Sprint("d", i), Outcome: "publish"}
		if _, err := s.store.Append(t.Context(), e, docket.Whatever); err != nil {
			t.Fatal(err)
		}
	}
	var list []docket.Entry
	for next, pages := int64(0), 0; pages == 0 || next > 0; pages++ {
		var page logJSON
		w := s.send("eve", "GET", fmt.Sprint("/v1/log?after=", next), nil)
		if err := json.Unmarshal([]byte(w.body), &page); err != nil || w.status != http.StatusOK {
			t.Fatal(w.status, err)
		}
		list, next = append(list, page.Entries...), page.Next
	}
	if err := docket.Verify("", list); err != nil || len(list) != docket.MostEntries+2 || list[1].Who != "ada" || list[1].Why != "heard the recording" {
		t.Errorf("%d entries, %v: %+v", len(list), err, list[1])
	}
	if w := s.send("eve", "GET", "/v1/log?after=99999", nil); w.body != `{"entries":[],"next":0}`+"\n" {
		t.Error(w.body)
	}
}

// TestOverrideRefused: each refusal has its own answer, and nothing is recorded.
func TestOverrideRefused(t *testing.T) {
	s := newStand(t, nil)
	warned, wrong, clean := s.check("a", "The pier is doubtful one."), s.check("b", "The pier is doubtful one and wrong two."), s.check("c", "The pier is open.")
	old := s.check("d", "The pier is doubtful one.")
	next := s.check("d", "The pier is doubtful one, they say.")
	given := s.check("e", "The pier is doubtful one.")
	s.override("ada", given, "heard the recording")
	before := len(s.entries())
	body := func(of got, reason string) string {
		data, _ := json.Marshal(overrideBody{of.has("check"), reason})
		return string(data)
	}
	for _, c := range []struct {
		name, who string
		of        got
		body      string
		status    int
		code      Name
	}{
		{"an error", "ada", wrong, body(wrong, "because"), 409, ErrorsBlock},
		{"nothing", "ada", clean, body(clean, "because"), 409, NothingToDo},
		{"no reason", "ada", warned, body(warned, " \n"), 422, NoReason},
		{"no reason at all", "ada", warned, `{"check": "` + warned.has("check") + `"}`, 422, NoReason},
		{"a book for a reason", "ada", warned, body(warned, strings.Repeat("x", docket.MaxWhy+1)), 400, Malformed},
		{"no check", "ada", warned, `{"reason": "because"}`, 422, NoCheck},
		{"another check", "ada", warned, body(wrong, "because"), 409, OtherCheck},
		{"another version", "ada", old, body(old, "because"), 409, OtherVersion},
		{"replayed", "ada", given, body(given, "heard the recording"), 409, AlreadyAllowed},
		{"a reviewer", "cms", warned, body(warned, "because"), 403, Forbidden},
		{"a token that reads", "eve", warned, body(warned, "because"), 403, Forbidden},
		{"a stranger", "", warned, body(warned, "because"), 401, Unauthorized},
		{"a wrong token", "nobody", warned, body(warned, "because"), 401, Unauthorized},
		{"a slip", "ada", warned, `{"check": "x", "reasons": "because"}`, 400, Malformed},
		{"two objects", "ada", warned, body(warned, "because") + "{}", 400, Malformed},
		{"no JSON", "ada", warned, `reason`, 400, Malformed},
		{"too large", "ada", warned, body(warned, strings.Repeat("x", maxOverride)), 413, TooLarge},
	} {
		w := s.send(c.who, "POST", "/v1/gate/"+c.of.has("id")+"/override", strings.NewReader(c.body), "Content-Type", asJSON)
		if w.status != c.status || w.code() != string(c.code) {
			t.Errorf("%s: %d %s, want %d %s", c.name, w.status, w.body, c.status, c.code)
		}
		if c.code == OtherVersion && w.has("newer") != next.has("id") {
			t.Errorf("%s: newer is %s", c.name, w.has("newer"))
		}
	}
	if w := s.send("ada", "POST", "/v1/gate/d_none/override", strings.NewReader(body(warned, "x")), "Content-Type", asJSON); w.code() != "not-found" {
		t.Errorf("an unknown draft: %d %s", w.status, w.body)
	}
	if w := s.send("ada", "POST", "/v1/gate/"+warned.has("id")+"/override", strings.NewReader("x"), "Content-Type", "text/plain"); w.code() != "unsupported-type" {
		t.Errorf("text: %d %s", w.status, w.body)
	}
	if n := len(s.entries()); n != before {
		t.Errorf("%d entries were recorded", n-before)
	}
}

// TestOverrideEnds: an override does not cover what the editor has not seen.
func TestOverrideEnds(t *testing.T) {
	s := newStand(t, nil)
	const text = "The pier is doubtful one."
	w := s.check("story", text)
	s.override("ada", w, "heard the recording")
	extra := "" // what the archive has more of by now
	real := s.server.opt.Checker
	s.server.opt.Checker = checkerFunc(func(ctx context.Context, d draft) (decision, error) {
		d.Text += extra
		return real.Check(ctx, d)
	})
	for _, c := range []struct{ extra, want string }{{" doubtful two", "hold"}, {"", "publish"}, {" wrong two", "hold"}} {
		extra = c.extra
		if got := s.check("story", text); got.has("decision") != c.want || got.has("id") != w.has("id") {
			t.Errorf("with%s: %s", c.extra, got.body)
		}
	}
	// The same version comes back after another one: the override counts again.
	s.check("story", "The pier is wrong three.")
	extra = ""
	if got := s.check("story", text); got.has("decision") != "publish" {
		t.Errorf("%s", got.body)
	}
}

// TestTwoEditors: of many who override at the same moment one does.
func TestTwoEditors(t *testing.T) {
	s := newStand(t, nil)
	w := s.check("story", "The pier is doubtful one.")
	var wait sync.WaitGroup
	answers := make([]got, 8)
	for i := range answers {
		wait.Go(func() { answers[i] = s.override("ada", w, fmt.Sprint("reason ", i)) })
	}
	wait.Wait()
	done := 0
	for _, a := range answers {
		switch {
		case a.status == http.StatusOK:
			done++
		case a.code() != "already-overridden" && a.code() != "changed-meanwhile":
			t.Errorf("%d %s", a.status, a.body)
		}
	}
	if done != 1 || len(s.entries()) != 2 {
		t.Errorf("%d overrides, %d entries", done, len(s.entries()))
	}
}

// TestTold: others hear of what is held and released, once each, and of nothing
// else.
func TestTold(t *testing.T) {
	woken := 0
	s := newStand(t, func(o *Options) { o.Wake = func() { woken++ } })
	want := func(what string, kinds ...string) {
		t.Helper()
		if got, _ := s.told(); fmt.Sprint(sortedTold(got)) != fmt.Sprint(sortedTold(kinds)) {
			t.Errorf("%s: %v, want %v", what, got, kinds)
		}
	}
	s.check("a", "The pier is open.")
	want("a clean draft")
	w := s.check("a", "The pier is doubtful one.")
	want("held", "gate.held")
	s.check("a", "The pier is doubtful one.")
	want("the same again", "gate.held")
	s.override("ada", w, "heard the recording")
	want("overridden", "gate.held", "gate.released")
	s.check("a", "The pier is doubtful one.")
	want("still released", "gate.held", "gate.released")
	s.check("a", "The pier is wrong two.")
	s.check("a", "The pier is wrong three.")
	want("two bad versions", "gate.held", "gate.released", "gate.held", "gate.held")
	s.check("a", "The pier is open again.")
	want("a good version", "gate.held", "gate.released", "gate.held", "gate.held", "gate.released")
	if woken != 5 {
		t.Errorf("woken %d times", woken)
	}
	_, bodies := s.told()
	if !strings.Contains(bodies, `"override":{"who":"ada","why":"heard the recording"`) || !strings.Contains(bodies, `"warnings":[{"code":"misquote","pair":"pair-one"}]`) {
		t.Error(bodies)
	}
}

// TestWarningsMayRun: where warnings do not hold, an override is still recorded,
// and nobody needs to be told.
func TestWarningsMayRun(t *testing.T) {
	s := newStand(t, nil)
	s.checker.policy.HoldOn = ""
	w := s.check("a", "The pier is doubtful one.")
	if w.has("decision") != "publish" {
		t.Fatal(w.body)
	}
	if o := s.override("ada", w, "heard the recording"); o.status != http.StatusOK || o.has("decision") != "publish" {
		t.Errorf("%d %s", o.status, o.body)
	}
	if kinds, _ := s.told(); len(kinds) != 0 || len(s.entries()) != 2 {
		t.Errorf("%v, %d entries", kinds, len(s.entries()))
	}
}

func FuzzOverride(f *testing.F) {
	for _, body := range []string{`{"check": "c", "reason": "r"}`, `{"check": 1}`, `{}`, `[`, "\xff", `{"check":"c","reason":"\ud800"}`} {
		f.Add("application/json", []byte(body))
	}
	f.Fuzz(func(t *testing.T, kind string, body []byte) {
		in, err := readOverride(kind, body)
		if err == nil && (in.Check == "" || strings.TrimSpace(in.Reason) == "" || bytes.Contains([]byte(in.Reason), []byte("\xff"))) {
			t.Fatalf("%q: %+v", body, in)
		}
	})
}
