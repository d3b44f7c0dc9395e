// Package dockettest says what every store of the gate's log must do, as a suite
// of tests that a store's own tests run:
//
//	func TestStore(t *testing.T) {
//		dockettest.TestStore(t, func(t *testing.T) docket.Store { return &docket.Memory{} })
//	}
package dockettest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/report/gate/docket"
)

// Noon is a time for tests.
var Noon = time.Date(2031, 5, 2, 12, 0, 0, 0, time.UTC)

// Check is a check of a version of a story, with one warning.
func Check(id, draft, story string) docket.Entry {
	return docket.Entry{ID: id, At: Noon, Who: "cms", Action: docket.Check, Draft: draft, Story: story, Request: "r1", Outcome: "hold", Sum: "sum-" + draft,
		Reasons: []docket.Reason{{Code: "misquote", Level: "warning", Pair: "0123"}}}
}

// Override is an override of what Check made.
func Override(id, draft, story string) docket.Entry {
	e := Check(id, draft, story)
	e.Who, e.Action, e.Outcome, e.Why = "ada", docket.Override, "", "heard the “recording”\nherself"
	return e
}

// Message is a message that waits.
func Message(id string) docket.Message {
	return docket.Message{ID: id, To: "https://desk.example/hook", Body: []byte(`{"id":"` + id + `"}`), Made: docket.At(Noon), Next: docket.At(Noon), State: docket.Waiting}
}

// TestStore runs the suite; open makes an empty store.
func TestStore(t *testing.T, open func(t *testing.T) docket.Store) {
	for _, c := range []struct {
		name string
		run  func(*testing.T, docket.Store)
	}{
		{"keeps every field, in order", keeps},
		{"keeps an ID once", once},
		{"refuses what is no entry", refuses},
		{"refuses the stale", stale},
		{"looks for entries", looks},
		{"a message with its entry or neither", together},
		{"messages wait for their time", waits},
		{"one secret", oneSecret},
		{"many writers", manyWriters},
		{"cancelled", cancelled},
	} {
		t.Run(c.name, func(t *testing.T) { c.run(t, open(t)) })
	}
}

