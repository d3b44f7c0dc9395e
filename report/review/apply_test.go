package review_test

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report/review"
)

// correct records a correction.
func (d *desk) correct(c review.Correction) {
	d.t.Helper()
	d.do(review.Event{Who: "ada", Action: review.Correct, Subject: c.Subject(), Correction: &c})
}

func ref(r *compare.Report, id string) review.ClaimRef {
	for _, c := range r.Claims {
		if c.ID == id {
			return review.ClaimRef{Key: review.NewKeys(r).Claim(id), Outlet: c.Outlet}
		}
	}
	return review.ClaimRef{}
}

// TestSpeaker gives a claim to another speaker, in one outlet and not in the
// other that prints it.
func TestSpeaker(t *testing.T) {
	d := newDesk(t)
	r := made(pier, [2]int{0, 1})
	d.correct(review.Correction{Kind: review.FixSpeaker, Claim: ref(r, "c0"), Speaker: &claims.Speaker{Name: "Ann Ray"}})
	d.correct(review.Correction{Kind: review.FixSpeaker, Claim: ref(r, "c0"), Speaker: &claims.Speaker{Name: "Tom Okoye"}})
	got, done := d.apply(r)
	if done.Speakers != 1 || got.Claims[0].Speaker.Name != "Tom Okoye" || got.Claims[0].Speaker.ID != "Tom Okoye" || got.Claims[2].Speaker.Name != "Mara Lind" {
		t.Errorf("%+v: %+v, %+v", done, got.Claims[0].Speaker, got.Claims[2].Speaker)
	}
	if got.Findings[0].Relation != compare.Shift {
		t.Errorf("one speaker against himself is a %s", got.Findings[0].Relation)
	}
	if r.Claims[0].Speaker.Name != "Mara Lind" {
		t.Error("the given report was changed")
	}
	if _, err := d.Undo(t.Context(), "ada", ""); err != nil {
		t.Error(err)
	}
	if got, _ := d.apply(r); got.Claims[0].Speaker.Name != "Ann Ray" {
		t.Errorf("after undo %+v", got.Claims[0].Speaker)
	}
	d.correct(review.Correction{Kind: review.FixSpeaker, Claim: ref(r, "c0")})
	if got, _ := d.apply(r); got.Claims[0].Speaker != nil {
		t.Errorf("after taking the speaker away %+v", got.Claims[0].Speaker)
	}
}

// TestSpan gives a claim other words, twice, and then a speaker.
func TestSpan(t *testing.T) {
	d := newDesk(t)
	r := made(pier, [2]int{0, 1})
	d.correct(review.Correction{Kind: review.FixSpan, Claim: ref(r, "c4"), Quote: &review.Quote{Exact: "shut", Prefix: "“It is "}})
	got, done := d.apply(r)
	if done.Spans != 1 || got.Claims[4].Text != "shut" || got.Claims[4].Content[0].In(texts["courier"]) != "shut" {
		t.Fatalf("%+v: %+v", done, got.Claims[4])
	}
	d.correct(review.Correction{Kind: review.FixSpan, Claim: ref(got, "c4"), Quote: &review.Quote{Exact: "It is shut"}})
	got, _ = d.apply(r)
	d.correct(review.Correction{Kind: review.FixSpeaker, Claim: ref(got, "c4"), Speaker: &claims.Speaker{Name: "Ann Ray", Role: "warden"}})
	got, _ = d.apply(r)
	want := &claims.Speaker{ID: "reviewed-ann-ray", Name: "Ann Ray", Role: "warden"}
	if diff := cmp.Diff(want, got.Claims[4].Speaker); diff != "" || got.Claims[4].Text != "It is shut" {
		t.Errorf("%q (-want +got):\n%s", got.Claims[4].Text, diff)
	}
	d.correct(review.Correction{Kind: review.FixSpan, Claim: ref(r, "c0"), Quote: &review.Quote{Exact: "not in the article"}})
	if got, _ := d.apply(r); got.Claims[0].Text != r.Claims[0].Text {
		t.Errorf("words that are not there became %q", got.Claims[0].Text)
	}
}

