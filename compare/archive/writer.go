package archive

import (
	"hash/crc32"
	"io"
)

// writer writes behind whoever writes to it: while one part of a state is on its way
// to the disk the next is packed.
type writer struct {
	part   []byte // what was not handed over yet
	summed int    // how much of it is in sums
	sums   uint32 // of what was written since the last call of sum
	at     int64  // how much was written in all
	full   chan []byte
	free   chan []byte
	failed chan error // one error or nil, when all is written
}

// partsUnderway is how many parts are in memory at once.
const partsUnderway = 4

func newWriter(to io.Writer) *writer {
	w := &writer{full: make(chan []byte, partsUnderway), free: make(chan []byte, partsUnderway), failed: make(chan error, 1)}
	for range partsUnderway - 1 {
		w.free <- make([]byte, 0, chunk)
	}
	w.part = make([]byte, 0, chunk)
	go w.drain(to)
	return w
}

// drain writes what is handed over, up to the first error.
func (w *writer) drain(to io.Writer) {
	var failed error
	for part := range w.full {
		if failed == nil {
			_, failed = to.Write(part)
		}
		w.free <- part[:0]
	}
	w.failed <- failed
}

// Write never fails: close tells what went wrong.
func (w *writer) Write(b []byte) (int, error) {
	n := len(b)
	w.at += int64(n)
	for len(b) > 0 {
		if len(w.part) == cap(w.part) {
			w.hand()
		}
		k := copy(w.part[len(w.part):cap(w.part)], b)
		w.part, b = w.part[:len(w.part)+k], b[k:]
	}
	return n, nil
}

// hand hands a part over.
func (w *writer) hand() {
	w.add()
	w.full <- w.part
	w.part, w.summed = <-w.free, 0
}

// add adds to the sum what is not in it.
func (w *writer) add() {
	w.sums = crc32.Update(w.sums, castagnoli, w.part[w.summed:])
	w.summed = len(w.part)
}

// sum is the sum of what was written since it was asked for last.
func (w *writer) sum() uint32 {
	w.add()
	sum := w.sums
	w.sums = 0
	return sum
}

// close writes the rest, and returns the first error.
func (w *writer) close() error {
	w.full <- w.part
	close(w.full)
	return <-w.failed
}
