package docket

import (
	"fmt"
	"time"
)

// Millis is a time in milliseconds since 1970, UTC: what a database compares.
type Millis int64

// At is the moment in Millis.
func At(t time.Time) Millis { return Millis(t.UnixMilli()) }

// Time is the moment as a time, in UTC.
func (m Millis) Time() time.Time { return time.UnixMilli(int64(m)).UTC() }

// State is what became of a message.
type State string

// The states.
const (
	Waiting   State = "waiting"
	Delivered State = "delivered"
	GivenUp   State = "given-up" // nobody took it for days
)

// Message tells somebody of an entry. It is sent until it was taken.
type Message struct {
	ID    string // made by the writer, the same at every try
	To    string // the address
	Body  []byte // what is sent, JSON
	Made  Millis
	Tries int    // so far
	Next  Millis // not before this time
	State State
}

// Check says what is wrong with a new message, nil where nothing is.
func (m Message) Check() error {
	if !named(m.ID) || m.To == "" || len(m.Body) == 0 || m.State != Waiting {
		return fmt.Errorf("a message needs an ID, an address and a body, and waits to be sent")
	}
	return nil
}
