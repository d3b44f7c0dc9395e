package docket

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Action is what an entry tells.
type Action string

// The actions.
const (
	Check    Action = "check"    // a version of a draft was checked
	Override Action = "override" // a named editor lets it run in spite of warnings
)

// Entry is one line of the log. Entries are never changed and never removed.
type Entry struct {
	Seq    int64     `json:"seq"` // place in the log, from 1; set by the store
	ID     string    `json:"id"`  // made by the writer: an entry that arrives twice is kept once
	At     time.Time `json:"at"`  // UTC, to the millisecond
	Who    string    `json:"who"` // the account
	Action Action    `json:"action"`
	Draft  string    `json:"draft"`           // keyed hash of the version of the draft
	Story  string    `json:"story,omitempty"` // keyed hash of what the newsroom calls the story; "" where it does not say
	// Request is the ID of the request, as it stands in the server's own log.
	Request string `json:"request,omitempty"`
	// Body is the keyed hash of what was sent, with an idempotency key; else "".
	Body string `json:"body,omitempty"`

	Outcome string   `json:"outcome,omitempty"` // with Check: publish, hold or unjudged
	Sum     string   `json:"check,omitempty"`   // names what was decided: the same reasons, the same sum
	Reasons []Reason `json:"reasons,omitempty"` // errors and warnings of a check; what an override covers
	Why     string   `json:"why,omitempty"`     // with Override: the editor's reason

	Chain string `json:"sum"` // chains the entry to all before it; set by the store
}

// Reason is a reason without any text of the draft.
type Reason struct {
	Code  string `json:"code"`
	Level string `json:"level"`          // error or warning
	Pair  string `json:"pair,omitempty"` // the ledger's key of the pair; "" where the reason is no finding
}

// Stream is the sequence of entries in which none may overwrite another unseen:
// those on one story, whatever the version, or on one version where the newsroom
// does not name its stories.
func (e Entry) Stream() string {
	if e.Story != "" {
		return e.Story
	}
	return e.Draft
}

// Whatever is said instead of the last entry that the writer has seen, where a
// stream may be in any state: a check contradicts no other.
const Whatever = "*"

// ErrStale says that something else was written on the same story in the
// meantime. Nothing was written.
var ErrStale = errors.New("something else was recorded on this draft in the meantime")

// The bounds on what a person writes, those of the ledger of decisions.
const (
	MaxWhy  = 4000 // runes of a reason: a page
	maxName = 200  // runes of a name, a key, an ID
)

// Check says what is wrong with an entry, nil where nothing is.
func (e Entry) Check() error {
	switch {
	case !named(e.ID), !named(e.Who), !named(e.Draft):
		return fmt.Errorf("an entry needs an ID, an account and a draft, of at most %d characters each", maxName)
	case e.At.IsZero():
		return fmt.Errorf("entry %s has no time", e.ID)
	case !slices.Contains([]Action{Check, Override}, e.Action):
		return fmt.Errorf("action %q is not known\nhint: the actions are check and override", e.Action)
	case e.Action == Override && strings.TrimSpace(e.Why) == "":
		return errors.New("an override needs a reason")
	case !utf8.ValidString(e.Why) || utf8.RuneCountInString(e.Why) > MaxWhy:
		return fmt.Errorf("the reason must be text of at most %d characters", MaxWhy)
	}
	return nil
}

func named(s string) bool {
	return strings.TrimSpace(s) != "" && utf8.ValidString(s) && utf8.RuneCountInString(s) <= maxName
}
