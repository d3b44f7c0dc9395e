package report

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
)

// ArticleRow tells the story of an article.
type ArticleRow struct {
	ID    any    `json:"id"`    // the article's as the input gave it: a string, or the JSON of a number
	Story string `json:"story"` // the ID of the story's first article
}

// StoryText lists articles by story to read on a terminal, the stories of most
// articles first. Articles that stand alone are counted.
type StoryText struct{ TopicOptions }

// StoryJSON lists articles as one JSON list of [ArticleRow], in the report's
// order.
type StoryJSON struct{ TopicOptions }

// StoryJSONL lists articles as JSON, an [ArticleRow] on each line.
type StoryJSONL struct{ TopicOptions }

// StoryCSV lists articles as CSV, in the manner of [CSV].
type StoryCSV struct{ TopicOptions }

var (
	_ Writer = (*StoryText)(nil)
	_ Writer = (*StoryJSON)(nil)
	_ Writer = (*StoryJSONL)(nil)
	_ Writer = (*StoryCSV)(nil)
)

// articleRows tell the story of each article, or of those of one story. An
// article that was left out of the comparison is a story of its own.
func articleRows(r *compare.Report, o TopicOptions) []ArticleRow {
	f := newFiller(orEmpty(r))
	of, only := f.storyOf(), f.storyID(o.Story)
	out := []ArticleRow{}
	for _, a := range f.report.Articles {
		if s := cmp.Or(of[a.ID], a.ID); only == "" || s == only {
			out = append(out, ArticleRow{given(&a), s})
		}
	}
	return out
}

// given is an article's ID as the input gave it.
func given(a *claims.Article) any {
	var v any
	d := json.NewDecoder(strings.NewReader(a.Given))
	d.UseNumber()
	if d.Decode(&v) != nil {
		return a.ID
	}
	return v
}

// Write writes the articles of r as JSON.
func (s *StoryJSON) Write(w io.Writer, r *compare.Report) error {
	return writeJSON(w, articleRows(r, s.TopicOptions), "  ")
}

// Write writes the articles of r as JSON, one a line.
func (s *StoryJSONL) Write(w io.Writer, r *compare.Report) error {
	return writeLines(w, articleRows(r, s.TopicOptions))
}

// Write writes the articles of r as CSV.
func (s *StoryCSV) Write(w io.Writer, r *compare.Report) error {
	out := newCSV(w)
	out.Write([]string{"id", "story"})
	for _, row := range articleRows(r, s.TopicOptions) {
		out.Write([]string{harmless(clean(fmt.Sprint(row.ID))), harmless(clean(row.Story))})
	}
	return flushCSV(out)
}

// writeLines writes values as JSON, one a line.
func writeLines[T any](w io.Writer, list []T) error {
	out := bufio.NewWriter(w)
	var buf bytes.Buffer
	for _, x := range list {
		buf.Reset()
		if err := encodeJSON(&buf, x, ""); err != nil {
			return err
		}
		escapeHidden(out, buf.Bytes())
	}
	return out.Flush()
}

// Write writes the stories of r as text.
func (t *StoryText) Write(w io.Writer, r *compare.Report) error {
	f := newFiller(orEmpty(r))
	alone, only := len(f.report.Articles), f.storyID(t.Story)
	var all []compare.Story
	for _, s := range f.report.Stories {
		if len(s.Articles) > 1 {
			alone -= len(s.Articles)
		}
		if len(s.Articles) > 1 && only == "" || s.ID == only {
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(a, b compare.Story) int { return cmp.Compare(len(b.Articles), len(a.Articles)) })
	shown := all
	if t.Limit > 0 {
		shown = all[:min(t.Limit, len(all))]
	}
	s := &screen{out: bufio.NewWriter(w), width: columns(t.Width), color: t.Color}
	if only == "" {
		s.storyTotals(len(f.report.Articles), alone, len(all), len(shown))
	}
	for _, one := range shown {
		s.story(f, one)
	}
	return s.out.Flush()
}

// storyTotals sets the head: what was read, and what is not shown.
func (s *screen) storyTotals(articles, alone, all, shown int) {
	head := count(articles, "article") + " in " + stories(all+alone)
	if alone > 0 && all > 0 {
		head += ", " + grouped(alone) + " of them of one article"
	}
	s.block("", "", head+".")
	if shown < all {
		s.block("", "", fmt.Sprintf("Shown are the %s largest; --limit 0 shows all of several articles.", grouped(shown)))
	}
}

// story sets a story and its articles.
func (s *screen) story(f *filler, one compare.Story) {
	s.out.WriteByte('\n')
	g := f.group(one.ID)
	s.block("", "  ", bold(g.Title))
	s.block("  ", "  ", dim(fmt.Sprintf("%s, %s: story %s", count(g.Articles, "article"), cmp.Or(days(g.From, g.To), "no date"), g.ID)))
	for _, id := range one.Articles {
		if a := f.articles[id]; a != nil {
			s.line(s.cut("    "+articleLine(a), s.width))
		}
	}
}

// articleLine is an article on one line.
func articleLine(a *claims.Article) string {
	line := cmp.Or(clean(a.Date), "no date   ") + "  " + cmp.Or(name(a.Outlet), unknownOutlet)
	if a.Title != "" {
		line += ": " + name(a.Title)
	}
	return line
}
