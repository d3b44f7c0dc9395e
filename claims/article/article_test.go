package article

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/datatest"
)

func Example() {
	page := "Ferry strike may end by Friday\n\nBy Rosa Field\n\n" +
		"OLDMOUTH, May 4, 2019 (NORDA) - Sailings could resume by Friday, the harbour board said.\n\nAdvertisement\n"
	articles, _ := Parse("ferry.txt", []byte(page))
	a := articles[0]
	fmt.Println(a.Outlet, a.Origin.Outlet, a.Date, a.Byline)
	for _, b := range a.Blocks {
		fmt.Printf("%s: %s\n", b.Kind, b.In(a.Text))
	}
	// Output:
	// NORDA page 2019-05-04 Rosa Field
	// headline: Ferry strike may end by Friday
	// boilerplate: By Rosa Field
	// paragraph: OLDMOUTH, May 4, 2019 (NORDA) - Sailings could resume by Friday, the harbour board said.
	// boilerplate: Advertisement
}

// TestPages compares what is read from each page in testdata/pages with the
// golden file beside it.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, path := range pages {
		if filepath.Ext(path) == ".golden" {
			continue
		}
		seen++
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := show(Parse(path, data))
			datatest.Golden(t, path+".golden", got)
		})
	}
	if seen == 0 {
		t.Error("no pages")
	}
}

// show writes articles and warnings as a golden file has them.
func show(articles []claims.Article, warnings []claims.Warning) string {
	var b strings.Builder
	for _, a := range articles {
		fmt.Fprintf(&b, "outlet: %s (%s)\ntitle: %s (%s)\ndate: %s (%s)\nbyline: %s\nurl: %s\nlanguage: %s\n\n",
			a.Outlet, a.Origin.Outlet, a.Title, a.Origin.Title, a.Date, a.Origin.Date, a.Byline, a.URL, a.Language)
		for _, k := range a.Blocks {
			fmt.Fprintf(&b, "%s\t%q\n", k.Kind, k.In(a.Text))
		}
	}
	for _, w := range warnings {
		fmt.Fprintf(&b, "warning: line %d %s\n", w.Line, w.Reason)
	}
	return b.String()
}

// sound says what is wrong with an article as such, "" where nothing is.
func sound(a claims.Article) string {
	if !utf8.ValidString(a.Text) || strings.ContainsRune(a.Text, 0) {
		return "text is not valid UTF-8 without NUL"
	}
	end := 0
	for _, b := range a.Blocks {
		if b.Start < end || b.End <= b.Start || b.End > len(a.Text) || !utf8.ValidString(b.In(a.Text)) {
			return fmt.Sprintf("bad block %v behind %d", b, end)
		}
		if b.Kind == "" {
			return fmt.Sprintf("block %v has no kind", b)
		}
		end = b.End
	}
	if a.ID == "" {
		return "no ID"
	}
	return ""
}

// one parses data that must be one article.
func one(t *testing.T, path, data string) claims.Article {
	t.Helper()
	articles, warnings := Parse(path, []byte(data))
	if len(articles) != 1 {
		t.Fatalf("Parse(%q) = %d articles, warnings %v", path, len(articles), warnings)
	}
	if why := sound(articles[0]); why != "" {
		t.Fatalf("Parse(%q): %s", path, why)
	}
	return articles[0]
}

// kinds are an article's blocks as "kind: text" lines.
func kinds(a claims.Article) []string {
	var out []string
	for _, b := range a.Blocks {
		out = append(out, string(b.Kind)+": "+b.In(a.Text))
	}
	return out
}
