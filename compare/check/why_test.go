package check

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/compare"
)

// meetings are articles of five events: two about one closed bridge, one
// interview weeks later that speaks of it, one years later, and a farm.
const meetings = `{"id": "post", "outlet": "Post", "title": "Flood closes Old Mill bridge in Marlbeck", "date": "2017-05-03", "body": "The Old Mill bridge in Marlbeck was closed on Tuesday after a flood had washed out one of its piers.\n\n\"The Old Mill bridge will open again in May,\" said Ines Corbould, the mayor. Bernard Stott asked whether the Old Mill bridge could be repaired."}
{"id": "echo", "outlet": "Echo", "title": "Old Mill bridge shut by flood in Marlbeck", "date": "2017-05-04", "body": "Marlbeck council shut the Old Mill bridge when flood water had washed out a pier.\n\n\"The Old Mill bridge will stay closed until June,\" Bernard Stott, a councillor, said."}
{"id": "lamp", "outlet": "Lamp", "title": "Councillor on school meals and holidays", "date": "2017-05-20", "body": "Petra Halloran wants better school meals for children in every class of the county.\n\n\"The Old Mill bridge will open again in May,\" Petra Halloran said. She also praised the kitchens and the cooks of the schools."}
{"id": "late", "outlet": "Star", "title": "Museum plans exhibition of railway posters", "date": "2019-09-01", "body": "The museum of transport plans an exhibition of railway posters and tickets.\n\n\"The Old Mill bridge will open again in May,\" said Joan Pell, a curator. \"The Old Mill bridge will open again in May,\" said Ines Corbould, the mayor."}
{"id": "farm", "outlet": "Post", "title": "Lambs", "date": "2017-05-03", "body": "\"Eleven lambs were born on my farm at Corran,\" said Tom Hale, a farmer."}
`

// meeting is the report on meetings, and the ID of the first claim of an article
// that holds the words.
func meeting(t *testing.T) (*compare.Report, func(article, words string) string) {
	t.Helper()
	list, warnings := article.Parse("meetings.jsonl", []byte(meetings))
	if len(warnings) > 0 {
		t.Fatal(warnings)
	}
	r, err := Topics(context.Background(), list, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r, func(article, words string) string {
		t.Helper()
		for _, c := range r.Claims {
			who := ""
			if c.Speaker != nil {
				who = c.Speaker.Name
			}
			if c.Article == article && strings.Contains(who+": "+c.Text, words) {
				return c.ID
			}
		}
		t.Fatalf("%s has no claim %q: %v", article, words, r.Claims)
		return ""
	}
}

// TestWhy tells which of the three gates keeps two claims apart.
func TestWhy(t *testing.T) {
	r, id := meeting(t)
	for _, c := range []struct {
		name           string
		a, b           string
		subject, event bool
		time           bool
	}{
		{"one story", id("post", "Corbould: The Old Mill"), id("echo", "stay closed"), true, true, true},
		{"two stories, the same beyond doubt", id("post", "Corbould: The Old Mill"), id("lamp", "in May"), true, true, true},
		{"two stories, years apart", id("lamp", "in May"), id("late", "Pell: The Old"), true, true, false},
		{"years apart, one speaker", id("post", "Corbould: The Old Mill"), id("late", "Corbould: The Old"), true, true, true},
		{"two stories, not the same", id("echo", "washed out a pier"), id("lamp", "in May"), true, false, true},
		{"nothing in common", id("post", "Corbould: The Old Mill"), id("farm", "lambs"), false, false, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := Why(r, c.a, c.b, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if m.Subject != c.subject || m.Event != c.event || m.Time != c.time || m.Met() != (c.subject && c.event && c.time) {
				t.Errorf("subject %t, event %t, time %t, want %t, %t, %t: %+v", m.Subject, m.Event, m.Time, c.subject, c.event, c.time, m)
			}
			back, err := Why(r, c.b, c.a, Options{})
			if err != nil || back.Met() != m.Met() || back.Similarity != m.Similarity || back.SentenceA != m.SentenceB {
				t.Errorf("the other way round it is %+v, %v", back, err)
			}
		})
	}
}

// The words that made two claims alike are told, strongest first.
func TestWhyReasons(t *testing.T) {
	r, id := meeting(t)
	m, err := Why(r, id("post", "Corbould: The Old Mill"), id("echo", "stay closed"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for i, w := range m.Reasons {
		sum += w.Weight
		if i > 0 && w.Weight > m.Reasons[i-1].Weight {
			t.Errorf("%v is stronger than the reason before", w)
		}
	}
	has := func(a, b string) bool {
		return slices.ContainsFunc(m.Reasons, func(w Reason) bool { return w.A == a && w.B == b })
	}
	if sum < 0.999 || sum > 1.001 || !has("bridge", "bridge") || !has("open", "closed") {
		t.Errorf("reasons %v", m.Reasons)
	}
	if m.Days != 1 || m.StoryA != "post" || m.StoryB != "post" || !m.Asked || m.Topic == "" {
		t.Errorf("%+v", m)
	}
}

// A claim that states nothing meets nobody.
func TestWhySilent(t *testing.T) {
	r, id := meeting(t)
	m, err := Why(r, id("echo", "stay closed"), id("post", "could be repaired"), Options{})
	if err != nil || m.SentenceB != "" || m.Met() {
		t.Errorf("%+v, %v", m, err)
	}
}

func TestWhyNoClaim(t *testing.T) {
	r, id := meeting(t)
	for _, pair := range [][2]string{{"c_0", id("farm", "lambs")}, {id("farm", "lambs"), ""}} {
		if _, err := Why(r, pair[0], pair[1], Options{}); !errors.Is(err, ErrNoClaim) {
			t.Errorf("%q: %v", pair, err)
		}
	}
	if _, err := Why(&compare.Report{Claims: []claims.Claim{{ID: "c"}}}, "c", "c", Options{}); err == nil {
		t.Error("a claim of no article was found")
	}
}

// Copies of one text are told as such.
func TestWhyCopies(t *testing.T) {
	const text = "Bridge shut\n\nThe Old Mill bridge in Marlbeck was closed on Tuesday after flood water had washed out one of its stone piers, " +
		"county engineers told the council. Repairs to the bridge will cost 12 million pounds and take until the end of next year, " +
		"according to the county surveyor. Some 300 residents on the eastern bank were moved to a school overnight when the river rose."
	r, err := Topics(context.Background(), articles(t, text, text), Options{})
	if err != nil || len(r.Copies) == 0 {
		t.Fatalf("%d copies, %v", len(r.Copies), err)
	}
	c := r.Copies[0].Claims
	m, err := Why(r, c[0], c[1], Options{})
	if err != nil || !m.Copies || !m.Met() {
		t.Errorf("%+v, %v", m, err)
	}
}

// Stories are those of a whole run, and an article in another language has none.
func TestStories(t *testing.T) {
	list, _ := article.Parse("meetings.jsonl", []byte(meetings))
	list[4].Language = "nl"
	whole, err := Topics(context.Background(), list, Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := Stories(context.Background(), list, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(r.Stories) != fmt.Sprint(whole.Stories) || len(r.Articles) != 5 || len(r.Claims) != 0 || len(r.Warnings) != 1 {
		t.Errorf("stories %v of %d articles, %v; want %v", r.Stories, len(r.Articles), r.Warnings, whole.Stories)
	}
	for _, s := range r.Stories {
		if slices.Contains(s.Articles, "farm") {
			t.Errorf("an article that is not in English is in story %s", s.ID)
		}
	}
	done, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Stories(done, list, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled, yet %v", err)
	}
}
