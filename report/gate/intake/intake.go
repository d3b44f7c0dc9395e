// Package intake reads a draft as a newsroom's system sends it over HTTP:
//
//  1. [Read] goes by the content type: JSON, HTML, Markdown or plain text
//     (intake.go), and JSON by its shape: the fields of a line of JSON Lines, or
//     ninjs 1, 2 and 3 (fields.go, ninjs.go);
//  2. of a body in HTML every block becomes a paragraph (markup.go): unlike on a
//     page there is nothing else in it;
//  3. what its author wrote to the gate is taken out, and package article reads
//     the rest as it reads an archive's articles.
//
// What cannot be read is a [Fault]. Its words never hold words of the draft.
package intake

import (
	"bytes"
	"mime"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/report/gate"
)

// Draft is an article that wants to be published.
type Draft struct {
	claims.Article
	Allows []gate.Allow // what its author asks to be let through
	Story  string       // what the newsroom calls the story, the same for all its versions; "" where it does not say
}

// Kind is a kind of fault.
type Kind string

// The kinds.
const (
	Unsupported Kind = "unsupported-type" // the content type is none that is read
	Malformed   Kind = "malformed"        // it is not what its content type says
	TooDeep     Kind = "too-deep"         // JSON in JSON in JSON
	NoText      Kind = "no-text"          // there is nothing to check
)

// Fault is why a draft could not be read.
type Fault struct {
	Kind Kind
	Text string // in one sentence, without words of the draft
}

// Error is the text.
func (f *Fault) Error() string { return f.Text }

// Types are the content types that are read, for a hint. Any other that ends in
// "+json" is read as JSON.
var Types = []string{"application/json", "text/html", "application/xhtml+xml", "text/markdown", "text/plain"}

// Read reads a draft by its content type. The error is a [*Fault].
func Read(contentType string, data []byte) (Draft, error) {
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil || !slices.Contains(Types, kind) && !strings.HasSuffix(kind, "+json") {
		return Draft{}, &Fault{Unsupported, "Send the article as one of " + strings.Join(Types, ", ") + "."}
	}
	if label := params["charset"]; label != "" {
		if data, err = decoded(label, data); err != nil {
			return Draft{}, err
		}
	}
	switch {
	case kind == "text/html" || kind == "application/xhtml+xml":
		return whole("draft.html", data)
	case kind == "text/markdown":
		return whole("draft.md", data)
	case kind == "text/plain":
		return whole("draft.txt", data)
	}
	return readJSON(data)
}

// decoded is a text in UTF-8.
func decoded(label string, data []byte) ([]byte, error) {
	enc, name := charset.Lookup(label)
	if enc == nil {
		return nil, &Fault{Malformed, "The charset of the content type is not known. Send UTF-8."}
	}
	if name == "utf-8" {
		return data, nil
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return nil, &Fault{Malformed, "The text is not in the charset that the content type names. Send UTF-8."}
	}
	return out, nil
}

// whole reads a body that is one article.
func whole(path string, data []byte) (Draft, error) {
	text, allows := gate.Allows(string(data))
	return parse(path, []byte(text), allows)
}

// parse has package article read a draft. Its path is only for the format: a
// draft has no file, so nothing may be read off its name.
func parse(path string, data []byte, allows []gate.Allow) (Draft, error) {
	found, _ := article.Parse(path, data)
	if len(found) == 0 || strings.TrimSpace(found[0].Text) == "" {
		return Draft{}, &Fault{NoText, "There is no text in it that could be checked."}
	}
	d := Draft{Article: found[0], Allows: allows, Story: found[0].URL}
	d.Path, d.Line = "-", 0
	fromName := []claims.Origin{claims.FromFile, claims.FromFolder}
	if slices.Contains(fromName, d.Origin.Outlet) {
		d.Outlet, d.Origin.Outlet = "", claims.FromNowhere
	}
	if slices.Contains(fromName, d.Origin.Date) {
		d.Date, d.Origin.Date = "", claims.FromNowhere
	}
	if slices.Contains(fromName, d.Origin.Title) {
		d.Title, d.Origin.Title = "", claims.FromNowhere
	}
	return d, nil
}

// maxDepth is how deep JSON may be nested. ninjs nests associations five or six
// deep.
const maxDepth = 64

// shallow reports whether JSON is nested no deeper than maxDepth. Broken JSON may
// pass: that is for the decoder.
func shallow(data []byte) bool {
	depth, inText := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case inText && c == '\\':
			i++
		case c == '"':
			inText = !inText
		case inText:
		case c == '{' || c == '[':
			if depth++; depth > maxDepth {
				return false
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return true
}

// isText reports whether data is UTF-8, with or without its mark, and returns it
// without.
func isText(data []byte) ([]byte, bool) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	return data, utf8.Valid(data)
}
