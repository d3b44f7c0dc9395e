package serve

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"crosscheck/claims"
	"crosscheck/report/gate"
	"crosscheck/report/gate/intake"
)

// longestBudget is the time for a check where the policy gives none: that of the
// default policy.
const longestBudget = 2 * time.Minute

// aside is the part of the time that is kept for saying that it has run out.
const aside = 10

// budget is how long a check may take.
func (s *Server) budget() time.Duration {
	if d := s.opt.Policy.Limit(); d > 0 {
		return d
	}
	return longestBudget
}

// check answers whether a draft may run.
func (s *Server) check(c *call) error {
	if s.opt.Ready != nil {
		if err := s.opt.Ready(c.r.Context()); err != nil {
			return problem(NotReady, "")
		}
	}
	leave, ok := s.line.enter()
	if !ok {
		return problem(Overloaded, "")
	}
	defer leave()
	ctx, cancel := context.WithTimeout(c.r.Context(), s.budget())
	defer cancel()
	http.NewResponseController(c.w).SetWriteDeadline(time.Now().Add(s.budget() + maxRead)) // not every server has one
	body, err := c.read(MaxBody, min(maxRead, s.budget()))
	if err != nil {
		return err
	}
	c.note = append(c.note, slog.Int("received", len(body)))
	o, answer, err := s.once(c, body)
	if err != nil {
		return err
	}
	if answer == nil {
		answer, err = s.answer(o, func() ([]byte, error) { return s.checked(ctx, c, o, body) })
	}
	if err == nil {
		c.send(http.StatusOK, "application/json", answer)
	}
	return err
}

// checked checks a body and records what was decided; no answer is given that is
// not recorded.
func (s *Server) checked(ctx context.Context, c *call, o once, body []byte) ([]byte, error) {
	done, ok := s.line.wait(ctx)
	if !ok {
		return nil, problem(Overloaded, "")
	}
	draft, decision, err := s.judge(ctx, c, done, body)
	if err != nil {
		return nil, err
	}
	e, over, err := s.record(c.r.Context(), c, o, draft, &decision)
	if err != nil {
		return nil, err
	}
	s.count.decided(&decision)
	c.note = append(c.note, slog.String("draft", e.Draft), slog.String("decision", e.Outcome))
	return answerOf(e, over, decision)
}

// judged is what a check comes to.
type judged struct {
	draft    intake.Draft
	decision gate.Decision
	err      error
}

// judge reads the draft and has it compared. done is called when that has really
// ended, which may be after the answer: what runs takes its place.
func (s *Server) judge(ctx context.Context, c *call, done func(), body []byte) (intake.Draft, gate.Decision, error) {
	inner, cancel := context.WithTimeout(ctx, s.budget()-s.budget()/aside)
	read, end := make(chan intake.Draft, 1), make(chan judged, 1)
	contentType, id := c.r.Header.Get("Content-Type"), c.id
	go func() {
		defer done()
		defer cancel()
		end <- s.work(inner, id, contentType, body, read)
	}()
	select {
	case j := <-end:
		return j.draft, j.decision, j.err
	case <-ctx.Done():
	}
	if err := c.r.Context().Err(); err != nil {
		return intake.Draft{}, gate.Decision{}, problem(Malformed, "The sender went away.")
	}
	select {
	case d := <-read:
		return d, s.failed(d, gate.OutOfTime, fmt.Sprintf("The comparison was not done after %s.", s.budget())), nil
	default: // it was not even read
		return intake.Draft{}, gate.Decision{}, problem(Overloaded, "The draft could not be read in time.")
	}
}

// work reads and compares. It is the one place where a panic of what lies below
// is caught: the draft is then not judged.
func (s *Server) work(ctx context.Context, id, contentType string, body []byte, read chan<- intake.Draft) (j judged) {
	defer func() {
		if recover() != nil { // what broke may hold words of the draft
			s.opt.Log.Error("a check broke", "request", id, "stack", string(debug.Stack()))
			j.decision, j.err = s.failed(j.draft, gate.CouldNotJudge, "The comparison broke down."), nil
			if j.draft.Text == "" {
				j.err = problem(Broken, "")
			}
		}
	}()
	if j.draft, j.err = intake.Read(contentType, body); j.err != nil {
		j.err = unreadable(j.err)
		return j
	}
	s.house(&j.draft)
	read <- j.draft
	if j.decision, j.err = s.opt.Checker.Check(ctx, j.draft); j.err == nil {
		return j
	}
	if ctx.Err() != nil {
		j.decision = s.failed(j.draft, gate.OutOfTime, fmt.Sprintf("The comparison was not done after %s.", s.budget()))
	} else {
		s.opt.Log.Error("a check failed", "request", id, "error", j.err.Error())
		j.decision = s.failed(j.draft, gate.CouldNotJudge, "")
	}
	j.err = nil
	return j
}

// house gives a draft what goes without saying: it is this newsroom's, and is to
// run today.
func (s *Server) house(d *intake.Draft) {
	if d.Outlet == "" && len(s.opt.Policy.Own) > 0 {
		d.Outlet, d.Origin.Outlet = s.opt.Policy.Own[0], claims.FromNowhere
	}
	if d.Date == "" {
		d.Date, d.Origin.Date = s.opt.Now().Format(time.DateOnly), claims.FromNowhere
	}
}

// failed is the decision on a draft that was not judged.
func (s *Server) failed(d intake.Draft, code gate.Code, what string) gate.Decision {
	return gate.Decide(gate.Input{Now: s.opt.Now(), Policy: s.opt.Policy, Drafts: []gate.Draft{DraftOf(d)},
		Failures: []gate.Failure{{Code: code, Draft: d.ID, What: what}}})
}

// DraftOf is a draft as a decision wants it.
func DraftOf(d intake.Draft) gate.Draft {
	return gate.Draft{Article: d.ID, Path: d.Path, Title: d.Title, Allows: d.Allows}
}

// unreadable is the refusal for a draft that could not be read.
func unreadable(err error) error {
	var f *intake.Fault
	if !errors.As(err, &f) {
		return broken(err)
	}
	name := map[intake.Kind]Name{intake.Unsupported: Unsupported, intake.Malformed: Malformed, intake.TooDeep: TooDeep, intake.NoText: NoText}[f.Kind]
	return problem(name, "%s", f.Text)
}
