package report

import (
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"crosscheck/claims"
)

// Place is where a statement stands in a file, as far as that is known: of a
// plain text to the letter, of JSON Lines the line of its article, of any other
// file nothing but its path, since an article's text is not the file's.
type Place struct {
	Path       string // "" for standard input
	Start, End Position
}

// Position is a place in a file. Lines and columns count from 1; 0 is unknown.
type Position struct {
	Line   int
	Column int // in letters (Unicode code points)
	Byte   int // column in bytes of UTF-8
}

// placeOf finds the deciding words of a claim in its file, or the claim's first
// words where none decide.
func placeOf(a *claims.Article, c *claims.Claim, evidence []claims.Span) Place {
	p := Place{Path: clean(a.Path)}
	if a.Path == "-" {
		p.Path = ""
	}
	if a.Line > 0 {
		p.Start.Line, p.End.Line = a.Line, a.Line
		return p
	}
	at := append(sound(a.Text, evidence), sound(a.Text, c.Content)...)
	if p.Path == "" || !plainText(a.Path) || len(at) == 0 {
		return p
	}
	p.Start, p.End = position(a.Text, at[0].Start), position(a.Text, at[0].End)
	return p
}

// plainText reports whether the article's text is the file's own: the file is
// none of the formats that are read otherwise.
func plainText(path string) bool {
	return slices.Contains([]string{".txt", ".text", ""}, strings.ToLower(filepath.Ext(path)))
}

// position is the line and column of an offset.
func position(text string, offset int) Position {
	before := text[:offset]
	start := strings.LastIndexByte(before, '\n') + 1
	return Position{Line: strings.Count(before, "\n") + 1, Column: utf8.RuneCountInString(before[start:]) + 1, Byte: offset - start + 1}
}

// uri is the path as a reference that may stand in a URI (RFC 3986, 4.2).
func (p Place) uri() string {
	return (&url.URL{Path: filepath.ToSlash(p.Path)}).String()
}
