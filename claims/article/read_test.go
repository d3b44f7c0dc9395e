package article

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

const body = "The council met on Monday and voted to keep the old bridge open until the spring."

func TestDecode(t *testing.T) {
	wide := func(s string, bom ...byte) string {
		out := bom
		for _, u := range utf16.Encode([]rune(s)) {
			out = append(out, byte(u), byte(u>>8))
		}
		return string(out)
	}
	for _, c := range []struct{ name, in, want, warning string }{
		{"utf-8", "“No,” he said.", "“No,” he said.", ""},
		{"bom", "\uFEFF“No,” he said.", "“No,” he said.", ""},
		{"utf-16 little endian", wide("“No,” he said.", 0xff, 0xfe), "“No,” he said.", ""},
		{"windows-1252", "\x93No,\x94 said Mr M\xfcller \x97 twice.", "“No,” said Mr Müller — twice.", ""},
		{"one broken byte among many letters", "“No,” he said — “never”. \xff Then he left.", "“No,” he said — “never”. \uFFFD Then he left.", "not valid UTF-8"},
		{"cut in a letter", "“No,” he said — and left\xe2\x80", "“No,” he said — and left\uFFFD", "not valid UTF-8"},
		{"nul", "He said\x00 no to all of them, twice, and then he left the room.", "He said no to all of them, twice, and then he left the room.", ""},
		{"carriage returns", "One.\r\nTwo.\rThree.", "One.\r\nTwo.\rThree.", ""},
	} {
		articles, warnings := Parse("x.txt", []byte(c.in))
		if len(articles) != 1 || articles[0].Text != c.want {
			t.Errorf("%s: got %v, want %q", c.name, articles, c.want)
			continue
		}
		if got := len(warnings) > 0; got != (c.warning != "") || got && !strings.Contains(warnings[0].Reason, c.warning) {
			t.Errorf("%s: warnings %v, want one with %q", c.name, warnings, c.warning)
		}
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct{ name, path, in, want string }{
		{"empty", "x.txt", "", "is empty"},
		{"blank", "x.md", " \n\t\n", "is empty"},
		{"picture", "x.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x02\x00\x00", "binary"},
		{"pdf", "x.txt", "%PDF-1.4 and so on", "PDF"},
		{"front matter alone", "x.md", "---\noutlet: A\n---\n", "no readable text"},
		{"page without text", "x.html", "<html><body><img src=x></body></html>", "no readable text"},
		{"empty list", "x.jsonl", "", "is empty"},
		{"broken archive", "x.jsonl.gz", "\x1f\x8bgarbage", "cannot be unpacked"},
	} {
		articles, warnings := Parse(c.path, []byte(c.in))
		if len(articles) != 0 || len(warnings) != 1 || !strings.Contains(warnings[0].Reason, c.want) || warnings[0].Path != c.path {
			t.Errorf("%s: %d articles, warnings %v, want one with %q", c.name, len(articles), warnings, c.want)
		}
	}
}

func TestFormats(t *testing.T) {
	line := `{"outlet":"Courier","body":"` + body + `"}` + "\n"
	var packed bytes.Buffer
	gz := gzip.NewWriter(&packed)
	gz.Write([]byte(line))
	gz.Close()
	page := "<!DOCTYPE html><html><head><title>Bridge stays open</title></head><body><p>" + body + "</p></body></html>"
	for _, c := range []struct {
		name, path, in string
		outlet, text   string
	}{
		{"jsonl by name", "x.jsonl", line, "Courier", body},
		{"jsonl by content", "-", line, "Courier", body},
		{"packed by name", "x.jsonl.gz", packed.String(), "Courier", body},
		{"packed by content", "x.data", packed.String(), "Courier", body},
		{"html by content", "-", page, "", "Bridge stays open\n\n" + body},
		{"text by content", "-", body, "", body},
		{"text at its word", "x.txt", "{ " + body, "X", "{ " + body},
		{"json that is no article", "-", `{"a":1}`, "", `{"a":1}`},
	} {
		a := one(t, c.path, c.in)
		if a.Outlet != c.outlet || a.Text != c.text {
			t.Errorf("%s: outlet %q text %q, want %q %q", c.name, a.Outlet, a.Text, c.outlet, c.text)
		}
	}
}

func TestJSONL(t *testing.T) {
	in := strings.Join([]string{
		`{"id":"n1","outlet":"Courier","title":"Bridge stays","date":"Nov 18, 2018","url":"https://c.example/a","authors":["Ann Brown","Bo Grey"],"body":"` + body + `","topic":"x"}`,
		``,
		`{"id":7,"title":"Bridge stays","authors":"Ann Brown","body":"Bridge stays\n\n` + body + `"}`,
		`{"id":"n3","title":"No body here"}`,
		`{"id":"n4","body":`,
		`{"id":"n5","outlet":"Courier","date":"last week","body":"` + body + `"}`,
	}, "\n")
	articles, warnings := Parse("news/list.jsonl", []byte(in))
	type row struct {
		ID, Outlet, Title, Date, URL, Byline, Text string
		Line                                       int
	}
	var got []row
	for _, a := range articles {
		got = append(got, row{a.ID, a.Outlet, a.Title, a.Date, a.URL, a.Byline, a.Text, a.Line})
	}
	want := []row{
		{"n1", "Courier", "Bridge stays", "2018-11-18", "https://c.example/a", "Ann Brown, Bo Grey", "Bridge stays\n\n" + body, 1},
		{"7", "List", "Bridge stays", "", "", "Ann Brown", "Bridge stays\n\n" + body, 3},
		{"n5", "Courier", "", "", "", "", body, 6},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	lines := []int{}
	for _, w := range warnings {
		lines = append(lines, w.Line)
	}
	if diff := cmp.Diff([]int{4, 5, 6}, lines); diff != "" {
		t.Errorf("lines of warnings: -want +got\n%s\n%v", diff, warnings)
	}
}

func TestMarkdown(t *testing.T) {
	in := "---\noutlet: [Courier\ntitle: Bridge & tower stay\n---\n\n# Bridge &amp; tower *stay*\n\n1. One [link](x) said \\*no\\*.\n\nLast line\nof a paragraph.\n"
	articles, warnings := Parse("x.md", []byte(in))
	if len(articles) != 1 || len(warnings) != 1 || warnings[0].Line < 2 || warnings[0].Line > 4 {
		t.Fatalf("%d articles, warnings %v", len(articles), warnings)
	}
	want := "Bridge & tower stay\n\nOne link said *no*.\n\nLast line of a paragraph."
	if got := articles[0].Text; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := articles[0].Title; got != "Bridge & tower stay" {
		t.Errorf("title %q", got)
	}
}

// TestFrontMatter loses nothing of front matter of which a line is no YAML.
func TestFrontMatter(t *testing.T) {
	for _, c := range []struct {
		name, front                 string
		title, date, outlet, byline string
		line                        int // of the warning; 0 for none
		hint                        bool
	}{
		{"sound", "title: \"Mill owner: doors\"\ndate: 2031-05-04\noutlet: Courier\nauthor: Ann Brown", "Mill owner: doors", "2031-05-04", "Courier", "Ann Brown", 0, false},
		{"colon", "title: Mill owner: doors \"may have been locked\"\ndate: 2031-05-04\noutlet: Courier\nauthors:\n  - Ann Brown\n  - Bo Grey", `Mill owner: doors "may have been locked"`, "2031-05-04", "Courier", "Ann Brown, Bo Grey", 2, true},
		{"last", "date: 2031-05-04\r\noutlet: 'Courier'\r\nauthors: [Ann Brown, Bo Grey]\r\ntitle: \"Locked\" doors: who knew?", `"Locked" doors: who knew?`, "2031-05-04", "Courier", "Ann Brown, Bo Grey", 5, true},
		{"pair of quotes", "outlet: Courier\n\ntitle: \"He said \"no\"\"\ndate: 2031-05-04\n", `He said "no"`, "2031-05-04", "Courier", "", 4, true},
		{"a key that nobody asks for", "outlet: Courier\nkicker: Mill: fire\ntitle: Doors\ndate: 2031-05-04", "Doors", "2031-05-04", "Courier", "", 3, false},
		{"a line without a key", "outlet: Courier\nThe mill\ntitle: Doors\ndate: 2031-05-04", "Doors", "2031-05-04", "Courier", "", 3, false},
		{"tab", "\tkicker: x\ntitle: Doors\ndate: 2031-05-04", "Doors", "2031-05-04", "X", "", 2, false},
	} {
		articles, warnings := Parse("x.md", []byte("---\n"+c.front+"\n---\n\n"+body+"\n"))
		if len(articles) != 1 {
			t.Errorf("%s: %d articles, warnings %v", c.name, len(articles), warnings)
			continue
		}
		a := articles[0]
		if a.Title != c.title || a.Date != c.date || a.Outlet != c.outlet || a.Byline != c.byline {
			t.Errorf("%s: title %q, date %q, outlet %q, byline %q", c.name, a.Title, a.Date, a.Outlet, a.Byline)
		}
		switch {
		case c.line == 0 && len(warnings) > 0:
			t.Errorf("%s: warnings %v", c.name, warnings)
		case c.line > 0 && (len(warnings) != 1 || warnings[0].Line != c.line || strings.Contains(warnings[0].Reason, "hint: put the value in quotes") != c.hint):
			t.Errorf("%s: warnings %v, want one for line %d, hint %v", c.name, warnings, c.line, c.hint)
		}
	}
}

func TestLongLine(t *testing.T) {
	in := `{"body":"` + strings.Repeat("x", maxLine) + `"}` + "\n" + `{"body":"` + body + `"}`
	articles, warnings := Parse("x.jsonl", []byte(in))
	if len(articles) != 1 || articles[0].Line != 2 || len(warnings) != 1 || warnings[0].Line != 1 {
		t.Errorf("%d articles, warnings %v", len(articles), warnings)
	}
}

func TestID(t *testing.T) {
	a, again := one(t, "x.txt", body), one(t, "x.txt", body)
	other, elsewhere := one(t, "x.txt", body+" So be it."), one(t, "courier/x.txt", body)
	if a.ID != again.ID || a.ID == other.ID || a.ID == elsewhere.ID {
		t.Errorf("IDs %s %s %s %s", a.ID, again.ID, other.ID, elsewhere.ID)
	}
	if len(a.ID) != len("a_")+12 {
		t.Errorf("ID %s", a.ID)
	}
	by := func(text string) claims.Article {
		return one(t, "x.jsonl", `{"url":"https://c.example/1","body":"`+text+`"}`)
	}
	if by(body).ID != by("Another text of the same page, said the editor.").ID {
		t.Error("the address does not decide")
	}
}
