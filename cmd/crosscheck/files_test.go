package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/compare"
	"crosscheck/report"
)

// note is a report format: a word, or a failure after it.
type note struct {
	says string
	err  error
}

func (n note) Write(w io.Writer, _ *compare.Report) error {
	if _, err := io.WriteString(w, n.says); err != nil {
		return err
	}
	return n.err
}

// folder is what lies in a folder, by name.
func folder(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		got[e.Name()] = string(content)
	}
	return got
}

func TestFilesAreWhole(t *testing.T) {
	broken := errors.New("broken")
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	for _, test := range []struct {
		name   string
		ctx    context.Context
		second note
		err    error
		want   map[string]string
	}{
		{"written", context.Background(), note{"two", nil}, nil, map[string]string{"a.json": "one", "b.md": "two"}},
		{"the second fails", context.Background(), note{"tw", broken}, broken, map[string]string{"a.json": "old"}},
		{"cancelled", cancelled, note{"two", nil}, context.Canceled, map[string]string{"a.json": "old"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			a, b := filepath.Join(dir, "a.json"), filepath.Join(dir, "b.md")
			if err := os.WriteFile(a, []byte("old"), 0o600); err != nil {
				t.Fatal(err)
			}
			out, err := planFiles([]string{a, b}, nil, report.ByFile)
			if err != nil {
				t.Fatal(err)
			}
			out[0].writer, out[1].writer = note{"one", nil}, test.second
			if err := out.write(test.ctx, &compare.Report{}, func(int) {}); !errors.Is(err, test.err) {
				t.Errorf("error %v, want %v", err, test.err)
			}
			if diff := cmp.Diff(test.want, folder(t, dir)); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
			if now, err := os.Stat(a); err != nil || now.Mode().Perm() != 0o600 {
				t.Errorf("the file's permissions were not kept: %v, %v", now.Mode(), err)
			}
		})
	}
}

// stubborn is a report format that writes on when it should stop.
type stubborn struct {
	begun func() // called while the file is being written
	then  func() // called before it goes on
}

func (s stubborn) Write(w io.Writer, _ *compare.Report) error {
	if _, err := io.WriteString(w, "half"); err != nil {
		return err
	}
	s.begun()
	s.then()
	_, err := io.WriteString(w, "whole")
	return err
}

// TestInterruptRemovesDraftsAtOnce: a process may end before a writer does.
func TestInterruptRemovesDraftsAtOnce(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be removed on Windows")
	}
	dir := t.TempDir()
	out, err := planFiles([]string{filepath.Join(dir, "a.json"), filepath.Join(dir, "b.md")}, nil, report.ByFile)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	names := func() []os.DirEntry { // not folder: a file may go before it is read
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		return entries
	}
	begun := func() {
		if left := names(); len(left) != 2 {
			t.Errorf("while the second file is written: %v", left)
		}
		cancel()
	}
	gone := func() {
		for wait := time.Millisecond; len(names()) > 0; wait *= 2 {
			if wait > 10*time.Second {
				t.Fatalf("left behind: %v", names())
			}
			time.Sleep(wait)
		}
	}
	out[0].writer, out[1].writer = note{"one", nil}, stubborn{begun, gone}
	if err := out.write(ctx, &compare.Report{}, func(int) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want a cancelled context", err)
	}
	if left := folder(t, dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestFilesFollowASymbolicLink(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real.json"), filepath.Join(dir, "link.json")
	if err := os.WriteFile(real, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	out, err := planFiles([]string{link}, nil, report.ByFile)
	if err != nil {
		t.Fatal(err)
	}
	out[0].writer = note{"new", nil}
	if err := out.write(context.Background(), nil, func(int) {}); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(real); string(got) != "new" || err != nil {
		t.Errorf("behind the link: %q, %v", got, err)
	}
}

func TestFilesRefuse(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	if err := os.WriteFile(in("article.html"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(in("folder.json"), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		out  []string
		want string
	}{
		{[]string{in("a.pdf")}, "hint:"},
		{[]string{in("none/a.json")}, "there is no folder"},
		{[]string{in("folder.json")}, "is no regular file"},
		{[]string{in("a.json"), in("./a.json")}, "named twice"},
		{[]string{in("article.html")}, "would replace an article"},
	} {
		_, err := planFiles(test.out, []string{in("article.html")}, report.ByFile)
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "hint:") {
			t.Errorf("%q: error %v, want %q and a hint", test.out, err, test.want)
		}
	}
}
