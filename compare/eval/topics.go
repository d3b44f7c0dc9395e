package eval

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/article"
)

// TopicGold is articles, and the story that people put each in.
type TopicGold struct {
	Articles []claims.Article
	Stories  []string // by place in Articles; equal for two articles of one story
}

// label is what a row of the gold has besides the article.
type label struct {
	ID    json.RawMessage `json:"id"`
	Story json.RawMessage `json:"story"`
}

// ReadTopics reads articles with their stories from JSON Lines, which gzip may
// have packed: an article as "crosscheck report" reads it, with the field
// "story". path is for the warnings and kept in each article. A row that lacks
// id or story, and one with the ID of a row before it, is left out with a
// warning; one without a body has no text. The error is that of in, or that no
// row has all three.
func ReadTopics(path string, in io.Reader) (TopicGold, []claims.Warning, error) {
	r := topicReader{path: path, lines: map[string]int{}}
	buf, err := unpacked(in)
	if err != nil {
		return r.gold, nil, fmt.Errorf("reading %s: %w", path, err)
	}
	for n := 1; ; n++ {
		line, err := buf.ReadBytes('\n')
		if line = bytes.TrimSpace(line); len(line) > 0 {
			r.row(n, line)
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return r.gold, r.warnings, fmt.Errorf("reading %s: %w", path, err)
		}
		if err != nil {
			break
		}
	}
	if !slices.ContainsFunc(r.gold.Articles, func(a claims.Article) bool { return a.Text != "" }) {
		return r.gold, r.warnings, fmt.Errorf("%s has no row with id, story and body", path)
	}
	return r.gold, r.warnings, nil
}

// unpacked is in, unpacked where it begins like a gzip file (RFC 1952).
func unpacked(in io.Reader) (*bufio.Reader, error) {
	buf := bufio.NewReader(in)
	if head, _ := buf.Peek(2); !bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return buf, nil
	}
	packed, err := gzip.NewReader(buf)
	if err != nil {
		return nil, err
	}
	return bufio.NewReader(packed), nil
}

// topicReader gathers rows.
type topicReader struct {
	path     string
	gold     TopicGold
	warnings []claims.Warning
	lines    map[string]int // where each ID was given first
}

func (r *topicReader) warnf(n int, format string, args ...any) {
	r.warnings = append(r.warnings, claims.Warning{Path: r.path, Line: n, Reason: fmt.Sprintf(format, args...)})
}

// row reads line n.
func (r *topicReader) row(n int, line []byte) {
	var l label
	line = bytes.TrimPrefix(line, []byte("\uFEFF"))
	if err := json.Unmarshal(line, &l); err != nil {
		r.warnf(n, "is not an article in JSON: %s; hint: an object with id, story, title and body on one line", claims.JSONFault(line, err))
		return
	}
	id, story := plain(l.ID), plain(l.Story)
	switch {
	case id == "":
		r.warnf(n, "has no id and was left out")
	case story == "":
		r.warnf(n, "has no story and was left out; hint: the name of the event it is about belongs in the field \"story\"")
	case r.lines[id] > 0:
		r.warnf(n, "has the ID %q of line %d and was left out", id, r.lines[id])
	default:
		r.lines[id] = n
		r.gold.Articles = append(r.gold.Articles, r.article(id, n, line))
		r.gold.Stories = append(r.gold.Stories, story)
	}
}

// article is the article of line n. One without a body is read nowhere else,
// and cannot be grouped; it counts all the same, lest a gold look easier than
// it is.
func (r *topicReader) article(id string, n int, line []byte) claims.Article {
	list, warnings := article.Parse(asLines(r.path), line)
	a := claims.Article{}
	if len(list) == 1 {
		a = list[0]
		for _, w := range warnings {
			r.warnf(n, "%s", w.Reason)
		}
	} else {
		r.warnf(n, "has no body and counts as an article that stands alone")
	}
	a.ID, a.Path, a.Line = id, r.path, n
	return a
}

// asLines is a path by whose name article.Parse knows JSON Lines.
func asLines(path string) string {
	if strings.HasSuffix(strings.ToLower(path), ".jsonl") {
		return path
	}
	return path + ".jsonl"
}

// plain is the string in v, or the number as it is printed, else "".
func plain(v json.RawMessage) string {
	var s string
	var n json.Number
	switch {
	case json.Unmarshal(v, &s) == nil:
		return strings.TrimSpace(s)
	case json.Unmarshal(v, &n) == nil:
		return n.String()
	}
	return ""
}

// Headline is an article as a list of mistakes names it.
type Headline struct {
	ID    string `json:"id"`
	Title string `json:"title"` // where it has none, the beginning of its text
	Date  string `json:"date"`  // YYYY-MM-DD, "" where unknown
}

// headlineBytes is about a line: how much of a text stands for a title.
const headlineBytes = 80

func headline(a *claims.Article) Headline {
	begin := a.Text
	if len(begin) > headlineBytes {
		begin = strings.ToValidUTF8(begin[:headlineBytes], "") + " …"
	}
	return Headline{ID: a.ID, Title: cmp.Or(a.Title, strings.Join(strings.Fields(begin), " ")), Date: a.Date}
}
