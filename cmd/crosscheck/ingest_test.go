package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/report/feed"
	"crosscheck/report/review/postgrestest"
)

// TestIngestOver sends articles, and what is none.
func TestIngestOver(t *testing.T) {
	q, err := feed.Open(t.Context(), postgrestest.New(t))
	if err != nil {
		t.Fatal(err)
	}
	defer q.Close()
	server := httptest.NewServer(intakeHandler(q, func(c claims.Warning) { t.Error(c) }))
	defer server.Close()
	const two = `{"id":"a","body":"“It is shut,” said Tom Okoye, an inspector."}` + "\n" + `{"id":"b","body":"“It is open,” said Mara Lind, the harbour master."}` + "\n"
	for _, c := range []struct {
		name, host, origin, path, kind, body string
		status                               int
		answer                               string
	}{
		{"two", "", "", "/v1/articles", "application/jsonl", two, 200, `{"articles":2,"new":2,"warnings":[]}`},
		{"again", "", "", "/v1/articles", "application/jsonl; charset=utf-8", two, 200, `{"articles":2,"new":0,"warnings":[]}`},
		{"text", "", "", "/v1/articles?name=../../etc/one.txt", "text/plain", "“It is shut,” said Tom Okoye.", 200, `{"articles":1,"new":1,"warnings":[]}`},
		{"nothing", "", "", "/v1/articles", "application/jsonl", "", 400, `{"articles":0,"new":0,"warnings":["sent/.jsonl: is empty"]}`},
		{"blank text", "", "", "/v1/articles?name=a", "text/plain", " \n", 400, `{"articles":0,"new":0,"warnings":["sent/a.txt: is empty"]}`},
		{"form", "", "", "/v1/articles", "application/x-www-form-urlencoded", "x=1", 415, "send application/jsonl"},
		{"no kind", "", "", "/v1/articles", "", "x", 415, "send application/jsonl"},
		{"another origin", "", "https://evil.example", "/v1/articles", "text/plain", "x", 403, ""},
		{"another host", "evil.example", "", "/v1/articles", "text/plain", "x", 421, "not the name"},
		{"elsewhere", "", "", "/v1/article", "text/plain", "x", 404, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			req, err := http.NewRequestWithContext(t.Context(), "POST", server.URL+c.path, strings.NewReader(c.body))
			if err != nil {
				t.Fatal(err)
			}
			if c.kind != "" {
				req.Header.Set("Content-Type", c.kind)
			}
			if c.host != "" {
				req.Host = c.host
			}
			if c.origin != "" {
				req.Header.Set("Origin", c.origin)
				req.Header.Set("Sec-Fetch-Site", "cross-site")
			}
			res, err := http.DefaultClient.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			defer res.Body.Close()
			body, err := io.ReadAll(res.Body)
			if err != nil || res.StatusCode != c.status || !strings.Contains(string(body), c.answer) {
				t.Errorf("%d, %s, %v", res.StatusCode, body, err)
			}
		})
	}
	if n, err := q.Waiting(t.Context()); n != 3 || err != nil {
		t.Errorf("%d wait, %v; want 3", n, err)
	}
}
