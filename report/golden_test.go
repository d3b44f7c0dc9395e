package report_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/compare"
	"crosscheck/report"
)

var update = flag.Bool("update", false, "write the golden files anew")

// options are those of a file.
var options = report.Options{}

// setWith writes r in the format of that name with the options.
func setWith(t testing.TB, name string, r *compare.Report, opt report.Options) string {
	t.Helper()
	w, err := report.ByName(name, opt)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := w.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// golden compares got with the file in testdata, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got); if that is meant: go test ./report -update\n%s", path, diff)
	}
}

// recorded is the report in testdata, read back.
func recorded(t testing.TB) *compare.Report {
	t.Helper()
	f, err := os.Open("testdata/report.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := report.ReadJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The recorded report is the sample; every other format is made from it as
// read back from its file.
func TestGolden(t *testing.T) {
	golden(t, "report.json", set(t, "json", sample()))
	r := recorded(t)
	for _, c := range []struct {
		file, format string
		opt          report.Options
	}{
		{"report.json", "json", report.Options{}},
		{"report.txt", "text", report.Options{}},
		{"report-narrow.txt", "text", report.Options{Width: 40}},
		{"report-color.txt", "text", report.Options{Width: 100, Color: true}},
		{"report.md", "markdown", report.Options{}},
		{"report.csv", "csv", report.Options{}},
		{"report.html", "html", report.Options{}},
		{"report.jsonl", "jsonl", report.Options{}},
		{"report.sarif", "sarif", report.Options{}},
		{"report.xml", "junit", report.Options{}},
		{"report.checkstyle", "checkstyle", report.Options{}},
		{"report.github", "github", report.Options{}},
		{"report.rdjsonl", "rdjsonl", report.Options{}},
		{"report.jsonld", "claimreview", report.Options{}},
	} {
		t.Run(c.file, func(t *testing.T) { golden(t, c.file, setWith(t, c.format, r, c.opt)) })
	}
}

func TestGoldenEmpty(t *testing.T) {
	for _, name := range report.Names() {
		golden(t, "empty."+name+".golden", set(t, name, nil))
	}
}

func TestGoldenClaims(t *testing.T) {
	r := recorded(t)
	for _, c := range []struct {
		file, format string
		opt          report.Options
	}{
		{"claims.txt", "table", report.Options{}},
		{"claims-verbose.txt", "table", report.Options{Verbose: true, Width: 100}},
		{"claims-narrow.txt", "table", report.Options{Width: 40}},
		{"claims.json", "json", report.Options{}},
		{"claims.jsonl", "jsonl", report.Options{}},
		{"claims.csv", "csv", report.Options{}},
	} {
		t.Run(c.file, func(t *testing.T) {
			l, err := report.ListerByName(c.format, c.opt)
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := l.List(&b, r.Articles, r.Claims); err != nil {
				t.Fatal(err)
			}
			golden(t, c.file, b.String())
		})
	}
}
