package report_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/compare"
	"crosscheck/report"
)

func TestByFile(t *testing.T) {
	for _, c := range []struct{ path, want string }{
		{"out.html", "*report.HTML"},
		{"out.HTM", "*report.HTML"},
		{"/some.dir/out.json", "*report.JSON"},
		{"out.md", "*report.Markdown"},
		{"a.b.csv", "*report.CSV"},
		{"out.txt", "*report.Text"},
	} {
		w, err := report.ByFile(c.path, report.Options{})
		if err != nil {
			t.Errorf("%s: %v", c.path, err)
			continue
		}
		if got := fmt.Sprintf("%T", w); got != c.want {
			t.Errorf("%s is written by %s, want %s", c.path, got, c.want)
		}
	}
}

// An unknown format is an error that lists what is known.
func TestUnknownFormat(t *testing.T) {
	_, byFile := report.ByFile("out.pdf", report.Options{})
	_, noExtension := report.ByFile("out", report.Options{})
	_, byName := report.ByName("pdf", report.Options{})
	_, lister := report.ListerByName("pdf", report.Options{})
	_, listerByFile := report.ListerByFile("out.pdf", report.Options{})
	_, schema := report.Schema("../report")
	for _, c := range []struct {
		name  string
		err   error
		known []string
	}{
		{"ByFile", byFile, []string{".txt", ".html", ".json", ".md", ".csv"}},
		{"ByFile without extension", noExtension, []string{".html"}},
		{"ByName", byName, report.Names()},
		{"ListerByName", lister, report.ListNames()},
		{"ListerByFile", listerByFile, []string{".txt", ".json", ".jsonl", ".csv", ".html"}},
		{"Schema", schema, report.SchemaNames()},
	} {
		if c.err == nil {
			t.Errorf("%s: no error", c.name)
			continue
		}
		for _, want := range append(c.known, "\nhint: ") {
			if !strings.Contains(c.err.Error(), want) {
				t.Errorf("%s: %q does not mention %q", c.name, c.err, want)
			}
		}
	}
}

// Each format says what it is, and no two share a name or an extension.
func TestFormats(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range report.Formats() {
		if f.Doc == "" {
			t.Errorf("%s has no Doc", f.Name)
		}
		for _, key := range append(f.Extensions, f.Name) {
			if seen[key] {
				t.Errorf("%q stands for two formats", key)
			}
			seen[key] = true
		}
	}
	seen = map[string]bool{}
	for _, l := range report.Listings() {
		if l.Doc == "" {
			t.Errorf("the listing %s has no Doc", l.Name)
		}
		for _, key := range append(l.Extensions, l.Name) {
			if seen[key] {
				t.Errorf("%q stands for two listings", key)
			}
			seen[key] = true
		}
	}
}

// broken is a file on a full disk.
type broken struct{}

var errFull = errors.New("no space left")

func (broken) Write([]byte) (int, error) { return 0, errFull }

func TestWriteError(t *testing.T) {
	for _, name := range report.Names() {
		w, _ := report.ByName(name, report.Options{})
		if err := w.Write(broken{}, sample()); !errors.Is(err, errFull) {
			t.Errorf("%s: error %v, want %v", name, err, errFull)
		}
	}
	for _, name := range report.ListNames() {
		l, _ := report.ListerByName(name, report.Options{})
		if err := l.List(broken{}, sample().Articles, sample().Claims); !errors.Is(err, errFull) {
			t.Errorf("listing %s: error %v, want %v", name, err, errFull)
		}
	}
}

// Writing twice gives the same bytes, and leaves the report as it was.
func TestDeterministic(t *testing.T) {
	r := sample()
	for _, name := range report.Names() {
		if a, b := set(t, name, r), set(t, name, r); a != b {
			t.Errorf("%s: two writings differ", name)
		}
	}
	if diff := cmp.Diff(sample(), r); diff != "" {
		t.Errorf("writing changed the report:\n%s", diff)
	}
}

// large is a report of n findings over the sample's claims.
func large(n int) *compare.Report {
	r := sample()
	pattern := r.Findings
	r.Findings = nil
	for i := range n {
		f := pattern[i%len(pattern)]
		f.ID = fmt.Sprintf("f%d", i)
		r.Findings = append(r.Findings, f)
		r.SetAside = append(r.SetAside, r.SetAside[i%3])
	}
	return r
}

func TestTenThousandFindings(t *testing.T) {
	const n = 10_000
	r := large(n)
	for _, c := range []struct{ format, each string }{
		{"text", "finding f"},
		{"html", `<article class="finding"`},
		{"markdown", "\n## "},
		{"csv", "\r\n"},
		{"json", `"relation": `},
	} {
		if got := strings.Count(set(t, c.format, r), c.each); got < n || got > n+3 {
			t.Errorf("%s shows %d findings, want %d", c.format, got, n)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	r := large(10_000)
	for _, name := range report.Names() {
		b.Run(name, func(b *testing.B) {
			w, _ := report.ByName(name, report.Options{})
			for b.Loop() {
				if err := w.Write(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
