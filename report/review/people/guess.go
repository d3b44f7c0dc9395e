package people

import (
	"fmt"
	"sync"
	"time"
)

// The limits on guessing. OWASP's Authentication Cheat Sheet asks for a bound by
// account; the one by address is wider, since a newsroom may share one.
const (
	missesOfName = 5
	missesOfHost = 50
	forget       = 15 * time.Minute // after the last miss
	mostKept     = 100_000          // names and addresses; beyond, the map begins anew
)

// guesses counts wrong passwords by name and by address.
type guesses struct {
	now func() time.Time
	mu  sync.Mutex
	by  map[string]tries
}

type tries struct {
	n    int
	last time.Time
}

// WaitError says that there were too many guesses.
type WaitError struct{ Wait time.Duration }

// Error says how long to wait.
func (e *WaitError) Error() string {
	return fmt.Sprintf("too many wrong passwords: wait %s", e.Wait.Round(time.Second))
}

func keys(name, from string) [2]string { return [2]string{"name " + name, "from " + from} }

// admit refuses who has to wait.
func (g *guesses) admit(name, from string) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	for i, key := range keys(name, from) {
		t := g.by[key]
		limit := [2]int{missesOfName, missesOfHost}[i]
		if wait := t.last.Add(forget).Sub(g.now()); t.n >= limit && wait > 0 {
			return &WaitError{wait}
		}
	}
	return nil
}

// miss counts a wrong password.
func (g *guesses) miss(name, from string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.by == nil || len(g.by) > mostKept {
		g.by = map[string]tries{}
	}
	for _, key := range keys(name, from) {
		t := g.by[key]
		if g.now().Sub(t.last) >= forget {
			t.n = 0
		}
		g.by[key] = tries{t.n + 1, g.now()}
	}
}

// hit forgets the misses of a name that gave the right password.
func (g *guesses) hit(name string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.by, keys(name, "")[0])
}
