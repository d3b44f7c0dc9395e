package article

import (
	"bytes"
	"errors"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/yuin/goldmark"
	"golang.org/x/net/html"
)

// readMarkdown reads a Markdown file: the front matter as metadata, the body
// as goldmark's HTML, so that links, emphasis, entities and escapes are
// resolved by the same code as a page's.
func (r reader) readMarkdown(path, text string) document {
	front, body, found := cutFrontMatter(text)
	var m metadata
	if found {
		var err error
		if m, err = frontMatter(front); err != nil {
			r.warnf(path, yamlLine(err)+1, "the front matter is not valid YAML and was ignored: %s", firstLine(err.Error()))
		}
	}
	var out bytes.Buffer
	if err := goldmark.Convert([]byte(body), &out); err != nil {
		return titled(m, body, nil)
	}
	tree, err := html.Parse(&out)
	if err != nil {
		return titled(m, body, nil)
	}
	plain, roles := assemble(collect(tree))
	return titled(m, plain, roles)
}

// cutFrontMatter parts a file that begins with a line "---" and has another
// such line, or "...", at its end.
func cutFrontMatter(text string) (front, body string, found bool) {
	first, rest, ok := strings.Cut(text, "\n")
	if !ok || strings.TrimRight(first, " \t\r") != "---" {
		return "", text, false
	}
	for at := 0; at < len(rest); {
		line, _, _ := strings.Cut(rest[at:], "\n")
		next := min(at+len(line)+1, len(rest))
		if bare := strings.TrimRight(line, " \t\r"); bare == "---" || bare == "..." {
			return rest[:at], rest[next:], true
		}
		at = next
	}
	return "", text, false
}

// frontMatter reads outlet, title, date, url and byline or authors.
func frontMatter(src string) (metadata, error) {
	var f struct {
		ID, Outlet, Title, Date, URL, Byline, Authors, Author any
	}
	if err := yaml.Unmarshal([]byte(src), &f); err != nil {
		return metadata{}, err
	}
	m := metadata{
		id:     plainString(f.ID),
		outlet: plainString(f.Outlet),
		title:  plainString(f.Title),
		date:   plainString(f.Date),
		url:    plainString(f.URL),
	}
	if t, ok := f.Date.(time.Time); ok {
		m.date = t.Format(time.DateOnly)
	}
	for _, v := range []any{f.Byline, f.Authors, f.Author} {
		if m.byline == "" {
			m.byline = names(v)
		}
	}
	return m, nil
}

// yamlLine is the line of an error in YAML, 0 where it has none.
func yamlLine(err error) int {
	var at yaml.Error
	if errors.As(err, &at) && at.GetToken() != nil && at.GetToken().Position != nil {
		return at.GetToken().Position.Line
	}
	return 0
}

// firstLine is s up to its first line feed.
func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
