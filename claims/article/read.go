package article

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"crosscheck/claims"
)

// maxFile is the size in bytes above which a file of a single article is not
// read: no article is that long, and it is held in memory several times over.
const maxFile = 64 << 20

// peekSize is how much of a file is looked at to tell its format, in bytes.
const peekSize = 64 << 10

// format is what a file holds.
type format int

const (
	unknown format = iota // to be told by the data
	plain
	markdown
	page // HTML
	jsonLines
)

// formatOf tells the format by the file's name.
func formatOf(path string) format {
	name := strings.ToLower(filepath.Base(path))
	switch filepath.Ext(strings.TrimSuffix(name, ".gz")) {
	case ".txt":
		return plain
	case ".md", ".markdown":
		return markdown
	case ".html", ".htm":
		return page
	case ".jsonl":
		return jsonLines
	}
	return unknown
}

// document is one article as its format gave it.
type document struct {
	metadata
	text  string
	roles []role // what the markup says of stretches of text, in order
}

// metadata is what a format states about its article. Empty fields are not
// stated.
type metadata struct {
	id, outlet, title, date, url, byline string
}

// reader reads files and hands on what it finds.
type reader struct {
	visit func(claims.Article) error
	warn  func(claims.Warning)
}

// read reads the articles of one file. The error is the visitor's or the
// context's; all else is a warning.
func (r reader) read(ctx context.Context, path string, in io.Reader) error {
	buf := bufio.NewReaderSize(in, peekSize)
	if head, _ := buf.Peek(2); bytes.Equal(head, []byte{0x1f, 0x8b}) {
		gz, err := gzip.NewReader(buf)
		if err != nil {
			r.warnf(path, 0, "cannot be unpacked: %v", err)
			return nil
		}
		defer gz.Close()
		buf = bufio.NewReaderSize(gz, peekSize)
	}
	f := formatOf(path)
	if f == unknown || f == plain {
		f = sniff(buf, f)
	}
	if f == jsonLines {
		return r.lines(ctx, path, buf)
	}
	return r.whole(ctx, path, f, buf)
}

// sniff tells the format by the first bytes; was is what the name says.
func sniff(buf *bufio.Reader, was format) format {
	head, _ := buf.Peek(peekSize)
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	switch {
	case was == plain: // a .txt is taken at its word
		return plain
	case bytes.HasPrefix(head, []byte("{")) && firstIsArticle(head):
		return jsonLines
	case looksLikeHTML(head):
		return page
	}
	return plain
}

// firstIsArticle reports whether the first line is a JSON object with a body.
// A line longer than head is taken for one.
func firstIsArticle(head []byte) bool {
	line, _, whole := bytes.Cut(head, []byte("\n"))
	if !whole && len(head) > peekSize-64 {
		return true
	}
	var o struct {
		Body *string `json:"body"`
	}
	return json.Unmarshal(line, &o) == nil && o.Body != nil
}

// looksLikeHTML reports whether a page's first bytes are those of HTML.
func looksLikeHTML(head []byte) bool {
	low := bytes.ToLower(head[:min(len(head), 1024)])
	if !bytes.HasPrefix(low, []byte("<")) {
		return false
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<!--"} {
		if bytes.Contains(low, []byte(tag)) {
			return true
		}
	}
	return false
}

// whole reads a file that is one article.
func (r reader) whole(ctx context.Context, path string, f format, in io.Reader) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	data, err := io.ReadAll(io.LimitReader(in, maxFile+1))
	switch {
	case err != nil:
		r.warnf(path, 0, "%s", reason(err))
		return nil
	case len(data) > maxFile:
		r.warnf(path, 0, "is larger than %d MB and was left out; hint: an article to a line of a .jsonl file", maxFile>>20)
		return nil
	case len(bytes.TrimSpace(data)) == 0:
		r.warnf(path, 0, "is empty")
		return nil
	}
	doc, ok := r.document(path, f, data)
	if !ok {
		return nil
	}
	return r.finish(path, 0, doc)
}

// document parses data by its format; false where there is no text in it.
func (r reader) document(path string, f format, data []byte) (document, bool) {
	if why := foreign(data); why != "" {
		r.warnf(path, 0, "%s", why)
		return document{}, false
	}
	var doc document
	switch text, note := decodeAs(f, data); {
	case f == page:
		r.note(path, note)
		doc = readPage(text)
	case f == markdown:
		r.note(path, note)
		doc = r.readMarkdown(path, text)
	default:
		r.note(path, note)
		doc = document{text: text}
	}
	if strings.TrimSpace(doc.text) == "" {
		r.warnf(path, 0, "has no readable text")
		return document{}, false
	}
	return doc, true
}

// note warns about a file as a whole where there is something to say.
func (r reader) note(path, reason string) {
	if reason != "" {
		r.warnf(path, 0, "%s", reason)
	}
}

// warnf warns about a line of a file, or about all of it where line is 0.
func (r reader) warnf(path string, line int, format string, args ...any) {
	r.warn(claims.Warning{Path: path, Line: line, Reason: fmt.Sprintf(format, args...)})
}
