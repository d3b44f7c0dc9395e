// Package docket keeps what the gate decided on drafts that were sent to it, and
// who overrode it, in a log that only grows:
//
//  1. an [Entry] is one check of one version of a draft, or one override
//     (entry.go);
//  2. a [Log] keeps the entries, chained like the ledger of decisions: [Memory]
//     for tests, package sqlite on disk; [Admit] says what every store takes
//     (admit.go) and dockettest what it must do;
//  3. a [Message] tells somebody else of an entry. It is kept together with the
//     entry, and an [Outbox] has it until it was delivered (message.go);
//  4. [Keys] has the secret with which a draft becomes the name it has here.
//
// No text of a draft is kept, only codes, keys of pairs and hashes that nobody
// can make without the secret. It decides nothing and sends nothing.
package docket

import "context"

// Log keeps entries.
type Log interface {
	// Append adds an entry, with the messages that tell of it: all or none. When it
	// returns without an error they outlast a crash. An entry whose ID the log has
	// is returned as it stands there, and neither it nor its messages are added
	// again. after is the ID of the last entry of the stream that the writer has
	// seen, "" for none and [Whatever] where it does not matter; the error is
	// [ErrStale] where the stream has moved on.
	Append(ctx context.Context, e Entry, after string, told ...Message) (Entry, error)
	// Look returns the entries that a query asks for, in order.
	Look(ctx context.Context, q Query) ([]Entry, error)
}

// Outbox has the messages that were not delivered yet.
type Outbox interface {
	// Due are waiting messages to an address whose time has come, the oldest first
	// and at most so many.
	Due(ctx context.Context, to string, now Millis, most int) ([]Message, error)
	// Tried puts a message into the state that it has after somebody tried to
	// deliver it.
	Tried(ctx context.Context, m Message) error
	// Waiting is how many messages to an address were not delivered yet.
	Waiting(ctx context.Context, to string) (int, error)
}

// Keys has the secret.
type Keys interface {
	// Secret returns the secret that is kept, and keeps fresh where there is none
	// yet: of two that come at the same time, both get the same.
	Secret(ctx context.Context, fresh []byte) ([]byte, error)
}

// Store is all that a store does.
type Store interface {
	Log
	Outbox
	Keys
}

// Query asks for entries that have all that it names.
type Query struct {
	ID     string // of the entry; "" is any
	Draft  string // the version of a draft; "" is any
	Stream string // "" is any
	After  int64  // only entries with a higher number
	Most   int    // at most so many; 0 is [MostEntries]
	Newest bool   // the last ones where there are more, instead of the first
}

// MostEntries is how many entries a query returns where it names no number.
const MostEntries = 1000

// Limit is how many entries the query returns at most.
func (q Query) Limit() int {
	if q.Most <= 0 || q.Most > MostEntries {
		return MostEntries
	}
	return q.Most
}

// takes reports whether a query asks for an entry.
func (q Query) takes(e Entry) bool {
	return (q.ID == "" || q.ID == e.ID) && (q.Draft == "" || q.Draft == e.Draft) && (q.Stream == "" || q.Stream == e.Stream()) && e.Seq > q.After
}
