package serve

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// TestRefusals: what is wrong with a request gets its own answer.
func TestRefusals(t *testing.T) {
	s := newStand(t, nil)
	good := `{"body": "The pier is open."}`
	for _, c := range []struct {
		name, who, method, path, kind, body string
		status                              int
		code                                Name
	}{
		{"no token", "", "POST", "/v1/gate", asJSON, good, 401, Unauthorized},
		{"a wrong token", "nobody", "POST", "/v1/gate", asJSON, good, 401, Unauthorized},
		{"a token that reads", "eve", "POST", "/v1/gate", asJSON, good, 403, Forbidden},
		{"no token for the counts", "", "GET", "/metrics", "", "", 401, Unauthorized},
		{"no type", "cms", "POST", "/v1/gate", "", good, 415, Unsupported},
		{"a form", "cms", "POST", "/v1/gate", "application/x-www-form-urlencoded", "body=x", 415, Unsupported},
		{"broken JSON", "cms", "POST", "/v1/gate", asJSON, `{"body": "The`, 400, Malformed},
		{"a list", "cms", "POST", "/v1/gate", asJSON, `[]`, 400, Malformed},
		{"a wrong field", "cms", "POST", "/v1/gate", asJSON, `{"body": 7}`, 400, Malformed},
		{"deep JSON", "cms", "POST", "/v1/gate", asJSON, strings.Repeat(`{"a":`, 100_000), 400, TooDeep},
		{"nothing", "cms", "POST", "/v1/gate", asJSON, ``, 400, Malformed},
		{"no text", "cms", "POST", "/v1/gate", asJSON, `{"title": "Pier"}`, 422, NoText},
		{"deep HTML", "cms", "POST", "/v1/gate", "text/html", strings.Repeat("<div>", 100_000), 422, NoText},
		{"another method", "cms", "GET", "/v1/gate", "", "", 405, WrongMethod},
		{"another method of a draft", "cms", "DELETE", "/v1/gate/d_1", "", "", 405, WrongMethod},
		{"another path", "cms", "POST", "/v2/gate", asJSON, good, 404, NotFound},
		{"an unknown draft", "cms", "GET", "/v1/gate/d_none", "", "", 404, NotFound},
	} {
		w := s.send(c.who, c.method, c.path, strings.NewReader(c.body), "Content-Type", c.kind)
		if w.status != c.status || w.code() != string(c.code) {
			t.Errorf("%s: %d %s, want %d %s", c.name, w.status, w.body, c.status, c.code)
		}
		info, _ := c.code.Info()
		for field, want := range map[string]string{"type": "urn:crosscheck:problem:" + string(c.code), "title": info.Title, "do": info.Do, "request": w.header.Get("X-Request-Id")} {
			if w.has(field) != want {
				t.Errorf("%s: %s is %q, want %q", c.name, field, w.has(field), want)
			}
		}
		if w.header.Get("Content-Type") != "application/problem+json" || c.status == 401 && w.header.Get("WWW-Authenticate") == "" || c.status == 405 && w.header.Get("Allow") == "" {
			t.Errorf("%s: %v", c.name, w.header)
		}
	}
	if s.checker.count() != 0 || len(s.entries()) != 0 {
		t.Errorf("%d were checked, %d recorded", s.checker.count(), len(s.entries()))
	}
	for _, forged := range []string{"a b", "a\tb", strings.Repeat("x", 129), `"}{"`} {
		if w := s.send("cms", "GET", "/v1/gate/x", nil, "X-Request-Id", forged); w.header.Get("X-Request-Id") == forged {
			t.Errorf("the request ID %q was taken", forged)
		}
	}
}

// endless is a body without an end, of which the test sees how much was taken.
type endless struct{ taken atomic.Int64 }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	e.taken.Add(int64(len(p)))
	return len(p), nil
}

