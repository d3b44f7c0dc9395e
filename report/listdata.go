package report

import (
	"io"
	"strconv"
	"strings"

	"crosscheck/claims"
)

// ListJSON lists claims as one JSON list of [Row].
type ListJSON struct{}

// ListJSONL lists claims as JSON, a [Row] on each line.
type ListJSONL struct{}

// ListCSV lists claims as CSV, in the manner of [CSV]. Spans are written
// "12-34 56-78".
type ListCSV struct{}

var (
	_ Lister = (*ListJSON)(nil)
	_ Lister = (*ListJSONL)(nil)
	_ Lister = (*ListCSV)(nil)
)

// List writes the claims as JSON.
func (*ListJSON) List(w io.Writer, articles []claims.Article, all []claims.Claim) error {
	return writeJSON(w, rows(articles, all), "  ")
}

// List writes the claims as JSON, one a line.
func (*ListJSONL) List(w io.Writer, articles []claims.Article, all []claims.Claim) error {
	for _, row := range rows(articles, all) {
		if err := writeJSON(w, row, ""); err != nil {
			return err
		}
	}
	return nil
}

// List writes the claims as CSV.
func (*ListCSV) List(w io.Writer, articles []claims.Article, all []claims.Claim) error {
	out := newCSV(w)
	out.Write([]string{"id", "article", "path", "outlet", "kind", "speaker_id", "speaker", "role", "affiliation",
		"date", "stance", "text", "source", "cue", "content"})
	for _, r := range rows(articles, all) {
		who := claims.Speaker{}
		if r.Speaker != nil {
			who = *r.Speaker
		}
		row := []string{r.ID, r.Article, r.Path, r.Outlet, string(r.Kind), who.ID, who.Name, who.Role, who.Affiliation,
			r.Date, string(r.Stance), r.Text, offsets(r.Source), offsets(r.Cue), offsets(r.Content)}
		for i := range row {
			row[i] = harmless(clean(row[i]))
		}
		out.Write(row)
	}
	return flushCSV(out)
}

// offsets writes spans as "12-34 56-78".
func offsets(spans []claims.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, strconv.Itoa(s.Start)+"-"+strconv.Itoa(s.End))
	}
	return strings.Join(parts, " ")
}
