package hub

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// draftSuffix ends the name of a file that is not whole.
const draftSuffix = ".part"

// largest is the largest file that is fetched: more than any model that runs on
// a newsroom's machine in reasonable time.
const largest = 8 << 30

// draft is a file under another name, until it is whole. It outlives the run,
// so that the next one goes on where this one stopped.
type draft struct {
	name string // of the draft; it names the revision, lest parts of two be joined
	path string // of the file
}

func draftOf(path, revision string) draft {
	return draft{name: fmt.Sprintf("%s.%.8s%s", path, revision, draftSuffix), path: path}
}

// size is how much of it is there.
func (d draft) size() int64 {
	now, err := os.Stat(d.name)
	if err != nil {
		return 0
	}
	return now.Size()
}

// begin opens the draft to be written on from a place, what is behind it gone.
func (d draft) begin(at int64) (*os.File, error) {
	if err := os.MkdirAll(filepath.Dir(d.name), 0o777); err != nil {
		return nil, disk(err)
	}
	f, err := os.OpenFile(d.name, os.O_WRONLY|os.O_CREATE, 0o666)
	if err != nil {
		return nil, disk(err)
	}
	err = f.Truncate(at)
	if err == nil {
		_, err = f.Seek(at, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, disk(err)
	}
	return f, nil
}

func (d draft) remove() { os.Remove(d.name) }

// keep puts the draft into its place.
func (d draft) keep() error { return disk(os.Rename(d.name, d.path)) }

// append writes on at a place what comes, up to limit bytes in all, and returns
// how much is there then. told hears of each piece.
func (d draft) append(at int64, from io.Reader, limit int64, told func(int64)) (int64, error) {
	w, err := d.begin(at)
	if err != nil {
		return at, err
	}
	n, err := io.Copy(&counting{to: w, done: at, told: told}, io.LimitReader(from, limit-at+1))
	if err = errors.Join(err, w.Close()); err != nil && full(err) {
		err = disk(err)
	}
	return at + n, err
}

// counting tells how far a writer is.
type counting struct {
	to   io.Writer
	done int64
	told func(int64)
}

func (c *counting) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.done += int64(n)
	c.told(c.done)
	if err != nil {
		err = disk(err)
	}
	return n, err
}

// disk says what to do about an error of the disk.
func disk(err error) error {
	if err == nil {
		return nil
	}
	if own, ok := errors.AsType[*Error](err); ok {
		return own
	}
	e := &Error{Err: err, Reason: err.Error(), Hint: "name a folder that can be written to: -o DIR"}
	if full(err) {
		e.Hint = `make room and run the same command again, which goes on where it stopped, or name another folder: -o DIR`
	}
	return e
}

func full(err error) bool { return errors.Is(err, syscall.ENOSPC) }

// watch returns a context that ends where nothing was read for a while, and the
// reader to be read from.
func watch(ctx context.Context, body io.Reader, patience time.Duration) (io.Reader, func()) {
	timer := time.AfterFunc(patience, func() {
		if c, ok := body.(io.Closer); ok {
			c.Close() // the read below fails
		}
	})
	return &watched{ctx: ctx, from: body, timer: timer, patience: patience}, func() { timer.Stop() }
}

type watched struct {
	ctx      context.Context
	from     io.Reader
	timer    *time.Timer
	patience time.Duration
}

func (w *watched) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := w.from.Read(p)
	if !w.timer.Reset(w.patience) {
		return n, fmt.Errorf("nothing came for %v: %w", w.patience, ErrCut)
	}
	return n, err
}
