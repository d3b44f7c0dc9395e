package article

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// When trafilatura's choice is not taken: where it found less than one byte in
// minMainPart of a page's text, it took a teaser for the article; where it
// found less than minMain bytes (its own MinExtractedSize, twice over), it
// falls back to the whole page in one piece, which loses the paragraphs.
const (
	minMainPart = 4
	minMain     = 500
)

// readPage reads an HTML page: trafilatura finds the article and its metadata;
// on a page that it refuses, headings, paragraphs and list items are taken.
func readPage(text string) document {
	tree, err := html.Parse(strings.NewReader(text))
	if err != nil { // nested too deep: no page that a person reads
		return document{}
	}
	all := collect(tree)
	m := metadata{}
	pieces := all
	if found := extract(tree); found != nil {
		m = pageMetadata(found.Metadata)
		if main := collect(found.ContentNode); trusted(main, all) {
			pieces = main
		}
	}
	if m.title == "" {
		m.title = pageTitle(tree)
	}
	m.outlet = cmp.Or(m.outlet, siteInTitle(tree))
	m.title = cutOutlet(m.title, m.outlet)
	m.date = pageDate(tree)
	plain, roles := assemble(dropTitles(pieces, m.title))
	return titled(m, plain, roles)
}

// trusted reports whether what trafilatura found is to be taken, not all that
// stands on the page.
func trusted(main, all []piece) bool {
	if len(main) == 1 && len(all) > 1 {
		return false
	}
	return size(main) >= minMain && size(main)*minMainPart >= size(all)
}

// extract runs trafilatura, silently. It is the one place where a panic of
// that library is caught; a page that it cannot read gives nil.
func extract(tree *html.Node) (found *trafilatura.ExtractResult) {
	defer func() {
		if recover() != nil {
			found = nil
		}
	}()
	found, err := trafilatura.ExtractDocument(tree, trafilatura.Options{
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled, // see pageDate
	})
	if err != nil || found == nil || found.ContentNode == nil {
		return nil
	}
	return found
}

// pageMetadata is what trafilatura found out about a page.
func pageMetadata(found trafilatura.Metadata) metadata {
	m := metadata{
		title:  squeeze(clean(found.Title)),
		url:    clean(found.URL),
		byline: squeeze(clean(strings.ReplaceAll(found.Author, ";", ","))),
	}
	m.byline = strings.ReplaceAll(m.byline, " ,", ",")
	// A bare host is no name; the list of outlets may know it.
	if site := squeeze(clean(found.Sitename)); strings.Contains(site, ".") {
		m.outlet, _ = knownOutlet(strings.TrimPrefix(site, "www."))
	} else {
		m.outlet = site
	}
	return m
}

// pageTitle is the first h1 of a page, else its title element.
func pageTitle(tree *html.Node) string {
	for _, tag := range []string{"h1", "title"} {
		if n := first(tree, tag); n != nil {
			if s := squeeze(words(n)); s != "" {
				return s
			}
		}
	}
	return ""
}

// siteInTitle is what stands behind the headline in a page's title element:
// "Bridge closed | Daily Lantern"; "" where that does not begin with the
// headline, or is too long for a name.
func siteInTitle(tree *html.Node) string {
	const maxWords = 5
	headline, title := first(tree, "h1"), first(tree, "title")
	if headline == nil || title == nil {
		return ""
	}
	rest, found := strings.CutPrefix(squeeze(words(title)), squeeze(words(headline)))
	site := strings.TrimLeft(rest, " |-–—:·")
	if !found || site == rest || len(strings.Fields(site)) > maxWords {
		return ""
	}
	return site
}

// dateNames are the meta elements that state a date of publication.
var dateNames = []string{
	"article:published_time", "og:published_time", "datepublished", "publish-date", "pubdate",
	"date", "dc.date", "dc.date.issued", "dcterms.created", "sailthru.date", "parsely-pub-date",
}

// publishedField is the date of publication in a page's JSON-LD.
var publishedField = regexp.MustCompile(`"datePublished"\s*:\s*"([^"]{8,40})"`)

// pageDate is the date of publication that a page states in its markup: in a
// meta element, in JSON-LD, in the first time element, in this order; ""
// without one.
//
// Note: trafilatura's own search (go-htmldate) is not used, since it goes on
// to guess from any figure on the page.
func pageDate(tree *html.Node) string {
	found := [3]string{}
	for n := range tree.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		at, value := -1, ""
		switch {
		case n.Data == "meta" && slices.Contains(dateNames, strings.ToLower(attr(n, "property")+attr(n, "name")+attr(n, "itemprop"))):
			at, value = 0, attr(n, "content")
		case n.Data == "script" && n.FirstChild != nil:
			if m := publishedField.FindStringSubmatch(n.FirstChild.Data); m != nil {
				at, value = 1, m[1]
			}
		case n.Data == "time":
			at, value = 2, attr(n, "datetime")
		}
		if iso, ok := parseDate(value); ok && found[at] == "" {
			found[at] = iso
		}
	}
	return cmp.Or(found[0], found[1], found[2])
}

// attr is an attribute of an element, "" without it.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// cutOutlet is a title without the name of its outlet behind it.
func cutOutlet(title, outlet string) string {
	if rest, found := strings.CutSuffix(title, outlet); found && outlet != "" {
		if short := strings.TrimRight(rest, " |-–—:·"); short != "" && len(short) < len(rest) {
			return short
		}
	}
	return title
}

// dropTitles leaves out headings that repeat the title, which stands above the
// text already, or that hold it.
func dropTitles(pieces []piece, title string) []piece {
	var out []piece
	for _, p := range pieces {
		if p.kind == roleHeading && title != "" && strings.Contains(fold(p.text), bare(fold(title))) {
			continue
		}
		out = append(out, p)
	}
	return out
}
