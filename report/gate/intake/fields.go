package intake

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
	"time"

	"crosscheck/report/gate"
)

// fields are those of a draft in JSON, of all shapes: an object has those of one
// of them. Package json takes names in any case, so that ninjs 2 (versioncreated)
// and 3 (versionCreated) are one. Other fields are passed over.
type fields struct {
	// As in a line of JSON Lines, with two more: a summary, and a body in HTML.
	ID       label   `json:"id"`
	Outlet   string  `json:"outlet"`
	Title    string  `json:"title"`
	Summary  string  `json:"summary"`
	Date     string  `json:"date"`
	URL      string  `json:"url"`
	Authors  any     `json:"authors"`
	Byline   string  `json:"byline"` // ninjs 1, too
	Body     *string `json:"body"`
	BodyHTML *string `json:"body_html"` // ninjs 1, too

	ninjs
}

// label is an ID: a string or a number.
type label string

// UnmarshalJSON keeps a number's digits as they are.
func (l *label) UnmarshalJSON(data []byte) error {
	var n json.Number
	if json.Unmarshal(data, &n) == nil {
		*l = label(n)
		return nil
	}
	var s *string
	if err := json.Unmarshal(data, &s); err != nil {
		return errors.New("an ID is a string or a number")
	}
	if s != nil {
		*l = label(*s)
	}
	return nil
}

// readJSON reads a draft in JSON.
func readJSON(data []byte) (Draft, error) {
	data, ok := isText(data)
	switch {
	case !ok:
		return Draft{}, &Fault{Malformed, "JSON is UTF-8, and this is not."}
	case !shallow(data):
		return Draft{}, &Fault{TooDeep, fmt.Sprintf("The JSON is nested deeper than %d levels.", maxDepth)}
	}
	var f fields
	dec := json.NewDecoder(strings.NewReader(string(data)))
	if err := dec.Decode(&f); err != nil {
		return Draft{}, broken(err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return Draft{}, &Fault{Malformed, "There is something behind the JSON object. Send one article at a time."}
	}
	return f.draft()
}

// broken is the fault for what package json says, without the words that it
// quotes.
func broken(err error) *Fault {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return &Fault{Malformed, fmt.Sprintf("The JSON is broken at byte %d.", syntax.Offset)}
	case errors.As(err, &kind) && kind.Field != "":
		return &Fault{Malformed, fmt.Sprintf("The field %q has the wrong type: it must be %s.", strings.TrimPrefix(kind.Field, "ninjs."), typeNames[kind.Type.Kind()])}
	case errors.As(err, &kind):
		return &Fault{Malformed, "The JSON is no object. Send an object with title and body, or ninjs."}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return &Fault{Malformed, "The JSON ends too soon."}
	}
	return &Fault{Malformed, "The JSON cannot be read."}
}

// typeNames are the types of the fields in words.
var typeNames = map[reflect.Kind]string{reflect.String: "a text", reflect.Slice: "a list", reflect.Struct: "an object"}

// draft is the draft of the fields.
func (f fields) draft() (Draft, error) {
	body, isHTML := f.body()
	body, allows := gate.Allows(body)
	if isHTML {
		body = paragraphs(body)
	}
	if strings.TrimSpace(body) == "" {
		return Draft{}, &Fault{NoText, "There is no text in it: the article belongs in the field \"body\", or \"bodies\" of ninjs."}
	}
	if s := oneLine(cmp.Or(f.Summary, f.description())); s != "" {
		body = "- " + s + "\n\n" + body // as a standfirst stands above a text
	}
	record := map[string]any{
		"id": string(f.ID), "outlet": f.Outlet, "title": cmp.Or(oneLine(f.Title), f.headline()), "date": cmp.Or(f.Date, f.day()),
		"url": f.URL, "body": body, "byline": cmp.Or(f.Byline, f.By), "authors": f.Authors,
	}
	line, err := json.Marshal(record)
	if err != nil {
		return Draft{}, &Fault{Malformed, "The JSON cannot be read."}
	}
	d, err := parse("-", line, allows)
	d.Story = cmp.Or(string(f.ID), f.URI, f.GUID, f.URL)
	return d, err
}

// body is the article's text, and whether that is HTML.
func (f fields) body() (text string, isHTML bool) {
	if text, isHTML := best(f.Bodies); text != "" {
		return text, isHTML
	}
	switch {
	case f.Body != nil:
		return *f.Body, false
	case f.BodyHTML != nil:
		return *f.BodyHTML, true
	case f.BodyXHTML != "":
		return f.BodyXHTML, true
	}
	return f.BodyText, false
}

// oneLine is a text without markup on one line.
func oneLine(s string) string {
	if strings.Contains(s, "<") {
		s = paragraphs(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// dayOf is the day of a moment as ninjs writes it, as it stands in its own time
// zone; "" for anything else.
func dayOf(moment string) string {
	if t, err := time.Parse(time.RFC3339, moment); err == nil {
		return t.Format(time.DateOnly)
	}
	if len(moment) >= len(time.DateOnly) {
		if t, err := time.Parse(time.DateOnly, moment[:len(time.DateOnly)]); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
