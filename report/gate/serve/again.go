package serve

import (
	"errors"
	"sync"
	"time"

	"crosscheck/report/gate/docket"
)

// How many answers are kept for requests that come again, how much of them, and
// for how long. They hold words of drafts, so they are kept in memory alone; what
// was recorded of a request outlasts them.
const (
	mostAnswers  = 1024
	mostAnswered = 32 << 20 // bytes
	answerLife   = 24 * time.Hour
)

// answers are those to requests with an idempotency key.
type answers struct {
	now   func() time.Time
	mu    sync.Mutex
	byKey map[string]*answered
	order []string // keys, the oldest answer first
	bytes int
}

// answered is one request: under way, or with its answer.
type answered struct {
	sum  string // of the request's body
	done bool
	body []byte
	at   time.Time
}

func newAnswers(now func() time.Time) *answers {
	return &answers{now: now, byKey: map[string]*answered{}}
}

// begin notes that a request has come. It returns the answer where it came before
// and was answered; the error is a refusal. Who gets neither must call end.
func (a *answers) begin(key, sum string) (body []byte, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.forget()
	switch had := a.byKey[key]; {
	case had == nil:
		a.byKey[key] = &answered{sum: sum}
		return nil, nil
	case had.sum != sum:
		return nil, problem(KeyReused, "")
	case !had.done:
		return nil, problem(KeyBusy, "")
	default:
		return had.body, nil
	}
}

// end keeps the answer; nil where there is none worth keeping, so that the request
// may come again.
func (a *answers) end(key string, body []byte) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if body == nil {
		delete(a.byKey, key)
		return
	}
	x := a.byKey[key]
	x.done, x.body, x.at = true, body, a.now()
	a.order, a.bytes = append(a.order, key), a.bytes+len(body)
	a.forget()
}

// forget lets the oldest answers go.
func (a *answers) forget() {
	for len(a.order) > 0 {
		x := a.byKey[a.order[0]]
		if len(a.order) <= mostAnswers && a.bytes <= mostAnswered && a.now().Sub(x.at) < answerLife {
			return
		}
		delete(a.byKey, a.order[0])
		a.order, a.bytes = a.order[1:], a.bytes-len(x.body)
	}
}

// maxKey is how long an idempotency key may be, in bytes.
const maxKey = 255

// once is a request that may come again.
type once struct {
	key  string // "" where it has no idempotency key
	id   string // of the entry that records it
	sum  string // keyed hash of the body, "" where it has no key
	seen *docket.Entry
}

// once says whether a request came before, by its idempotency key, and returns
// the answer where it is still there.
func (s *Server) once(c *call, body []byte) (o once, answer []byte, err error) {
	keys := c.r.Header.Values("Idempotency-Key")
	if len(keys) == 0 {
		return o, nil, nil
	}
	if len(keys) > 1 || !visible(keys[0]) {
		return o, nil, problem(BadKey, "")
	}
	o.key = s.name("key", c.who.Name, c.r.Method, c.r.URL.Path, keys[0])
	o.id = "k_" + o.key
	o.sum = s.name("body", c.r.Header.Get("Content-Type"), string(body))
	if answer, err = s.again.begin(o.key, o.sum); answer != nil || err != nil {
		return o, answer, err
	}
	// The process may have ended since: what was recorded is known for good.
	list, err := s.opt.Store.Look(c.r.Context(), docket.Query{ID: o.id})
	if err == nil && len(list) > 0 {
		o.seen = &list[0]
		if o.seen.Body != o.sum {
			err = problem(KeyReused, "")
		}
	}
	if err != nil {
		s.again.end(o.key, nil)
		if p, ok := errors.AsType[*Problem](err); ok {
			return o, nil, p
		}
		return o, nil, broken(err)
	}
	return o, nil, nil
}

// visible reports whether a key is one.
func visible(key string) bool {
	for _, c := range []byte(key) {
		if c < ' ' || c > '~' {
			return false
		}
	}
	return key != "" && len(key) <= maxKey
}

// answer does what is asked, and keeps the answer for a request that may come again.
// One that fails or breaks may come again at once.
func (s *Server) answer(o once, do func() ([]byte, error)) (answer []byte, err error) {
	if o.key != "" {
		defer func() { s.again.end(o.key, answer) }()
	}
	return do()
}
