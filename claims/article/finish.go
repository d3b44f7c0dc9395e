package article

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"

	"crosscheck/claims"
)

// finish makes an article of a document and hands it on.
func (r reader) finish(path string, n int, doc document) {
	l := newLayout(doc.text, doc.roles)
	a := &claims.Article{
		Path: path, Line: n,
		URL:    doc.url,
		Byline: doc.byline,
		Text:   doc.text,
		Blocks: l.blocks(),
	}
	if a.Byline == "" {
		a.Byline = l.byline
	}
	a.Outlet, a.Origin.Outlet = l.outlet(path, doc.metadata)
	a.Title, a.Origin.Title = l.title(doc.metadata)
	a.Date, a.Origin.Date = l.date(path, doc.metadata)
	if doc.date != "" && a.Origin.Date != claims.FromMetadata {
		r.warnf(path, n, "has a date that cannot be read: %q; hint: YYYY-MM-DD", clip(doc.date, 40))
	}
	a.Language = language(a.Text, a.Blocks)
	if a.ID = clean(doc.id); a.ID == "" {
		a.ID = newID(a)
	} else if doc.number {
		a.Given = a.ID
	}
	*r.found = append(*r.found, found{article: a})
}

// newID makes an ID from what an article is: its address, else its outlet,
// title and text.
func newID(a *claims.Article) string {
	of := a.URL
	if of == "" {
		of = a.Outlet + "\x00" + a.Title + "\x00" + a.Text
	}
	sum := sha256.Sum256([]byte(of))
	return "a_" + hex.EncodeToString(sum[:6])
}

// outlet is the article's outlet and where its name was found.
func (l *layout) outlet(path string, m metadata) (string, claims.Origin) {
	if m.outlet != "" {
		return m.outlet, claims.FromMetadata
	}
	if name := l.pageOutlet(); name != "" {
		return name, claims.FromPage
	}
	return pathOutlet(path)
}

// title is the article's title: the metadata's, else its first headline,
// without the outlet's name behind it.
func (l *layout) title(m metadata) (string, claims.Origin) {
	if m.title != "" {
		return m.title, claims.FromMetadata
	}
	for _, x := range l.lines {
		if x.kind != claims.Headline {
			continue
		}
		s := x.In(l.text)
		if titleSuffix(s) != "" {
			s = s[:strings.LastIndexAny(s, "|-–—")]
		}
		return squeeze(s), claims.FromPage
	}
	return "", claims.FromNowhere
}

// date is the day of publication: the metadata's, the page's own, or that in
// the address or the file's name, which also lend a dateline its year.
func (l *layout) date(path string, m metadata) (string, claims.Origin) {
	if iso, ok := parseDate(m.date); ok {
		return iso, claims.FromMetadata
	}
	iso, partial := l.stamped()
	if iso != "" {
		return iso, claims.FromPage
	}
	for _, place := range []string{m.url, filepath.Base(path)} {
		near := pathDate(place)
		if y := pathYear(place); near == "" && y > 0 {
			near = isoYear(y)
		}
		if iso := nearest(partial[0], partial[1], near); iso != "" {
			return iso, claims.FromPage
		}
	}
	if iso := pathDate(m.url); iso != "" {
		return iso, claims.FromMetadata
	}
	if iso := pathDate(filepath.Base(path)); iso != "" {
		return iso, claims.FromFile
	}
	return "", claims.FromNowhere
}
