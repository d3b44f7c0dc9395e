package review_test

import (
	"context"
	"fmt"
	"time"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report/review"
)

// A finding is rejected, and is not in the next report.
func Example() {
	r := &compare.Report{
		Articles: []claims.Article{{ID: "x", Outlet: "Hill News"}, {ID: "y", Outlet: "Vale Echo"}},
		Claims: []claims.Claim{
			{ID: "1", Article: "x", Outlet: "Hill News", Text: "The bridge over the Marl is open."},
			{ID: "2", Article: "y", Outlet: "Vale Echo", Text: "The bridge over the Elm is closed."}},
		Findings: []compare.Finding{{ID: "f", A: "1", B: "2", Judge: "rules/1"}},
	}
	noon := func() time.Time { return time.Date(2031, 5, 2, 12, 0, 0, 0, time.UTC) }
	l, err := review.NewLedger(context.Background(), &review.Memory{}, noon)
	if err != nil {
		fmt.Println(err)
		return
	}
	keys := review.NewKeys(r)
	shown := keys.Shown(r.Findings[0])
	_, err = l.Record(context.Background(), review.Event{
		Who: "ada", Action: review.Decide, Subject: keys.Pair("1", "2"),
		Verdict: review.DifferentSubject, Why: "two bridges", Pair: &shown,
	}, "")
	fmt.Println(err)
	l.View(func(s *review.State) {
		next, done := s.Apply(r, noon())
		fmt.Println(len(next.Findings), done.Dismissed, next.SetAside[0].Why)
	})
	// Output:
	// <nil>
	// 0 1 different subject, said ada on 2 May 2031: two bridges
}
