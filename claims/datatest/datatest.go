// Package datatest is for tests only: it finds the measuring data, public data
// sets and articles that are not part of this repository, and compares with
// golden files.
package datatest

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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

var update = flag.Bool("update", false, "write golden files anew")

// Golden compares what a test made with a golden file of its package, so that
// a change shows in review; with -update it writes the file instead.
func Golden(t testing.TB, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s differs; if that is meant, run with -update: -want +got\n%s", path, diff)
	}
}
