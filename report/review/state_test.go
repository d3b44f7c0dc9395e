package review_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/report/review"
)

// TestLasts rejects a pair and looks for it in other runs.
func TestLasts(t *testing.T) {
	d := newDesk(t)
	first := made(pier, [2]int{0, 1})
	d.decide("ada", first, 0, review.DifferentSubject)
	for _, c := range []struct {
		name string
		list []said
		pair [2]int
		want int // findings dismissed
	}{
		{"the same run", pier, [2]int{0, 1}, 1},
		{"the other way round", pier, [2]int{1, 0}, 1},
		{"printed by another outlet", pier, [2]int{2, 1}, 1},
		{"other words", pier, [2]int{3, 1}, 0},
		{"a claim that has changed", append([]said{{"post", "Mara Lind", "The pier is safe"}}, pier[1:]...), [2]int{0, 1}, 0},
	} {
		r, done := d.apply(made(c.list, c.pair))
		if done.Dismissed != c.want || len(r.SetAside) != c.want || len(r.Findings) != 1-c.want {
			t.Errorf("%s: %+v with %d findings and %d set aside", c.name, done, len(r.Findings), len(r.SetAside))
		}
	}
	r, _ := d.apply(first)
	if got := r.SetAside[0]; got.Reason != review.Dismissed || got.Why != "different subject, said ada on 2 May 2031" {
		t.Errorf("set aside: %+v", got)
	}
	if len(first.Findings) != 1 || len(first.SetAside) != 0 {
		t.Error("the given report was changed")
	}
}

