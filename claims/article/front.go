package article

import (
	"errors"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
)

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

// frontMatter is what a file's front matter states. Other keys are passed over.
type frontMatter struct {
	ID, Outlet, Title, Date, URL, Byline, Authors, Author any
}

// readFrontMatter reads outlet, title, date, url and byline or authors. Where
// that is no YAML as a whole, it is read entry by entry, so that one title with
// a colon in it does not cost the date.
func (r reader) readFrontMatter(path, src string) metadata {
	var f frontMatter
	err := yaml.Unmarshal([]byte(src), &f)
	if err == nil {
		return f.metadata()
	}
	f = frontMatter{}
	told := false
	for _, e := range entries(src) {
		if yaml.Unmarshal([]byte(e.text), &f) == nil {
			continue
		}
		if to := f.field(e.key); to != nil {
			*to = unquoted(e.value)
			r.warnf(path, e.line+1, "the front matter's %s is not valid YAML, and was read as it stands; hint: put the value in quotes", e.key)
			told = true
		}
	}
	if !told {
		line, why := yamlFault(err)
		r.warnf(path, line+1, "the front matter is not valid YAML, and only what could be read of it was: %s", why)
	}
	return f.metadata()
}

// frontEntry is a line "key: value" of front matter, with the lines that belong
// to it: lists, and what is indented.
type frontEntry struct {
	key, value string // of its first line; "" where that is no such line
	text       string // all of it
	line       int    // 1-based, in the front matter
}

// entries splits front matter at each line that begins with a key.
func entries(src string) []frontEntry {
	var out []frontEntry
	start, n := 0, 0
	for at, line := range lineStarts(src) {
		n++
		bare := strings.TrimRight(line, " \t\r\n")
		if at > 0 && (bare == "" || strings.ContainsAny(bare[:1], " \t-#]}")) {
			continue
		}
		if len(out) > 0 {
			out[len(out)-1].text = src[start:at]
		}
		key, value, _ := strings.Cut(bare, ":")
		out = append(out, frontEntry{key: key, value: strings.TrimSpace(value), line: n})
		start = at
	}
	if len(out) > 0 {
		out[len(out)-1].text = src[start:]
	}
	return out
}

// lineStarts yields the lines of a text with their line feeds, and where they begin.
func lineStarts(src string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		at := 0
		for line := range strings.Lines(src) {
			if !yield(at, line) {
				return
			}
			at += len(line)
		}
	}
}

// unquoted is a value without the pair of quotation marks that it stands in.
func unquoted(s string) string {
	if n := len(s); n >= 2 && s[0] == s[n-1] && (s[0] == '"' || s[0] == '\'') {
		return s[1 : n-1]
	}
	return s
}

// field is where the value of a key goes, nil for one that is passed over.
func (f *frontMatter) field(key string) *any {
	switch key {
	case "id":
		return &f.ID
	case "outlet":
		return &f.Outlet
	case "title":
		return &f.Title
	case "date":
		return &f.Date
	case "url":
		return &f.URL
	case "byline":
		return &f.Byline
	case "authors":
		return &f.Authors
	case "author":
		return &f.Author
	}
	return nil
}

// metadata is what is asked of it.
func (f *frontMatter) metadata() metadata {
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
	return m
}

// yamlFault is the line of an error in YAML, 0 where it has none, and what is
// wrong there.
func yamlFault(err error) (line int, why string) {
	why, _, _ = strings.Cut(err.Error(), "\n")
	if at, ok := errors.AsType[yaml.Error](err); ok && at.GetToken() != nil && at.GetToken().Position != nil {
		return at.GetToken().Position.Line, at.GetMessage()
	}
	return 0, why
}
