package review

import (
	"slices"
	"time"

	"crosscheck/compare"
)

// Phase is how far a pair has come.
type Phase string

// The phases.
const (
	Open    Phase = "open"    // nobody has decided, or the decision has expired
	Half    Phase = "half"    // one of two readers has read it
	Split   Phase = "split"   // two readers differ: an adjudicator has to decide
	Decided Phase = "decided" // a verdict is in force
)

// Standing is where a pair stands.
type Standing struct {
	Phase    Phase
	Decision *Event  // the decision in force; nil unless Phase is Decided
	Expired  *Event  // the last decision, where it has expired
	Readings []Event // first and second readings, one a person, in order
	Notes    []Event // in order
	Flag     *Event  // who flagged it; nil where it is not flagged
	Skipped  []Event // who left it for later, since the last decision

	own bool // somebody decided on this very pair, or took it back
}

// Verdict is the verdict in force, "" where there is none.
func (t Standing) Verdict() Verdict {
	if t.Decision == nil {
		return ""
	}
	return t.Decision.Verdict
}

// ReadBy reports whether the person has given one of the readings.
func (t Standing) ReadBy(who string) bool {
	return slices.ContainsFunc(t.Readings, func(e Event) bool { return e.Who == who })
}

// SkippedBy reports whether the person has left the pair for later.
func (t Standing) SkippedBy(who string) bool {
	return slices.ContainsFunc(t.Skipped, func(e Event) bool { return e.Who == who })
}

// Standing tells where the pair with the key stands at a time.
func (s *State) Standing(key string, now time.Time) Standing {
	t := Standing{Phase: Open}
	for _, e := range s.about(key) {
		t.take(e)
	}
	t.settle(now)
	return t
}

// take takes the next event that is in force.
func (t *Standing) take(e Event) {
	switch e.Action {
	case Decide:
		t.Skipped, t.own = nil, true
		if !e.Blind {
			t.Decision = &e
			return
		}
		t.Readings = append(slices.DeleteFunc(t.Readings, func(r Event) bool { return r.Who == e.Who }), e)
	case Undismiss:
		t.Decision, t.Readings, t.own = nil, nil, true
	case Note:
		t.Notes = append(t.Notes, e)
	case Flag:
		t.Flag = &e
	case Unflag:
		t.Flag = nil
	case Skip:
		t.Skipped = append(t.Skipped, e)
	}
}

// settle draws the conclusion.
func (t *Standing) settle(now time.Time) {
	if t.Decision == nil && len(t.Readings) > 1 && agree(t.Readings) {
		t.Decision = &t.Readings[len(t.Readings)-1]
	}
	if d := t.Decision; d != nil && !d.Expires.IsZero() && !now.Before(d.Expires) {
		t.Decision, t.Expired, t.Readings = nil, d, nil
	}
	switch {
	case t.Decision != nil:
		t.Phase = Decided
	case len(t.Readings) > 1:
		t.Phase = Split
	case len(t.Readings) == 1:
		t.Phase = Half
	}
}

// agree reports whether all readings have one verdict.
func agree(readings []Event) bool {
	for _, r := range readings {
		if r.Verdict != readings[0].Verdict {
			return false
		}
	}
	return true
}

// Ref names the pair that a finding stands for.
type Ref struct {
	Key      string // of the pair
	A, B     string // keys of both claims
	Relation string
	Type     string
}

// Ref names the pair of a finding.
func (k *Keys) Ref(f compare.Finding) Ref {
	return Ref{k.Pair(f.A, f.B), k.Claim(f.A), k.Claim(f.B), string(f.Relation), string(f.Type)}
}

// Of tells where the pair of a finding stands. A finding folds many places into
// one, and which of them stands for all may change when articles are added; a
// decision therefore holds for every two claims that were on the screen, one on
// each side, as long as they are found to be opposed in the same way.
func (s *State) Of(r Ref, now time.Time) Standing {
	t := s.Standing(r.Key, now)
	if t.own || r.A == r.B {
		return t
	}
	for _, other := range s.sides[r.A] {
		if o := s.Standing(other, now); o.Decision != nil && o.Decision.covers(r) {
			t.Phase, t.Decision = Decided, o.Decision
		}
	}
	return t
}

// covers reports whether both claims were on the screen, on different sides of
// the same kind of opposition.
func (e Event) covers(r Ref) bool {
	p := e.Pair
	return p != nil && p.Relation == r.Relation && p.Type == r.Type &&
		(p.A.says(r.A) && p.B.says(r.B) || p.A.says(r.B) && p.B.says(r.A))
}
