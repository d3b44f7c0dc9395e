package main

import (
	"context"
	"errors"
	"slices"
	"time"

	"crosscheck/claims"
	"crosscheck/compare/archive"
	"crosscheck/compare/check"
)

// near are the articles of an archive that may have something to do with the
// drafts: those of the drafts' stories, and those that have a topic in common.
// No other can oppose a draft; so only these are judged.
type near struct {
	articles []claims.Article
	copies   map[string]bool // IDs of their claims that print a text of a draft
	of       int             // how many articles the archive has
	missed   int             // how much of it could not be read, or not be found again
}

// nearIn finds them among articles that were read.
func (a *app) nearIn(ctx context.Context, articles, drafts []claims.Article) (near, error) {
	n := near{of: len(articles)}
	r, err := check.Topics(ctx, slices.Concat(articles, drafts), check.Options{Names: a.names, Progress: a.progress})
	if err != nil {
		return n, err
	}
	w := wantedOf(r, drafts)
	n.copies = w.copies
	of := map[string][]claims.Claim{}
	for _, c := range r.Claims {
		of[c.Article] = append(of[c.Article], c)
	}
	for i := range articles {
		if w.takes(&articles[i], of[articles[i].ID]) {
			n.articles = append(n.articles, articles[i])
		}
	}
	return n, nil
}

// nearKept finds them in an archive that is kept. It stays as it is: that which
// adds to it is told to stop before it writes.
func (a *app) nearKept(ctx context.Context, dir string, drafts []claims.Article) (n near, err error) {
	made, err := a.made()
	if err != nil {
		return n, err
	}
	store, err := openSoon(ctx, dir, made)
	if err != nil {
		return n, stateHint(err, dir)
	}
	defer store.Close()
	n.of = store.Len()
	copies := slices.Clone(drafts)
	for i := range copies {
		copies[i].ID = "draft of " + copies[i].ID // else one that was printed as it is would be passed over
	}
	var added *check.Added
	_, err = store.Add(ctx, copies, false, check.Options{Names: a.names, Progress: a.progress}, func(x *check.Added) error {
		added = x
		return errEnough
	})
	if !errors.Is(err, errEnough) {
		return n, stateHint(err, dir)
	}
	w := wantedOf(added.Report, copies)
	n.copies = w.copies
	n.articles, n.missed, err = w.fetch(ctx, store, n.of)
	return n, err
}

// How long a gate waits for an archive that another run has open, and how often it
// asks: another gate is done in a second or two, an index may take minutes.
const (
	busyFor   = 10 * time.Second
	busyEvery = 50 * time.Millisecond
)

// openSoon opens an archive, and waits a while where another run has it open.
func openSoon(ctx context.Context, dir, made string) (*archive.Archive, error) {
	ctx, cancel := context.WithTimeout(ctx, busyFor)
	defer cancel()
	for {
		store, err := archive.Open(dir, made)
		if !errors.Is(err, archive.ErrBusy) {
			return store, err
		}
		select {
		case <-ctx.Done():
			return nil, err
		case <-time.After(busyEvery):
		}
	}
}

// errEnough ends an Add whose outcome is all that was wanted.
var errEnough = errors.New("enough is known")

func ids(articles []claims.Article) map[string]bool {
	out := map[string]bool{}
	for _, x := range articles {
		out[x.ID] = true
	}
	return out
}
