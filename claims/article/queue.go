package article

import (
	"context"
	"runtime"

	"crosscheck/claims"
)

// queue has pieces of work done on all cores and hands on what they bring in
// the order in which they came.
type queue struct {
	ctx  context.Context
	jobs chan *job // those at work and those done that wait for one before them
}

// job is a piece of work and, when it is done, what it has brought.
type job struct {
	found []found
	done  chan struct{}
}

// found is an article or a warning.
type found struct {
	article *claims.Article // nil for a warning
	warning claims.Warning
}

// ahead is how many jobs for each core may be waiting or at work, so that no
// core is idle while a long one holds up the others. A job holds the text of
// some 64 KB of input, or of one article.
const ahead = 2

// maxAside is the size of a job in bytes above which it is done by whoever
// brings it, so that the memory does not hold several such.
const maxAside = 1 << 20

// inOrder runs read, which brings jobs, and hands what they find to visit, in
// the calling goroutine. It ends, with the error, when visit fails, and when
// the context does. Nothing is at work any more when it returns; it waits for
// a read from a file or a pipe to end.
func inOrder(ctx context.Context, read func(*queue), visit func(found) error) error {
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	q := &queue{ctx: inner, jobs: make(chan *job, ahead*runtime.GOMAXPROCS(0))}
	go func() {
		defer close(q.jobs)
		read(q)
	}()
	var err error
	for j := range q.jobs {
		<-j.done
		for _, f := range j.found {
			if err != nil {
				break // only waits for the others to end
			}
			if err = visit(f); err != nil {
				cancel()
			}
		}
	}
	return err
}

// do has work done that is about so many bytes. It waits while too much is
// under way, and does nothing when the context has ended.
func (q *queue) do(size int, work func(r reader)) {
	if q.ctx.Err() != nil {
		return
	}
	j := &job{done: make(chan struct{})}
	run := func() {
		defer close(j.done)
		work(reader{&j.found})
	}
	if size > maxAside {
		run()
	}
	select {
	case q.jobs <- j:
	case <-q.ctx.Done():
		return
	}
	if size <= maxAside {
		go run()
	}
}

// warnf warns about a line of a file, or about all of it where line is 0.
func (q *queue) warnf(path string, line int, format string, args ...any) {
	q.do(0, func(r reader) { r.warnf(path, line, format, args...) })
}
