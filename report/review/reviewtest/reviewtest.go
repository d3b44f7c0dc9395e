// Package reviewtest says what every store of decisions must do, as a suite of
// tests that a store's own tests run:
//
//	func TestStore(t *testing.T) {
//		reviewtest.TestStore(t, func(t *testing.T) review.Store { return &review.Memory{} })
//	}
//
// It also makes events for the tests of others.
package reviewtest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/report/review"
)

// Noon is a time for tests, long past every deadline of the real clock.
var Noon = time.Date(2031, 5, 2, 12, 0, 0, 0, time.UTC)

// Verdict is a verdict of a person on a pair of invented claims.
func Verdict(id, who, subject string, v review.Verdict) review.Event {
	return review.Event{
		ID: id, At: Noon, Who: who, Action: review.Decide, Subject: subject, Verdict: v, Why: "checked with the harbour office",
		Pair: &review.Pair{
			A:        review.Side{Key: subject + "-a", Also: []string{subject + "-a2"}, Text: "The pier is open.", Speaker: "Mara Lind", Outlet: "Harbour Post", Date: "2031-05-01", URL: "https://post.example/pier"},
			B:        review.Side{Key: subject + "-b", Text: "=The pier is “shut”, they say.\nSo it is.", Outlet: "Coast Courier", Title: "'Pier'"},
			Relation: "dispute", Type: "antonym", Score: 0.91, Judge: "rules/1", Rule: "antonym", Said: "Open is the opposite of shut.", Topic: "pier", Finding: "f_1",
		},
	}
}

// TestStore runs the suite; open makes an empty store.
func TestStore(t *testing.T, open func(t *testing.T) review.Store) {
	for _, c := range []struct {
		name string
		run  func(*testing.T, review.Store)
	}{
		{"keeps in order", keepsInOrder},
		{"keeps every field", keepsEveryField},
		{"keeps an ID once", keepsAnIDOnce},
		{"refuses the stale", refusesTheStale},
		{"all or none", allOrNone},
		{"refuses to undo what is not there", refusesUnknown},
		{"streams of blind readers", blindStreams},
		{"many writers", manyWriters},
		{"stops reading", stopsReading},
		{"cancelled", cancelled},
		{"closed", closed},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() { s.Close() })
			c.run(t, s)
		})
	}
}

// All reads all events after seq.
func All(t *testing.T, s review.Store, seq int64) []review.Event {
	t.Helper()
	var out []review.Event
	for e, err := range s.Events(t.Context(), seq) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, e)
	}
	return out
}

func add(t *testing.T, s review.Store, after string, e review.Event) review.Event {
	t.Helper()
	got, err := s.Append(t.Context(), review.Entry{Event: e, After: after})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 {
		t.Fatalf("Append returned %d events for one", len(got))
	}
	return got[0]
}

func keepsInOrder(t *testing.T, s review.Store) {
	for i := range 5 {
		got := add(t, s, "", Verdict(fmt.Sprint("e", i), "ada", fmt.Sprint("p", i), review.Contradiction))
		if got.Seq != int64(i+1) || got.Sum == "" {
			t.Errorf("event %d has number %d and sum %q", i, got.Seq, got.Sum)
		}
	}
	if n, err := review.Verify(s.Events(t.Context(), 0)); n != 5 || err != nil {
		t.Errorf("verified %d events: %v", n, err)
	}
	var ids []string
	for _, e := range All(t, s, 2) {
		ids = append(ids, e.ID)
	}
	if diff := cmp.Diff([]string{"e2", "e3", "e4"}, ids); diff != "" {
		t.Errorf("after the second (-want +got):\n%s", diff)
	}
}

