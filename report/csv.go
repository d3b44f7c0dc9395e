package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"crosscheck/compare"
)

// CSV writes a row for each finding, best first, after a row of column names;
// the columns are those of [Columns]. Rows are those of RFC 4180 (2005): comma,
// double quotes, CRLF, UTF-8 without a mark of byte order. A cell that a
// spreadsheet could run as a formula begins with an apostrophe.
type CSV struct{}

var _ Writer = (*CSV)(nil)

// Column is a column of the CSV.
type Column struct {
	Name string
	Doc  string
	cell func(Finding) string
}

// Columns returns the columns of the CSV, in order. New ones are added at the
// end.
func Columns() []Column {
	out := []Column{
		{"rank", "place in the ranking, from 1", func(f Finding) string { return strconv.Itoa(f.Rank) }},
		{"id", "the finding's ID, the same in every run", func(f Finding) string { return f.ID }},
		{"relation", "dispute, conflict, shift, misquote, headline or edit", func(f Finding) string { return f.Relation.ID }},
		{"type", "what the opposition consists in: negation, number ...", func(f Finding) string { return f.Type.ID }},
		{"strength", "strong, likely or weak: the score in words", func(f Finding) string { return f.Strength }},
		{"score", "how sure the judge is, in [0, 1]", func(f Finding) string { return strconv.FormatFloat(f.Score, 'f', 3, 64) }},
		{"title", "who is against whom", func(f Finding) string { return f.Title }},
		{"why", "one sentence that says why", func(f Finding) string { return f.Why }},
		{"topic", "the words that the topic's claims share", func(f Finding) string { return f.Topic }},
		{"judge", "name and version of the judge", func(f Finding) string { return f.Judge }},
		{"rule", "ID of the rule that decided", func(f Finding) string { return f.Rule }},
	}
	out = append(out, sideColumns("a", func(f Finding) Side { return f.A })...)
	out = append(out, sideColumns("b", func(f Finding) Side { return f.B })...)
	out = append(out, printedColumns("a", func(f Finding) Side { return f.A })...)
	out = append(out, printedColumns("b", func(f Finding) Side { return f.B })...)
	return append(out, Column{"new", "yes where an earlier report does not have it", func(f Finding) string {
		if f.New {
			return "yes"
		}
		return ""
	}})
}

// printedColumns say who prints one side's text.
func printedColumns(side string, of func(Finding) Side) []Column {
	return []Column{
		{side + "_printed_by", "side " + side + ": the outlets that print the same text, \"\" where nobody else does",
			func(f Finding) string { return strings.Join(of(f).Printed.Outlets, ", ") }},
		{side + "_witnesses", "side " + side + ": how many of these have it independently, \"\" where nobody else prints it", func(f Finding) string {
			if n := of(f).Printed.Witnesses; n > 0 {
				return strconv.Itoa(n)
			}
			return ""
		}},
	}
}

// sideColumns are the columns of one side.
func sideColumns(side string, of func(Finding) Side) []Column {
	col := func(name, doc string, cell func(Side) string) Column {
		return Column{side + "_" + name, "side " + side + ": " + doc, func(f Finding) string { return cell(of(f)) }}
	}
	return []Column{
		col("outlet", "who published it", func(s Side) string { return s.Outlet }),
		col("speaker", "who said it, \"\" where nobody is named", func(s Side) string { return s.Name }),
		col("office", "the speaker's role and affiliation", func(s Side) string { return s.Office }),
		col("kind", "direct, mixed, reported, headline or own", func(s Side) string { return s.Kind.ID }),
		col("date", "when it was said, YYYY-MM-DD", func(s Side) string { return s.Date }),
		col("statement", "the sentences that hold it", func(s Side) string { return s.Passage.String() }),
		col("evidence", "the words that decide, parted by \" | \"", func(s Side) string { return strings.Join(s.Evidence, " | ") }),
		col("also", "who else says the same", func(s Side) string { return sources(s.Also) }),
		col("title", "the article's headline", func(s Side) string { return s.Title }),
		col("path", "the article's file", func(s Side) string { return s.Path }),
		col("url", "the article's address", func(s Side) string { return s.URL }),
		col("claim", "the claim's ID", func(s Side) string { return s.Claim }),
	}
}

// Write writes r as CSV.
func (*CSV) Write(w io.Writer, r *compare.Report) error {
	columns := Columns()
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.Name
	}
	out := newCSV(w)
	out.Write(row) // csv.Writer keeps its first error for the end
	for _, f := range Fill(r).Findings {
		for i, c := range columns {
			row[i] = harmless(clean(c.cell(f))) // an unknown relation is as it came
		}
		out.Write(row)
	}
	return flushCSV(out)
}

func newCSV(w io.Writer) *csv.Writer {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	return out
}

// flushCSV ends the writing and returns the first error of all.
func flushCSV(out *csv.Writer) error {
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing CSV: %w", err)
	}
	return nil
}

// harmless puts an apostrophe before a cell that a spreadsheet could take for
// a formula, after OWASP, "CSV Injection": one that begins with = + - @, their
// full-width forms, a tab or a line break, white space before them or not. A
// lone "-", which stands for standard input, cannot run.
func harmless(cell string) string {
	s := strings.TrimLeft(cell, " \u00a0")
	if s != "" && s != "-" && strings.ContainsRune("=+-@＝＋－＠\t\r\n", []rune(s)[0]) {
		return "'" + cell
	}
	return cell
}
