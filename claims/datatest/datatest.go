// Package datatest finds the measuring data for tests: public data sets and
// articles that are not part of this repository. It is for tests only.
package datatest

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// Path is the path of a file or folder of the measuring data, whose place is
// named by the environment variable CROSSCHECK_DATA (default: a folder
// "shared" beside the repository). Where it is absent the test is skipped with
// a message that begins with "SKIP-DATA:", or fails if CROSSCHECK_REQUIRE_DATA
// is set, as it is in continuous integration.
func Path(t testing.TB, elem ...string) string {
	t.Helper()
	dir := os.Getenv("CROSSCHECK_DATA")
	if dir == "" {
		dir = filepath.Join(Root(t), "..", "shared")
	}
	path := filepath.Join(append([]string{dir}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CROSSCHECK_REQUIRE_DATA") != "" {
			t.Fatalf("measuring data required: %v", err)
		}
		t.Skipf("SKIP-DATA: no measuring data: %v; hint: set CROSSCHECK_DATA to its folder", err)
	}
	return path
}

// Root is the repository's root: the folder above the test that holds go.mod.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		} else if !errors.Is(err, os.ErrNotExist) || dir == filepath.Dir(dir) {
			t.Fatalf("looking for go.mod above the test: %v", err)
		}
		dir = filepath.Dir(dir)
	}
}
