package web

import (
	"errors"
	"net"
	"net/http"
	"strconv"
	"strings"

	"crosscheck/report/review/people"
)

// Lobby is the door of a desk for several people: they come in with name and
// password, programs with a token.
type Lobby struct {
	book *people.Book
}

var _ Door = (*Lobby)(nil)

// NewLobby is the door for the people in the book.
func NewLobby(book *people.Book) *Lobby { return &Lobby{book} }

// The name of the session's cookie. With TLS, the prefix keeps other hosts of the
// same domain from setting it (RFC 6265bis, section 4.1.3).
const sessionName, secureName = "crosscheck", "__Host-crosscheck"

func cookieName(r *http.Request) string {
	if r.TLS != nil {
		return secureName
	}
	return sessionName
}

// Who is the account of the token or the session.
func (l *Lobby) Who(r *http.Request) (Person, bool) {
	if secret, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		t, a, ok, err := l.book.Token(r.Context(), secret)
		return Person{Name: a.Name, Role: roleOf(a.Role), Reads: !t.Gate, Writes: t.Writes}, ok && err == nil
	}
	c, err := r.Cookie(cookieName(r))
	if err != nil {
		return Person{}, false
	}
	a, ok, err := l.book.In(r.Context(), c.Value)
	return Person{Name: a.Name, Role: roleOf(a.Role), Reads: true, Writes: true}, ok && err == nil
}

func roleOf(name string) Role {
	for _, r := range []Role{Reviewer, Adjudicator, Admin} {
		if r.String() == name {
			return r
		}
	}
	return Anyone
}

// Entrance is where people say who they are.
func (l *Lobby) Entrance() string { return "/login" }

func (l *Lobby) routes(d *Desk) []Route {
	return []Route{
		{"GET", "/login", Anyone, func(w http.ResponseWriter, r *http.Request) error {
			return d.show(w, r, http.StatusOK, "login", "Come in", LoginPage{})
		}},
		{"POST", "/login", Anyone, func(w http.ResponseWriter, r *http.Request) error { return l.enter(d, w, r) }},
		{"POST", "/logout", Reviewer, l.leave},
	}
}

// LoginPage asks who it is.
type LoginPage struct {
	Name  string `json:"name"`
	Error string `json:"error"`
}

func (l *Lobby) enter(d *Desk, w http.ResponseWriter, r *http.Request) error {
	in, err := read(r)
	if err != nil {
		return err
	}
	from, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		from = r.RemoteAddr
	}
	name := strings.TrimSpace(in.Get("name"))
	secret, err := l.book.Enter(r.Context(), name, in.Get("password"), from)
	wait, tooMany := errors.AsType[*people.WaitError](err)
	switch {
	case tooMany:
		w.Header().Set("Retry-After", strconv.Itoa(int(wait.Wait.Seconds())+1))
		return d.show(w, r, http.StatusTooManyRequests, "login", "Come in", LoginPage{name, "Too many wrong passwords. Wait a quarter of an hour."})
	case errors.Is(err, people.ErrWrong):
		return d.show(w, r, http.StatusUnauthorized, "login", "Come in", LoginPage{name, "This name and this password do not go together."})
	case err != nil:
		return err
	}
	http.SetCookie(w, session(cookieName(r), secret, r))
	http.Redirect(w, r, "/queue", http.StatusSeeOther)
	return nil
}

func (l *Lobby) leave(w http.ResponseWriter, r *http.Request) error {
	if c, err := r.Cookie(cookieName(r)); err == nil {
		if err := l.book.Leave(r.Context(), c.Value); err != nil {
			return err
		}
	}
	gone := session(cookieName(r), "", r)
	gone.MaxAge = -1
	http.SetCookie(w, gone)
	http.Redirect(w, r, "/login", http.StatusSeeOther)
	return nil
}
