package article

import (
	"os"
	"testing"

	"crosscheck/claims"
)

// fuzz runs Parse on a format: no panic, spans on the edges of runes.
func fuzz(f *testing.F, path string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		articles, warnings := Parse(path, data)
		for _, a := range articles {
			if why := sound(a); why != "" {
				t.Fatalf("%s in %q", why, data)
			}
		}
		if len(articles)+len(warnings) == 0 && len(data) > 0 && path != "x.jsonl" {
			t.Fatalf("neither an article nor a warning for %q", data)
		}
	})
}

// pages are the test pages with that ending.
func pages(f *testing.F, names ...string) []string {
	var out []string
	for _, name := range names {
		data, err := os.ReadFile("testdata/pages/" + name)
		if err != nil {
			f.Fatal(err)
		}
		out = append(out, string(data))
	}
	return out
}

func FuzzText(f *testing.F) {
	fuzz(f, "x.txt", append(pages(f, "gallery.txt", "offers.txt", "tabloid.txt", "wire.txt", "column.txt", "wrapped.txt"),
		"\xff\xfe\x00\xd8", "\x93\x94\r\u0085\u2028", "1/1\n1/1\n", "By \n© \n(", "…”", "Ann Lee Ann (A.) LeeTwo towns MORE’s Lee Ann LeeMORE")...)
}

func FuzzMarkdown(f *testing.F) {
	fuzz(f, "x.md", append(pages(f, "harbour.md"), "---\n---\n# x", "---\na: [\n---\n> > - x", "---\n\ntitle: a: \"b\"\r\nauthors:\n- c\n---\nx")...)
}

func FuzzHTML(f *testing.F) {
	fuzz(f, "x.html", append(pages(f, "bridge.html"), "<p>x<li>y<table><td>z", "<meta charset=utf-7><h1>x")...)
}

func FuzzJSONL(f *testing.F) {
	fuzz(f, "x.jsonl", `{"id":"a","title":"b","body":"b\n\nc"}`, `{"body":"\ud800\u0000"}`, `{"authors":[1,[],"x"],"body":"x"}`+"\n\n{")
}

func FuzzSniff(f *testing.F) {
	fuzz(f, "-", `{"body":"x"}`, "<html>", "\x1f\x8b", "text")
}

func FuzzDate(f *testing.F) {
	f.Add("Sun, 18th of Nov 2018 10:15")
	f.Fuzz(func(t *testing.T, s string) {
		iso, ok := parseDate(s)
		if ok && len(iso) != len("2006-01-02") {
			t.Fatalf("parseDate(%q) = %q", s, iso)
		}
		if d, ok := readDateline(s); ok && d.agency == "" && d.place == "" {
			t.Fatalf("readDateline(%q) is empty", s)
		}
		pathDate(s)
		pathOutlet(s)
		byline(s, line{Span: claims.Span{End: len(s)}})
	})
}
