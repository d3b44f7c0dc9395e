package review

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Action is what a person did.
type Action string

// The actions.
const (
	Decide    Action = "decide"    // gave a verdict on a pair
	Undismiss Action = "undismiss" // took a rejected pair back into the queue
	Note      Action = "note"      // wrote something about a pair
	Flag      Action = "flag"      // marked a pair for others
	Unflag    Action = "unflag"
	Skip      Action = "skip"    // left a pair for later
	Correct   Action = "correct" // corrected a speaker, a span or a topic
	Undo      Action = "undo"    // took one of one's own events back
	Redo      Action = "redo"    // put it into force again
)

// actions is the one list of actions.
var actions = []Action{Decide, Undismiss, Note, Flag, Unflag, Skip, Correct, Undo, Redo}

// Event is one line of the ledger: who did what, when, and why. Events are
// never changed and never removed.
type Event struct {
	Seq    int64     `json:"seq"` // place in the ledger, from 1; set by the store
	ID     string    `json:"id"`  // made by the writer: an event that arrives twice is kept once
	At     time.Time `json:"at"`  // UTC, to the millisecond
	Who    string    `json:"who"` // an account's name, or the user's on a desk of one
	Action Action    `json:"action"`
	// Subject is what the event is about: the key of a pair, or of a correction.
	Subject string `json:"subject"`
	// Blind is set on a first or second reading that no other reader may see
	// before having read.
	Blind bool `json:"blind,omitempty"`

	Verdict    Verdict     `json:"verdict,omitempty"`
	Why        string      `json:"why,omitempty"`        // the reason, or the text of a note
	Expires    time.Time   `json:"expires,omitzero"`     // when the verdict ends; zero is never
	Final      bool        `json:"final,omitempty"`      // an adjudicator's word on two readings
	Pair       *Pair       `json:"pair,omitempty"`       // what was on the screen, with Decide
	Of         string      `json:"of,omitempty"`         // ID of the event that is undone or redone
	Correction *Correction `json:"correction,omitempty"` // with Correct

	Sum string `json:"sum"` // chains the event to all before it; set by the store
}

// Stream is the sequence of events in which this one may not overwrite another
// unseen: those on one subject, or one reader's own while he reads blind.
func (e Event) Stream() string {
	if e.Blind {
		return e.Subject + "/" + e.Who
	}
	return e.Subject
}

// Pair is what was on the screen when a verdict was given.
type Pair struct {
	A        Side    `json:"a"`
	B        Side    `json:"b"`
	Relation string  `json:"relation"`
	Type     string  `json:"type"`
	Score    float64 `json:"score"` // in [0, 1]
	Judge    string  `json:"judge"` // name and version of the judge that flagged it
	Rule     string  `json:"rule,omitempty"`
	Said     string  `json:"said,omitempty"`    // why the judge flagged it
	Topic    string  `json:"topic,omitempty"`   // label of the topic
	Finding  string  `json:"finding,omitempty"` // ID of the finding
}

// Side is one side of a pair.
type Side struct {
	Key     string   `json:"key"`            // of the claim
	Also    []string `json:"also,omitempty"` // keys of the claims shown as saying the same
	Text    string   `json:"text"`
	Speaker string   `json:"speaker,omitempty"` // "" for the outlet's own voice
	Outlet  string   `json:"outlet,omitempty"`
	Date    string   `json:"date,omitempty"` // YYYY-MM-DD
	Title   string   `json:"title,omitempty"`
	URL     string   `json:"url,omitempty"`
}

// says reports whether the claim with the key is on this side.
func (s Side) says(key string) bool { return s.Key == key || slices.Contains(s.Also, key) }

// The bounds on what a person writes.
const (
	maxWhy  = 4000 // runes of a reason or a note: a page
	maxName = 200  // runes of a name, a key, an ID
)

// Check says what is wrong with an event, nil where nothing is.
func (e Event) Check() error {
	switch {
	case !named(e.ID), !named(e.Who), !named(e.Subject):
		return fmt.Errorf("an event needs an ID, a person and a subject, of at most %d characters each", maxName)
	case !slices.Contains(actions, e.Action):
		return fmt.Errorf("action %q is not known\nhint: the actions are %s", e.Action, join(actions))
	case e.At.IsZero():
		return fmt.Errorf("event %s has no time", e.ID)
	case !utf8.ValidString(e.Why) || utf8.RuneCountInString(e.Why) > maxWhy:
		return fmt.Errorf("the reason must be text of at most %d characters", maxWhy)
	case !e.Expires.IsZero() && !e.Expires.After(e.At):
		return fmt.Errorf("the verdict expires before it is given")
	}
	return e.checkAction()
}

// checkAction checks what only some actions have.
func (e Event) checkAction() error {
	switch e.Action {
	case Decide:
		if _, ok := e.Verdict.Info(); !ok {
			return fmt.Errorf("verdict %q is not known\nhint: the verdicts are %s", e.Verdict, verdictNames())
		}
	case Note:
		if strings.TrimSpace(e.Why) == "" {
			return fmt.Errorf("the note is empty")
		}
	case Undo, Redo:
		if !named(e.Of) {
			return fmt.Errorf("%s names no event", e.Action)
		}
	case Correct:
		if e.Correction == nil {
			return fmt.Errorf("the event corrects nothing")
		}
		return e.Correction.Check()
	}
	return nil
}

func named(s string) bool {
	return strings.TrimSpace(s) != "" && utf8.ValidString(s) && utf8.RuneCountInString(s) <= maxName
}

func verdictNames() string {
	var names []Verdict
	for _, v := range verdicts {
		names = append(names, v.Verdict)
	}
	return join(names)
}

func join[S ~string](list []S) string {
	parts := make([]string, len(list))
	for i, s := range list {
		parts[i] = string(s)
	}
	return strings.Join(parts, ", ")
}
