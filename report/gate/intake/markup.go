package intake

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// passed are the elements whose words are no part of the text: what is not shown,
// and what stands under pictures.
var passed = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Svg: true, atom.Head: true,
	atom.Figure: true, atom.Figcaption: true, atom.Select: true, atom.Textarea: true,
}

// blocks are the elements that begin and end a paragraph.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Aside: true, atom.Header: true, atom.Footer: true, atom.Main: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Blockquote: true, atom.Pre: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Table: true, atom.Tr: true, atom.Td: true,
	atom.Th: true, atom.Hr: true, atom.Br: true, atom.Address: true, atom.Details: true, atom.Summary: true,
}

// paragraphs are the texts of the blocks of a piece of HTML, with an empty line
// between two. Where something that is passed over never ends, nothing is passed
// over: what is not read must not run.
func paragraphs(markup string) string {
	out, whole := scan(markup, passed)
	if !whole {
		out, _ = scan(markup, nil)
	}
	return strings.Join(out, "\n\n")
}

// scan reads the marks one by one and builds no tree, so that no nesting is too
// deep for it. It is not whole where it ends in what is passed over.
func scan(markup string, passed map[atom.Atom]bool) (out []string, whole bool) {
	var text strings.Builder
	end := func() {
		if s := strings.Join(strings.Fields(text.String()), " "); s != "" {
			out = append(out, s)
		}
		text.Reset()
	}
	within, depth := atom.Atom(0), 0 // the element that is passed over, and how often it stands in itself
	z := html.NewTokenizer(strings.NewReader(markup))
	for {
		kind := z.Next()
		name, _ := z.TagName()
		tag := atom.Lookup(name)
		switch {
		case kind == html.ErrorToken:
			end()
			return out, depth == 0
		case depth > 0 && tag == within && kind == html.StartTagToken:
			depth++
		case depth > 0 && tag == within && kind == html.EndTagToken:
			depth--
		case depth > 0:
		case kind == html.TextToken:
			text.Write(z.Text())
		case passed[tag] && kind == html.StartTagToken:
			end()
			within, depth = tag, 1
		case blocks[tag]:
			end()
		}
	}
}
