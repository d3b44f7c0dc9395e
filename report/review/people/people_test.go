package people

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// clock is a time that a test sets.
type clock struct{ now time.Time }

func newBook(t *testing.T) (*Book, *clock, *Memory) {
	t.Helper()
	c, m := &clock{time.Date(2031, 5, 2, 12, 0, 0, 0, time.UTC)}, &Memory{}
	b := NewBook(m, func() time.Time { return c.now })
	for name, role := range map[string]string{"ada": "admin", "ben": "reviewer"} {
		if err := b.Add(t.Context(), name, role, "a long password of "+name); err != nil {
			t.Fatal(err)
		}
	}
	return b, c, m
}

func TestEnter(t *testing.T) {
	b, c, m := newBook(t)
	secret, err := b.Enter(t.Context(), "ada", "a long password of ada", "here")
	if err != nil {
		t.Fatal(err)
	}
	if a, ok, err := b.In(t.Context(), secret); !ok || a.Name != "ada" || a.Role != "admin" || err != nil {
		t.Errorf("in: %+v, %t, %v", a, ok, err)
	}
	for kind, values := range m.kinds {
		for key, v := range values {
			if strings.Contains(key+string(v), secret) || strings.Contains(string(v), "a long password") {
				t.Errorf("a %s holds a secret: %s", kind, v)
			}
		}
	}
	for _, wrong := range [][2]string{{"ada", "a long password of ben"}, {"ada", ""}, {"nobody", "a long password of ada"}, {"", ""}, {"ada", strings.Repeat("x", 1000)}} {
		if _, err := b.Enter(t.Context(), wrong[0], wrong[1], "here"); !errors.Is(err, ErrWrong) {
			t.Errorf("%q: %v, want ErrWrong", wrong, err)
		}
	}
	if err := b.Leave(t.Context(), secret); err != nil {
		t.Error(err)
	}
	if _, ok, _ := b.In(t.Context(), secret); ok {
		t.Error("in after leaving")
	}
	secret, err = b.Enter(t.Context(), "ben", "a long password of ben", "here")
	if err != nil {
		t.Fatal(err)
	}
	c.now = c.now.Add(SessionLife)
	if _, ok, _ := b.In(t.Context(), secret); ok {
		t.Error("in after the session's end")
	}
}

// TestClose ends sessions and tokens with the account, and a new password ends
// sessions.
func TestClose(t *testing.T) {
	b, _, _ := newBook(t)
	enter := func(password string) string {
		s, err := b.Enter(t.Context(), "ben", password, "here")
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	first := enter("a long password of ben")
	token, err := b.AddToken(t.Context(), "ben", "nightly", Writing, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Add(t.Context(), "ben", "adjudicator", "another long password"); err != nil {
		t.Fatal(err)
	}
	if _, ok, _ := b.In(t.Context(), first); ok {
		t.Error("a session outlives its password")
	}
	second := enter("another long password")
	if err := b.Close(t.Context(), "ben"); err != nil {
		t.Fatal(err)
	}
	if _, ok, _ := b.In(t.Context(), second); ok {
		t.Error("a session outlives its account")
	}
	if _, _, ok, _ := b.Token(t.Context(), token); ok {
		t.Error("a token outlives its account")
	}
	if _, err := b.Enter(t.Context(), "ben", "another long password", "here"); !errors.Is(err, ErrWrong) {
		t.Errorf("entering a closed account: %v", err)
	}
	if err := b.Close(t.Context(), "nobody"); !errors.Is(err, ErrNoAccount) {
		t.Errorf("closing nobody: %v", err)
	}
}

func TestTokens(t *testing.T) {
	b, c, _ := newBook(t)
	read, err := b.AddToken(t.Context(), "ada", "look", Reading, time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	if tok, a, ok, err := b.Token(t.Context(), read); !ok || tok.Writes || a.Name != "ada" || err != nil {
		t.Errorf("%+v, %+v, %t, %v", tok, a, ok, err)
	}
	if _, _, ok, _ := b.Token(t.Context(), read+"x"); ok {
		t.Error("a wrong token is let in")
	}
	c.now = c.now.Add(time.Hour)
	if _, _, ok, _ := b.Token(t.Context(), read); ok {
		t.Error("a token outlives its end")
	}
	all, err := b.Tokens(t.Context())
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	if err := b.DropToken(t.Context(), all[0].Hash[:8]); err != nil {
		t.Error(err)
	}
	if err := b.DropToken(t.Context(), ""); err == nil {
		t.Error("a token without a name was dropped")
	}
	if _, err := b.AddToken(t.Context(), "nobody", "", Reading, 0); !errors.Is(err, ErrNoAccount) {
		t.Errorf("a token for nobody: %v", err)
	}
}

// TestGuesses makes whoever guesses wait, and nobody else.
func TestGuesses(t *testing.T) {
	c := &clock{time.Date(2031, 5, 2, 12, 0, 0, 0, time.UTC)}
	g := guesses{now: func() time.Time { return c.now }}
	var wait *WaitError
	for range missesOfName {
		if err := g.admit("ada", "evil"); err != nil {
			t.Fatal(err)
		}
		g.miss("ada", "evil")
	}
	if err := g.admit("ada", "elsewhere"); !errors.As(err, &wait) || wait.Wait != forget {
		t.Errorf("guessing at one name: %v", err)
	}
	if err := g.admit("ben", "evil"); err != nil {
		t.Errorf("another name: %v", err)
	}
	for i := range missesOfHost {
		g.miss(fmt.Sprint("name", i), "evil")
	}
	if err := g.admit("ben", "evil"); !errors.As(err, &wait) {
		t.Errorf("guessing from one place: %v", err)
	}
	if err := g.admit("ben", "elsewhere"); err != nil {
		t.Errorf("from another place: %v", err)
	}
	c.now = c.now.Add(forget)
	if err := g.admit("ada", "evil"); err != nil {
		t.Errorf("after waiting: %v", err)
	}
	g.miss("ada", "x")
	g.hit("ada")
	if n := g.by["name ada"].n; n != 0 {
		t.Errorf("%d misses after the right password", n)
	}
}

func TestAddRefuses(t *testing.T) {
	b, _, _ := newBook(t)
	for _, c := range [][3]string{
		{"", "admin", "a long enough password"}, {" ada", "admin", "a long enough password"}, {"a\nb", "admin", "a long enough password"},
		{strings.Repeat("a", 65), "admin", "a long enough password"}, {"eve", "king", "a long enough password"}, {"eve", "admin", "short"},
		{"eve", "admin", strings.Repeat("x", 300)},
	} {
		if err := b.Add(t.Context(), c[0], c[1], c[2]); err == nil || !strings.Contains(err.Error(), "hint:") {
			t.Errorf("%.20q: %v, want an error with a hint", c, err)
		}
	}
}

func Example() {
	b := NewBook(&Memory{}, time.Now)
	fmt.Println(b.Add(context.Background(), "ada", "reviewer", "correct horse battery"))
	secret, err := b.Enter(context.Background(), "ada", "correct horse battery", "192.0.2.1")
	fmt.Println(err)
	a, in, err := b.In(context.Background(), secret)
	fmt.Println(a.Name, a.Role, in, err)
	// Output:
	// <nil>
	// <nil>
	// ada reviewer true <nil>
}
