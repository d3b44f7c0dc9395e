package archive

import (
	"context"
	"errors"
	"fmt"
	"os"

	"crosscheck/compare/check"
)

// Reader is an archive as it is at one moment, to be looked up in. It needs no
// lock: who adds to the archive leaves what is there as it is, and puts another
// state in the place of this one. Safe for concurrent use, but for Close.
type Reader struct {
	*check.Reference
	store  Store
	file   State // the state that was read
	sheets Bytes
	state  state
	recent recent
}

// OpenReader opens the archive in a store as it is now. made is as [Open] has it.
// The store is closed with the reader, and where it cannot be opened.
func OpenReader(ctx context.Context, store Store, made string) (*Reader, error) {
	r := &Reader{store: store}
	if err := r.open(ctx, made); err != nil {
		r.Close()
		return nil, fmt.Errorf("opening the archive %s: %w", store, err)
	}
	r.Reference = check.NewReference(&r.state.ledger, r)
	r.state.ledger.Speakers = nil // the reference has numbers of them
	return r, nil
}

func (r *Reader) open(ctx context.Context, made string) (err error) {
	if r.file, err = r.store.State(ctx); err != nil {
		return err
	}
	defer r.file.Close()
	if r.sheets, err = r.store.Sheets(ctx); err != nil {
		return err
	}
	if err := r.state.read(r.file, made, false); err != nil {
		return err
	}
	return r.state.reach(r.sheets)
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
func (r *Reader) Stale() bool { return r.file.Stale() }

// Close lets the archive go. It may be called twice; whoever still reads gets an
// error.
func (r *Reader) Close() error {
	var err error
	if r.sheets != nil {
		if err = r.sheets.Close(); errors.Is(err, os.ErrClosed) {
			err = nil
		}
	}
	return errors.Join(err, r.store.Close())
}

// Made is what made the archive in a store, as its maker told [Open]. The store is
// closed.
func Made(ctx context.Context, store Store) (string, error) {
	defer store.Close()
	s, err := store.State(ctx)
	if err != nil {
		return "", err
	}
	defer s.Close()
	made, _, err := readHeader(s)
	return made, err
}
