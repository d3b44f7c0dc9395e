package gate_test

import (
	"fmt"
	"os"
	"time"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report/gate"
)

// A draft gives another figure than its own newsroom has printed, and a policy
// waives that for a week.
func Example() {
	r := &compare.Report{
		Articles: []claims.Article{
			{ID: "d", Path: "draft.txt", Outlet: "Harbour Post", Text: "Some 40 boats were lost."},
			{ID: "x", Path: "monday.txt", Outlet: "Harbour Post", Date: "2031-05-05", Text: "Some 14 boats were lost."}},
		Claims: []claims.Claim{
			{ID: "1", Article: "d", Outlet: "Harbour Post", Kind: claims.Own, Text: "Some 40 boats were lost.", Content: []claims.Span{{Start: 0, End: 24}}},
			{ID: "2", Article: "x", Outlet: "Harbour Post", Kind: claims.Own, Text: "Some 14 boats were lost.", Content: []claims.Span{{Start: 0, End: 24}}, Date: "2031-05-05"}},
		Findings: []compare.Finding{{ID: "f", Relation: compare.Conflict, Type: compare.Number, A: "1", B: "2", Score: .62, Why: "“40” and “14” are different figures."}},
	}
	in := gate.Input{Now: time.Date(2031, 5, 6, 12, 0, 0, 0, time.UTC), Report: r, Against: 1, Drafts: []gate.Draft{{Article: "d", Path: "draft.txt"}}}
	d := gate.Decide(in)
	text, _ := gate.FormatByName("text")
	if err := text.Write(os.Stdout, &d); err != nil {
		fmt.Println(err)
	}

	in.Policy, _ = gate.ParsePolicy("crosscheck.yaml", []byte("waivers: [{finding: f, owner: M. Lind, reason: recounted, expires: 2031-05-12}]"))
	d = gate.Decide(in)
	fmt.Println(d.Headline(), "-", d.Let[0])
	// Output:
	// HOLD: 1 error, 0 warnings, 0 notes.
	// 1 draft against 1 article.
	//
	// error: number-against-own (0.62)  draft.txt:1
	//     The draft gives another figure or date than this newsroom has published.
	//     the draft, in its own voice:
	//       Some 40 boats were lost.
	//     Harbour Post, 2031-05-05, in its own voice:
	//       Some 14 boats were lost.
	//       (monday.txt:1)
	//     Why: “40” and “14” are different figures.
	//     Next: Check the figure at its source; where it has changed, say since when, or correct what was published.
	//     finding f, pair e841c779bc5d8c36d1ad37f4
	// MAY RUN: 0 errors, 0 warnings, 0 notes - waived by M. Lind until 2031-05-12: recounted
}
