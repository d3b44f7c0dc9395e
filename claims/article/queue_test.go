package article

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

// longList is JSONL of n articles, every seventh line of it broken or blank.
func longList(n int) string {
	var b strings.Builder
	for i := range n {
		switch i % 7 {
		case 3:
			b.WriteString("{broken\n")
		case 5:
			b.WriteString("\n")
		default:
			fmt.Fprintf(&b, `{"id":"%d","body":"%s"}`+"\n", i+1, strings.Repeat(body+" ", 1+i%40))
		}
	}
	return b.String()
}

// TestOrder reads articles and warnings in the order of the lines, packed and
// not, and in the order of the files between small ones.
func TestOrder(t *testing.T) {
	const n = 700
	dir := tree(t, map[string]string{"a.jsonl": longList(n), "c.txt": strings.Repeat(body, maxAside/len(body)+1), "d.txt": body, "e.txt": ""})
	f, err := os.Create(filepath.Join(dir, "b.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	gz := gzip.NewWriter(f)
	io.WriteString(gz, strings.ReplaceAll(longList(n), `"id":"`, `"id":"b`))
	if err := errors.Join(gz.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	var got, want []string
	note := func(path string, line int) { got = append(got, fmt.Sprintf("%s:%d", filepath.Base(path), line)) }
	err = Walk(t.Context(), []string{dir}, nil,
		func(a claims.Article) error { note(a.Path, a.Line); return nil }, func(w claims.Warning) { note(w.Path, w.Line) })
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.jsonl", "b.jsonl.gz"} {
		for i := range n {
			if i%7 != 5 {
				want = append(want, fmt.Sprintf("%s:%d", name, i+1))
			}
		}
	}
	want = append(want, "c.txt:0", "d.txt:0", "e.txt:0")
	if strings.Join(want, "\n") != strings.Join(got, "\n") {
		t.Errorf("%d articles and warnings, want %d; in the order\n%q", len(got), len(want), got)
	}
}

// TestNothingLeft stops in the middle, by the visitor and by the context, and
// finds that nobody is at work any more.
func TestNothingLeft(t *testing.T) {
	list := longList(5000)
	before := runtime.NumGoroutine()
	mine := errors.New("enough")
	for range 20 {
		seen := 0
		err := Walk(t.Context(), []string{"-"}, strings.NewReader(list), func(claims.Article) error { seen++; return mine }, func(claims.Warning) {})
		if err != mine || seen != 1 {
			t.Fatalf("after visit's error: %v, %d articles", err, seen)
		}
		ctx, cancel := context.WithCancel(t.Context())
		in := &metered{Reader: strings.NewReader(list)}
		err = Walk(ctx, []string{"-"}, in, func(claims.Article) error { cancel(); return nil }, func(claims.Warning) {})
		if !errors.Is(err, context.Canceled) || in.n == len(list) {
			t.Fatalf("after cancelling: %v, %d bytes of %d read", err, in.n, len(list))
		}
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond) // those that have closed their channel may still be ending
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

// metered counts what is read.
type metered struct {
	io.Reader
	n int
}

func (c *metered) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.n += n
	return n, err
}

// TestNoLineWaits reads from a pipe: a line is visited before the next one is
// written.
func TestNoLineWaits(t *testing.T) {
	in, out := io.Pipe()
	visited := make(chan string)
	go func() {
		defer out.Close()
		for i := range 5 {
			fmt.Fprintf(out, `{"id":"%d","body":"%s"}`+"\n", i, body)
			if got := <-visited; got != fmt.Sprint(i) {
				t.Errorf("visited %s, want %d", got, i)
			}
		}
	}()
	err := inOrder(t.Context(), func(q *queue) { q.lines("-", bufio.NewReaderSize(in, peekSize)) },
		func(f found) error { visited <- f.article.ID; return nil })
	if err != nil {
		t.Fatal(err)
	}
}

// TestManyFiles reads copies of pages in all formats, several at once, and
// finds in each what it finds in the first.
func TestManyFiles(t *testing.T) {
	files := map[string]string{}
	for _, name := range []string{"bridge.html", "harbour.md", "gallery.txt"} {
		data, err := os.ReadFile("testdata/pages/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for i := range 12 {
			files[fmt.Sprintf("%02d/%s", i, name)] = string(data)
		}
	}
	dir := tree(t, files)
	seen := map[string]claims.Article{}
	err := inOrder(t.Context(), func(q *queue) { q.path(dir, nil) }, func(f found) error {
		if f.article == nil {
			t.Fatalf("warning %v", f.warning)
		}
		name := filepath.Base(f.article.Path)
		f.article.Path = name
		if first, ok := seen[name]; ok {
			if diff := cmp.Diff(first, *f.article); diff != "" {
				t.Errorf("%s: -first +other\n%s", name, diff)
			}
		} else {
			seen[name] = *f.article
		}
		return nil
	})
	if err != nil || len(seen) != 3 {
		t.Errorf("%d kinds of page, %v", len(seen), err)
	}
}
