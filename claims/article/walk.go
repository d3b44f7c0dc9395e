package article

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
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
	ids := newRegister()
	err := inOrder(ctx, func(q *queue) {
		for _, path := range paths {
			q.path(path, stdin)
		}
	}, func(f found) error {
		if f.article == nil {
			warn(f.warning)
			return nil
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		a := *f.article
		if why := ids.enter(&a); why != "" {
			warn(claims.Warning{Path: a.Path, Line: a.Line, Reason: why})
		}
		if a.ID == "" {
			return nil
		}
		return visit(a)
	})
	return cmp.Or(err, ctx.Err())
}

// path reads what one argument names.
func (q *queue) path(path string, stdin io.Reader) {
	if q.ctx.Err() != nil {
		return
	}
	if path == "-" {
		q.read(path, stdin)
		return
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		q.warnf(path, 0, "%v", reason(err))
	case !info.IsDir():
		q.file(path, info.Size())
	case !q.folder(path):
		q.warnf(path, 0, "has no article in it; hint: files that end in .txt, .md, .html, .jsonl or .jsonl.gz")
	}
}

// folder reads a folder's files and those of the folders in it; found tells
// whether there was any file to read.
func (q *queue) folder(dir string) (found bool) {
	entries, err := os.ReadDir(dir) // sorted by name
	if err != nil {
		q.warnf(dir, 0, "%v", reason(err))
	}
	for _, e := range entries {
		if q.ctx.Err() != nil {
			return true // nobody wants to know
		}
		path := filepath.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			found = q.folder(path) || found
		case isArticleName(path):
			if size, ok := fileSize(path); ok {
				found = true
				q.file(path, size)
			}
		}
	}
	return found
}

// isArticleName reports whether a file of a folder is to be read, by its name.
func isArticleName(path string) bool {
	stem, _, _ := strings.Cut(filepath.Base(path), ".")
	return formatOf(path) != unknown && !strings.EqualFold(stem, "README")
}

// fileSize is the size of what is a file, or cannot be told to be none: the
// error shows when it is opened.
func fileSize(path string) (size int64, ok bool) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, true
	}
	return info.Size(), info.Mode().IsRegular()
}

// file reads one file: aside where by its name and size it is one article,
// else, as it may hold any number, here.
func (q *queue) file(path string, size int64) {
	switch f := formatOf(path); {
	case f == unknown, f == jsonLines, size > maxAside, strings.HasSuffix(path, ".gz"):
		in, err := os.Open(path)
		if err != nil {
			q.warnf(path, 0, "%v", reason(err))
			return
		}
		defer in.Close()
		q.read(path, in)
	default:
		q.do(int(size), func(r reader) { r.file(path, f) })
	}
}

// file reads a file of one article.
func (r reader) file(path string, f format) {
	in, err := os.Open(path)
	if err != nil {
		r.warnf(path, 0, "%v", reason(err))
		return
	}
	defer in.Close()
	buf, err := unpack(in)
	if err != nil {
		r.warnf(path, 0, "cannot be unpacked: %v", err)
		return
	}
	r.whole(path, f, buf)
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

// register knows the articles seen.
type register struct {
	taken map[string]bool // IDs
	known map[entry]bool
	next  map[string]int // ID as given -> the number to try next where it comes again
}

// entry is an article as it is known: by its ID as given and the first half of
// the hash of outlet and text.
type entry struct {
	id   string
	hash [16]byte
}

func newRegister() register {
	return register{map[string]bool{}, map[entry]bool{}, map[string]int{}}
}

// fingerprint is the hash of an article's outlet and text by which it is known.
func fingerprint(a *claims.Article) [16]byte {
	h := sha256.New()
	var buf [4096]byte // a string has to be copied to be written
	for _, s := range []string{a.Outlet, "\x00", a.Text} {
		for s != "" {
			n := copy(buf[:], s)
			h.Write(buf[:n])
			s = s[n:]
		}
	}
	return [16]byte(h.Sum(nil))
}

// enter enters an article. It may change the ID, or empty it for an article
// that was there before; why says so.
func (r register) enter(a *claims.Article) (why string) {
	given := a.ID
	e := entry{given, fingerprint(a)}
	if r.known[e] {
		a.ID = ""
		return fmt.Sprintf("was left out: it is the article %q again", given)
	}
	r.known[e] = true
	if !r.taken[given] {
		r.taken[given] = true
		return ""
	}
	if a.Given == "" {
		b, _ := json.Marshal(given) // strings always marshal
		a.Given = string(b)
	}
	for n := max(2, r.next[given]); ; n++ {
		if a.ID = fmt.Sprintf("%s#%d", given, n); !r.taken[a.ID] {
			r.taken[a.ID], r.next[given] = true, n+1
			return fmt.Sprintf("has the ID %q of another article and was given %q", given, a.ID)
		}
	}
}
