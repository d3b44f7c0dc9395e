package serve

import (
	"encoding/json"
	"time"

	"crosscheck/report/gate"
	"crosscheck/report/gate/docket"
)

// head is what an answer says beside the decision; its fields come first.
type head struct {
	ID       string    `json:"id"`
	Check    string    `json:"check"`
	Judged   string    `json:"judged"`
	Override *override `json:"override"`
}

// override is an override as it is told.
type override struct {
	Who string    `json:"who"`
	Why string    `json:"why"`
	At  time.Time `json:"at"`
}

// answerOf is the answer to a check: the decision as its schema describes it, with
// the head's fields in front. Its decision is what counts: an override that covers
// all that speaks against the draft lets it run.
func answerOf(e docket.Entry, over *docket.Entry, d gate.Decision) ([]byte, error) {
	front, err := json.Marshal(head{e.Draft, e.Sum, e.Outcome, overrideOf(over)})
	if err != nil {
		return nil, err
	}
	if over != nil {
		d.Outcome = gate.Publish
		for i := range d.Drafts {
			d.Drafts[i].Outcome = gate.Publish
		}
	}
	rest, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	return append(append(front[:len(front)-1], ','), append(rest[1:], '\n')...), nil
}

func overrideOf(e *docket.Entry) *override {
	if e == nil {
		return nil
	}
	return &override{e.Who, e.Why, e.At}
}
