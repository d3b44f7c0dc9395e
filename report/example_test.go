package report_test

import (
	"fmt"
	"os"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report"
)

// A saved report is read back and set for a terminal.
func Example() {
	saved := `{"version": "1.0",
	 "articles": [
	  {"id": "x", "path": "x.txt", "outlet": "Hill News", "title": "", "date": "", "url": "", "text": "The bridge is open."},
	  {"id": "y", "path": "y.txt", "outlet": "Vale Echo", "title": "", "date": "", "url": "", "text": "The bridge is closed."}],
	 "claims": [
	  {"id": "1", "article": "x", "outlet": "Hill News", "kind": "own", "content": [{"start": 0, "end": 19}]},
	  {"id": "2", "article": "y", "outlet": "Vale Echo", "kind": "own", "content": [{"start": 0, "end": 21}]}],
	 "topics": [],
	 "findings": [
	  {"id": "f", "relation": "conflict", "type": "antonym", "a": "1", "b": "2", "score": 0.9, "why": "Open is the opposite of closed.",
	   "evidence": {"a": [{"start": 14, "end": 18}], "b": [{"start": 14, "end": 20}]}, "judge": "rules/1"}],
	 "set_aside": [], "warnings": []}`
	r, err := report.ReadJSON(strings.NewReader(saved))
	if err != nil {
		fmt.Println(err)
		return
	}
	w, err := report.ByName("text", report.Options{Width: 72})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := w.Write(os.Stdout, r); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 2 articles from 2 outlets: 2 claims on 0 topics, 0 named speakers.
	// 1 finding: 1 conflict.
	// Words between « and » are those that decide.
	//
	//  1. Hill News and Vale Echo tell it differently
	//     Conflict, antonym: strong (0.90)
	//     Open is the opposite of closed.
	//
	//     Hill News | in its own voice
	//       The bridge is «open».
	//
	//     Vale Echo | in its own voice
	//       The bridge is «closed».
	//
	//     judge rules/1; finding f
}

// What a reader sees of a finding can be had without any format.
func ExampleFill() {
	text := "“The bridge is open,” the mayor said."
	c := claims.Claim{ID: "1", Article: "x", Outlet: "Hill News", Kind: claims.Direct, Speaker: &claims.Speaker{Name: "Ada Voss", Role: "mayor", Affiliation: "Hill"}}
	v := report.Fill(&compare.Report{
		Articles: []claims.Article{{ID: "x", Text: text}},
		Claims:   []claims.Claim{c},
		Findings: []compare.Finding{{A: "1", B: "1", Score: 0.8, Evidence: compare.Evidence{A: []claims.Span{{Start: 17, End: 21}}}}},
	})
	a := v.Findings[0].A
	fmt.Println(a.Speaker)
	fmt.Println(a.Kind.Name, v.Findings[0].Strength)
	for _, s := range a.Passage[0] {
		fmt.Printf("%q %v\n", s.Text, s.Marked)
	}
	// Output:
	// Ada Voss, mayor, Hill
	// quoted likely
	// "“The bridge is " false
	// "open" true
	// ",” the mayor said." false
}

// The topics of a report are listed story by story.
func ExampleFillTopics() {
	r := &compare.Report{
		Articles: []claims.Article{{ID: "x", Outlet: "Hill News", Title: "Bridge closed"}, {ID: "y", Outlet: "Vale Echo"}},
		Stories:  []compare.Story{{ID: "x", Title: "Bridge closed", Articles: []string{"x", "y"}}},
		Claims: []claims.Claim{
			{ID: "1", Article: "x", Outlet: "Hill News", Kind: claims.Own, Text: "The bridge is closed."},
			{ID: "2", Article: "y", Outlet: "Vale Echo", Kind: claims.Direct, Text: "The bridge is open", Speaker: &claims.Speaker{ID: "v", Name: "Ada Voss"}}},
		Topics: []compare.Topic{{ID: "t", Label: "bridge", Claims: []string{"1", "2"}, Centre: "1", Stories: []string{"x"}, Outlets: []string{"Hill News", "Vale Echo"}}},
	}
	for _, g := range report.FillTopics(r, report.TopicOptions{Outlets: 2}).Groups {
		for _, t := range g.Topics {
			fmt.Println(g.Title, "-", t.Label, "-", t.Reach())
			for _, q := range t.Quotes {
				fmt.Println(q.Outlet, q.Name, q.Text)
			}
		}
	}
	// Output:
	// Bridge closed - bridge - 2 claims in 2 outlets
	// Hill News  The bridge is closed.
	// Vale Echo Ada Voss The bridge is open
}
