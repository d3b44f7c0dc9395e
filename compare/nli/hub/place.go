package hub

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Folder is where a model of a name belongs: crosscheck/models/NAME in the
// user's cache.
func Folder(name string) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", &Error{Err: err, Reason: "there is no folder for models: " + err.Error(), Hint: "name one: -o DIR, or set HOME"}
	}
	return filepath.Join(cache, "crosscheck", "models", name), nil
}

// Find is the folder of a model of the table that was pulled to the usual place.
// It asks of every file only that it is there with its size: [Verify] reads them.
func Find(name string) (dir string, err error) {
	m, err := Named(name)
	if err != nil {
		return "", err
	}
	if dir, err = Folder(m.Name); err != nil {
		return "", err
	}
	lock, err := ReadLock(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", notPulled(m.Name, "was not pulled yet")
	case err != nil:
		return "", err
	case !lock.Complete || lock.Name != m.Name:
		return "", notPulled(m.Name, "was not pulled to its end")
	}
	for _, f := range lock.Files {
		if now, err := os.Stat(filepath.Join(dir, filepath.FromSlash(f.Path))); err != nil || now.Size() != f.Size {
			return "", notPulled(m.Name, "is not whole any more: "+f.Path)
		}
	}
	return dir, nil
}

func notPulled(name, how string) error {
	return &Error{Reason: "model " + name + " " + how, Hint: "fetch it: crosscheck model pull " + name}
}

// Named is the model of a name; the error says which may have been meant.
func Named(name string) (Model, error) {
	if m, ok := Models().Lookup(name); ok {
		return m, nil
	}
	hint := `"crosscheck model list" lists the models`
	for _, known := range Models().Names() {
		if levenshtein.ComputeDistance(name, known) <= 2 { // cobra's own measure of a slip
			hint = fmt.Sprintf("did you mean %q? %s", known, hint)
			break
		}
	}
	return Model{}, &Error{Reason: fmt.Sprintf("there is no model %q in the table", name), Hint: hint}
}

// Resolve is the folder that an argument means: a folder that is there, else a
// model's name.
func Resolve(dirOrName string) (dir string, err error) {
	if now, err := os.Stat(dirOrName); err == nil && now.IsDir() {
		return dirOrName, nil
	}
	if strings.ContainsAny(dirOrName, `/\`) || dirOrName == "" {
		return "", &Error{Reason: fmt.Sprintf("there is no folder %q", dirOrName),
			Hint: `name a model's folder, or a model of "crosscheck model list"`}
	}
	return Find(dirOrName)
}
