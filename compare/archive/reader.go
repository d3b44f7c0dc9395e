package archive

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"crosscheck/compare/check"
)

// Reader is an archive as it is at one moment, to be looked up in. It needs no
// lock: who adds to the archive leaves what is there as it is, and puts another
// state in the place of this one. Safe for concurrent use, but for Close.
type Reader struct {
	*check.Reference
	dir    string
	file   os.FileInfo // the state that was read
	sheets *os.File
	state  state
	recent recent
}

// OpenReader opens the archive in a folder as it is now. made is as [Open] has it.
func OpenReader(dir, made string) (*Reader, error) {
	r := &Reader{dir: dir}
	if err := r.open(made); err != nil {
		r.Close()
		return nil, fmt.Errorf("opening the archive %s: %w", dir, err)
	}
	r.Reference = check.NewReference(&r.state.ledger, r)
	r.state.ledger.Speakers = nil // the reference has numbers of them
	return r, nil
}

func (r *Reader) open(made string) error {
	f, err := os.Open(filepath.Join(r.dir, stateName))
	if err != nil {
		return err
	}
	defer f.Close()
	if r.file, err = f.Stat(); err != nil {
		return err
	}
	if r.sheets, err = os.Open(filepath.Join(r.dir, sheetsName)); err != nil {
		return err
	}
	if err := r.state.read(f, made, false); err != nil {
		return err
	}
	size, err := r.sheets.Seek(0, 2)
	if err == nil && size < r.state.end() {
		err = fmt.Errorf("%w: %s is cut off", ErrDamaged, sheetsName)
	}
	return err
}

// Sheet is an article with its claims, which must not be changed.
func (r *Reader) Sheet(article int32) (check.Sheet, error) {
	if s, ok := r.recent.get(article); ok {
		return s, nil
	}
	s, err := r.state.sheet(r.sheets, article)
	if err == nil {
		r.recent.put(article, s)
	}
	return s, err
}

// Stale reports whether the archive has been added to since it was opened.
func (r *Reader) Stale() bool {
	now, err := os.Stat(filepath.Join(r.dir, stateName))
	return err == nil && !(os.SameFile(now, r.file) && now.ModTime().Equal(r.file.ModTime()) && now.Size() == r.file.Size())
}

// Close lets the archive go. It may be called twice; whoever still reads gets an
// error.
func (r *Reader) Close() error {
	if err := r.sheets.Close(); !errors.Is(err, os.ErrClosed) {
		return err
	}
	return nil
}

// Made is what made the archive in a folder, as its maker told [Open].
func Made(dir string) (string, error) {
	f, err := os.Open(filepath.Join(dir, stateName))
	if err != nil {
		return "", err
	}
	defer f.Close()
	in := bufio.NewReader(f)
	head := make([]byte, len(magic)+8)
	if _, err := io.ReadFull(in, head); err != nil || string(head[:len(magic)]) != magic {
		return "", fmt.Errorf("%w: %s is no state of an archive", ErrDamaged, f.Name())
	}
	n, err := binary.ReadUvarint(in)
	if err != nil || n > mostMade {
		return "", fmt.Errorf("%w: %s has no head", ErrDamaged, f.Name())
	}
	made := make([]byte, n)
	if _, err := io.ReadFull(in, made); err != nil {
		return "", fmt.Errorf("%w: %s is cut off", ErrDamaged, f.Name())
	}
	return string(made), nil
}

// mostMade is how many bytes what made an archive has at most: a sum or two.
const mostMade = 1 << 16
