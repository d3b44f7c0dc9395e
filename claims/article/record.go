package article

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// record is a line of a JSONL file. Other fields are ignored.
type record struct {
	ID      givenID `json:"id"`
	Outlet  string  `json:"outlet"`
	Title   string  `json:"title"`
	Date    string  `json:"date"`
	URL     string  `json:"url"`
	Authors any     `json:"authors"`
	Byline  string  `json:"byline"`
	Body    *string `json:"body"`
}

// givenID is an ID as the input gives it: a string or a number. Any other value
// is none.
type givenID struct {
	Text   string
	Number bool
}

// UnmarshalJSON keeps a number's digits as they are: one of twenty is no float.
func (id *givenID) UnmarshalJSON(data []byte) error {
	var n json.Number
	if json.Unmarshal(data, &n) == nil && n != "" && data[0] != '"' {
		*id = givenID{Text: string(n), Number: true}
		return nil
	}
	var s string
	if json.Unmarshal(data, &s) == nil {
		*id = givenID{Text: s}
	}
	return nil
}

// recordFields are the names of its fields.
var recordFields = []string{"id", "outlet", "title", "date", "url", "authors", "byline", "body"}

// readRecord reads a line of valid UTF-8: itself where it is an object of
// strings, as it nearly always is, and by package json, which takes several
// times as long, where it is anything else or wrong.
func readRecord(data []byte) (record, error) {
	var rec record
	if rec.read(data) {
		return rec, nil
	}
	rec = record{}
	err := json.Unmarshal(data, &rec)
	return rec, err
}

// read reads an object of strings; false where data is not sure to be one.
func (rec *record) read(data []byte) bool {
	s := jsonScanner{data: data}
	if !s.skip('{') {
		return false
	}
	for {
		key, ok := s.text()
		if !ok || !s.skip(':') {
			return false
		}
		value, ok := s.text()
		if !ok || !rec.set(key, value) {
			return false
		}
		if !s.skip(',') {
			break
		}
	}
	return s.skip('}') && s.done()
}

// set sets a field. It refuses a name that differs from a field's in case,
// which package json takes for that field.
func (rec *record) set(key, value string) bool {
	switch key {
	case "id":
		rec.ID = givenID{Text: value}
	case "outlet":
		rec.Outlet = value
	case "title":
		rec.Title = value
	case "date":
		rec.Date = value
	case "url":
		rec.URL = value
	case "authors":
		rec.Authors = value
	case "byline":
		rec.Byline = value
	case "body":
		rec.Body = &value
	default:
		for _, f := range recordFields {
			if strings.EqualFold(f, key) {
				return false
			}
		}
	}
	return true
}

// jsonScanner reads the tokens of JSON (RFC 8259) that an object of strings is
// made of.
type jsonScanner struct {
	data []byte
	at   int
}

// space passes over white space.
func (s *jsonScanner) space() {
	for s.at < len(s.data) && strings.IndexByte(" \t\r\n", s.data[s.at]) >= 0 {
		s.at++
	}
}

// skip passes over white space and c; false where something else stands there.
func (s *jsonScanner) skip(c byte) bool {
	s.space()
	if s.at == len(s.data) || s.data[s.at] != c {
		return false
	}
	s.at++
	return true
}

// done reports whether nothing but white space is left.
func (s *jsonScanner) done() bool {
	s.space()
	return s.at == len(s.data)
}

// text reads a string; false for any other value, and for one that is wrong or
// has a surrogate in it.
func (s *jsonScanner) text() (string, bool) {
	if !s.skip('"') {
		return "", false
	}
	start, escapes := s.at, false
	for ; s.at < len(s.data); s.at++ {
		c := s.data[s.at]
		if !endsPlain[c] {
			continue
		}
		switch {
		case c == '"':
			raw := s.data[start:s.at]
			s.at++
			if escapes {
				return unescape(raw)
			}
			return string(raw), true
		case c == '\\':
			escapes = true
			s.at++ // what is escaped ends nothing
		default: // a control character
			return "", false
		}
	}
	return "", false
}

// endsPlain are the bytes that do not stand for themselves in a string.
var endsPlain = func() (t [256]bool) {
	for c := range ' ' {
		t[c] = true
	}
	t['"'], t['\\'] = true, true
	return t
}()

// escaped are the bytes that stand for others behind a backslash.
var escaped = map[byte]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// unescape replaces the escapes in what stands between quotation marks.
func unescape(raw []byte) (string, bool) {
	var b strings.Builder
	b.Grow(len(raw))
	for i := 0; i < len(raw); {
		n := bytes.IndexByte(raw[i:], '\\')
		if n < 0 {
			b.Write(raw[i:])
			break
		}
		n += i
		b.Write(raw[i:n])
		if raw[n+1] != 'u' { // text has made sure of a byte behind
			c, ok := escaped[raw[n+1]]
			if !ok {
				return "", false
			}
			b.WriteByte(c)
			i = n + 2
			continue
		}
		r, ok := hex4(raw[n+2:])
		if !ok {
			return "", false
		}
		b.WriteRune(r)
		i = n + len(`\u0000`)
	}
	return b.String(), true
}

// hex4 reads four hexadecimal digits as a rune; false for a surrogate.
func hex4(s []byte) (r rune, ok bool) {
	if len(s) < 4 {
		return 0, false
	}
	for _, c := range s[:4] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, utf8.ValidRune(r)
}
