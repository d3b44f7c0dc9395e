package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"crosscheck/claims"
)

// maxLine is the longest line of a JSONL file that is read, in bytes. The
// longest article of a newspaper is under 1 MB; whole books are under 10.
const maxLine = 32 << 20

// lines reads an article a line. It hands on what the reader has at hand, and
// so holds a few lines at a time and keeps no line waiting for the next.
func (q *queue) lines(path string, in *bufio.Reader) {
	b := newBatch(path, 1)
	seen := false
	for n := 1; q.ctx.Err() == nil; n++ {
		start := len(b.data)
		long, err := b.add(in)
		seen = seen || long || len(bytes.TrimSpace(b.data[start:])) > 0
		if long || err != nil || !hasLine(in) {
			q.do(len(b.data), b.parse)
			b = newBatch(path, n+1)
		}
		for _, w := range lineWarnings(path, n, long, err) {
			q.warnf(w.Path, w.Line, "%s", w.Reason)
		}
		if err == nil {
			continue
		}
		if !seen && errors.Is(err, io.EOF) {
			q.warnf(path, 0, "is empty")
		}
		return
	}
}

// lineWarnings are what is wrong with line n, if it is too long or ended with
// an error.
func lineWarnings(path string, n int, long bool, err error) (out []claims.Warning) {
	if long {
		out = append(out, claims.Warning{Path: path, Line: n, Reason: fmt.Sprintf("is longer than %d MB and was left out", maxLine>>20)})
	}
	if err != nil && !errors.Is(err, io.EOF) {
		out = append(out, claims.Warning{Path: path, Line: n, Reason: fmt.Sprintf("cannot be read any further: %v", reason(err))})
	}
	return out
}

// hasLine reports whether the next line is wholly in the buffer.
func hasLine(in *bufio.Reader) bool {
	head, _ := in.Peek(in.Buffered())
	return bytes.IndexByte(head, '\n') >= 0
}

// batch is some lines of a file.
type batch struct {
	path  string
	first int // the number of the first, from 1
	data  []byte
}

// batches keeps the memory of batches that were parsed.
var batches sync.Pool

func newBatch(path string, first int) batch {
	if data, ok := batches.Get().(*[]byte); ok {
		return batch{path, first, (*data)[:0]}
	}
	return batch{path, first, make([]byte, 0, 2*peekSize)}
}

// add adds what there is up to the next line feed. A line above maxLine is
// passed over and reported as long.
func (b *batch) add(in *bufio.Reader) (long bool, err error) {
	start := len(b.data)
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(b.data)-start+len(part) > maxLine; long {
			b.data = b.data[:start]
		} else {
			b.data = append(b.data, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return long, err
		}
	}
}

// parse reads the articles of the lines.
func (b batch) parse(r reader) {
	n := b.first
	for line := range bytes.Lines(b.data) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			r.line(b.path, n, line)
		}
		n++
	}
	if cap(b.data) <= maxAside {
		batches.Put(&b.data)
	}
}

// line reads the article of line n.
func (r reader) line(path string, n int, data []byte) {
	if !isClean(data) {
		text, note := decode(data)
		if note != "" {
			r.warnf(path, n, "%s", note)
		}
		data = []byte(text)
	}
	rec, err := readRecord(data)
	if err != nil {
		r.warnf(path, n, "is not an article in JSON: %s; hint: an object with id, outlet, title, date, url, authors and body on one line", claims.JSONFault(data, err))
		return
	}
	if rec.Body == nil || strings.TrimSpace(clean(*rec.Body)) == "" {
		r.warnf(path, n, "has no body; hint: the article's text belongs in the field \"body\"")
		return
	}
	r.finish(path, n, rec.document())
}

// document is the record's article: its title, a blank line and its body,
// unless the body begins with the title.
func (rec record) document() document {
	m := metadata{
		id:     plainString(rec.ID.Text),
		number: rec.ID.Number,
		outlet: squeeze(clean(rec.Outlet)),
		title:  squeeze(clean(rec.Title)),
		date:   clean(rec.Date),
		url:    strings.TrimSpace(clean(rec.URL)),
		byline: names(rec.Authors),
	}
	if m.byline == "" {
		m.byline = squeeze(clean(rec.Byline))
	}
	return titled(m, clean(*rec.Body), nil)
}

// titled puts the title of m above body, unless body begins with it.
func titled(m metadata, body string, roles []role) document {
	if m.title == "" {
		return document{m, body, roles}
	}
	lead := len(body) - len(strings.TrimLeft(body, " \t\r\n"))
	if first, _, _ := strings.Cut(body[lead:], "\n"); sameLine(first, m.title) {
		head := role{claims.Span{Start: lead, End: lead + len(first)}, roleTitle}
		for len(roles) > 0 && roles[0].Start < head.End {
			roles = roles[1:]
		}
		return document{m, body, append([]role{head}, roles...)}
	}
	head := []role{{claims.Span{End: len(m.title)}, roleTitle}}
	for _, x := range roles {
		x.Start, x.End = x.Start+len(m.title)+2, x.End+len(m.title)+2
		head = append(head, x)
	}
	return document{m, m.title + "\n\n" + body, head}
}

// names joins a list of authors; a string is taken as it is.
func names(v any) string {
	list, ok := v.([]any)
	if !ok {
		return plainString(v)
	}
	var out []string
	for _, x := range list {
		if s := plainString(x); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

// plainString is the string in v, a number's digits, or "".
func plainString(v any) string {
	switch v := v.(type) {
	case string:
		return squeeze(clean(v))
	case float64, int64, uint64, int:
		b, _ := json.Marshal(v) // numbers always marshal
		return string(b)
	}
	return ""
}

// squeeze makes all white space single blanks and trims the ends.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
