package report

import (
	"io"

	"crosscheck/compare"
)

// JSONL writes a JSON object for each finding on a line of its own, best first:
// what the CSV has, with lists as lists. [Schema] "finding" describes it. The
// record with everything else is [JSON].
type JSONL struct{}

var _ Writer = (*JSONL)(nil)

// findingRow is a line.
type findingRow struct {
	Rank     int     `json:"rank"`
	ID       string  `json:"id"`
	Relation string  `json:"relation"`
	Type     string  `json:"type"`
	Strength string  `json:"strength"`
	Score    float64 `json:"score"`
	Title    string  `json:"title"`
	Why      string  `json:"why"`
	Topic    string  `json:"topic"`
	Judge    string  `json:"judge"`
	Rule     string  `json:"rule"`
	New      *bool   `json:"new,omitempty"` // only where the report was held against an earlier one
	A        sideRow `json:"a"`
	B        sideRow `json:"b"`
}

// sideRow is one side of a line.
type sideRow struct {
	Claim     string      `json:"claim"`
	Outlet    string      `json:"outlet"`
	Speaker   string      `json:"speaker"`
	Office    string      `json:"office"`
	Kind      string      `json:"kind"`
	Date      string      `json:"date"`
	Statement string      `json:"statement"`
	Evidence  []string    `json:"evidence"`
	Also      []sourceRow `json:"also"`
	PrintedBy []string    `json:"printed_by"`
	Witnesses int         `json:"witnesses"`
	Title     string      `json:"title"`
	Path      string      `json:"path"`
	URL       string      `json:"url"`
}

// sourceRow is somebody who says the same.
type sourceRow struct {
	Claim   string `json:"claim"`
	Outlet  string `json:"outlet"`
	Speaker string `json:"speaker"`
	URL     string `json:"url"`
}

// Write writes r as JSON Lines.
func (*JSONL) Write(w io.Writer, r *compare.Report) error {
	v := Fill(r)
	rows := make([]findingRow, len(v.Findings))
	for i, f := range v.Findings {
		rows[i] = newFindingRow(f, v.Since != nil)
	}
	return writeLines(w, rows)
}

func newFindingRow(f Finding, since bool) findingRow {
	row := findingRow{
		Rank: f.Rank, ID: f.ID, Relation: clean(f.Relation.ID), Type: clean(f.Type.ID), Strength: f.Strength, Score: f.Score, Title: f.Title, Why: f.Why,
		Topic: f.Topic, Judge: f.Judge, Rule: f.Rule, A: newSideRow(f.A), B: newSideRow(f.B),
	}
	if since {
		row.New = &f.New
	}
	return row
}

func newSideRow(s Side) sideRow {
	row := sideRow{
		Claim: s.Claim, Outlet: s.Outlet, Speaker: s.Name, Office: s.Office, Kind: clean(s.Kind.ID), Date: s.Date, Statement: s.Passage.String(),
		Evidence: list(s.Evidence), Also: []sourceRow{}, PrintedBy: list(s.Printed.Outlets), Witnesses: s.Printed.Witnesses,
		Title: s.Title, Path: s.Path, URL: s.URL,
	}
	for _, o := range s.Also {
		row.Also = append(row.Also, sourceRow{o.Claim, o.Outlet, o.Name, o.URL})
	}
	return row
}
