package feed

import (
	"context"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"crosscheck/claims"
	"crosscheck/claims/article"
)

// mark is how a file looked: one that looks the same twice is not being written
// any more.
type mark struct {
	size int64
	at   time.Time
}

// Watch takes the articles of a folder as files appear in it, or change, until
// the context ends. It looks every so often, and takes a file once it has stayed
// as it was from one look to the next. told is called when something was taken.
// What fails ends it only before anything was taken; later it is warned of, and
// tried again.
//
// Note: asking the system to be told of changes would be sooner by seconds, and is
// not to be had for folders on other machines.
func (f *Feed) Watch(ctx context.Context, folder string, every time.Duration, told func(Taken), warn func(claims.Warning)) error {
	seen, taken := map[string]mark{}, map[string]mark{}
	for {
		now := look(folder, warn)
		var ready []string
		for path, m := range now {
			if seen[path] == m && taken[path] != m {
				ready = append(ready, path)
			}
		}
		slices.Sort(ready)
		if len(ready) > 0 {
			done, err := f.TakePaths(ctx, ready, nil, warn)
			switch {
			case err == nil:
				for _, path := range ready {
					taken[path] = now[path]
				}
				told(done)
			case len(taken) == 0 || ctx.Err() != nil:
				return err
			default: // a database that is being restarted, most likely
				warn(claims.Warning{Path: folder, Reason: err.Error() + "; it is tried again"})
			}
		}
		seen = now
		maps.DeleteFunc(taken, func(path string, _ mark) bool { _, ok := now[path]; return !ok })
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(every):
		}
	}
}

// look is how the files of a folder look.
func look(folder string, warn func(claims.Warning)) map[string]mark {
	out := map[string]mark{}
	err := filepath.WalkDir(folder, func(at string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && at == folder:
			return err
		case err != nil:
			return nil // gone since
		case d.IsDir() && at != folder && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case !d.Type().IsRegular() || !article.Named(at):
			return nil
		}
		if info, err := d.Info(); err == nil {
			out[at] = mark{info.Size(), info.ModTime()}
		}
		return nil
	})
	if err != nil {
		warn(claims.Warning{Path: folder, Reason: err.Error()})
	}
	return out
}
