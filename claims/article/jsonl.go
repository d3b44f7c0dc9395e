package article

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"crosscheck/claims"
)

// maxLine is the longest line of a JSONL file that is read, in bytes. The
// longest article of a newspaper is under 1 MB; whole books are under 10.
const maxLine = 32 << 20

// record is a line of a JSONL file. Other fields are ignored.
type record struct {
	ID      any     `json:"id"`
	Outlet  string  `json:"outlet"`
	Title   string  `json:"title"`
	Date    string  `json:"date"`
	URL     string  `json:"url"`
	Authors any     `json:"authors"`
	Byline  string  `json:"byline"`
	Body    *string `json:"body"`
}

// lines reads an article a line, holding one line at a time.
func (r reader) lines(ctx context.Context, path string, in *bufio.Reader) error {
	seen := false
	for n := 1; ; n++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		line, long, err := nextLine(in)
		if line = bytes.TrimSpace(line); long {
			r.warnf(path, n, "is longer than %d MB and was left out", maxLine>>20)
		} else if len(line) > 0 {
			if err := r.line(path, n, line); err != nil {
				return err
			}
		}
		seen = seen || long || len(line) > 0
		if err == nil {
			continue
		}
		if !errors.Is(err, io.EOF) {
			r.warnf(path, n, "cannot be read any further: %v", reason(err))
		} else if !seen {
			r.warnf(path, 0, "is empty")
		}
		return nil
	}
}

// nextLine reads up to the next line feed. A line above maxLine is passed over
// and reported as long.
func nextLine(in *bufio.Reader) (line []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(line)+len(part) > maxLine; long {
			line = nil
		} else {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, long, err
		}
	}
}

// line reads the article of line n.
func (r reader) line(path string, n int, data []byte) error {
	text, note := decode(data)
	if note != "" {
		r.warnf(path, n, "%s", note)
	}
	var rec record
	if err := json.Unmarshal([]byte(text), &rec); err != nil {
		r.warnf(path, n, "is not an article in JSON: %v; hint: an object with id, outlet, title, date, url, authors and body on one line", err)
		return nil
	}
	if rec.Body == nil || strings.TrimSpace(clean(*rec.Body)) == "" {
		r.warnf(path, n, "has no body; hint: the article's text belongs in the field \"body\"")
		return nil
	}
	return r.finish(path, n, rec.document())
}

// document is the record's article: its title, a blank line and its body,
// unless the body begins with the title.
func (rec record) document() document {
	m := metadata{
		id:     plainString(rec.ID),
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
