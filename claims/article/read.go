package article

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
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

	number bool // the ID is a number in the input
}

// reader parses files and gathers what it finds.
type reader struct{ found *[]found }

// read reads the articles of one file.
func (q *queue) read(path string, in io.Reader) {
	buf, err := unpack(in)
	if err != nil {
		q.warnf(path, 0, "cannot be unpacked: %v", err)
		return
	}
	f := formatOf(path)
	if f == unknown {
		f = sniff(buf)
	}
	if f == jsonLines {
		q.lines(path, buf)
		return
	}
	q.do(maxFile, func(r reader) { r.whole(path, f, buf) })
}

// unpack decompresses what is compressed by gzip and leaves the rest as it is.
func unpack(in io.Reader) (*bufio.Reader, error) {
	buf := bufio.NewReaderSize(in, peekSize)
	if head, _ := buf.Peek(2); !bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return buf, nil
	}
	gz, err := gzip.NewReader(buf)
	if err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(gz, peekSize), nil
}

// sniff tells the format by the first bytes.
func sniff(buf *bufio.Reader) format {
	head, _ := buf.Peek(peekSize)
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	switch {
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
func (r reader) whole(path string, f format, in io.Reader) {
	data, err := io.ReadAll(io.LimitReader(in, maxFile+1))
	switch {
	case err != nil:
		r.warnf(path, 0, "%s", reason(err))
		return
	case len(data) > maxFile:
		r.warnf(path, 0, "is larger than %d MB and was left out; hint: an article to a line of a .jsonl file", maxFile>>20)
		return
	case len(bytes.TrimSpace(data)) == 0:
		r.warnf(path, 0, "is empty")
		return
	}
	if doc, ok := r.document(path, f, data); ok {
		r.finish(path, 0, doc)
	}
}

// document parses data by its format; false where there is no text in it.
func (r reader) document(path string, f format, data []byte) (document, bool) {
	if why := cmp.Or(foreign(data), printout(data)); why != "" {
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
	w := claims.Warning{Path: path, Line: line, Reason: fmt.Sprintf(format, args...)}
	*r.found = append(*r.found, found{warning: w})
}
