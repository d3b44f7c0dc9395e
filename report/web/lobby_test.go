package web

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"crosscheck/report/review"
	"crosscheck/report/review/people"
	"crosscheck/report/review/reviewtest"
)

// lobby is a desk with accounts.
func lobby(t *testing.T) (*stand, *people.Book) {
	t.Helper()
	now := func() time.Time { return reviewtest.Noon }
	book := people.NewBook(&people.Memory{}, now)
	for name, role := range map[string]string{"ada": "admin", "ben": "reviewer"} {
		if err := book.Add(t.Context(), name, role, "a long password of "+name); err != nil {
			t.Fatal(err)
		}
	}
	return newStand(t, sample(2), nil, Options{Door: NewLobby(book)}), book
}

func TestLobby(t *testing.T) {
	s, book := lobby(t)
	ada := s.as("")
	if got := ada.get("/queue"); got.at != "/login" || !strings.Contains(got.body, "Come in") {
		t.Errorf("a stranger is at %s", got.at)
	}
	if got := ada.post("/login", "name", "ada", "password", "wrong"); got.status != http.StatusUnauthorized || !strings.Contains(got.body, "do not go together") {
		t.Errorf("a wrong password: %d", got.status)
	}
	page := ada.post("/login", "name", "ada", "password", "a long password of ada")
	if page.at != "/queue" || !strings.Contains(page.body, "ada</bdi>, admin") {
		t.Errorf("the right password leads to %s", page.at)
	}
	page = ada.press(ada.get("/next"), "decide", "verdict", "unclear")
	if got := s.standing(s.keys()[0]).Decision; got == nil || got.Who != "ada" {
		t.Errorf("decided by %+v", got)
	}
	if page = ada.post("/logout"); page.at != "/login" || ada.get("/queue").at != "/login" {
		t.Error("still in after leaving")
	}
	stranger := s.as("")
	if page = stranger.post("/pair/"+s.keys()[1]+"/decide", "verdict", "unclear"); page.status != http.StatusUnauthorized || !strings.Contains(page.body, "Nothing was recorded") {
		t.Errorf("deciding after the session's end: %d, %s", page.status, page.body)
	}
	for range 5 {
		page = s.as("").post("/login", "name", "ben", "password", "guess")
	}
	page = s.as("").post("/login", "name", "ben", "password", "a long password of ben")
	if page.status != http.StatusTooManyRequests || page.header.Get("Retry-After") == "" {
		t.Errorf("after five guesses: %d", page.status)
	}
	if err := book.Close(t.Context(), "ada"); err != nil {
		t.Fatal(err)
	}
	if page = s.as("").post("/login", "name", "ada", "password", "a long password of ada"); page.status != http.StatusUnauthorized {
		t.Errorf("a closed account: %d", page.status)
	}
}

// TestCookie looks at the session's cookie.
func TestCookie(t *testing.T) {
	s, _ := lobby(t)
	res, err := (&http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}).
		Post(s.url+"/login", "application/x-www-form-urlencoded", strings.NewReader("name=ada&password=a+long+password+of+ada"))
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	c := res.Cookies()[0]
	if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" || len(c.Value) < 40 {
		t.Errorf("the cookie is %v", c)
	}
}

// TestScopes uses tokens for what they are for, and for what they are not.
func TestScopes(t *testing.T) {
	s, book := lobby(t)
	for _, c := range []struct {
		account      string
		use          people.Use
		reads, sends int
	}{{"ben", people.Reading, 200, 403}, {"ben", people.Writing, 200, 200}, {"ben", people.Gating, 403, 403}} {
		token, err := book.AddToken(t.Context(), c.account, "test", c.use, 0)
		if err != nil {
			t.Fatal(err)
		}
		ask := func(method, path, body string) int {
			req, err := http.NewRequestWithContext(t.Context(), method, s.url+path, strings.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("Authorization", "Bearer "+token)
			req.Header.Set("Accept", "application/json")
			req.Header.Set("Content-Type", "application/json")
			res, err := http.DefaultClient.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			res.Body.Close()
			return res.StatusCode
		}
		if got := ask("GET", "/queue", ""); got != c.reads {
			t.Errorf("reading: %d, want %d", got, c.reads)
		}
		if got := ask("POST", "/pair/"+s.keys()[0]+"/decide", `{"verdict": "unclear"}`); got != c.sends {
			t.Errorf("deciding: %d, want %d", got, c.sends)
		}
	}
	if got := s.standing(s.keys()[0]); got.Phase != review.Decided || got.Decision.Who != "ben" {
		t.Errorf("the pair is %+v", got)
	}
}