// TestFolded decides on a finding that stands for several places: it holds when
// another of them stands for all, and not for what was not on the screen.
func TestFolded(t *testing.T) {
	d := newDesk(t)
	r := made(pier, [2]int{0, 1}, [2]int{3, 1}, [2]int{5, 1})
	r.Findings[0].Also.A = []string{"c3"}
	d.decide("ada", r, 0, review.SameMeaning)
	var got []review.Phase
	for i := range r.Findings {
		got = append(got, d.standing(r, i).Phase)
	}
	if diff := cmp.Diff([]review.Phase{review.Decided, review.Decided, review.Open}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// Whoever takes one of them back has it back, alone.
	d.do(review.Event{Who: "ada", Action: review.Undismiss, Subject: review.NewKeys(r).Pair("c3", "c1")})
	if a, b := d.standing(r, 0).Phase, d.standing(r, 1).Phase; a != review.Decided || b != review.Open {
		t.Errorf("after undismiss: %s and %s", a, b)
	}
}

// TestStandings follows one pair through everything that can happen to it.
func TestStandings(t *testing.T) {
	r := made(pier, [2]int{0, 1})
	key := review.NewKeys(r).Pair("c0", "c1")
	blind := func(e *review.Event) { e.Blind = true }
	final := func(e *review.Event) { e.Final = true }
	act := func(a review.Action, why string) func(*desk) {
		return func(d *desk) { d.do(review.Event{Who: "ada", Action: a, Subject: key, Why: why}) }
	}
	decide := func(who string, v review.Verdict, change ...func(*review.Event)) func(*desk) {
		return func(d *desk) { d.decide(who, r, 0, v, change...) }
	}
	undo := func(d *desk) {
		if _, err := d.Undo(t.Context(), "ada", ""); err != nil {
			t.Error(err)
		}
	}
	redo := func(d *desk) {
		if _, err := d.Redo(t.Context(), "ada", ""); err != nil {
			t.Error(err)
		}
	}
	for _, c := range []struct {
		name    string
		steps   []func(*desk)
		phase   review.Phase
		verdict review.Verdict
	}{
		{"nothing", nil, review.Open, ""},
		{"a verdict", []func(*desk){decide("ada", review.Unclear)}, review.Decided, review.Unclear},
		{"a later verdict", []func(*desk){decide("ada", review.Unclear), decide("ben", review.Superseded)}, review.Decided, review.Superseded},
		{"notes decide nothing", []func(*desk){act(review.Note, "ask the harbour"), act(review.Flag, ""), act(review.Skip, "")}, review.Open, ""},
		{"undismiss", []func(*desk){decide("ada", review.SameMeaning), act(review.Undismiss, "")}, review.Open, ""},
		{"undo", []func(*desk){decide("ada", review.SameMeaning), undo}, review.Open, ""},
		{"undo a change of mind", []func(*desk){decide("ada", review.SameMeaning), decide("ada", review.Unclear), undo}, review.Decided, review.SameMeaning},
		{"redo", []func(*desk){decide("ada", review.SameMeaning), undo, redo}, review.Decided, review.SameMeaning},
		{"undo an undismiss", []func(*desk){decide("ada", review.SameMeaning), act(review.Undismiss, ""), undo}, review.Decided, review.SameMeaning},
		{"one reader", []func(*desk){decide("ada", review.Unclear, blind)}, review.Half, ""},
		{"one reader twice", []func(*desk){decide("ada", review.Unclear, blind), decide("ada", review.Superseded, blind)}, review.Half, ""},
		{"two readers agree", []func(*desk){decide("ada", review.Unclear, blind), decide("ben", review.Unclear, blind)}, review.Decided, review.Unclear},
		{"two readers differ", []func(*desk){decide("ada", review.Unclear, blind), decide("ben", review.Superseded, blind)}, review.Split, ""},
		{"adjudicated", []func(*desk){decide("ada", review.Unclear, blind), decide("ben", review.Superseded, blind), decide("cyd", review.Superseded, final)}, review.Decided, review.Superseded},
		{"one reader takes it back", []func(*desk){decide("ben", review.Unclear, blind), decide("ada", review.Superseded, blind), undo}, review.Half, ""},
	} {
		d := newDesk(t)
		for _, step := range c.steps {
			step(d)
		}
		if got := d.standing(r, 0); got.Phase != c.phase || got.Verdict() != c.verdict {
			t.Errorf("%s: %s %q, want %s %q", c.name, got.Phase, got.Verdict(), c.phase, c.verdict)
		}
	}
}

// TestExpires shows a rejected pair again when its time is over.
func TestExpires(t *testing.T) {
	d := newDesk(t)
	r := made(pier, [2]int{0, 1})
	d.decide("ada", r, 0, review.Superseded, func(e *review.Event) { e.Expires = d.now.Add(time.Hour) })
	d.now = d.now.Add(time.Hour - time.Millisecond)
	if _, done := d.apply(r); done != (review.Applied{Dismissed: 1}) {
		t.Errorf("before: %+v", done)
	}
	d.now = d.now.Add(time.Millisecond)
	if _, done := d.apply(r); done != (review.Applied{Lapsed: 1}) {
		t.Errorf("after: %+v", done)
	}
	if got := d.standing(r, 0); got.Phase != review.Open || got.Expired == nil {
		t.Errorf("standing: %+v", got)
	}
}

// TestUndo goes back over several pairs, and only over one's own.
func TestUndo(t *testing.T) {
	d := newDesk(t)
	r := made(pier, [2]int{0, 1}, [2]int{3, 1}, [2]int{5, 1})
	one := d.decide("ada", r, 0, review.Contradiction)
	d.decide("ben", r, 2, review.Contradiction)
	two := d.decide("ada", r, 1, review.Unclear)
	for _, want := range []string{two.ID, one.ID} {
		if got, err := d.Undo(t.Context(), "ada", ""); err != nil || got.ID != want {
			t.Errorf("undid %s, %v; want %s", got.ID, err, want)
		}
	}
	if _, err := d.Undo(t.Context(), "ada", ""); !errors.Is(err, review.ErrNothing) {
		t.Errorf("err = %v, want ErrNothing", err)
	}
	// One key press that arrives twice is one.
	for range 2 {
		if got, err := d.Redo(t.Context(), "ada", "press"); err != nil || got.ID != one.ID {
			t.Errorf("redid %s, %v; want %s", got.ID, err, one.ID)
		}
	}
	d.decide("ada", r, 1, review.Superseded)
	if _, err := d.Redo(t.Context(), "ada", ""); !errors.Is(err, review.ErrNothing) {
		t.Errorf("after a new act: err = %v, want ErrNothing", err)
	}
	d.View(func(s *review.State) {
		if mine, all := s.Decided("2031-05-02", "ada"); mine != 2 || all != 3 {
			t.Errorf("ada decided %d of %d today, want 2 of 3", mine, all)
		}
	})
}

// TestRecord refuses what is no event, and what is stale.
func TestRecord(t *testing.T) {
	d := newDesk(t)
	for name, e := range map[string]review.Event{
		"nobody":           {Action: review.Flag, Subject: "p"},
		"nothing":          {Who: "ada", Action: review.Flag},
		"no action":        {Who: "ada", Action: "dance", Subject: "p"},
		"no verdict":       {Who: "ada", Action: review.Decide, Subject: "p", Verdict: "maybe"},
		"an empty note":    {Who: "ada", Action: review.Note, Subject: "p", Why: " "},
		"already expired":  {Who: "ada", Action: review.Decide, Subject: "p", Verdict: review.Unclear, Expires: d.now},
		"corrects nothing": {Who: "ada", Action: review.Correct, Subject: "p"},
	} {
		if _, err := d.Record(t.Context(), e, review.Whatever); err == nil {
			t.Errorf("%s: recorded", name)
		}
	}
	got := d.do(review.Event{ID: "once", Who: "ada", Action: review.Decide, Subject: "p", Verdict: review.Unclear})
	if again := d.do(review.Event{ID: "once", Who: "ada", Action: review.Decide, Subject: "p", Verdict: review.Superseded}); again.Seq != got.Seq {
		t.Errorf("one ID was recorded as %d and %d", got.Seq, again.Seq)
	}
	if _, err := d.Record(t.Context(), review.Event{Who: "ben", Action: review.Decide, Subject: "p", Verdict: review.Superseded}, ""); !errors.Is(err, review.ErrStale) {
		t.Errorf("err = %v, want ErrStale", err)
	}
}
