package report

import (
	"fmt"
	"io"
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
	Name string // "table", as in --format
	Doc  string // one line for a help text
	New  func(Options) Lister
}

// listings is the one list of listings, in the order of a help text.
var listings = []Listing{
	{"table", "to read on a terminal, article by article",
		func(o Options) Lister { return &Table{Width: o.Width, Color: o.Color, Verbose: o.Verbose} }},
	{"json", "one list of rows", func(Options) Lister { return &ListJSON{} }},
	{"jsonl", "a row on each line", func(Options) Lister { return &ListJSONL{} }},
	{"csv", "a row for each claim, safe to open in a spreadsheet", func(Options) Lister { return &ListCSV{} }},
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
