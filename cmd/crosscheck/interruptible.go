package main

import (
	"context"
	"io"
	"sync"
)

// interruptible is a reader that a cancelled context ends, even while the
// reader below it waits for a terminal or a pipe. Nothing is read from below
// before the first Read.
type interruptible struct {
	ctx  context.Context
	from io.Reader

	once sync.Once
	pipe *io.PipeReader
}

func (r *interruptible) Read(p []byte) (int, error) {
	r.once.Do(r.start)
	return r.pipe.Read(p)
}

// start pumps through a pipe that the context can close.
func (r *interruptible) start() {
	read, write := io.Pipe()
	r.pipe = read
	context.AfterFunc(r.ctx, func() { write.CloseWithError(r.ctx.Err()) })
	go func() {
		_, err := io.Copy(write, r.from)
		write.CloseWithError(err) // nil means EOF
	}()
}
