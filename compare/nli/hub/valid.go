package hub

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"regexp"
	"strings"
)

// fault is what is wrong with a table.
func (t Table) fault() error {
	if u, err := url.Parse(t.Hub); err != nil || u.Scheme != "https" || u.Host == "" || strings.HasSuffix(t.Hub, "/") {
		return fmt.Errorf("hub %q is no https address", t.Hub)
	}
	seen := map[string]bool{}
	for _, m := range t.Models {
		if seen[m.Name] {
			return fmt.Errorf("model %q stands there twice", m.Name)
		}
		seen[m.Name] = true
		if err := m.fault(); err != nil {
			return fmt.Errorf("model %q: %w", m.Name, err)
		}
	}
	return nil
}

// What the fields of a model look like.
var (
	nameForm       = regexp.MustCompile(`^[a-z0-9]+([.-][a-z0-9]+)*$`)
	repositoryForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9][A-Za-z0-9._-]*$`)
	revisionForm   = regexp.MustCompile(`^[0-9a-f]{40}$`)
	licenceForm    = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.+-]*$`)
	sumForm        = regexp.MustCompile(`^[0-9a-f]{64}$`)
	pathForm       = regexp.MustCompile(`^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$`)
)

// fault is what is wrong with a model.
func (m Model) fault() error {
	switch {
	case !nameForm.MatchString(m.Name):
		return errors.New("a name has small letters, digits, dots and hyphens")
	case m.Kind != NLI && m.Kind != Cross:
		return fmt.Errorf("kind %q is neither %s nor %s", m.Kind, NLI, Cross)
	case !repositoryForm.MatchString(m.Repository):
		return fmt.Errorf("repository %q is not owner/name", m.Repository)
	case !revisionForm.MatchString(m.Revision):
		return fmt.Errorf("revision %q is no commit of 40 hex digits", m.Revision)
	case !licenceForm.MatchString(m.Licence):
		return fmt.Errorf("licence %q is no SPDX identifier", m.Licence)
	case len(m.Files) == 0:
		return errors.New("it has no files")
	}
	for _, f := range m.Figures {
		if f.Set == "" || f.Source == "" || !(f.Accuracy > 0 && f.Accuracy <= 1) {
			return fmt.Errorf("figure %q needs a set, a source, and an accuracy between 0 and 1", f.Set)
		}
	}
	return filesFault(m.Files)
}

// filesFault is what is wrong with a list of files.
func filesFault(files []File) error {
	seen := map[string]bool{}
	for _, f := range files {
		switch {
		case !validPath(f.Path):
			return fmt.Errorf("path %q does not name a file of the folder", f.Path)
		case seen[f.Path]:
			return fmt.Errorf("file %q stands there twice", f.Path)
		case f.Size < 0 || f.Size > largest:
			return fmt.Errorf("%s: a size of %d bytes", f.Path, f.Size)
		case f.SHA256 != "" && !sumForm.MatchString(f.SHA256):
			return fmt.Errorf("%s: %q is no SHA-256", f.Path, f.SHA256)
		}
		seen[f.Path] = true
	}
	return nil
}

// validPath reports whether a path may be written to: below the folder, and
// none of our own files.
func validPath(path string) bool {
	return fs.ValidPath(path) && pathForm.MatchString(path) && path != LockName && !strings.HasSuffix(path, draftSuffix)
}
