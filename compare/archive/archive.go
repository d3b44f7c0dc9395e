// Package archive keeps on disk what a run knows of its articles, so that the
// next run reads only what is new.
//
// An archive has two parts, in whatever [Store] they are kept (store.go); in a
// [Folder] each is a file (folder.go):
//
//   - "sheets" has the articles with their claims, each by itself, and only
//     grows (sheets.go);
//   - "state" has a [check.Ledger]: a header that says who wrote it, and a
//     section for each of its columns (state.go, column.go, pack.go). It is
//     written anew beside the old one and then takes its place.
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
	"context"
	"errors"
	"fmt"

	"crosscheck/claims"
	"crosscheck/compare/check"
)

// Archive is an open archive. It is not safe for concurrent use, and must be
// closed.
type Archive struct {
	store  Store
	made   string
	sheets Bytes
	state  state
	spent  bool // an Add failed: the ledger is of no use any more
}

// Open opens the archive in a store, to add to it. made names all that claims and
// topics depend on beside the articles: the program's version, options, lists of
// names. One made otherwise is refused. The store is closed with the archive, and
// where it cannot be opened.
func Open(ctx context.Context, store Store, made string) (*Archive, error) {
	a := &Archive{store: store, made: made}
	if err := a.open(ctx); err != nil {
		a.Close()
		return nil, fmt.Errorf("opening the archive %s: %w", store, err)
	}
	return a, nil
}

func (a *Archive) open(ctx context.Context) error {
	if err := a.store.Lock(ctx); err != nil {
		return err
	}
	var err error
	if a.sheets, err = a.store.Sheets(ctx); err != nil {
		return err
	}
	s, err := a.store.State(ctx)
	if missing(err) {
		return nil
	}
	if err != nil {
		return err
	}
	defer s.Close()
	if err := a.state.read(s, a.made, true); err != nil {
		return err
	}
	return a.state.reach(a.sheets)
}

// Close lets the archive go. It may be called twice.
func (a *Archive) Close() error {
	var err error
	if a.sheets != nil {
		err = a.sheets.Close()
	}
	a.sheets = nil
	return errors.Join(err, a.store.Close())
}

// Len is how many articles the archive has.
func (a *Archive) Len() int { return a.state.len() }

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
			return nil, fmt.Errorf("writing the archive %s: %w", a.store, err)
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
	return a.store.Replace(ctx, func(w Writer) error { return a.state.write(w, a.made) })
}
