package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"crosscheck/compare"
	"crosscheck/report"
)

// files are what -o names, all of them known to be writable in principle.
type files []file

// file is one output: its final place and how it is written.
type file struct {
	path   string // symbolic links resolved
	mode   fs.FileMode
	writer report.Writer
}

// byFile returns the writer of the format that a file's extension stands for.
type byFile func(path string, opt report.Options) (report.Writer, error)

// planFiles refuses what cannot be written before the work starts: an unknown
// extension, a missing folder, one file twice, a file that is also read.
func planFiles(names, inputs []string, by byFile) (files, error) {
	var out files
	for _, name := range names {
		f, err := planFile(name, by)
		if err != nil {
			return nil, err
		}
		if out.include(f.path) {
			return nil, misuse("name each file once", "-o %s: named twice", name)
		}
		out = append(out, f)
	}
	for _, input := range inputs {
		if out.include(input) {
			return nil, misuse("write to another file", "-o %s would replace an article, or the report it is made from", input)
		}
	}
	return out, nil
}

func planFile(name string, by byFile) (file, error) {
	f := file{path: name, mode: 0o666}
	var err error
	if f.writer, err = by(name, report.Options{}); err != nil {
		return f, err
	}
	if real, err := filepath.EvalSymlinks(name); err == nil {
		f.path = real
	}
	switch now, err := os.Stat(f.path); {
	case errors.Is(err, fs.ErrNotExist):
		return f, needFolder(name)
	case err != nil:
		return f, fmt.Errorf("-o %s: %w", name, err)
	case !now.Mode().IsRegular():
		return f, misuse("name a file", "-o %s: it is there already, and is no regular file", name)
	default:
		f.mode = now.Mode().Perm()
		return f, nil
	}
}

// needFolder refuses a file whose folder is missing.
func needFolder(name string) error {
	dir := filepath.Dir(name)
	if now, err := os.Stat(dir); err != nil || !now.IsDir() {
		return misuse("make the folder "+dir+" first", "-o %s: there is no folder %s", name, dir)
	}
	return nil
}

// include reports whether path is one of the files, however it is spelt.
func (out files) include(path string) bool {
	for _, f := range out {
		if same(f.path, path) {
			return true
		}
	}
	return false
}

func same(a, b string) bool {
	if filepath.Clean(a) == filepath.Clean(b) {
		return true
	}
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// write writes all files, or none where one of them cannot be written or the
// context ends: each is finished under another name beside its place before the
// first is renamed. progress is told how many are finished.
func (out files) write(ctx context.Context, r *compare.Report, progress func(done int)) error {
	drafts := &drafts{ctx: ctx}
	defer drafts.remove()
	defer context.AfterFunc(ctx, drafts.remove)()
	for i, f := range out {
		progress(i)
		if err := f.draft(drafts, r); err != nil {
			return fmt.Errorf("writing %s: %w", f.path, err)
		}
	}
	return drafts.keep(out)
}

// write writes the files of -o, and says so while it lasts.
func (a *app) write(ctx context.Context, out files, r *compare.Report) error {
	return out.write(ctx, r, func(done int) { a.progress("write", done, len(out)) })
}

// draft writes the file under another name.
func (f file) draft(drafts *drafts, r *compare.Report) error {
	w, err := drafts.create(f)
	if err != nil {
		return err
	}
	if err := f.writer.Write(w, r); err != nil {
		w.Close()
		return err
	}
	return w.Close()
}
