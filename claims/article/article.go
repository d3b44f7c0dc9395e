// Package article reads files and makes an [claims.Article] of each item in
// them: the text, where it came from and what its layout says each line is.
//
// The steps, each in its own file:
//
//  1. read: what a file is (by its name, else by its first bytes) and one
//     reader for each format: text.go, markdown.go, html.go, jsonl.go;
//  2. decode: bytes to valid UTF-8 (UTF-16, Windows-1252, an HTML page's own
//     charset), or "this is no text";
//  3. layout: the text's lines, then what each is by itself (junk, caption),
//     in a run (run), at the top (head), in the body and behind it (tail), and
//     what is set into a line that is not its own (inset);
//  4. finish: outlet, title and date, each with its origin, the byline, the
//     language and the ID.
//
// Files and lines are read one after the other and parsed on all cores; what
// they bring comes in their order (queue.go).
//
// Text is the decoded file as it is for plain text, line ends included, and
// what a reader would read for the other formats. All spans point into it.
//
// It finds no sentence, no speaker and no claim, follows no link, joins no
// article that is spread over several pages, and tells no comment of a reader
// from a paragraph by its wording alone. Where a line can be junk or body, it
// is body: a lost paragraph cannot be got back, a kept offer can be ignored.
package article

import (
	"bytes"
	"context"

	"crosscheck/claims"
)

// Parse reads the articles in data. The format is told by the extension of
// path (.txt, .md, .markdown, .html, .htm, .jsonl, .jsonl.gz); for any other
// path, "-" among them, by the data. path also serves for the outlet and the
// date where nothing better is found, and is kept in each article.
//
// It never fails: what could not be read is told in the warnings. The same ID
// may be given to several articles; [Walk] sees to that.
func Parse(path string, data []byte) ([]claims.Article, []claims.Warning) {
	var articles []claims.Article
	var warnings []claims.Warning
	// The visitor never fails and the context is never cancelled.
	_ = inOrder(context.Background(), func(q *queue) { q.read(path, bytes.NewReader(data)) }, func(f found) error {
		if f.article == nil {
			warnings = append(warnings, f.warning)
		} else {
			articles = append(articles, *f.article)
		}
		return nil
	})
	return articles, warnings
}
