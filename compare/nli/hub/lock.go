package hub

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// LockName is the file beside a model that says what was fetched.
const LockName = "crosscheck-model.json"

// lockVersion is the version of its layout.
const lockVersion = 1

// largestLock is a thousand times what one takes.
const largestLock = 1 << 20

// Lock is what a pull recorded.
type Lock struct {
	Version     int          `json:"version"`
	Name        string       `json:"name"`
	Kind        Kind         `json:"kind"`
	Repository  string       `json:"repository"`
	Revision    string       `json:"revision"`
	Licence     string       `json:"licence"`
	FetchedFrom string       `json:"fetched_from"` // the hub's address
	Complete    bool         `json:"complete"`     // every file of the model is there
	Files       []LockedFile `json:"files"`        // in the order of the table
}

// LockedFile is a file that was fetched.
type LockedFile struct {
	Path    string  `json:"path"`
	Size    int64   `json:"size"` // bytes
	SHA256  string  `json:"sha256"`
	Checked Checked `json:"checked"` // what it was compared with when it was fetched
}

// ReadLock reads the lock of a folder; fs.ErrNotExist where it has none.
func ReadLock(dir string) (Lock, error) {
	path := filepath.Join(dir, LockName)
	f, err := os.Open(path)
	if err != nil {
		return Lock{}, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, largestLock+1))
	if err != nil {
		return Lock{}, err
	}
	lock, err := ParseLock(data)
	if err != nil {
		return Lock{}, &Error{Err: err, Reason: fmt.Sprintf("%s: %v", path, err), Hint: "remove the folder and pull the model again"}
	}
	return lock, nil
}

// ParseLock reads a lock, and refuses one that names files outside its folder.
func ParseLock(data []byte) (Lock, error) {
	var l Lock
	if len(data) > largestLock {
		return l, errors.New("it is too large to be ours")
	}
	if err := strictly(data, &l); err != nil {
		return Lock{}, fmt.Errorf("it is not what we write: %w", err)
	}
	if l.Version != lockVersion {
		return Lock{}, fmt.Errorf("it is of version %d, and we know version %d", l.Version, lockVersion)
	}
	files := make([]File, len(l.Files))
	for i, f := range l.Files {
		if f.SHA256 == "" {
			return Lock{}, fmt.Errorf("%q has no checksum", f.Path)
		}
		files[i] = File{Path: f.Path, Size: f.Size, SHA256: f.SHA256}
	}
	return l, filesFault(files)
}

// file is the record of a path.
func (l Lock) file(path string) (LockedFile, bool) {
	i := slices.IndexFunc(l.Files, func(f LockedFile) bool { return f.Path == path })
	if i < 0 {
		return LockedFile{}, false
	}
	return l.Files[i], true
}

// write puts the lock into its folder: whole, or not at all.
func (l Lock) write(dir string) error {
	data, err := json.MarshalIndent(l, "", "  ")
	if err != nil {
		return err
	}
	path := filepath.Join(dir, LockName)
	if err := os.WriteFile(path+draftSuffix, append(data, '\n'), 0o666); err != nil {
		return err
	}
	return os.Rename(path+draftSuffix, path)
}

// Fault is a file that is not what was fetched.
type Fault struct {
	Path   string
	Reason string
}

// Verify reads every file of a folder that was pulled and compares it with the
// lock. The error is fs.ErrNotExist where there is no lock: a folder that
// somebody else filled.
func Verify(ctx context.Context, dir string) (Lock, []Fault, error) {
	lock, err := ReadLock(dir)
	if err != nil {
		return lock, nil, err
	}
	var faults []Fault
	for _, f := range lock.Files {
		now, _, err := summed(ctx, filepath.Join(dir, filepath.FromSlash(f.Path)))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			faults = append(faults, Fault{f.Path, "is gone"})
		case err != nil:
			return lock, faults, err
		case now.sha256 != f.SHA256:
			faults = append(faults, Fault{f.Path, "is not what was fetched: its SHA-256 is another"})
		}
	}
	return lock, faults, nil
}
