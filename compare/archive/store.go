package archive

import (
	"context"
	"errors"
	"io"
)

// Store is where the bytes of an archive are: sheets, which only grow, and a
// state, which is replaced whole. [Folder] makes one.
type Store interface {
	// Lock keeps everybody else from adding until Close, and makes the place where
	// it is missing. The error is [ErrBusy] where somebody adds already. Who only
	// looks up does not lock.
	Lock(ctx context.Context) error
	// State is the state as it is now. The error is fs.ErrNotExist where there is none.
	State(ctx context.Context) (State, error)
	// Sheets are what was appended, as Lock or State found it: one of them comes
	// first. One reads whole sheets only, each from where it begins.
	Sheets(ctx context.Context) (Bytes, error)
	// Append keeps sheets, the first from an offset on, in the place of all that are
	// there or behind. It needs the lock.
	Append(ctx context.Context, at int64, sheets [][]byte) error
	// Replace puts what write writes in the place of the state: all of it or nothing,
	// and nothing before all that was appended is kept. It needs the lock.
	Replace(ctx context.Context, write func(Writer) error) error
	// Close lets the place go, and the lock. It may be called twice.
	Close() error
	// String names the place, for people.
	String() string
}

// Bytes are bytes that are being read.
type Bytes interface {
	io.ReaderAt
	io.Closer
	Size() int64 // how many there are now
}

// State is a state that is being read. It stays as it was when it was opened.
type State interface {
	Bytes
	Stale() bool // the store has another state by now
}

// Writer is where a state is written to.
type Writer interface {
	io.WriteSeeker
	io.WriterAt
}

// ErrDamaged is the error for an archive whose bytes are not what was written.
var ErrDamaged = errors.New("the archive is damaged")

// ErrOther is the error for an archive that another program made, or the same
// with other options.
var ErrOther = errors.New("the archive was made otherwise")

// ErrBusy is the error for an archive that another run has open.
var ErrBusy = errors.New("another run has the archive open")
