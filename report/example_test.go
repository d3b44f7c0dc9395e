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
