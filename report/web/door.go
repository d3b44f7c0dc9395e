package web

import (
	"crypto/rand"
	"crypto/subtle"
	"net/http"
	"sync"
	"time"
)

// Role is what a person may do.
type Role int

// The roles; each may do what those before it may.
const (
	Anyone      Role = iota // whoever can reach the desk
	Reviewer                // reads and decides
	Adjudicator             // decides between two readers
	Admin                   // lets people in
)

// String is the role's name: "reviewer".
func (r Role) String() string {
	if r < Anyone || r > Admin {
		return "unknown"
	}
	return [...]string{"anyone", "reviewer", "adjudicator", "admin"}[r]
}

// Person is somebody at the desk.
type Person struct {
	Name string
	Role Role
	// Reads and Writes are what an API token may be used for; a session may do
	// both.
	Reads, Writes bool
}

// Door says who comes in.
type Door interface {
	// Who is the person behind a request; ok is false for a stranger.
	Who(r *http.Request) (p Person, ok bool)
	// Entrance is where a stranger is sent, "" where he must be told to ask.
	Entrance() string
	// routes are the door's own pages.
	routes(d *Desk) []Route
}

// Ticket is the door of a desk of one: whoever opens the address with the
// one-time token is the user, and stays so in that browser.
type Ticket struct {
	name   string
	cookie string
	mu     sync.Mutex
	token  string // "" once it was used
	secret string // of the session
}

var _ Door = (*Ticket)(nil)

// NewTicket makes a door for the person. The cookie is named after the port:
// cookies are shared by all ports of a host, and two desks may be open.
func NewTicket(person, port string) *Ticket {
	return &Ticket{name: person, cookie: "crosscheck-" + port, token: rand.Text(), secret: rand.Text() + rand.Text()}
}

// Path is the address, behind the host, that lets the user in, once.
func (t *Ticket) Path() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return "/enter?token=" + t.token
}

// Who is the user, where the request comes from his browser.
func (t *Ticket) Who(r *http.Request) (Person, bool) {
	c, err := r.Cookie(t.cookie)
	if err != nil || !same(c.Value, t.secret) {
		return Person{}, false
	}
	return Person{Name: t.name, Role: Admin, Reads: true, Writes: true}, true
}

// Entrance is nowhere: the address was printed.
func (t *Ticket) Entrance() string { return "" }

func (t *Ticket) routes(*Desk) []Route {
	return []Route{{"GET", "/enter", Anyone, t.enter}}
}

// enter trades the token for a session.
func (t *Ticket) enter(w http.ResponseWriter, r *http.Request) error {
	if _, in := t.Who(r); !in && !t.spend(r.FormValue("token")) {
		return fault(http.StatusForbidden, "This address was used before, or is not complete. Start “crosscheck review” again: it prints a new one.")
	}
	http.SetCookie(w, session(t.cookie, t.secret, r))
	http.Redirect(w, r, "/queue", http.StatusSeeOther)
	return nil
}

// spend takes the token, once.
func (t *Ticket) spend(token string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.token == "" || !same(token, t.token) {
		return false
	}
	t.token = ""
	return true
}

// same compares secrets in a time that tells nothing of them.
func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// sessionLife is how long a browser keeps a session: a long day at the desk.
const sessionLife = 14 * time.Hour

// session is a cookie that no script reads and no other site sends.
func session(name, value string, r *http.Request) *http.Cookie {
	return &http.Cookie{
		Name: name, Value: value, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode,
		Secure: r.TLS != nil, MaxAge: int(sessionLife.Seconds()),
	}
}
