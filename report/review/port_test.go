package review_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/report/review"
	"crosscheck/report/review/reviewtest"
)

// everything is a ledger with every action and every field.
func everything(t testing.TB) []review.Event {
	t.Helper()
	store := &review.Memory{}
	verdict := reviewtest.Verdict("e1", "=ada", "p1", review.SameMeaning)
	verdict.Expires = verdict.At.Add(48 * time.Hour)
	verdict.Why = "'quoted', “quoted”\r\nand a second line; \u202e\x00 {}[]"
	blind := reviewtest.Verdict("e2", "ben", "p2", review.Contradiction)
	blind.Blind, blind.Final = true, true
	events := []review.Event{verdict, blind,
		{ID: "e3", At: reviewtest.Noon, Who: "ada", Action: review.Note, Subject: "p1", Why: "@home"},
		{ID: "e4", At: reviewtest.Noon, Who: "ada", Action: review.Undo, Subject: "p1", Of: "e1"},
		{ID: "e5", At: reviewtest.Noon, Who: "ada", Action: review.Correct, Subject: "claim:1", Correction: &review.Correction{
			Kind: review.FixSpeaker, Claim: review.ClaimRef{Key: "k", Outlet: "Post"}, Speaker: &claims.Speaker{Name: "Ann Ray"}, Was: "Tom"}},
		{ID: "e6", At: reviewtest.Noon, Who: "ada", Action: review.Correct, Subject: "topic:1", Correction: &review.Correction{
			Kind: review.Apart, A: []string{"x"}, B: []string{"y", "z"}, Label: "pier"}},
		{ID: "e7", At: reviewtest.Noon, Who: "ada", Action: review.Flag, Subject: "p3"},
		{ID: "e8", At: reviewtest.Noon, Who: "ada", Action: review.Decide, Subject: "p4", Verdict: review.Unclear},
	}
	kept, err := store.Append(t.Context(), review.Entries(events)...)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func TestPorts(t *testing.T) {
	events := everything(t)
	for _, p := range review.Ports() {
		for name, list := range map[string][]review.Event{"everything": events, "nothing": nil} {
			t.Run(p.Name+" "+name, func(t *testing.T) {
				var first, second bytes.Buffer
				if err := p.Export(&first, list); err != nil {
					t.Fatal(err)
				}
				got, problems, err := p.Import(bytes.NewReader(first.Bytes()))
				if err != nil || len(problems) > 0 {
					t.Fatal(problems, err)
				}
				if diff := cmp.Diff(list, got); diff != "" {
					t.Errorf("(-out +in):\n%s", diff)
				}
				store := &review.Memory{}
				kept, err := store.Append(t.Context(), review.Entries(got)...)
				if err != nil {
					t.Fatal(err)
				}
				if err := p.Export(&second, kept); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(first.String(), second.String()); diff != "" {
					t.Errorf("the second export (-first +second):\n%s", diff)
				}
			})
		}
	}
}

// TestCSVIsHarmless wants no cell that a spreadsheet would run.
func TestCSVIsHarmless(t *testing.T) {
	p, err := review.PortByFile("x.CSV")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := p.Export(&b, everything(t)); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{",=", ",@", ",+", `,"=`, ",\"\r"} {
		if strings.Contains(b.String(), bad) {
			t.Errorf("the CSV has %q:\n%s", bad, b.String())
		}
	}
}

// TestClaimReview holds a verdict against what schema.org asks of a ClaimReview.
func TestClaimReview(t *testing.T) {
	p, err := review.PortByName("claimreview")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := p.Export(&b, everything(t)[:1]); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	got := doc.Graph[0]
	delete(got, "event")
	outlet := func(name string) map[string]any { return map[string]any{"@type": "Organization", "name": name} }
	want := map[string]any{
		"@type": "ClaimReview", "@id": "urn:crosscheck:event:e1", "datePublished": "2031-05-02T12:00:00.000Z", "expires": "2031-05-04",
		"author":        map[string]any{"@type": "Person", "name": "=ada"},
		"claimReviewed": "The pier is open. / =The pier is “shut”, they say.\nSo it is.",
		"reviewBody":    "'quoted', “quoted”\r\nand a second line; \u202e\x00 {}[]",
		"reviewRating":  map[string]any{"@type": "Rating", "alternateName": "same meaning", "ratingExplanation": "They say the same in other words."},
		"itemReviewed": []any{
			map[string]any{"@type": "Claim", "text": "The pier is open.", "datePublished": "2031-05-01",
				"author":     map[string]any{"@type": "Person", "name": "Mara Lind"},
				"appearance": map[string]any{"@type": "NewsArticle", "url": "https://post.example/pier", "publisher": outlet("Harbour Post")}},
			map[string]any{"@type": "Claim", "text": "=The pier is “shut”, they say.\nSo it is.", "author": outlet("Coast Courier"),
				"appearance": map[string]any{"@type": "NewsArticle", "headline": "'Pier'", "publisher": outlet("Coast Courier")}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestImportFaultsInPlainWords names what is wrong as one would say it who wrote it.
func TestImportFaultsInPlainWords(t *testing.T) {
	for _, c := range []struct{ port, text, want string }{
		{"jsonl", `{"seq": "1"}`, `no event: "seq" is a text and must be a whole number`},
		{"csv", "seq,id\nnonsense,y\n", `no event: column "seq": at column 2, 'o' does not belong there`},
	} {
		p, err := review.PortByName(c.port)
		if err != nil {
			t.Fatal(err)
		}
		_, problems, err := p.Import(strings.NewReader(c.text))
		if err != nil || len(problems) != 1 || problems[0].Reason != c.want {
			t.Errorf("%s: %v, %v, want %s", c.port, problems, err, c.want)
		}
	}
}

// TestImportFaults reads what is broken, and goes on where that makes sense.
func TestImportFaults(t *testing.T) {
	var good bytes.Buffer
	jsonl, err := review.PortByName("jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if err := jsonl.Export(&good, everything(t)[:1]); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		port, text       string
		events, problems int
		fails            bool
	}{
		{"jsonl", "\ufeff" + good.String() + "\n{\n" + `{"id":"x"}` + "\n" + good.String(), 2, 2, false},
		{"jsonl", strings.Repeat("x", 2<<20), 0, 0, true},
		{"csv", "a,b\n1,2\n", 0, 0, true},
		{"csv", "", 0, 0, true},
		{"csv", "seq,id\n1,x\nnonsense,y\n", 0, 2, false},
		{"csv", "seq,id,at,who,action,subject,mine\n1,x,2031-05-02T12:00:00Z,ada,flag,p1,whatever\n", 1, 0, false},
		{"claimreview", "[]", 0, 0, true},
		{"claimreview", `{"@graph": [{"@type": "ClaimReview"}, {"event": {"id": "x"}}]}`, 0, 2, false},
	} {
		p, err := review.PortByName(c.port)
		if err != nil {
			t.Fatal(err)
		}
		events, problems, err := p.Import(strings.NewReader(c.text))
		if len(events) != c.events || len(problems) != c.problems || (err != nil) != c.fails {
			t.Errorf("%s %.40q: %d events, %v, %v", c.port, c.text, len(events), problems, err)
		}
	}
	if _, err := review.PortByName("xml"); err == nil {
		t.Error("a form called xml was found")
	}
	if _, err := review.PortByFile("x.xml"); err == nil {
		t.Error("a form for .xml was found")
	}
}

// FuzzImport wants no panic, and that what was read can be written and read
// again.
func FuzzImport(f *testing.F) {
	for _, p := range review.Ports() {
		var b bytes.Buffer
		if err := p.Export(&b, everything(f)); err != nil {
			f.Fatal(err)
		}
		f.Add(p.Name, b.String())
	}
	f.Fuzz(func(t *testing.T, port, text string) {
		p, err := review.PortByName(port)
		if err != nil {
			return
		}
		events, _, _ := p.Import(strings.NewReader(text))
		review.NewState(events...)
		var b bytes.Buffer
		if err := p.Export(&b, events); err != nil {
			return // a time beyond the year 9999
		}
		again, problems, err := p.Import(&b)
		if err != nil || len(problems) > 0 {
			t.Fatal(problems, err)
		}
		if diff := cmp.Diff(events, again); diff != "" {
			t.Errorf("(-once +twice):\n%s", diff)
		}
	})
}
