package serve

import (
	"encoding/json"
	"net/http"
	"time"

	"crosscheck/report/gate"
	"crosscheck/report/gate/docket"
)

// stateJSON is where a draft stands, without any words of it.
type stateJSON struct {
	ID       string    `json:"id"`
	Check    string    `json:"check"`
	Decision string    `json:"decision"` // what counts
	Judged   string    `json:"judged"`   // what the gate said
	At       time.Time `json:"at"`
	Errors   []mark    `json:"errors"`
	Warnings []mark    `json:"warnings"`
	Override *override `json:"override"`
	Newer    string    `json:"newer,omitempty"`
}

// stateOf is a standing as it is told.
func stateOf(st standing, newer string) stateJSON {
	out := stateJSON{ID: st.check.Draft, Check: st.check.Sum, Decision: st.check.Outcome, Judged: st.check.Outcome, At: st.check.At,
		Errors: marks(st.check.Reasons, gate.Error), Warnings: marks(st.check.Reasons, gate.Warning), Override: overrideOf(st.over), Newer: newer}
	if st.over != nil {
		out.Decision = string(gate.Publish)
	}
	return out
}

// state tells where a draft stands.
func (s *Server) state(c *call) error {
	st, newer, err := s.find(c, c.r.PathValue("id"))
	if err != nil {
		return err
	}
	return c.answer(stateOf(st, newer))
}

// answer writes JSON.
func (c *call) answer(v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return broken(err)
	}
	c.send(http.StatusOK, "application/json", append(body, '\n'))
	return nil
}

// find is where a version of a draft stands, and the version of its story that was
// checked since, "" for none.
func (s *Server) find(c *call, draft string) (st standing, newer string, err error) {
	list, err := s.entries(c.r.Context(), "", draft)
	if err != nil {
		return st, "", broken(err)
	}
	st, ok := standingIn(list)
	if !ok {
		return st, "", problem(NotFound, "No draft of this ID was checked here.")
	}
	story, err := s.opt.Store.Look(c.r.Context(), docket.Query{Stream: st.check.Stream(), Most: 1, Newest: true})
	if err != nil {
		return st, "", broken(err)
	}
	if len(story) > 0 && story[0].Draft != draft {
		newer = story[0].Draft
	}
	// last stays that of what was read first: an override that has not seen what
	// was written in between is refused by the store.
	return st, newer, nil
}
