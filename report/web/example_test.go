package web_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"time"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report/review"
	"crosscheck/report/web"
)

// A desk of one: whoever opens the address with the ticket is in.
func Example() {
	r := &compare.Report{
		Articles: []claims.Article{{ID: "x", Outlet: "Hill News", Text: "The bridge is open."}, {ID: "y", Outlet: "Vale Echo", Text: "The bridge is closed."}},
		Claims:   []claims.Claim{{ID: "1", Article: "x", Outlet: "Hill News", Kind: claims.Own, Text: "The bridge is open."}, {ID: "2", Article: "y", Outlet: "Vale Echo", Kind: claims.Own, Text: "The bridge is closed."}},
		Findings: []compare.Finding{{ID: "f", Relation: compare.Conflict, Type: compare.Antonym, A: "1", B: "2", Score: .9}},
	}
	ledger, err := review.NewLedger(context.Background(), &review.Memory{}, time.Now)
	if err != nil {
		fmt.Println(err)
		return
	}
	ticket := web.NewTicket("ada", "0")
	desk, err := web.New(context.Background(), r, ledger, web.Options{Door: ticket})
	if err != nil {
		fmt.Println(err)
		return
	}
	server := httptest.NewServer(desk.Handler())
	defer server.Close()
	jar, err := cookiejar.New(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	browser := &http.Client{Jar: jar}
	path := ticket.Path()
	for _, address := range []string{"/queue", path, "/queue"} {
		res, err := browser.Get(server.URL + address)
		if err != nil {
			fmt.Println(err)
			return
		}
		res.Body.Close()
		fmt.Println(res.StatusCode, res.Request.URL.Path)
	}
	// Output:
	// 401 /queue
	// 200 /queue
	// 200 /queue
}
