package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"sync"
)

// drafts are the files of one run under other names, until all are whole. An
// interruption removes them at once, even while one is being written: a run
// that does not stop soon is left behind (see app.run). Safe for concurrent use.
type drafts struct {
	ctx   context.Context
	mu    sync.Mutex
	names []string // in the order of the files
	over  bool     // removed, or put in their places
}

// create begins the draft of a file. It may be written until the context ends.
func (d *drafts) create(f file) (io.WriteCloser, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.over {
		return nil, d.ctx.Err()
	}
	name := f.path + "." + rand.Text() + ".draft"
	w, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, f.mode)
	if err != nil {
		return nil, err
	}
	d.names = append(d.names, name)
	return cancellable{d.ctx, w}, nil
}

// keep puts the drafts in the places of their files.
func (d *drafts) keep(out files) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.ctx.Err(); err != nil {
		return err
	}
	for i, f := range out {
		if err := os.Rename(d.names[i], f.path); err != nil {
			return fmt.Errorf("writing %s: %w", f.path, err)
		}
	}
	return nil
}

// remove removes what was not put in its place.
func (d *drafts) remove() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, name := range d.names {
		os.Remove(name) // those already renamed are gone
	}
	d.over = true
}

// cancellable is a writer that fails once its context has ended.
type cancellable struct {
	ctx context.Context
	io.WriteCloser
}

func (c cancellable) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.WriteCloser.Write(p)
}
