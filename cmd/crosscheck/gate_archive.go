package main

import (
	"context"
	"errors"
	"fmt"

	"crosscheck/claims"
	"crosscheck/compare/check"
)

// opened is what drafts are held against, kept open from one draft to the next.
// It is safe for concurrent use.
type opened interface {
	// open does at once what the first call of near does otherwise: it reads what
	// is kept in memory. After an error it may be called again.
	open(ctx context.Context) error
	// near is what may have something to do with the drafts. What could be found is
	// returned beside an error.
	near(ctx context.Context, drafts []claims.Article, by check.Options) (near, error)
	Close() error
}

// near is what may have something to do with drafts: no other article can oppose
// one, so only these are judged.
type near struct {
	*check.Near          // nil where nothing could be looked up
	of          int      // how many articles there are
	unread      int      // how many parts, files or lines, could not be read
	incomplete  []string // says of each archive of which a part could not be read that it is so
}

// openAgainst is what drafts are held against: nothing is read before open or
// near is called, so that whoever has a time limit has it for all of that.
func (a *app) openAgainst(paths []string) opened {
	all := shelves{app: a}
	for _, path := range paths {
		if isKept(path) {
			all.list = append(all.list, &keptShelf{app: a, at: path})
		} else {
			all.list = append(all.list, &fileShelf{app: a, path: path})
		}
	}
	return all
}

// shelves are several archives as one.
type shelves struct {
	*app
	list []opened
}

// open opens all.
func (s shelves) open(ctx context.Context) error {
	var failed []error
	for _, one := range s.list {
		failed = append(failed, one.open(ctx))
	}
	return errors.Join(failed...)
}

// near is what any has.
func (s shelves) near(ctx context.Context, drafts []claims.Article, by check.Options) (near, error) {
	all := near{}
	var failed []error
	for _, one := range s.list {
		n, err := one.near(ctx, drafts, by)
		failed = append(failed, err)
		all.add(n)
	}
	var err error
	if all.Near == nil { // the drafts are held against one another all the same
		all.Near, err = nothing.Near(ctx, drafts, nil, by)
	}
	return all, errors.Join(append(failed, err)...)
}

// nothing is an archive without articles.
var nothing = check.NewReference(&check.Ledger{}, nil)

// Close closes all.
func (s shelves) Close() error {
	var failed []error
	for _, one := range s.list {
		failed = append(failed, one.Close())
	}
	return errors.Join(failed...)
}

// add adds what another archive has.
func (n *near) add(m near) {
	switch {
	case n.Near == nil:
		n.Near = m.Near
	case m.Near != nil:
		n.Join(m.Near)
	}
	n.of += m.of
	n.unread += m.unread
	n.incomplete = append(n.incomplete, m.incomplete...)
}

// incomplete says that part of an archive was not compared.
func incomplete(missed int, path string) []string {
	if missed == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s of %s could not be read; what stands there was not compared", plural(missed, "part", "parts"), path)}
}
