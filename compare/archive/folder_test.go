package archive_test

import (
	"testing"

	"crosscheck/compare/archive"
	"crosscheck/compare/archive/archivetest"
)

func TestFolder(t *testing.T) {
	archivetest.TestStore(t, func(t *testing.T) func() archive.Store {
		dir := t.TempDir()
		return func() archive.Store { return archive.Folder(dir) }
	})
}
