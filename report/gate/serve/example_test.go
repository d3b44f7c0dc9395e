package serve_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"strings"
	"time"

	"crosscheck/report/gate"
	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/intake"
	"crosscheck/report/gate/serve"
	"crosscheck/report/review/people"
)

// lenient lets everything run.
type lenient struct{}

func (lenient) Check(_ context.Context, d intake.Draft) (gate.Decision, error) {
	return gate.Decide(gate.Input{Drafts: []gate.Draft{serve.DraftOf(d)}}), nil
}

func Example() {
	ctx := context.Background()
	book := people.NewBook(&people.Memory{}, time.Now)
	fmt.Println(book.Add(ctx, "cms", "reviewer", "correct horse battery"))
	token, err := book.AddToken(ctx, "cms", "the newsroom's system", people.Gating, 0)
	fmt.Println(err)
	s, err := serve.New(ctx, serve.Options{Checker: lenient{}, Book: book, Store: &docket.Memory{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, body := range []string{`{"title": "Pier", "body": "The pier is open."}`, `{"title": "Pier"}`} {
		r := httptest.NewRequest("POST", "/v1/gate", strings.NewReader(body))
		r.Header.Set("Authorization", "Bearer "+token)
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("X-Request-Id", "r1")
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(w, r)
		fmt.Println(w.Code, strings.Contains(w.Body.String(), `"decision":"publish"`))
		if w.Code != 200 {
			fmt.Println(w.Body)
		}
	}
	// Output:
	// <nil>
	// <nil>
	// 200 true
	// 422 false
	// {"type":"urn:crosscheck:problem:no-text","title":"There is no text to check.","status":422,"detail":"There is no text in it: the article belongs in the field \"body\", or \"bodies\" of ninjs.","code":"no-text","do":"Send the article's body, too.","request":"r1"}
}
