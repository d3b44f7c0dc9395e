package archive

import (
	"bytes"
	"errors"
	"hash/crc32"
	"testing"
)

// TestWriter: what is written in parts of any size arrives whole and in order, with
// the sum of each section.
func TestWriter(t *testing.T) {
	var got, want bytes.Buffer
	w := newWriter(&got)
	for section := range 3 {
		var whole []byte
		for size := 1; size < 3*chunk; size *= 7 {
			part := bytes.Repeat([]byte{byte(size + section)}, size)
			whole = append(whole, part...)
			if n, err := w.Write(part); n != size || err != nil {
				t.Fatalf("%d of %d bytes, %v", n, size, err)
			}
		}
		if sum := w.sum(); sum != crc32.Checksum(whole, castagnoli) {
			t.Errorf("section %d has the sum %x", section, sum)
		}
		want.Write(whole)
	}
	if err := w.close(); err != nil || w.at != int64(want.Len()) || !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Errorf("%d bytes of %d arrived, %v", got.Len(), want.Len(), err)
	}
}

// full is a disk that is full.
type full struct{}

var errFull = errors.New("full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriterFails(t *testing.T) {
	w := newWriter(full{})
	for range 3 * partsUnderway {
		w.Write(make([]byte, chunk))
	}
	if err := w.close(); !errors.Is(err, errFull) {
		t.Errorf("a full disk: %v", err)
	}
}
