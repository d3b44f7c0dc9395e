package review

import (
	"context"
	"sync"
)

// gathered is how many requests may wait for the writer before the next one
// blocks, and how many go into one transaction: more than a desk of fifty people
// ever has under way.
const gathered = 256

// Gatherer is the writing half of a store on disk: what arrives while it waits
// for the disk goes into one transaction, so that fifty people wait for one write
// and not for fifty.
type Gatherer struct {
	write func(context.Context, [][]Entry) ([]Answer, error)
	queue chan request
	done  chan struct{} // closed when the writer has ended
	mu    sync.RWMutex  // held while a request enters the queue
	ended bool
}

// Answer is what became of the entries of one Append.
type Answer struct {
	Events []Event
	Err    error
}

// request is one Append on its way.
type request struct {
	entries []Entry
	answer  chan<- Answer // holds one
}

// Gather begins to write. write gets the entries of each Append that waits, puts
// them into one transaction, and returns an answer for each; one that is refused
// leaves the others alone, and an error is about all of them.
func Gather(write func(context.Context, [][]Entry) ([]Answer, error)) *Gatherer {
	g := &Gatherer{write: write, queue: make(chan request, gathered), done: make(chan struct{})}
	go g.run()
	return g
}

// Append adds the entries, all or none.
func (g *Gatherer) Append(ctx context.Context, entries ...Entry) ([]Event, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	answer := make(chan Answer, 1)
	g.mu.RLock()
	if g.ended {
		g.mu.RUnlock()
		return nil, errClosed
	}
	g.queue <- request{entries, answer}
	g.mu.RUnlock()
	// What is in the queue is written, whether somebody waits or not: a caller
	// who went away must not leave it open whether his decision counts.
	a := <-answer
	return a.Events, a.Err
}

// run writes until the queue is closed and empty.
func (g *Gatherer) run() {
	defer close(g.done)
	for first := range g.queue {
		group := []request{first}
		for len(group) < gathered {
			next, ok := poll(g.queue)
			if !ok {
				break
			}
			group = append(group, next)
		}
		entries := make([][]Entry, len(group))
		for i, r := range group {
			entries[i] = r.entries
		}
		answers, err := g.write(context.Background(), entries)
		for i, r := range group {
			if err != nil {
				r.answer <- Answer{Err: err}
				continue
			}
			r.answer <- answers[i]
		}
	}
}

// poll is the next request that is there already.
func poll(queue <-chan request) (request, bool) {
	select {
	case r, ok := <-queue:
		return r, ok
	default:
		return request{}, false
	}
}

// Close finishes what was accepted. It reports whether it was the first to close.
func (g *Gatherer) Close() (first bool) {
	g.mu.Lock()
	first = !g.ended
	g.ended = true
	if first {
		close(g.queue)
	}
	g.mu.Unlock()
	<-g.done
	return first
}
