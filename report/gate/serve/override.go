package serve

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"mime"
	"strings"
	"unicode/utf8"

	"crosscheck/report/gate"
	"crosscheck/report/gate/docket"
)

// maxOverride is how large the body of an override may be, in bytes: a reason of
// 4,000 characters in the longest escapes of JSON.
const maxOverride = 64 << 10

// overrideBody is what an editor sends.
type overrideBody struct {
	Check  string `json:"check"`  // what the answer that the editor saw has under this name
	Reason string `json:"reason"` // why the draft may run in spite of the warnings
}

// override lets a draft run in spite of its warnings. Errors are not overridden,
// nor what the editor has not seen.
func (s *Server) override(c *call) error {
	body, err := c.read(maxOverride, maxRead)
	if err != nil {
		return err
	}
	in, err := readOverride(c.r.Header.Get("Content-Type"), body)
	if err != nil {
		return err
	}
	o, answer, err := s.once(c, body)
	if err != nil {
		return err
	}
	if answer == nil {
		answer, err = s.answer(o, func() ([]byte, error) { return s.overridden(c, o, in) })
	}
	if err != nil {
		return err
	}
	return c.answer(json.RawMessage(answer))
}

// readOverride reads what an editor sends; a field that is not known is a slip.
func readOverride(contentType string, body []byte) (in overrideBody, err error) {
	if kind, _, err := mime.ParseMediaType(contentType); err != nil || kind != "application/json" {
		return in, problem(Unsupported, "Send an override as application/json.")
	}
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&in); err != nil {
		return in, problem(Malformed, "Send an object with the texts \"check\" and \"reason\", and nothing else.")
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return in, problem(Malformed, "There is something behind the JSON object.")
	}
	in.Reason = strings.TrimSpace(in.Reason)
	switch {
	case in.Reason == "":
		return in, problem(NoReason, "")
	case !utf8.ValidString(in.Reason) || utf8.RuneCountInString(in.Reason) > docket.MaxWhy:
		return in, problem(Malformed, "The reason must be text of at most %d characters.", docket.MaxWhy)
	case in.Check == "":
		return in, problem(NoCheck, "")
	}
	return in, nil
}

// overridden records an override and returns the draft's new state.
func (s *Server) overridden(c *call, o once, in overrideBody) ([]byte, error) {
	draft := c.r.PathValue("id")
	st, newer, err := s.find(c, draft)
	if err != nil {
		return nil, err
	}
	if o.seen == nil {
		if st, err = s.let(c, o, in, st, newer); err != nil {
			return nil, err
		}
	}
	c.note = append(c.note, slog.String("draft", draft))
	return json.Marshal(stateOf(st, newer))
}

// let writes the override, unless something speaks against it.
func (s *Server) let(c *call, o once, in overrideBody, st standing, newer string) (standing, error) {
	if p := refusal(in, st, newer); p != nil {
		return st, p
	}
	e := docket.Entry{ID: o.id, At: s.opt.Now(), Who: c.who.Name, Action: docket.Override, Draft: st.check.Draft, Story: st.check.Story, Request: c.id, Body: o.sum,
		Sum: st.check.Sum, Reasons: st.check.Reasons, Why: in.Reason}
	if e.ID == "" {
		e.ID = rand.Text()
	}
	kind := ""
	if st.held() {
		kind = "gate.released"
	}
	got, err := s.append(c.r.Context(), e, st.last, kind)
	if err != nil {
		return st, err
	}
	s.count.overridden.Add()
	st.over, st.last = &got, got.ID
	return st, nil
}

// refusal is why an override is refused, nil where it is not.
func refusal(in overrideBody, st standing, newer string) *Problem {
	switch {
	case newer != "":
		p := problem(OtherVersion, "")
		p.Newer = newer
		return p
	case in.Check != st.check.Sum:
		return problem(OtherCheck, "")
	case len(marks(st.check.Reasons, gate.Error)) > 0:
		return problem(ErrorsBlock, "It has the errors: %s.", strings.Join(codes(st.check.Reasons, gate.Error), ", "))
	case len(st.check.Reasons) == 0:
		return problem(NothingToDo, "")
	case st.over != nil:
		return problem(AlreadyAllowed, "By %s, at %s.", st.over.Who, st.over.At.Format("2006-01-02 15:04:05 MST"))
	}
	return nil
}

// codes are the codes of the reasons of a level.
func codes(list []docket.Reason, level gate.Level) []string {
	var out []string
	for _, m := range marks(list, level) {
		out = append(out, m.Code)
	}
	return out
}
