package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"crosscheck/claims"
	"crosscheck/compare/archive"
	"crosscheck/compare/check"
	"crosscheck/report/review/postgres"
)

// keptShelf is an archive that "crosscheck index" or a worker keeps. It is as it was when it
// was opened, until it has been added to: then it is opened again, and as long as
// that takes drafts are held against what was.
type keptShelf struct {
	*app
	at string // a folder, or the address of a database

	mu      sync.Mutex
	db      *postgres.Store // nil for a folder, and until it was opened
	reader  *archive.Reader
	looked  time.Time // when it was last asked whether the archive is another
	reading sync.WaitGroup
	again   bool          // it is being opened again
	wait    time.Duration // until it is next asked; twice as long after each failure
	closed  bool
}

// lookEvery is how often an archive is asked whether it has been added to, and
// lookAtLeast how often where it could not be opened again.
const (
	lookEvery   = time.Second
	lookAtLeast = 5 * time.Minute
)

func (k *keptShelf) open(ctx context.Context) error {
	_, err := k.now(ctx)
	return err
}

// now is the archive as it is now, or was a moment ago.
func (k *keptShelf) now(ctx context.Context) (*archive.Reader, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if k.reader == nil {
		if err := k.connect(ctx); err != nil {
			return nil, err
		}
		r, err := k.read(ctx)
		k.reader, k.looked = r, time.Now()
		return r, err
	}
	if time.Since(k.looked) > max(lookEvery, k.wait) && !k.again && !k.closed {
		k.looked = time.Now()
		if k.reader.Stale() {
			k.again = true
			k.reading.Go(k.reread)
		}
	}
	return k.reader, nil
}

// looseHeap is how much the heap may grow, in parts of a hundred, before what is
// garbage is collected: an archive of 34,228 articles takes 400 MB that are looked
// through each time, for the 30 MB or so that a draft needs. At 300 a draft in
// twenty takes half as long as at 100, and the process stays below 1.8 GB.
const looseHeap = 300

// loosen sets looseHeap, unless the environment says otherwise.
var loosen = sync.OnceFunc(func() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(looseHeap)
	}
})

// connect opens the database, where the archive is in one.
func (k *keptShelf) connect(ctx context.Context) (err error) {
	if postgres.Is(k.at) && k.db == nil {
		k.db, err = postgres.OpenOnly(ctx, k.at)
	}
	return err
}

// read opens the archive.
func (k *keptShelf) read(ctx context.Context) (*archive.Reader, error) {
	loosen()
	made, err := k.made()
	if err != nil {
		return nil, err
	}
	place := archive.Folder(k.at)
	if k.db != nil {
		place = k.db.Archive()
	}
	r, err := archive.OpenReader(ctx, place, made)
	if err != nil {
		return nil, placeHint(err, k.at)
	}
	return r, nil
}

// atMost is how long it may take to open an archive again.
const atMost = 2 * time.Minute

// reread opens the archive again. One that cannot be read is tried again later,
// and drafts are held against what was read before, which is said aloud.
// What was read before is closed by the runtime, when nobody looks up in it any
// more.
func (k *keptShelf) reread() {
	ctx, cancel := context.WithTimeout(context.Background(), atMost)
	defer cancel()
	r, err := k.read(ctx)
	k.mu.Lock()
	defer k.mu.Unlock()
	k.again = false
	if err != nil {
		k.wait = min(max(lookEvery, 2*k.wait), lookAtLeast)
		k.console.warn(claims.Warning{Path: storeName(k.at), Reason: "the archive was added to and cannot be opened again; drafts are held against what it was: " + err.Error()})
		return
	}
	k.reader, k.wait = r, 0
}

// near looks drafts up. One that was printed before is not held against itself.
func (k *keptShelf) near(ctx context.Context, drafts []claims.Article, by check.Options) (near, error) {
	r, err := k.now(ctx)
	if err != nil {
		return near{}, err
	}
	n, err := r.Near(ctx, drafts, sameArticle(drafts), by)
	return near{Near: n, of: r.Len()}, err
}

// Close closes the archive.
func (k *keptShelf) Close() error {
	k.mu.Lock()
	k.closed = true
	k.mu.Unlock()
	k.reading.Wait()
	k.mu.Lock()
	defer k.mu.Unlock()
	var failed []error
	if k.reader != nil {
		failed = append(failed, k.reader.Close())
	}
	if k.db != nil {
		failed = append(failed, k.db.Close())
	}
	return errors.Join(failed...)
}

// fileShelf are articles that are read, and then kept in memory.
type fileShelf struct {
	*app
	path string

	mu     sync.Mutex
	held   *check.Reference
	missed int // what could not be read
}

func (f *fileShelf) open(ctx context.Context) error {
	_, err := f.now(ctx)
	return err
}

// now are the articles, which are read once.
func (f *fileShelf) now(ctx context.Context) (*check.Reference, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.held != nil {
		return f.held, nil
	}
	if err := needThere(f.path); err != nil {
		return nil, err
	}
	read, warnings, err := f.readArticles(ctx, []string{f.path}, func(string) bool { return false })
	f.missed = leftOut(read, warnings)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", storeName(f.path), err)
	}
	held, err := check.Hold(ctx, read, check.Options{Names: f.names, Progress: f.progress})
	if err == nil {
		f.held = held
	}
	return held, err
}

// leftOut is how many warnings of reading are about something that was not read: not
// those about an article that was, all the same.
func leftOut(read []claims.Article, warnings []claims.Warning) (n int) {
	type place struct {
		path string
		line int // 0 is the whole file
	}
	there := map[place]bool{}
	for _, a := range read {
		there[place{a.Path, a.Line}] = true
	}
	for _, w := range warnings {
		if !there[place{w.Path, w.Line}] && !there[place{w.Path, 0}] {
			n++
		}
	}
	return n
}

// near looks drafts up.
func (f *fileShelf) near(ctx context.Context, drafts []claims.Article, by check.Options) (near, error) {
	r, err := f.now(ctx)
	if err != nil {
		return near{unread: f.missed, incomplete: incomplete(f.missed, f.path)}, err
	}
	n, err := r.Near(ctx, drafts, sameArticle(drafts), by)
	if err != nil {
		return near{}, err
	}
	return near{Near: n, of: r.Len() - n.Own, unread: f.missed, incomplete: incomplete(f.missed, f.path)}, nil
}

// Close lets the articles go.
func (f *fileShelf) Close() error { return nil }

// sameArticle tells of an article whether it is one of the drafts, or an earlier
// version of one: it has a draft's ID, address or place. A draft is not held
// against itself.
func sameArticle(drafts []claims.Article) func(*check.Known) bool {
	type place struct {
		name string
		line int
	}
	byID, byURL, byPlace := map[string]bool{}, map[string]bool{}, map[place]string{}
	for _, d := range drafts {
		byID[d.ID] = true
		if d.URL != "" {
			byURL[d.URL] = true
		}
		if d.Path != "-" && d.Path != "" {
			byPlace[place{filepath.Clean(d.Path), d.Line}] = filepath.Base(d.Path)
		}
	}
	names := slices.Compact(slices.Sorted(maps.Values(byPlace)))
	return func(x *check.Known) bool {
		if byID[x.ID] || byURL[x.URL] {
			return true
		}
		if !slices.ContainsFunc(names, func(name string) bool { return strings.HasSuffix(x.Path, name) }) {
			return false
		}
		_, same := byPlace[place{filepath.Clean(x.Path), x.Line}]
		return same
	}
}
