package serve

import (
	"crypto/rand"
	"encoding/json"
	"time"

	"crosscheck/report/gate"
	"crosscheck/report/gate/docket"
)

// news is a message as it is sent: the shape is that of Standard Webhooks.
type news struct {
	Type string    `json:"type"`
	At   time.Time `json:"timestamp"`
	Data newsData  `json:"data"`
}

type newsData struct {
	ID       string    `json:"id"`
	Check    string    `json:"check"`
	Judged   string    `json:"judged,omitempty"`
	Errors   []mark    `json:"errors"`
	Warnings []mark    `json:"warnings"`
	Override *override `json:"override"`
}

// mark is a reason without its words.
type mark struct {
	Code string `json:"code"`
	Pair string `json:"pair"`
}

// marks are the reasons of a level.
func marks(list []docket.Reason, level gate.Level) []mark {
	out := []mark{}
	for _, r := range list {
		if r.Level == string(level) {
			out = append(out, mark{r.Code, r.Pair})
		}
	}
	return out
}

// message is the message to an address about an entry.
func message(kind, to string, e docket.Entry) (docket.Message, error) {
	at := e.At.UTC().Truncate(time.Millisecond)
	data := newsData{ID: e.Draft, Check: e.Sum, Judged: e.Outcome, Errors: marks(e.Reasons, gate.Error), Warnings: marks(e.Reasons, gate.Warning)}
	if e.Action == docket.Override {
		data.Override = &override{e.Who, e.Why, at}
	}
	body, err := json.Marshal(news{kind, at, data})
	return docket.Message{ID: "msg_" + rand.Text(), To: to, Body: body, Made: docket.At(at), Next: docket.At(at), State: docket.Waiting}, err
}
