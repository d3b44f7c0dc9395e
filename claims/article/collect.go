package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"crosscheck/claims"
)

// roleKind is what markup says a stretch of text is.
type roleKind int

const (
	roleNone    roleKind = iota // nothing is known: plain text
	roleTitle                   // the title that the metadata or the page states
	roleHeading                 // a heading
	roleItem                    // a list item
	roleCaption                 // under a picture
	roleText                    // a paragraph
)

// role is a stretch of text and what the markup says it is.
type role struct {
	claims.Span
	kind roleKind
}

// piece is one block-level element of a page as text.
type piece struct {
	text string
	kind roleKind
}

// blockKinds are the elements whose text is a piece of its own.
var blockKinds = map[string]roleKind{
	"h1": roleHeading, "h2": roleHeading, "h3": roleHeading, "h4": roleHeading,
	"p": roleText, "pre": roleText, "td": roleText, "dd": roleText, "dt": roleText,
	"li": roleItem, "figcaption": roleCaption,
}

// skipped are the elements that hold no article: code, navigation, forms.
var skipped = []string{"script", "style", "noscript", "template", "head", "nav", "footer", "aside", "form", "button", "svg", "iframe"}

// collect gathers the text of a page in order. Text outside any block-level
// element ("div", "body") counts as a paragraph, up to the next such element.
func collect(n *html.Node) []piece {
	var c collector
	c.walk(n, roleText)
	c.flush(roleText)
	return c.out
}

// collector walks a page. Each text node is read once, whatever its depth.
type collector struct {
	out  []piece
	text strings.Builder
}

func (c *collector) flush(kind roleKind) {
	if s := squeeze(clean(c.text.String())); s != "" {
		c.out = append(c.out, piece{s, kind})
	}
	c.text.Reset()
}

func (c *collector) walk(n *html.Node, kind roleKind) {
	if n == nil || n.Type == html.ElementNode && slices.Contains(skipped, n.Data) {
		return
	}
	if n.Type == html.TextNode {
		c.text.WriteString(n.Data)
		return
	}
	inner, block := kind, false
	if n.Type == html.ElementNode {
		if k, ok := blockKinds[n.Data]; ok {
			inner, block = nest(kind, k), true
		} else {
			block = slices.Contains([]string{"div", "section", "article", "main", "blockquote", "ul", "ol", "table", "tr", "figure", "header", "hr", "br"}, n.Data)
		}
	}
	if n.Data == "br" && n.Type == html.ElementNode { // a line's end, as white space: two of them are no paragraph either
		c.text.WriteByte(' ')
		return
	}
	if block {
		c.flush(kind)
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.walk(child, inner)
	}
	if block {
		c.flush(inner)
	}
}

// nest is what an element of kind k is inside one of kind outer: a paragraph
// in a list item is a list item.
func nest(outer, k roleKind) roleKind {
	if k == roleText && outer != roleNone {
		return outer
	}
	return k
}

// assemble sets pieces one under the other with a blank line between.
func assemble(pieces []piece) (string, []role) {
	var text strings.Builder
	var roles []role
	for i, p := range pieces {
		if i > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(p.text)
		roles = append(roles, role{claims.Span{Start: start, End: text.Len()}, p.kind})
	}
	return text.String(), roles
}

// size is the length of all pieces in bytes.
func size(pieces []piece) int {
	n := 0
	for _, p := range pieces {
		n += len(p.text)
	}
	return n
}

// words is the text under n.
func words(n *html.Node) string {
	var c collector
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.walk(child, roleText)
	}
	c.flush(roleText)
	var out []string
	for _, p := range c.out {
		out = append(out, p.text)
	}
	return strings.Join(out, " ")
}

// first is the first element of that name, in document order.
func first(n *html.Node, tag string) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == tag {
			return d
		}
	}
	return nil
}
