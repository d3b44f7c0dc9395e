package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"syscall"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/archive"
	"crosscheck/compare/check"
)

// add adds articles to the archive of --state and shows what they changed, or
// everything. What could not be shown is not kept.
func (a *app) add(ctx context.Context, paths []string, f *topicFlags, out files, show func(*compare.Report) error) error {
	store, done, err := a.openArchive(ctx, f.state)
	if err != nil {
		return err
	}
	defer done()
	var articles []claims.Article
	if len(paths) > 0 {
		if articles, _, err = a.readArticles(ctx, paths, out.include); err != nil {
			return err
		}
	}
	held := store.Len()
	var enough error // of a reader who closed the pipe: he has seen what he wanted
	got, err := store.Add(ctx, articles, f.all, check.Options{Names: a.names, Progress: a.progress}, func(added *check.Added) error {
		err := show(added.Report)
		if errors.Is(err, syscall.EPIPE) {
			enough, err = err, nil
		}
		return err
	})
	if err != nil {
		return placeHint(err, f.state)
	}
	a.console.note(storeName(f.state) + ": " + told(got, held, store.Len(), f.all))
	return enough
}

// note prints a line that is no warning.
func (c *console) note(text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.erase()
	fmt.Fprintln(c.w, "crosscheck: "+printable(text))
}

// told says what came of it: how many articles the archive held and holds.
func told(got *check.Added, held, holds int, all bool) string {
	what := "touched"
	if all {
		what = "in all"
	}
	return fmt.Sprintf("held %d articles; of those read now %d are new and %d known; holds %d; topics %s: %d, of them new: %d",
		held, len(got.Sheets), got.Known, holds, what, len(got.Report.Topics), len(got.New))
}

// stateHint says what to do about an archive that cannot be used.
func stateHint(err error, dir string) error {
	switch {
	case errors.Is(err, archive.ErrBusy):
		return withHint(err, "wait until it is done, or name another folder")
	case errors.Is(err, archive.ErrOther):
		return withHint(err, "this program, or one of the --names or --lexicon files, is another than that which made it: delete %s and run over all articles again", dir)
	case errors.Is(err, archive.ErrDamaged):
		return withHint(err, "delete %s and run over all articles again", dir)
	}
	return err
}

// made names what claims and topics depend on beside the articles: this very
// program, with its word lists and models, and the files of --names and --lexicon.
func (a *app) made() (string, error) {
	sum, err := program()
	return sum + a.named, err
}

// program is the sum of this very program, as it was when it was first asked for:
// a server goes on when its file is replaced.
var program = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	in, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer in.Close()
	h := sha256.New()
	if _, err := io.Copy(h, in); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
})
