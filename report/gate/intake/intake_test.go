package intake

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

const jsonType = "application/json"

// shape is what a draft comes to.
type shape struct {
	ID, Outlet, Title, Date, Story string
	Blocks                         []string
}

func shapeOf(d Draft) shape {
	s := shape{ID: d.ID, Outlet: d.Outlet, Title: d.Title, Date: d.Date, Story: d.Story}
	if strings.HasPrefix(s.ID, "a_") {
		s.ID = "" // made from the content
	}
	for _, b := range d.Blocks {
		s.Blocks = append(s.Blocks, string(b.Kind)+": "+b.In(d.Text))
	}
	return s
}

func TestRead(t *testing.T) {
	pier := []string{"headline: Pier is closed", "paragraph: The pier is open after the storm, the council said.", "paragraph: Nobody was hurt."}
	long := []string{pier[0], "summary: Repairs take weeks.", pier[1], pier[2]}
	for _, c := range []struct {
		name, kind, data string
		want             shape
	}{
		{"plain JSON", jsonType, `{"id": 17, "outlet": "Harbour Post", "title": "Pier is closed", "summary": "Repairs take weeks.", "date": "2031-05-04", "url": "https://post.example/pier",
			"body": "The pier is open after the storm, the council said.\n\nNobody was hurt."}`,
			shape{"17", "Harbour Post", "Pier is closed", "2031-05-04", "17", long}},
		{"a body in HTML", jsonType + "; charset=utf-8", `{"url": "https://post.example/pier", "title": "Pier <i>is</i> closed", "body_html":
			"<div><p>The pier is <b>open</b> after the storm,<br/> the council said.<script>alert('Nobody')</script><figure><img><figcaption>A pier.</figcaption></figure><ul><li>Nobody was hurt."}`,
			shape{"", "", "Pier is closed", "", "https://post.example/pier", []string{pier[0], "paragraph: The pier is open after the storm,", "paragraph: the council said.", pier[2]}}},
		{"ninjs 2", "application/ninjs+json", `{"uri": "https://post.example/1", "versioncreated": "2031-05-04T23:30:00+02:00", "language": "en", "headlines": [{"role": "short", "value": "Pier"}, {"role": "main", "value": "Pier is closed"}],
			"descriptions": [{"role": "summary", "contenttype": "text/plain", "value": "Repairs take weeks."}],
			"bodies": [{"role": "main", "contenttype": "text/plain", "value": "The pier is open. Nobody was hurt."}, {"role": "richtext", "contenttype": "body_xhtml", "value": "<p>The pier is open after the storm, the council said.</p><p>Nobody was hurt.</p>"}],
			"associations": [{"uri": "https://post.example/2", "headlines": [{"value": "Another"}]}]}`,
			shape{"", "", "Pier is closed", "2031-05-04", "https://post.example/1", long}},
		{"ninjs 3", jsonType, `{"uri": "urn:1", "standard": {"name": "ninjs", "version": "3.0"}, "versionCreated": "2031-05-04T10:00:00Z", "by": "Ann Ray", "headlines": [{"value": "Pier is closed"}],
			"bodies": [{"role": "main", "contentType": "text/html", "value": "<p>The pier is open after the storm, the council said.</p><p>Nobody was hurt.</p>"}]}`,
			shape{"", "", "Pier is closed", "2031-05-04", "urn:1", pier}},
		{"ninjs 1 of Superdesk", jsonType, `{"guid": "urn:s:1", "headline": "Pier is closed", "versioncreated": "2031-05-04T10:00:00+0000", "description_text": "Repairs take weeks.", "body_html": "<p>The pier is open after the storm, the council said.</p>\n<p>Nobody was hurt.</p>"}`,
			shape{"", "", "Pier is closed", "2031-05-04", "urn:s:1", long}},
		{"HTML", "text/html", `<!doctype html><title>Pier is closed</title><h1>Pier is closed</h1><p>The pier is open after the storm, the council said.</p><p>Nobody was hurt.</p>`,
			shape{"", "", "Pier is closed", "", "", pier}},
		{"HTML in another charset", "text/html; charset=iso-8859-1", "<h1>Pier is closed</h1><p>The caf\xe9 is open after the storm, the council said.</p>",
			shape{"", "", "Pier is closed", "", "", []string{pier[0], "paragraph: The café is open after the storm, the council said."}}},
		{"Markdown", "text/markdown", "---\noutlet: Harbour Post\ntitle: Pier is closed\ndate: 2031-05-04\nurl: https://post.example/pier\n---\nThe pier is open after the storm, the council said.\n\nNobody was hurt.\n",
			shape{"", "Harbour Post", "Pier is closed", "2031-05-04", "https://post.example/pier", pier}},
		{"text", "text/plain", "Pier is closed\n\nThe pier is open after the storm, the council said.\n\nNobody was hurt.\n", shape{"", "", "Pier is closed", "", "", pier}},
		{"a mark in front", jsonType, "\ufeff" + `{"body": "The pier is open after the storm, the council said."}`, shape{"", "", "", "", "", pier[1:2]}},
	} {
		d, err := Read(c.kind, []byte(c.data))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if diff := cmp.Diff(c.want, shapeOf(d)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if d.Path != "-" || d.Line != 0 {
			t.Errorf("%s: a place that is no file: %s:%d", c.name, d.Path, d.Line)
		}
	}
}

// TestAllows: what is written to the gate is no part of the text.
func TestAllows(t *testing.T) {
	for kind, data := range map[string]string{
		jsonType:        `{"title": "Pier", "body_html": "<p>The pier is open after the storm.</p><!-- crosscheck: allow misquote because heard it --><p>Nobody was hurt.</p>"}`,
		"text/plain":    "Pier\n\nThe pier is open after the storm.\ncrosscheck: allow misquote because heard it\nNobody was hurt.\n",
		"text/html":     "<h1>Pier</h1><p>The pier is open after the storm.</p><!-- crosscheck: allow misquote because heard it --><p>Nobody was hurt.</p>",
		"text/markdown": "# Pier\n\nThe pier is open after the storm.\n\n<!-- crosscheck: allow misquote because heard it -->\n\nNobody was hurt.\n",
	} {
		d, err := Read(kind, []byte(data))
		if err != nil || len(d.Allows) != 1 || d.Allows[0].Code != "misquote" || strings.Contains(d.Text, "crosscheck") || !strings.Contains(d.Text, "Nobody") {
			t.Errorf("%s: %v, %+v, %q", kind, err, d.Allows, d.Text)
		}
	}
}

func TestFaults(t *testing.T) {
	deep := strings.Repeat(`{"a":`, 40) + strings.Repeat(`[`, 40)
	for _, c := range []struct {
		kind, data string
		want       Kind
	}{
		{"", "x", Unsupported},
		{"application/x-www-form-urlencoded", "body=x", Unsupported},
		{"application/pdf", "%PDF", Unsupported},
		{"text/html; charset=klingon", "<p>x", Malformed},
		{jsonType, "", Malformed},
		{jsonType, "{", Malformed},
		{jsonType, `{"body": "SECRET`, Malformed},
		{jsonType, `{"body": SECRET}`, Malformed},
		{jsonType, `"SECRET"`, Malformed},
		{jsonType, `[{"body": "SECRET"}]`, Malformed},
		{jsonType, `{"body": ["SECRET"]}`, Malformed},
		{jsonType, `{"id": {"x": "SECRET"}, "body": "x"}`, Malformed},
		{jsonType, `{"bodies": "SECRET"}`, Malformed},
		{jsonType, `{"body": "SECRET"} {"body": "x"}`, Malformed},
		{jsonType, "{\"body\": \"SECRET\xff\"}", Malformed},
		{jsonType, `{"body": "x", "a": ` + deep, TooDeep},
		{jsonType, strings.Repeat(`[`, 1<<20), TooDeep},
		{jsonType, `{}`, NoText},
		{jsonType, `null`, NoText},
		{jsonType, `{"body": null, "title": "SECRET"}`, NoText},
		{jsonType, `{"body": " \n"}`, NoText},
		{jsonType, `{"body_html": "<p> <br></p>"}`, NoText},
		{jsonType, `{"bodies": [{"value": ""}]}`, NoText},
		{"text/html", " ", NoText},
		{"text/html", strings.Repeat("<div>", 100_000) + "SECRET", NoText},
		{"text/plain", "\n", NoText},
	} {
		_, err := Read(c.kind, []byte(c.data))
		var f *Fault
		if !errors.As(err, &f) || f.Kind != c.want || strings.Contains(f.Text, "SECRET") {
			t.Errorf("%s %.40q: %v, want %s", c.kind, c.data, err, c.want)
		}
	}
}

// TestNothingHides: a mark that never ends hides no text from the gate.
func TestNothingHides(t *testing.T) {
	for _, markup := range []string{"<p>One.</p><figure><p>Two.</p>", "<p>One.</p><svg><svg></svg><p>Two.</p>", "<p>One.</p><figcaption>Two."} {
		if got := paragraphs(markup); !strings.Contains(got, "Two.") || !strings.Contains(got, "One.") {
			t.Errorf("%s: %q", markup, got)
		}
	}
	if got := paragraphs(strings.Repeat("<div><p>", 100_000) + "One."); got != "One." {
		t.Errorf("%.40q", got)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{`{"body": "x", "title": "y"}`, `{"bodies": [{"value": "<p>x", "contentType": "text/html"}]}`, "<p>x<!-- crosscheck: allow x -->", "\xff", "[[[["} {
		for _, kind := range []string{jsonType, "text/html", "text/plain", "text/html; charset=utf-16"} {
			f.Add(kind, []byte(s))
		}
	}
	f.Fuzz(func(t *testing.T, kind string, data []byte) {
		d, err := Read(kind, data)
		if err != nil {
			return
		}
		if !utf8.ValidString(d.Text) || strings.TrimSpace(d.Text) == "" {
			t.Fatalf("%q: %q", data, d.Text)
		}
		for _, b := range d.Blocks {
			if b.Start < 0 || b.End > len(d.Text) || !utf8.ValidString(b.In(d.Text)) {
				t.Fatalf("%q: block %v", data, b)
			}
		}
	})
}

func Example() {
	d, err := Read("application/json", []byte(`{"uri": "urn:1", "headlines": [{"value": "Pier is closed"}], "bodies": [{"contentType": "text/html", "value": "<p>The pier is open after the storm.</p>"}]}`))
	fmt.Println(d.Title, err)
	for _, b := range d.Blocks {
		fmt.Println(b.Kind == claims.Paragraph, b.In(d.Text))
	}
	_, err = Read("application/json", []byte(`{"bodies": 1}`))
	fmt.Println(err)
	// Output:
	// Pier is closed <nil>
	// false Pier is closed
	// true The pier is open after the storm.
	// The field "bodies" has the wrong type: it must be a list.
}
