package archive

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// The names of a folder's files.
const (
	stateName  = "state"
	draftName  = "state.new"
	sheetsName = "sheets"
	lockName   = "lock"
)

// folder is a store in a folder.
type folder struct {
	dir    string
	lock   *os.File
	sheets *os.File // to append to
}

// Folder is a store in a folder, which is made where it is missing.
func Folder(dir string) Store { return &folder{dir: dir} }

// Exists reports whether a folder holds an archive.
func Exists(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, stateName))
	return err == nil
}

func (f *folder) String() string { return f.dir }

func (f *folder) path(name string) string { return filepath.Join(f.dir, name) }

func (f *folder) Lock(context.Context) (err error) {
	if err := os.MkdirAll(f.dir, 0o777); err != nil {
		return err
	}
	if f.lock, err = lock(f.path(lockName)); err != nil {
		return err
	}
	f.sheets, err = os.OpenFile(f.path(sheetsName), os.O_WRONLY|os.O_CREATE, 0o666)
	return err
}

// file is a file that is being read.
type file struct{ *os.File }

// Size is the size of the file; 0 where it cannot be told.
func (f file) Size() int64 {
	info, err := f.Stat()
	if err != nil {
		return 0
	}
	return info.Size()
}

// stateFile is a state in a file.
type stateFile struct {
	file
	path string
	info os.FileInfo
}

func (f *folder) State(context.Context) (State, error) {
	in, err := os.Open(f.path(stateName))
	if err != nil {
		return nil, err
	}
	info, err := in.Stat()
	if err != nil {
		in.Close()
		return nil, err
	}
	return &stateFile{file{in}, f.path(stateName), info}, nil
}

// Stale reports whether another file has taken the place of this one.
func (s *stateFile) Stale() bool {
	now, err := os.Stat(s.path)
	return err == nil && !(os.SameFile(now, s.info) && now.ModTime().Equal(s.info.ModTime()) && now.Size() == s.info.Size())
}

func (f *folder) Sheets(context.Context) (Bytes, error) {
	in, err := os.Open(f.path(sheetsName))
	if err != nil {
		return nil, err
	}
	return file{in}, nil
}

func (f *folder) Append(ctx context.Context, at int64, sheets [][]byte) error {
	if err := f.sheets.Truncate(at); err != nil {
		return err
	}
	for _, data := range sheets {
		if _, err := f.sheets.WriteAt(data, at); err != nil {
			return err
		}
		at += int64(len(data))
	}
	return ctx.Err()
}

func (f *folder) Replace(ctx context.Context, write func(Writer) error) error {
	if err := f.sheets.Sync(); err != nil {
		return err
	}
	out, err := os.Create(f.path(draftName))
	if err != nil {
		return err
	}
	if err = write(out); err == nil {
		err = out.Sync()
	}
	err = cmp.Or(err, out.Close(), ctx.Err())
	if err == nil {
		err = os.Rename(f.path(draftName), f.path(stateName))
	}
	if err != nil {
		os.Remove(f.path(draftName))
	}
	return err
}

func (f *folder) Close() error {
	var errs []error
	if f.sheets != nil {
		errs = append(errs, f.sheets.Close())
	}
	if f.lock != nil {
		errs = append(errs, unlock(f.lock))
	}
	f.sheets, f.lock = nil, nil
	return errors.Join(errs...)
}

// missing reports whether there is no state.
func missing(err error) bool { return errors.Is(err, fs.ErrNotExist) }

// cutOff is the error for a place where less is than should be.
func cutOff(what string) error { return fmt.Errorf("%w: its %s are cut off", ErrDamaged, what) }
