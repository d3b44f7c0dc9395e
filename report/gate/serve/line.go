package serve

import (
	"context"
	"sync/atomic"
	"time"
)

// line is where checks wait for one of the places at which something is done.
// What finds no room is refused at once, so that nobody hangs.
type line struct {
	room    chan struct{} // taken by all that wait or run
	places  chan struct{} // taken by those that run
	inside  atomic.Int64
	running atomic.Int64
}

func newLine(running, waiting int) *line {
	return &line{room: make(chan struct{}, max(running, 1)+max(waiting, 0)), places: make(chan struct{}, max(running, 1))}
}

// enter takes a place in the line; leave gives it back. ok is false where there
// is none.
func (l *line) enter() (leave func(), ok bool) {
	select {
	case l.room <- struct{}{}:
		l.inside.Add(1)
		return func() { l.inside.Add(-1); <-l.room }, true
	default:
		return nil, false
	}
}

// longestWait is how long a check waits for a place. Whoever waits longer has
// gone elsewhere, and a half-minute's work behind a full line is no answer.
const longestWait = 5 * time.Second

// wait waits for a place to run at; done gives it back. ok is false where none
// became free soon.
func (l *line) wait(ctx context.Context) (done func(), ok bool) {
	soon, cancel := context.WithTimeout(ctx, longestWait)
	defer cancel()
	select {
	case l.places <- struct{}{}:
		l.running.Add(1)
		return func() { l.running.Add(-1); <-l.places }, true
	case <-soon.Done():
		return nil, false
	}
}
