package article

import (
	"bytes"

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
		m = r.readFrontMatter(path, front)
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
