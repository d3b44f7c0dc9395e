package rule

import (
	"context"
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/compare"
)

// TestViews judges the cases of testdata/views.txt by all that a judge may
// tell, and by what it tells by default, which is no view.
func TestViews(t *testing.T) {
	low := shared().Down(.02)
	for _, c := range readCases(t, "testdata/views.txt") {
		for range 2 { // the order carries no meaning
			v, ok := low.Oppose(low.Read(c.pair.A), low.Read(c.pair.B))
			got := "silent"
			if ok && v.Guard == "" {
				got = v.Rule
			}
			if got != c.want {
				t.Errorf("views.txt:%d: %s / %s\n got %s (%.2f %s) want %s", c.line, c.pair.A.Text, c.pair.B.Text, got, v.Score, v.Why, c.want)
			}
			list, err := low.Judge(context.Background(), []compare.Pair{c.pair})
			if err != nil || (list[0].Label == compare.Contradiction) != (c.want != "silent") {
				t.Errorf("views.txt:%d: Judge says %v, %v", c.line, list, err)
			}
			if d := judge(t, []compare.Pair{c.pair})[0]; d.Label == compare.Contradiction && isView(d.Rule) {
				t.Errorf("views.txt:%d: a view is told by default", c.line)
			}
			c.pair.A, c.pair.B = c.pair.B, c.pair.A
		}
	}
}

func isView(id string) bool {
	for _, r := range views {
		if r.ID == id {
			return true
		}
	}
	return id == rebuttal.ID
}

// side is something said at a place of one article.
func side(who string, at int, text string) compare.Statement {
	span := claims.Span{Start: at, End: at + len(text)}
	return compare.Statement{Text: text, Pieces: []claims.Span{span}, Claim: &claims.Claim{
		Article: "a", Kind: claims.Direct, Text: text, Content: []claims.Span{span}, Speaker: &claims.Speaker{ID: who, Name: who},
	}}
}

func TestRebuttal(t *testing.T) {
	low := shared().Down(.02)
	said := side("Tom Hale", 100, "They sold the harbour behind our backs.")
	answer := side("Ana Ruiz", 180, "That is nonsense.")
	v, ok := low.Oppose(low.Read(said), low.Read(answer))
	if !ok || v.Rule != "rebuttal" || v.Score != scoreBehind {
		t.Errorf("got %v %+v", ok, v)
	}
	if v, ok := low.Oppose(low.Read(said), low.Read(side("Ana Ruiz", 5000, "That is nonsense."))); ok {
		t.Errorf("an answer far behind: got %+v", v)
	}
}

// TestWordLists checks the embedded lists: every view has its matter, with words
// on both sides and none on two.
func TestWordLists(t *testing.T) {
	m, err := parseMatters(viewsFile, appraisalFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range views {
		if m.number(r.ID) < 0 {
			t.Errorf("view %q has no words", r.ID)
		}
	}
	sides := map[string]int8{}
	for _, list := range m.entries {
		for _, e := range list {
			k := m.names[e.matter] + " " + strings.Join(e.words, " ")
			if old, ok := sides[k]; ok && old != e.sign {
				t.Errorf("%q is on two sides", k)
			}
			sides[k] = e.sign
		}
	}
	for _, bad := range []string{"truth", "truth ! word", "truth +  ", "truth + a,,b"} {
		if _, err := parseMatters(bad); err == nil {
			t.Errorf("parseMatters(%q): no error", bad)
		}
	}
}
