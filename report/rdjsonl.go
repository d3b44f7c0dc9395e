package report

import (
	"io"
	"strings"

	"crosscheck/compare"
)

// RDJSONL writes a diagnostic for each finding on a line of its own, in the
// Reviewdog Diagnostic Format, for "reviewdog -f=rdjsonl". It stands at A and
// names B as related.
type RDJSONL struct{}

var _ Writer = (*RDJSONL)(nil)

type rdDiagnostic struct {
	Message   string      `json:"message"`
	Location  rdLocation  `json:"location"`
	Severity  string      `json:"severity"`
	Source    rdSource    `json:"source"`
	Code      rdCode      `json:"code"`
	RelatedAt []rdRelated `json:"related_locations"`
}

type rdLocation struct {
	Path  string   `json:"path"`
	Range *rdRange `json:"range,omitempty"`
}

type rdRange struct {
	Start rdPosition  `json:"start"`
	End   *rdPosition `json:"end,omitempty"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column,omitempty"` // in bytes of UTF-8
}

type rdSource struct {
	Name string `json:"name"`
}

type rdCode struct {
	Value string `json:"value"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

// severities are the words of the format.
var severities = map[Level]string{Error: "ERROR", Warning: "WARNING", Notice: "INFO"}

// Write writes r as diagnostics.
func (*RDJSONL) Write(w io.Writer, r *compare.Report) error {
	v := Fill(r)
	rows := make([]rdDiagnostic, len(v.Findings))
	for i, f := range v.Findings {
		rows[i] = rdDiagnostic{
			Message: f.Message(), Location: rdAt(f.A.Place), Severity: severities[f.Level()],
			Source: rdSource{"crosscheck"}, Code: rdCode{strings.TrimSuffix(clean(f.Relation.ID)+"/"+f.Decided(), "/")},
			RelatedAt: []rdRelated{{f.B.Line(), rdAt(f.B.Place)}},
		}
	}
	return writeLines(w, rows)
}

func rdAt(p Place) rdLocation {
	out := rdLocation{Path: p.Path}
	if p.Start.Line > 0 {
		out.Range = &rdRange{Start: rdPosition{p.Start.Line, p.Start.Byte}}
		if p.End.Byte > 0 {
			out.Range.End = &rdPosition{p.End.Line, p.End.Byte}
		}
	}
	return out
}