func keepsEveryField(t *testing.T, s review.Store) {
	e := Verdict("e1", "ada", "p1", review.Superseded)
	e.Expires = Noon.Add(time.Hour).In(time.FixedZone("", 3600))
	e.At = Noon.Add(1234567 * time.Nanosecond)
	e.Blind, e.Final = true, true
	got := add(t, s, "", e)
	if diff := cmp.Diff([]review.Event{got}, All(t, s, 0)); diff != "" {
		t.Errorf("what is kept differs from what was returned (-returned +kept):\n%s", diff)
	}
	want := e.Normal()
	got.Seq, got.Sum = 0, ""
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func keepsAnIDOnce(t *testing.T, s review.Store) {
	first := add(t, s, "", Verdict("e1", "ada", "p1", review.Contradiction))
	again := add(t, s, "", Verdict("e1", "ada", "p1", review.Unclear))
	if diff := cmp.Diff(first, again); diff != "" {
		t.Errorf("the second time (-first +second):\n%s", diff)
	}
	if n := len(All(t, s, 0)); n != 1 {
		t.Errorf("%d events are kept, want 1", n)
	}
}

func refusesTheStale(t *testing.T, s review.Store) {
	add(t, s, "", Verdict("e1", "ada", "p1", review.Contradiction))
	_, err := s.Append(t.Context(), review.Entry{Event: Verdict("e2", "ben", "p1", review.Unclear)})
	var stale *review.StaleError
	if !errors.Is(err, review.ErrStale) || !errors.As(err, &stale) || stale.Last.Who != "ada" {
		t.Fatalf("err = %v, want one that names ada", err)
	}
	add(t, s, "e1", Verdict("e2", "ben", "p1", review.Unclear))
	add(t, s, review.Whatever, Verdict("e3", "cyd", "p1", review.Unclear))
	if n := len(All(t, s, 0)); n != 3 {
		t.Errorf("%d events are kept, want 3", n)
	}
}

func allOrNone(t *testing.T, s review.Store) {
	add(t, s, "", Verdict("e1", "ada", "p1", review.Contradiction))
	_, err := s.Append(t.Context(),
		review.Entry{Event: Verdict("e2", "ada", "p2", review.Contradiction)},
		review.Entry{Event: Verdict("e3", "ada", "p2", review.Unclear), After: "e2"},
		review.Entry{Event: Verdict("e4", "ada", "p1", review.Unclear)})
	if !errors.Is(err, review.ErrStale) {
		t.Errorf("err = %v, want ErrStale", err)
	}
	if n := len(All(t, s, 0)); n != 1 {
		t.Errorf("%d events are kept, want 1", n)
	}
	got, err := s.Append(t.Context(),
		review.Entry{Event: Verdict("e2", "ada", "p2", review.Contradiction)},
		review.Entry{Event: Verdict("e3", "ada", "p2", review.Unclear), After: "e2"})
	if err != nil || len(got) != 2 || got[1].Seq != 3 {
		t.Errorf("got %v, %v", got, err)
	}
}

func refusesUnknown(t *testing.T, s review.Store) {
	undo := review.Event{ID: "u1", At: Noon, Who: "ada", Action: review.Undo, Subject: "p1", Of: "nothing"}
	if _, err := s.Append(t.Context(), review.Entry{Event: undo}); err == nil {
		t.Error("an undo of nothing was kept")
	}
	add(t, s, "", Verdict("e1", "ada", "p1", review.Contradiction))
	undo.Of = "e1"
	add(t, s, "e1", undo)
}

func blindStreams(t *testing.T, s review.Store) {
	for _, who := range []string{"ada", "ben"} {
		e := Verdict("e-"+who, who, "p1", review.Contradiction)
		e.Blind = true
		add(t, s, "", e)
	}
	again := Verdict("e3", "ada", "p1", review.Unclear)
	again.Blind = true
	if _, err := s.Append(t.Context(), review.Entry{Event: again}); !errors.Is(err, review.ErrStale) {
		t.Errorf("err = %v, want ErrStale", err)
	}
}

// manyWriters lets people write at once: everybody's own pairs are all kept, and
// of one pair that all want, one gets it.
func manyWriters(t *testing.T, s review.Store) {
	const people, each = 8, 25
	var won, lost sync.Map
	var wait sync.WaitGroup
	for p := range people {
		wait.Go(func() {
			who := fmt.Sprint("person", p)
			for i := range each {
				own := Verdict(fmt.Sprint(who, "-", i), who, fmt.Sprint(who, "-pair-", i), review.Contradiction)
				if _, err := s.Append(t.Context(), review.Entry{Event: own}); err != nil {
					t.Error(err)
				}
			}
			_, err := s.Append(t.Context(), review.Entry{Event: Verdict(who, who, "the one", review.Contradiction)})
			if err == nil {
				won.Store(who, true)
			} else if errors.Is(err, review.ErrStale) {
				lost.Store(who, true)
			} else {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	count := func(m *sync.Map) (n int) {
		m.Range(func(any, any) bool { n++; return true })
		return n
	}
	if count(&won) != 1 || count(&lost) != people-1 {
		t.Errorf("%d won and %d lost, want 1 and %d", count(&won), count(&lost), people-1)
	}
	events := All(t, s, 0)
	ids := map[string]bool{}
	for i, e := range events {
		ids[e.ID] = true
		if i > 0 && e.Seq <= events[i-1].Seq {
			t.Errorf("number %d follows number %d", e.Seq, events[i-1].Seq)
		}
	}
	if len(events) != people*each+1 || len(ids) != len(events) {
		t.Errorf("%d events with %d IDs, want %d", len(events), len(ids), people*each+1)
	}
	if _, err := review.Verify(seq(events)); err != nil {
		t.Error(err)
	}
}

func seq(events []review.Event) iter.Seq2[review.Event, error] {
	return func(yield func(review.Event, error) bool) {
		for _, e := range events {
			if !yield(e, nil) {
				return
			}
		}
	}
}

func stopsReading(t *testing.T, s review.Store) {
	for i := range 3 {
		add(t, s, "", Verdict(fmt.Sprint("e", i), "ada", fmt.Sprint("p", i), review.Contradiction))
	}
	for range s.Events(t.Context(), 0) {
		break
	}
	add(t, s, "", Verdict("e9", "ada", "p9", review.Contradiction)) // a reader left behind would be in the way
}

func cancelled(t *testing.T, s review.Store) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Append(ctx, review.Entry{Event: Verdict("e1", "ada", "p1", review.Contradiction)}); err == nil {
		t.Error("written after the context ended")
	}
	if n := len(All(t, s, 0)); n != 0 {
		t.Errorf("%d events are kept, want 0", n)
	}
}

func closed(t *testing.T, s review.Store) {
	add(t, s, "", Verdict("e1", "ada", "p1", review.Contradiction))
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if _, err := s.Append(t.Context(), review.Entry{Event: Verdict("e2", "ada", "p2", review.Contradiction)}); err == nil {
		t.Error("written after Close")
	}
	for _, err := range s.Events(t.Context(), 0) {
		if err == nil {
			t.Error("read after Close")
		}
		break
	}
}
