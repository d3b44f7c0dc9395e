package report

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"crosscheck/claims"
)

// Lister writes a list of claims in one format. The articles are those that
// the claims come from; a claim whose article is not among them has no path.
type Lister interface {
	List(w io.Writer, articles []claims.Article, all []claims.Claim) error
}

// Listing is one way to list claims.
type Listing struct {
	Name       string   // "table", as in --format
	Extensions []string // ".jsonl", in lower case; none for the table, whose place is the terminal
	Doc        string   // one line for a help text
	New        func(Options) Lister
}

// listings is the one list of listings, in the order of a help text.
var listings = []Listing{
	{"table", nil, "to read on a terminal, article by article",
		func(o Options) Lister { return &Table{Width: o.Width, Color: o.Color, Verbose: o.Verbose} }},
	{"text", []string{".txt"}, "the articles with their claims underlined, to read on a terminal",
		func(o Options) Lister { return &InPlaceText{Width: o.Width, Color: o.Color} }},
	{"json", []string{".json"}, "one list of rows", func(Options) Lister { return &ListJSON{} }},
	{"jsonl", []string{".jsonl"}, "a row on each line", func(Options) Lister { return &ListJSONL{} }},
	{"csv", []string{".csv"}, "a row for each claim, safe to open in a spreadsheet", func(Options) Lister { return &ListCSV{} }},
	{"html", []string{".html", ".htm"}, "the articles with their claims marked, as one page that needs nothing else",
		func(Options) Lister { return &InPlaceHTML{} }},
}

// Listings returns all listings, in the order of a help text.
func Listings() []Listing { return slices.Clone(listings) }

// ListNames returns the names of all listings, in the order of a help text.
func ListNames() []string {
	var names []string
	for _, l := range listings {
		names = append(names, l.Name)
	}
	return names
}

// ListerByName returns the listing of that name.
func ListerByName(name string, opt Options) (Lister, error) {
	for _, l := range listings {
		if l.Name == name {
			return l.New(opt), nil
		}
	}
	return nil, fmt.Errorf("no listing of claims is called %q\nhint: the formats are %s", name, strings.Join(ListNames(), ", "))
}

// ListerByFile returns the listing that the extension of path stands for, in
// upper or lower case.
func ListerByFile(path string, opt Options) (Lister, error) {
	ext := strings.ToLower(filepath.Ext(path))
	var known []string
	for _, l := range listings {
		if slices.Contains(l.Extensions, ext) {
			return l.New(opt), nil
		}
		known = append(known, l.Extensions...)
	}
	return nil, fmt.Errorf("no listing of claims goes with the file name %q\nhint: end it in one of %s", path, strings.Join(known, ", "))
}

// Row is a claim as `crosscheck claims` writes it in JSON: its fields, and
// the path of its article's file.
type Row struct {
	claims.Claim
	Path string `json:"path"` // "-" is standard input
}

// rows are the claims with their articles' paths. No list in them is nil.
func rows(articles []claims.Article, all []claims.Claim) []Row {
	paths := make(map[string]string, len(articles))
	for _, a := range articles {
		paths[a.ID] = a.Path
	}
	out := make([]Row, len(all))
	for i, c := range all {
		out[i] = Row{Claim: fullClaim(c), Path: paths[c.Article]}
	}
	return out
}
