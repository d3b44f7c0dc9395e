package archive

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"io"
	"slices"
)

// ErrFull is the error for a place that has an archive already.
var ErrFull = errors.New("there is an archive already")

// Copy copies an archive to a place that has none, and reads back what it wrote
// there. It returns how many articles there are, and the SHA-256 of all bytes, which
// is equal wherever the same archive is. Whatever made the archive, it is not
// changed. Both stores are closed; on an error the place has no archive.
func Copy(ctx context.Context, from, to Store) (articles int, sum string, err error) {
	defer from.Close()
	defer to.Close()
	source, err := opened(ctx, from)
	if err != nil {
		return 0, "", fmt.Errorf("copying the archive %s: %w", from, err)
	}
	defer source.close()
	if err := source.copyTo(ctx, to); err != nil {
		return 0, "", fmt.Errorf("copying the archive to %s: %w", to, err)
	}
	want, err := source.sum()
	if err != nil {
		return 0, "", fmt.Errorf("reading the archive %s: %w", from, err)
	}
	return source.known.len(), want, nil
}

// bytesOf are the bytes of an archive.
type bytesOf struct {
	state  State
	sheets Bytes
	known  state // without what only who adds needs
}

// opened opens an archive, whatever made it.
func opened(ctx context.Context, s Store) (*bytesOf, error) {
	b := &bytesOf{}
	var err error
	if b.state, err = s.State(ctx); err != nil {
		return nil, err
	}
	made, _, err := readHeader(b.state)
	if err == nil {
		err = b.known.read(b.state, made, false)
	}
	if err == nil {
		b.sheets, err = s.Sheets(ctx)
	}
	if err == nil {
		err = b.known.reach(b.sheets)
	}
	if err != nil {
		b.close()
		return nil, err
	}
	slices.SortFunc(b.known.places, func(x, y place) int { return cmp.Compare(x.Start, y.Start) })
	return b, nil
}

func (b *bytesOf) close() {
	b.state.Close()
	if b.sheets != nil {
		b.sheets.Close()
	}
}

// copyTo copies everything, and compares the sums before anybody can open it: the
// state comes last.
func (b *bytesOf) copyTo(ctx context.Context, to Store) error {
	if err := to.Lock(ctx); err != nil {
		return err
	}
	if there, err := to.State(ctx); err == nil {
		there.Close()
		return ErrFull
	} else if !missing(err) {
		return err
	}
	if err := b.copySheets(ctx, to); err != nil {
		return err
	}
	return to.Replace(ctx, func(w Writer) error {
		there, err := to.Sheets(ctx)
		if err != nil {
			return err
		}
		defer there.Close()
		want, have := sha256.New(), sha256.New()
		if err := errors.Join(b.known.hash(want, b.sheets), b.known.hash(have, there)); err != nil {
			return err
		}
		if string(want.Sum(nil)) != string(have.Sum(nil)) {
			return fmt.Errorf("%w: what was written comes back otherwise", ErrDamaged)
		}
		_, err = io.Copy(w, io.NewSectionReader(b.state, 0, b.state.Size()))
		return err
	})
}

// copySheets copies the sheets, each to the place that the state knows.
func (b *bytesOf) copySheets(ctx context.Context, to Store) error {
	var part [][]byte
	at, end := int64(0), int64(0)
	for _, p := range b.known.places {
		if p.Start != end || len(part) == together {
			if err := to.Append(ctx, at, part); err != nil {
				return err
			}
			at, end, part = p.Start, p.Start, nil
		}
		data := make([]byte, p.Size)
		if _, err := b.sheets.ReadAt(data, p.Start); err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		part, end = append(part, data), end+int64(p.Size)
	}
	return to.Append(ctx, at, part)
}

// hash adds the sheets of the places to a sum.
func (s *state) hash(h hash.Hash, sheets Bytes) error {
	for _, p := range s.places {
		data := make([]byte, p.Size)
		if _, err := sheets.ReadAt(data, p.Start); err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		h.Write(binary.LittleEndian.AppendUint64(nil, uint64(p.Start)))
		h.Write(data)
	}
	return nil
}

// sum is the sum of all bytes.
func (b *bytesOf) sum() (string, error) {
	h := sha256.New()
	if err := b.known.hash(h, b.sheets); err != nil {
		return "", err
	}
	_, err := io.Copy(h, io.NewSectionReader(b.state, 0, b.state.Size()))
	return fmt.Sprintf("%x", h.Sum(nil)), err
}

// Sum is how many articles an archive has, and the SHA-256 of all its bytes. The
// store is closed.
func Sum(ctx context.Context, s Store) (articles int, sum string, err error) {
	defer s.Close()
	b, err := opened(ctx, s)
	if err != nil {
		return 0, "", fmt.Errorf("reading the archive %s: %w", s, err)
	}
	defer b.close()
	sum, err = b.sum()
	return b.known.len(), sum, err
}
