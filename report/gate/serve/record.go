package serve

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"

	"crosscheck/report/gate"
	"crosscheck/report/gate/docket"
	"crosscheck/report/gate/intake"
)

// standing is where a draft or story stands, by its last check.
type standing struct {
	check docket.Entry
	over  *docket.Entry // the override that lets it run; nil for none
	last  string        // ID of the last entry of all
}

// held reports whether the draft may not run.
func (s standing) held() bool { return s.check.Outcome != string(gate.Publish) && s.over == nil }

// standingIn reads off entries, in order, where the draft of the last check
// stands; ok is false where nothing was checked.
func standingIn(list []docket.Entry) (st standing, ok bool) {
	for _, e := range slices.Backward(list) {
		if e.Action == docket.Check {
			st.check, ok = e, true
			break
		}
	}
	for _, e := range list {
		if st.last = e.ID; e.Action == docket.Override && e.Draft == st.check.Draft && covers(e, st.check) {
			st.over = &e
		}
	}
	return st, ok
}

// covers reports whether an override covers all that speaks against a draft: no
// errors, and no warning that the editor had not seen.
func covers(over, check docket.Entry) bool {
	for _, r := range check.Reasons {
		if r.Level == string(gate.Error) || !slices.Contains(over.Reasons, r) {
			return false
		}
	}
	return true
}

// recent is how many entries of a story are looked at: a story that is checked
// more often than that after an override has to be overridden again.
const recent = 200

// entries are the last entries of a version of a draft, and of its whole story.
func (s *Server) entries(ctx context.Context, stream, draft string) ([]docket.Entry, error) {
	return s.opt.Store.Look(ctx, docket.Query{Stream: stream, Draft: draft, Most: recent, Newest: true})
}

// record records what was decided on a draft, and tells of it where that is news.
// A check that says what the last one said is not recorded again, unless a key
// came with it. It returns the override that lets the draft run, too.
func (s *Server) record(ctx context.Context, c *call, o once, d intake.Draft, of *gate.Decision) (docket.Entry, *docket.Entry, error) {
	e := docket.Entry{ID: o.id, At: s.opt.Now(), Who: c.who.Name, Action: docket.Check, Draft: s.draftName(d), Story: s.storyName(d), Request: c.id, Body: o.sum,
		Outcome: string(of.Outcome), Reasons: reasonsOf(of)}
	if e.ID == "" {
		e.ID = rand.Text()
	}
	e.Sum = s.sumName(e.Draft, of.Outcome, e.Reasons)
	list, err := s.entries(ctx, e.Stream(), "")
	if err != nil {
		return e, nil, broken(err)
	}
	before, known := standingIn(list)
	same := known && before.check.Draft == e.Draft && before.check.Sum == e.Sum
	switch {
	case o.seen != nil && o.seen.Sum == e.Sum: // where this version stands, whatever came after it
		now, _ := standingIn(append(slices.Clip(list), *o.seen))
		return *o.seen, now.over, nil
	case same && o.key == "":
		return before.check, before.over, nil
	}
	if o.seen != nil {
		e.ID, e.Body = rand.Text(), "" // the same request, but the archive is another one by now
	}
	now, _ := standingIn(append(slices.Clip(list), e))
	got, err := s.append(ctx, e, docket.Whatever, told(known && before.held(), now.held(), same))
	return got, now.over, err
}

// told is the kind of message that a change of state is worth; "" for none.
func told(was, is, same bool) string {
	switch {
	case is && !(was && same):
		return "gate.held"
	case was && !is:
		return "gate.released"
	}
	return ""
}

// append writes an entry, with a message for everybody who wants to hear of it.
func (s *Server) append(ctx context.Context, e docket.Entry, after, kind string) (docket.Entry, error) {
	var messages []docket.Message
	if kind != "" {
		for _, to := range s.opt.Tell {
			m, err := message(kind, to, e)
			if err != nil {
				return e, broken(err)
			}
			messages = append(messages, m)
		}
	}
	got, err := s.opt.Store.Append(ctx, e, after, messages...)
	if errors.Is(err, docket.ErrStale) {
		return got, problem(Raced, "")
	}
	if err != nil {
		return got, broken(err)
	}
	if len(messages) > 0 && s.opt.Wake != nil {
		s.opt.Wake()
	}
	return got, nil
}
