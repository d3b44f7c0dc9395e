// Package report is how people see a [compare.Report]. The JSON is the record:
// lossless, ordered and versioned. Every other format is made from it, now or
// later from a saved one.
//
// A report becomes a page in three steps:
//
//  1. [ReadJSON] reads a saved report back and checks that it hangs together;
//  2. [Fill] turns it into a [View]: what a reader sees of each finding, in
//     words, with the sentence, its neighbours and the evidence marked;
//  3. a [Writer], one file for each format, sets the view.
//
// [Since] holds a report against an earlier one, and [FillComparison] sets two
// articles beside each other.
//
// A [Lister] does the same for a bare list of claims, and a [TopicFormat] for
// topics ([FillTopics]) and for articles by story. [Schema] holds the JSON
// Schemas of what the command writes.
//
// Nothing here judges: no finding is added, dropped or put in another order.
// Text from articles is hostile until cleaned, which Fill does, and escaped,
// which each format does for itself.
package report

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"crosscheck/compare"
)

// Writer writes a report in one format. A nil report is an empty one. The
// error is that of w, or names what could not be set.
type Writer interface {
	Write(w io.Writer, r *compare.Report) error
}

// Options are what a format may want to know. The zero value suits a file.
type Options struct {
	Width   int  // columns of the terminal; 0 is 80
	Color   bool // whether the terminal shows colour
	Verbose bool // for a list of claims: say where outlet, title and date came from
}

// Format is one way to show a report.
type Format struct {
	Name       string   // "html", as in --format
	Extensions []string // ".html", in lower case; none where a file makes no sense
	Doc        string   // one line for a help text
	New        func(Options) Writer
}

// formats is the one list of formats, in the order of a help text.
var formats = []Format{
	{"text", []string{".txt"}, "a ranking to read on a terminal",
		func(o Options) Writer { return &Text{Width: o.Width, Color: o.Color} }},
	{"html", []string{".html", ".htm"}, "one page that needs nothing else",
		func(Options) Writer { return &HTML{} }},
	{"json", []string{".json"}, "the whole record; every other format can be made from it",
		func(Options) Writer { return &JSON{} }},
	{"markdown", []string{".md", ".markdown"}, "for a note, an issue or a wiki",
		func(Options) Writer { return &Markdown{} }},
	{"csv", []string{".csv"}, "a row for each finding, safe to open in a spreadsheet",
		func(Options) Writer { return &CSV{} }},
	{"jsonl", []string{".jsonl"}, "a JSON object for each finding, one a line",
		func(Options) Writer { return &JSONL{} }},
	{"sarif", []string{".sarif"}, "SARIF 2.1.0, for code scanning and editors",
		func(Options) Writer { return &SARIF{} }},
	{"junit", []string{".xml"}, "JUnit XML, for build servers",
		func(Options) Writer { return &JUnit{} }},
	{"checkstyle", []string{".checkstyle"}, "Checkstyle XML, for build servers and editors",
		func(Options) Writer { return &Checkstyle{} }},
	{"github", nil, "workflow commands that GitHub Actions shows as annotations",
		func(Options) Writer { return &GitHub{} }},
	{"rdjsonl", []string{".rdjsonl"}, "diagnostics for reviewdog",
		func(Options) Writer { return &RDJSONL{} }},
	{"claimreview", []string{".jsonld"}, "schema.org Claim and ClaimReview, as JSON-LD",
		func(Options) Writer { return &ClaimReview{} }},
}

// Formats returns all formats, in the order of a help text.
func Formats() []Format { return slices.Clone(formats) }

// Names returns the names of all formats, in the order of a help text.
func Names() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.Name)
	}
	return names
}

// ByName returns the writer of the format of that name.
func ByName(name string, opt Options) (Writer, error) {
	for _, f := range formats {
		if f.Name == name {
			return f.New(opt), nil
		}
	}
	return nil, fmt.Errorf("no report format is called %q\nhint: the formats are %s", name, strings.Join(Names(), ", "))
}

// ByFile returns the writer of the format that the extension of path stands
// for, in upper or lower case.
func ByFile(path string, opt Options) (Writer, error) {
	ext := strings.ToLower(filepath.Ext(path))
	var known []string
	for _, f := range formats {
		if slices.Contains(f.Extensions, ext) {
			return f.New(opt), nil
		}
		known = append(known, f.Extensions...)
	}
	return nil, fmt.Errorf("no report format goes with the file name %q\nhint: end it in one of %s", path, strings.Join(known, ", "))
}
