// Package archive keeps on disk what a run knows of its articles, so that the
// next run reads only what is new.
//
// An archive is a folder of two files:
//
//   - "sheets" has the articles with their claims, each by itself, and only
//     grows (sheets.go);
//   - "state" has a [check.Ledger]: a header that says who wrote it, and a
//     section for each of its columns (state.go, column.go, pack.go). It is
//     written anew under another name and then takes the place of the old one.
//
// A run that ends in the middle, by an error, an interruption or a crash, leaves
// the archive as it was: what it may have put behind the sheets belongs to no
// state, and the next run writes over it. A second run that wants the same
// archive at the same time is refused (lock_unix.go, lock_other.go). Who only looks
// up needs no lock: a [Reader] is the archive as it is at one moment, and leaves
// out the columns that it does not need (reader.go).
//
// What is guaranteed of the topics is [check.Ledger.Add]'s: those of all
// articles at once, whatever came when. Nothing that is in an archive is read,
// extracted or grouped again unless its story has a new article.
//
// An archive is bound to what made it: the program's version and what else the
// caller names. It is not a format for exchange. A file that is damaged is
// refused, never repaired: the articles are the source, the archive can be made
// again.
package archive

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"crosscheck/claims"
	"crosscheck/compare/check"
)

// The names of the files.
const (
	stateName  = "state"
	draftName  = "state.new"
	sheetsName = "sheets"
	lockName   = "lock"
)

// Archive is an open archive. It is not safe for concurrent use, and must be
// closed.
type Archive struct {
	dir    string
	made   string
	lock   *os.File
	sheets *os.File
	state  state
	spent  bool // an Add failed: the ledger is of no use any more
}

// ErrDamaged is the error for an archive whose files are not what was written.
var ErrDamaged = errors.New("the archive is damaged")

// ErrOther is the error for an archive that another program made, or the same
// with other options.
var ErrOther = errors.New("the archive was made otherwise")

// ErrBusy is the error for an archive that another run has open.
var ErrBusy = errors.New("another run has the archive open")

// Open opens the archive in a folder, which is made where it is missing. made
// names all that claims and topics depend on beside the articles: the program's
// version, options, lists of names. One made otherwise is refused.
func Open(dir, made string) (*Archive, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("opening the archive: %w", err)
	}
	a := &Archive{dir: dir, made: made}
	if err := a.open(); err != nil {
		a.Close()
		return nil, fmt.Errorf("opening the archive %s: %w", dir, err)
	}
	return a, nil
}

// Exists reports whether a folder holds an archive.
func Exists(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, stateName))
	return err == nil
}

func (a *Archive) open() error {
	var err error
	if a.lock, err = lock(a.path(lockName)); err != nil {
		return err
	}
	if a.sheets, err = os.OpenFile(a.path(sheetsName), os.O_RDWR|os.O_CREATE, 0o666); err != nil {
		return err
	}
	f, err := os.Open(a.path(stateName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	if err := a.state.read(f, a.made, true); err != nil {
		return err
	}
	size, err := a.sheets.Seek(0, 2)
	if err == nil && size < a.state.end() {
		err = fmt.Errorf("%w: %s is cut off", ErrDamaged, sheetsName)
	}
	return err
}

func (a *Archive) path(name string) string { return filepath.Join(a.dir, name) }

// Close lets the archive go. It may be called twice.
func (a *Archive) Close() error {
	var errs []error
	if a.sheets != nil {
		errs = append(errs, a.sheets.Close())
	}
	if a.lock != nil {
		errs = append(errs, unlock(a.lock))
	}
	a.sheets, a.lock = nil, nil
	return errors.Join(errs...)
}

// Len is how many articles the archive has.
func (a *Archive) Len() int {
	n := 0
	for _, s := range a.state.ledger.Story {
		if s >= 0 {
			n++
		}
	}
	return n
}

// Add adds articles, as [check.Ledger.Add] does, has show tell what came of it,
// if it is not nil, and then writes the archive: what could not be shown is new
// next time too. On an error the archive on disk is as it was, and a must be
// closed.
func (a *Archive) Add(ctx context.Context, articles []claims.Article, all bool, opt check.Options, show func(*check.Added) error) (*check.Added, error) {
	if a.spent {
		return nil, errors.New("adding to the archive after an error: open it again")
	}
	a.spent = true
	added, err := a.state.ledger.Add(ctx, a, articles, all, opt)
	if err != nil {
		return nil, err
	}
	if show != nil {
		if err := show(added); err != nil {
			return nil, err
		}
	}
	if len(added.Sheets) > 0 {
		if err := a.save(ctx, added.Sheets); err != nil {
			return nil, fmt.Errorf("writing the archive %s: %w", a.dir, err)
		}
	}
	a.spent = false
	return added, nil
}

// save writes the sheets, then the state that knows them.
func (a *Archive) save(ctx context.Context, sheets []check.Sheet) error {
	if err := a.append(ctx, sheets); err != nil {
		return err
	}
	f, err := os.Create(a.path(draftName))
	if err != nil {
		return err
	}
	err = a.state.write(f, a.made)
	if err == nil {
		err = f.Sync()
	}
	err = cmp.Or(err, f.Close(), ctx.Err())
	if err == nil {
		err = os.Rename(a.path(draftName), a.path(stateName))
	}
	if err != nil {
		os.Remove(a.path(draftName))
	}
	return err
}
