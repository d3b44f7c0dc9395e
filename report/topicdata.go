package report

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
)

// TopicRow is a topic as `crosscheck topics` writes it in JSON: its fields, and
// how many witnesses it has.
type TopicRow struct {
	compare.Topic
	Witnesses int `json:"witnesses"` // outlets that have it of their own, not from another
}

// ArticleStub is an article without its text.
type ArticleStub struct {
	ID     string `json:"id"`
	Outlet string `json:"outlet"`
	Title  string `json:"title"`
	Date   string `json:"date"` // YYYY-MM-DD, or ""
	Path   string `json:"path"` // "-" is standard input
}

// TopicJSON lists topics as one JSON object: version, stories, topics, copies,
// articles without their texts, and the claims of all these.
type TopicJSON struct{ TopicOptions }

// TopicJSONL lists topics as JSON, a [TopicRow] on each line.
type TopicJSONL struct{ TopicOptions }

// TopicCSV lists topics as CSV, in the manner of [CSV].
type TopicCSV struct{ TopicOptions }

var (
	_ Writer = (*TopicJSON)(nil)
	_ Writer = (*TopicJSONL)(nil)
	_ Writer = (*TopicCSV)(nil)
)

// rows are the topics to list, as they are written.
func (c chosen) rows() []TopicRow {
	out := make([]TopicRow, len(c.topics))
	for i, t := range c.topics {
		out[i] = TopicRow{fullTopic(t.Topic), t.witnesses}
	}
	return out
}

// Write writes the topics of r as one JSON object.
func (t *TopicJSON) Write(w io.Writer, r *compare.Report) error {
	r = orEmpty(r)
	topics := newFiller(r).choose(t.TopicOptions).rows()
	copies, listed := about(r, topics)
	o := newObject(w)
	o.field("version", r.Version)
	entries(o, "stories", r.Stories, fullStory)
	entries(o, "topics", topics, same)
	entries(o, "copies", copies, fullCopies)
	entries(o, "articles", r.Articles, func(a claims.Article) ArticleStub {
		return ArticleStub{a.ID, a.Outlet, a.Title, a.Date, a.Path}
	})
	entries(o, "claims", listed, func(c *claims.Claim) claims.Claim { return fullClaim(*c) })
	return o.end()
}

// about are the copies that have a claim of the topics, and all claims of
// topics and copies.
func about(r *compare.Report, topics []TopicRow) ([]compare.Copies, []*claims.Claim) {
	named := map[string]bool{}
	for _, t := range topics {
		for _, id := range t.Claims {
			named[id] = true
		}
	}
	copies := slices.DeleteFunc(slices.Clone(r.Copies), func(c compare.Copies) bool {
		return !slices.ContainsFunc(c.Claims, func(id string) bool { return named[id] })
	})
	for _, c := range copies {
		for _, id := range c.Claims {
			named[id] = true
		}
	}
	var out []*claims.Claim
	for i := range r.Claims {
		if named[r.Claims[i].ID] {
			out = append(out, &r.Claims[i])
		}
	}
	return copies, out
}

// Write writes the topics of r as JSON, one a line.
func (t *TopicJSONL) Write(w io.Writer, r *compare.Report) error {
	return writeLines(w, newFiller(orEmpty(r)).choose(t.TopicOptions).rows())
}

// Write writes the topics of r as CSV.
func (t *TopicCSV) Write(w io.Writer, r *compare.Report) error {
	f := newFiller(orEmpty(r))
	out := newCSV(w)
	out.Write([]string{"id", "label", "claims", "witnesses", "outlets", "speakers", "from", "to", "stories", "titles", "centre", "text"})
	for _, t := range f.choose(t.TopicOptions).rows() {
		row := []string{t.ID, t.Label, strconv.Itoa(len(t.Claims)), strconv.Itoa(t.Witnesses), strings.Join(t.Outlets, " | "),
			strings.Join(t.Speakers, " | "), t.From, t.To, strings.Join(t.Stories, " | "), strings.Join(f.titles(t.Stories), " | "), t.Centre, f.said(t.Centre)}
		for i := range row {
			row[i] = harmless(clean(row[i]))
		}
		out.Write(row)
	}
	return flushCSV(out)
}

// titles are the titles of stories.
func (f *filler) titles(ids []string) []string {
	var out []string
	for _, id := range ids {
		if i, ok := f.stories[id]; ok {
			out = append(out, name(f.report.Stories[i].Title))
		}
	}
	return out
}

// said is what the claim with the ID says.
func (f *filler) said(id string) string {
	if c := f.claims[id]; c != nil {
		return c.Text
	}
	return ""
}

// orEmpty is r, or an empty report.
func orEmpty(r *compare.Report) *compare.Report {
	if r == nil {
		return &compare.Report{Version: compare.Version}
	}
	return r
}
