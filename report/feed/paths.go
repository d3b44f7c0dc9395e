package feed

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/article"
)

// A batch of parts goes into one transaction: so many, or so many bytes.
const (
	batchParts = 500
	batchBytes = 8 << 20
)

// Taken is what became of paths.
type Taken struct {
	Parts int // parts of files that hold one article each
	Fresh int // of them those that were not known
}

// TakePaths takes all articles of files and folders; a path is as
// [article.Walk] has it. What cannot be read is warned of.
func (f *Feed) TakePaths(ctx context.Context, paths []string, stdin io.Reader, warn func(claims.Warning)) (Taken, error) {
	g := &gathering{feed: f, ctx: ctx, warn: warn}
	for _, path := range paths {
		if err := g.path(path, stdin); err != nil {
			return g.done, err
		}
	}
	return g.done, g.flush()
}

// gathering is parts on their way.
type gathering struct {
	feed  *Feed
	ctx   context.Context
	warn  func(claims.Warning)
	parts []article.Raw
	bytes int
	done  Taken
}

// path takes what a path names.
func (g *gathering) path(path string, stdin io.Reader) error {
	if path == "-" {
		return article.Cut("-", stdin, g.part, g.warn)
	}
	info, err := os.Stat(path)
	if err != nil {
		g.warn(claims.Warning{Path: path, Reason: err.Error()})
		return nil
	}
	if !info.IsDir() {
		return g.file(path)
	}
	return filepath.WalkDir(path, func(at string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			g.warn(claims.Warning{Path: at, Reason: err.Error()})
			return nil
		case d.IsDir() && at != path && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.Type().IsRegular() && article.Named(at):
			return g.file(at)
		}
		return nil
	})
}

// file takes a file.
func (g *gathering) file(path string) error {
	in, err := os.Open(path)
	if err != nil {
		g.warn(claims.Warning{Path: path, Reason: err.Error()})
		return nil
	}
	defer in.Close()
	return article.Cut(path, in, g.part, g.warn)
}

// part takes a part.
func (g *gathering) part(p article.Raw) error {
	if err := g.ctx.Err(); err != nil {
		return err
	}
	p.Data = bytes.Clone(p.Data) // Cut uses its memory again
	g.parts, g.bytes = append(g.parts, p), g.bytes+len(p.Data)
	if len(g.parts) < batchParts && g.bytes < batchBytes {
		return nil
	}
	return g.flush()
}

// flush has what was gathered kept.
func (g *gathering) flush() error {
	if len(g.parts) == 0 {
		return nil
	}
	fresh, err := g.feed.Take(g.ctx, g.parts)
	if err != nil {
		return fmt.Errorf("keeping articles of %s: %w", g.parts[0].Path, err)
	}
	g.done.Parts, g.done.Fresh = g.done.Parts+len(g.parts), g.done.Fresh+fresh
	g.parts, g.bytes = nil, 0
	return nil
}
