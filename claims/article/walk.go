package article

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"crosscheck/claims"
)

// Walk reads the articles of all paths, in order, and hands each to visit.
// A path is a file, a folder or "-", which is stdin.
//
// A folder is walked in the order of its names. In it, hidden files and
// folders, files of other formats, linked folders and files named README, the
// folder's own description, are passed over in silence; a file named as a path
// is read whatever its name. JSONL is read a line at a time, so a file may be
// larger than the memory.
//
// An article with the ID, the text and the outlet of one before is left out,
// and one with the ID of another gets "#2" (or "#3" ...) behind it; both are
// warned of. To know them, Walk keeps some 100 bytes for each article.
//
// The error is that of ctx or visit, as it is; everything else, a path that
// does not exist among it, is a warning, and the rest is read. It is for the
// caller to say that no article at all is a failure.
func Walk(ctx context.Context, paths []string, stdin io.Reader, visit func(claims.Article) error, warn func(claims.Warning)) error {
	ids := register{}
	r := reader{warn: warn}
	r.visit = func(a claims.Article) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if why := ids.enter(&a); why != "" {
			r.warnf(a.Path, a.Line, "%s", why)
		}
		if a.ID == "" {
			return nil
		}
		return visit(a)
	}
	for _, path := range paths {
		if err := r.path(ctx, path, stdin); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// path reads what one argument names.
func (r reader) path(ctx context.Context, path string, stdin io.Reader) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if path == "-" {
		return r.read(ctx, path, stdin)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		r.warnf(path, 0, "%v", reason(err))
		return nil
	case !info.IsDir():
		return r.file(ctx, path)
	}
	found, err := r.folder(ctx, path)
	if err == nil && !found {
		r.warnf(path, 0, "has no article in it; hint: files that end in .txt, .md, .html, .jsonl or .jsonl.gz")
	}
	return err
}

// folder reads a folder's files and those of the folders in it; found tells
// whether there was any file to read.
func (r reader) folder(ctx context.Context, dir string) (found bool, err error) {
	entries, err := os.ReadDir(dir) // sorted by name
	if err != nil {
		r.warnf(dir, 0, "%v", reason(err))
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			inside, err := r.folder(ctx, path)
			if found = found || inside; err != nil {
				return found, err
			}
		case isArticleFile(path):
			found = true
			if err := r.file(ctx, path); err != nil {
				return found, err
			}
		}
	}
	return found, ctx.Err()
}

// isArticleFile reports whether a file in a folder is to be read.
func isArticleFile(path string) bool {
	stem, _, _ := strings.Cut(filepath.Base(path), ".")
	if formatOf(path) == unknown || strings.EqualFold(stem, "README") {
		return false
	}
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular() // an error is told when it is opened
}

// file reads one file.
func (r reader) file(ctx context.Context, path string) error {
	f, err := os.Open(path)
	if err != nil {
		r.warnf(path, 0, "%v", reason(err))
		return nil
	}
	defer f.Close()
	return r.read(ctx, path, f)
}

// reason is an error without the path, which the warning has already.
func reason(err error) string {
	var at *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "does not exist"
	case errors.Is(err, fs.ErrPermission):
		return "may not be read: permission denied"
	case errors.As(err, &at):
		return "cannot be read: " + at.Err.Error()
	}
	return err.Error()
}

// register knows the articles seen: the first half of the hash of outlet and
// text, by ID.
type register map[string][16]byte

// enter enters an article. It may change the ID, or empty it for an article
// that was there before; why says so.
func (r register) enter(a *claims.Article) (why string) {
	sum := sha256.Sum256([]byte(a.Outlet + "\x00" + a.Text))
	key := [16]byte(sum[:16])
	given := a.ID
	for n := 2; ; n++ {
		was, taken := r[a.ID]
		switch {
		case !taken:
			r[a.ID] = key
			return why
		case was == key:
			a.ID = ""
			return fmt.Sprintf("was left out: it is the article %q again", given)
		}
		a.ID = fmt.Sprintf("%s#%d", given, n)
		why = fmt.Sprintf("has the ID %q of another article and was given %q", given, a.ID)
	}
}