// TestTopics drops a claim from a topic, splits one, and joins two.
func TestTopics(t *testing.T) {
	r := made(pier, [2]int{0, 1})
	r.Topics = []compare.Topic{
		{ID: "t1", Label: "pier", Claims: []string{"c0", "c1", "c2", "c3"}, Centre: "c1"},
		{ID: "t2", Label: "council", Claims: []string{"c5", "c4"}, Centre: "c5"},
	}
	r.Findings[0].Topic = "t1"
	k := review.NewKeys(r)
	keys := func(ids ...string) (out []string) {
		for _, id := range ids {
			out = append(out, k.Claim(id))
		}
		return out
	}
	for _, c := range []struct {
		name     string
		c        review.Correction
		want     [][]string
		findings int
	}{
		{"drop", review.Correction{Kind: review.Apart, A: keys("c3"), B: keys("c0", "c1")}, [][]string{{"c0", "c1", "c2"}, {"c5", "c4"}, {"c3"}}, 1},
		{"split", review.Correction{Kind: review.Apart, A: keys("c1", "c3"), B: keys("c0")}, [][]string{{"c0", "c2"}, {"c5", "c4"}, {"c1", "c3"}}, 0},
		{"join", review.Correction{Kind: review.Together, A: keys("c1"), B: keys("c5")}, [][]string{{"c0", "c1", "c2", "c3", "c5", "c4"}}, 1},
		{"join what is joined", review.Correction{Kind: review.Together, A: keys("c1"), B: keys("c0")}, [][]string{{"c0", "c1", "c2", "c3"}, {"c5", "c4"}}, 1},
		{"nothing there", review.Correction{Kind: review.Apart, A: []string{"x"}, B: []string{"y"}}, [][]string{{"c0", "c1", "c2", "c3"}, {"c5", "c4"}}, 1},
	} {
		d := newDesk(t)
		d.correct(c.c)
		got, done := d.apply(r)
		var topics [][]string
		for _, topic := range got.Topics {
			topics = append(topics, topic.Claims)
		}
		if diff := cmp.Diff(c.want, topics); diff != "" || len(got.Findings) != c.findings || done.Parted != 1-c.findings {
			t.Errorf("%s: %+v, %d findings (-want +got):\n%s", c.name, done, len(got.Findings), diff)
		}
	}
	if len(r.Topics) != 2 || len(r.Topics[0].Claims) != 4 {
		t.Error("the given report was changed")
	}
}

// FuzzSpan wants corrected words to be where they are said to be, cut at the edges
// of letters, and no panic.
func FuzzSpan(f *testing.F) {
	f.Add("It is shut. It is shut.", "shut", "It is ", ".", 14)
	f.Add("“Né à Paris”, dit-il", "à", "é", "", 0)
	f.Add("a", "", "", "", -1)
	f.Fuzz(func(t *testing.T, text, exact, prefix, suffix string, at int) {
		if !utf8.ValidString(text) {
			return // an article's text is valid
		}
		r := &compare.Report{
			Articles: []claims.Article{{ID: "x", Text: text}},
			Claims:   []claims.Claim{{ID: "c", Article: "x", Outlet: "Post", Text: "something", Content: []claims.Span{{Start: at, End: at + 1}}}},
		}
		d := newDesk(t)
		fix := review.Correction{Kind: review.FixSpan, Claim: ref(r, "c"), Quote: &review.Quote{Exact: exact, Prefix: prefix, Suffix: suffix}}
		if _, err := d.Record(t.Context(), review.Event{Who: "ada", Action: review.Correct, Subject: fix.Subject(), Correction: &fix}, review.Whatever); err != nil {
			return
		}
		got, done := d.apply(r)
		c := got.Claims[0]
		if done.Spans == 0 {
			return
		}
		s := c.Content[0]
		if s.Start < 0 || s.End > len(text) || s.In(text) != exact || !utf8.ValidString(text[:s.Start]) || !utf8.ValidString(text[s.End:]) {
			t.Errorf("%q is said to be at %v of %q", exact, s, text)
		}
	})
}
