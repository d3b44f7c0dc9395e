package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"crosscheck/compare/archive"
	"crosscheck/report/review/postgres"
)

// openPlace opens the place of an archive: a folder, or a PostgreSQL database,
// which is held open until both what is returned and the archive are closed.
func openPlace(ctx context.Context, at string) (archive.Store, io.Closer, error) {
	if err := needPlace(at); err != nil {
		return nil, nil, err
	}
	if !postgres.Is(at) {
		return archive.Folder(at), io.NopCloser(nil), nil
	}
	s, err := postgres.OpenOnly(ctx, at)
	if err != nil {
		return nil, nil, err
	}
	return s.Archive(), s, nil
}

// openArchive opens an archive to add to it, until what is returned is called.
func (a *app) openArchive(ctx context.Context, at string) (*archive.Archive, func(), error) {
	made, err := a.made()
	if err != nil {
		return nil, nil, err
	}
	place, closer, err := openPlace(ctx, at)
	if err != nil {
		return nil, nil, err
	}
	store, err := archive.Open(ctx, place, made)
	if err != nil {
		closer.Close()
		return nil, nil, placeHint(err, at)
	}
	return store, func() { store.Close(); closer.Close() }, nil
}

// hasArchive reports whether there is an archive.
func hasArchive(ctx context.Context, at string) (bool, error) {
	place, closer, err := openPlace(ctx, at)
	if err != nil {
		return false, err
	}
	defer closer.Close()
	defer place.Close()
	s, err := place.State(ctx)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, s.Close()
}

// isKept reports whether a path names a kept archive: a database, or a folder that
// has both of its files. One of articles may have a file called "state", too.
func isKept(path string) bool {
	if postgres.Is(path) {
		return true
	}
	_, err := os.Stat(filepath.Join(path, "sheets"))
	return err == nil && archive.Exists(path)
}

// placeHint says what to do about an archive that cannot be used.
func placeHint(err error, at string) error {
	if !postgres.Is(at) {
		return stateHint(err, at)
	}
	switch {
	case errors.Is(err, archive.ErrBusy):
		return withHint(err, "a worker keeps it: have ingest take the articles in, or end the worker")
	case errors.Is(err, archive.ErrOther), errors.Is(err, archive.ErrDamaged):
		return withHint(err, "this program, or one of the --names or --lexicon files, is another than that which made it: a worker of this version makes it anew")
	case errors.Is(err, fs.ErrNotExist):
		return withHint(err, "the database has no archive yet: a worker makes it of what ingest takes in, or crosscheck index PATH... --db %s does", postgres.Name(at))
	}
	return err
}