// TestLarge: a body of 100 MB is refused when it is announced, and one that comes
// in pieces after the first few megabytes.
func TestLarge(t *testing.T) {
	s := newStand(t, nil)
	const huge = 100 << 20
	for name, announced := range map[string]int64{"announced": huge, "in pieces": -1} {
		body := &endless{}
		r, _ := http.NewRequest("POST", s.url+"/v1/gate", io.LimitReader(body, huge))
		r.ContentLength = announced
		r.Header.Set("Authorization", "Bearer "+s.tokens["cms"])
		r.Header.Set("Content-Type", "text/plain")
		w, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		data, _ := io.ReadAll(w.Body)
		w.Body.Close()
		if g := (got{w.StatusCode, w.Header, string(data)}); g.status != http.StatusRequestEntityTooLarge || g.code() != "too-large" {
			t.Errorf("%s: %d %s", name, g.status, g.body)
		}
		// What lies in buffers on the way was taken, but not read.
		if n := body.taken.Load(); n > MaxBody+16<<20 {
			t.Errorf("%s: %d MB were taken", name, n>>20)
		}
	}
}

func packed(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(data)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPacked: a packed body is read, within the same bounds.
func TestPacked(t *testing.T) {
	s := newStand(t, nil)
	good := packed(t, []byte(`{"body": "The pier is wrong one."}`))
	bomb := packed(t, bytes.Repeat([]byte(" "), 8*MaxBody))
	for _, c := range []struct {
		name, coding string
		body         []byte
		status       int
		code         string
	}{
		{"gzip", "gzip", good, 200, ""},
		{"as it is", "identity", []byte(`{"body": "The pier is open."}`), 200, ""},
		{"a bomb", "gzip", bomb, 413, "too-large"},
		{"a bomb in a bomb", "gzip", packed(t, bomb), 400, "malformed"},
		{"no gzip", "gzip", []byte(`{"body": "x"}`), 400, "malformed"},
		{"half of it", "gzip", good[:len(good)/2], 400, "malformed"},
		{"damaged", "gzip", append(bytes.Clone(good[:len(good)-8]), 1, 2, 3, 4, 5, 6, 7, 8), 400, "malformed"},
		{"twice", "gzip, gzip", packed(t, good), 415, "unsupported-encoding"},
		{"another", "br", good, 415, "unsupported-encoding"},
	} {
		w := s.send("cms", "POST", "/v1/gate", bytes.NewReader(c.body), "Content-Type", asJSON, "Content-Encoding", c.coding)
		if w.status != c.status || c.code != "" && w.code() != c.code {
			t.Errorf("%s: %d %s, want %d %s", c.name, w.status, w.body, c.status, c.code)
		}
	}
}

// TestSlow: a body that does not come is not waited for, and its place is free
// again.
func TestSlow(t *testing.T) {
	s := newStand(t, func(o *Options) { o.Running, o.Waiting = 1, 0 })
	s.server.opt.Policy.Budget = "500ms" // the body must come within that, too
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "POST /v1/gate HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"body\"", s.tokens["cms"])
	conn.SetReadDeadline(time.Now().Add(20 * time.Second))
	w, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	data, _ := io.ReadAll(w.Body)
	if g := (got{w.StatusCode, w.Header, string(data)}); g.status != http.StatusRequestTimeout || g.code() != "too-slow" {
		t.Errorf("%d %s", g.status, g.body)
	}
	if w := s.check("story", "The pier is open."); w.status != http.StatusOK {
		t.Errorf("afterwards: %d %s", w.status, w.body)
	}
}

// TestWorksLonger: a comparison that takes longer than the server reads is not cut
// off.
func TestWorksLonger(t *testing.T) {
	s := newStand(t, nil)
	s.checker.do = func(ctx context.Context, _ draft) error {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(600 * time.Millisecond):
			return nil
		}
	}
	server := &http.Server{Handler: s.server.Handler(), ReadTimeout: 200 * time.Millisecond, WriteTimeout: 300 * time.Millisecond}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go server.Serve(listener)
	defer server.Close()
	s.url = "http://" + listener.Addr().String()
	if w := s.check("story", "The pier is open."); w.status != http.StatusOK || w.has("decision") != "publish" {
		t.Errorf("%d %s", w.status, w.body)
	}
}
