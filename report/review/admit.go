package review

import "fmt"

// Kept is what a store looks up while it adds entries.
type Kept interface {
	// ByID is the event with the ID; ok is false where there is none.
	ByID(id string) (e Event, ok bool, err error)
	// LastOf is the last event of the stream; ok is false where there is none.
	LastOf(stream string) (e Event, ok bool, err error)
	// Tail is the last event of all, the zero event where there is none.
	Tail() (Event, error)
}

// Admit decides what a store does with entries: all says what Append returns,
// fresh what has to be kept, in order. It is the same for every store.
func Admit(kept Kept, entries []Entry) (all, fresh []Event, err error) {
	a := admission{Kept: kept}
	if a.tail, err = kept.Tail(); err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		got, err := a.admit(e)
		if err != nil {
			return nil, nil, err
		}
		all = append(all, got)
	}
	return all, a.fresh, nil
}

// admission is a batch on its way in: what the store has, and what of the batch
// comes before.
type admission struct {
	Kept
	tail  Event
	fresh []Event
}

func (a *admission) admit(e Entry) (Event, error) {
	if got, ok, err := a.byID(e.ID); ok || err != nil {
		return got, err
	}
	if e.Of != "" {
		if _, ok, err := a.byID(e.Of); !ok {
			return Event{}, orElse(err, "event %s is about event %s, which the ledger does not have", e.ID, e.Of)
		}
	}
	last, err := a.lastOf(e.Stream())
	if err != nil {
		return Event{}, err
	}
	if e.After != Whatever && e.After != last.ID {
		return Event{}, &StaleError{Stream: e.Stream(), Seen: e.After, Last: last}
	}
	got, err := Chain(a.tail.Seq+1, a.tail.Sum, e.Event)
	if err != nil {
		return Event{}, err
	}
	a.tail, a.fresh = got, append(a.fresh, got)
	return got, nil
}

func (a *admission) byID(id string) (Event, bool, error) {
	for _, e := range a.fresh {
		if e.ID == id {
			return e, true, nil
		}
	}
	return a.ByID(id)
}

func (a *admission) lastOf(stream string) (Event, error) {
	for i := len(a.fresh) - 1; i >= 0; i-- {
		if a.fresh[i].Stream() == stream {
			return a.fresh[i], nil
		}
	}
	e, _, err := a.LastOf(stream)
	return e, err
}

// orElse is err, or what the format says where there is none.
func orElse(err error, format string, args ...any) error {
	if err != nil {
		return err
	}
	return fmt.Errorf(format, args...)
}