func add(t *testing.T, s docket.Store, e docket.Entry, after string, told ...docket.Message) docket.Entry {
	t.Helper()
	got, err := s.Append(t.Context(), e, after, told...)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func look(t *testing.T, s docket.Store, q docket.Query) []docket.Entry {
	t.Helper()
	got, err := s.Look(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func keeps(t *testing.T, s docket.Store) {
	var want []docket.Entry
	for i, e := range []docket.Entry{Check("c1", "d1", "s1"), Override("o1", "d1", "s1"), Check("c2", "d2", "")} {
		e.At, e.Body = Noon.Add(1234567*time.Nanosecond), "hash"
		got := add(t, s, e, docket.Whatever)
		if got.Seq != int64(i+1) || got.Chain == "" || !got.At.Equal(Noon.Add(time.Millisecond)) {
			t.Errorf("number %d, sum %q, %v", got.Seq, got.Chain, got.At)
		}
		e.Seq, e.Chain, e.At = got.Seq, got.Chain, got.At
		want = append(want, e)
	}
	got := look(t, s, docket.Query{})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := docket.Verify("", got); err != nil {
		t.Error(err)
	}
	got[1].Why = "something else"
	if err := docket.Verify("", got); err == nil {
		t.Error("a changed entry was not found")
	}
	if err := docket.Verify("", append(got[:1:1], got[2])); err == nil {
		t.Error("a removed entry was not found")
	}
}

func once(t *testing.T, s docket.Store) {
	first := add(t, s, Check("c1", "d1", ""), "", Message("m1"))
	again := Check("c1", "d2", "other")
	if got := add(t, s, again, "whatever came", Message("m2")); !cmp.Equal(first, got) {
		t.Errorf("the second entry of an ID is %+v", got)
	}
	if n := len(look(t, s, docket.Query{})); n != 1 {
		t.Errorf("%d entries", n)
	}
	if n, err := s.Waiting(t.Context(), Message("").To); n != 1 || err != nil {
		t.Errorf("%d messages, %v", n, err)
	}
}

func refuses(t *testing.T, s docket.Store) {
	for name, spoil := range map[string]func(*docket.Entry){
		"no ID": func(e *docket.Entry) { e.ID = "" }, "nobody": func(e *docket.Entry) { e.Who = " " }, "no draft": func(e *docket.Entry) { e.Draft = "" },
		"no time": func(e *docket.Entry) { e.At = time.Time{} }, "no action": func(e *docket.Entry) { e.Action = "" },
		"no reason": func(e *docket.Entry) { e.Why = " \n" }, "no text": func(e *docket.Entry) { e.Why = "\xff" },
	} {
		e := Override("o1", "d1", "")
		spoil(&e)
		if _, err := s.Append(t.Context(), e, docket.Whatever); err == nil {
			t.Errorf("%s: kept", name)
		}
	}
	if n := len(look(t, s, docket.Query{})); n != 0 {
		t.Errorf("%d entries were kept", n)
	}
}

func stale(t *testing.T, s docket.Store) {
	add(t, s, Check("c1", "d1", "s1"), "")
	if _, err := s.Append(t.Context(), Override("o1", "d1", "s1"), ""); !errors.Is(err, docket.ErrStale) {
		t.Errorf("nothing seen: %v", err)
	}
	add(t, s, Check("c2", "d2", "s1"), docket.Whatever) // another version of the story
	if _, err := s.Append(t.Context(), Override("o1", "d1", "s1"), "c1", Message("m1")); !errors.Is(err, docket.ErrStale) {
		t.Errorf("another version not seen: %v", err)
	}
	if n, err := s.Waiting(t.Context(), Message("").To); n != 0 || err != nil {
		t.Errorf("%d messages of what was refused, %v", n, err)
	}
	add(t, s, Check("c3", "d3", ""), "")
	add(t, s, Override("o3", "d3", ""), "c3")
	if _, err := s.Append(t.Context(), Override("o4", "d3", ""), "c3"); !errors.Is(err, docket.ErrStale) {
		t.Errorf("a second override: %v", err)
	}
}

func looks(t *testing.T, s docket.Store) {
	for i := range 6 {
		add(t, s, Check(fmt.Sprint("c", i), fmt.Sprint("d", i%3), []string{"", "s"}[i%2]), docket.Whatever)
	}
	for _, c := range []struct {
		q    docket.Query
		want []int64
	}{
		{docket.Query{ID: "c2"}, []int64{3}},
		{docket.Query{ID: "none"}, nil},
		{docket.Query{Draft: "d1"}, []int64{2, 5}},
		{docket.Query{Draft: "d1", Stream: "s"}, []int64{2}},
		{docket.Query{Stream: "s"}, []int64{2, 4, 6}},
		{docket.Query{Stream: "d2"}, []int64{3}},
		{docket.Query{Stream: "s", Most: 2}, []int64{2, 4}},
		{docket.Query{Stream: "s", Most: 2, Newest: true}, []int64{4, 6}},
		{docket.Query{After: 4}, []int64{5, 6}},
		{docket.Query{Most: 1, Newest: true}, []int64{6}},
	} {
		var got []int64
		for _, e := range look(t, s, c.q) {
			got = append(got, e.Seq)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", c.q, diff)
		}
	}
}

func together(t *testing.T, s docket.Store) {
	add(t, s, Check("c1", "d1", ""), "", Message("m1"))
	bad := Message("m2")
	bad.To = ""
	if _, err := s.Append(t.Context(), Check("c2", "d2", ""), "", Message("m3"), bad); err == nil {
		t.Error("a message without an address was kept")
	}
	if _, err := s.Append(t.Context(), Check("c2", "d2", ""), "", Message("m1")); err == nil {
		t.Error("a second message of one ID was kept")
	}
	if n := len(look(t, s, docket.Query{})); n != 1 {
		t.Errorf("%d entries", n)
	}
	if n, err := s.Waiting(t.Context(), Message("").To); n != 1 || err != nil {
		t.Errorf("%d messages, %v", n, err)
	}
}

func waits(t *testing.T, s docket.Store) {
	later, elsewhere := Message("m2"), Message("m3")
	later.Next += 5000
	elsewhere.To = "https://other.example/"
	add(t, s, Check("c1", "d1", ""), "", later, Message("m1"), elsewhere)
	due := func(now docket.Millis, most int) (ids []string) {
		t.Helper()
		list, err := s.Due(t.Context(), later.To, now, most)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range list {
			ids = append(ids, m.ID)
		}
		return ids
	}
	now := docket.At(Noon)
	list, err := s.Due(t.Context(), later.To, now, 9)
	if diff := cmp.Diff([]docket.Message{Message("m1")}, list); diff != "" || err != nil {
		t.Fatalf("%v (-want +got):\n%s", err, diff)
	}
	if got := fmt.Sprint(due(now-1, 9), due(now+5000, 9), due(now+5000, 1)); got != "[] [m1 m2] [m1]" {
		t.Errorf("due: %s", got)
	}
	tried := list[0]
	tried.Tries, tried.Next = 1, now+6000
	if err := s.Tried(t.Context(), tried); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(due(now+5000, 9), due(now+6000, 9)); got != "[m2] [m2 m1]" {
		t.Errorf("due after a try: %s", got)
	}
	tried.State = docket.Delivered
	later.State = docket.GivenUp
	for _, m := range []docket.Message{tried, later} {
		if err := s.Tried(t.Context(), m); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := s.Waiting(t.Context(), later.To); n != 0 || len(due(now+9000, 9)) != 0 || err != nil {
		t.Errorf("%d messages wait, %v", n, err)
	}
	if err := s.Tried(t.Context(), Message("none")); err == nil {
		t.Error("a message that is not there was tried")
	}
}

func oneSecret(t *testing.T, s docket.Store) {
	var wait sync.WaitGroup
	got := make([]string, 8)
	for i := range got {
		wait.Go(func() {
			secret, err := s.Secret(t.Context(), []byte(fmt.Sprint("secret ", i)))
			if err != nil {
				t.Error(err)
			}
			got[i] = string(secret)
		})
	}
	wait.Wait()
	for _, one := range got {
		if one == "" || one != got[0] {
			t.Errorf("secrets %q", got)
		}
	}
}

func manyWriters(t *testing.T, s docket.Store) {
	const writers, each = 8, 20
	var wait sync.WaitGroup
	for w := range writers {
		wait.Go(func() {
			for i := range each {
				id := fmt.Sprint(w, "-", i)
				if _, err := s.Append(t.Context(), Check(id, id, ""), "", Message(id)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	all := look(t, s, docket.Query{})
	if err := docket.Verify("", all); err != nil || len(all) != writers*each {
		t.Errorf("%d entries: %v", len(all), err)
	}
	if n, err := s.Waiting(t.Context(), Message("").To); n != writers*each || err != nil {
		t.Errorf("%d messages, %v", n, err)
	}
}

func cancelled(t *testing.T, s docket.Store) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Append(ctx, Check("c1", "d1", ""), ""); err == nil {
		t.Error("appended for somebody who went away")
	}
	if n := len(look(t, s, docket.Query{})); n != 0 {
		t.Errorf("%d entries", n)
	}
}
