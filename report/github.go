package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"crosscheck/compare"
)

// GitHub writes a workflow command for each finding, which GitHub Actions shows
// as an annotation of the file (its documentation, "Workflow commands"): an
// error where it is strong, a warning where it is likely, else a notice. The
// annotation stands at A; its text has both sides. GitHub shows ten of each
// level for a step.
type GitHub struct{}

var _ Writer = (*GitHub)(nil)

// Write writes r as workflow commands.
func (*GitHub) Write(w io.Writer, r *compare.Report) error {
	out := bufio.NewWriter(w)
	for _, f := range Fill(r).Findings {
		fmt.Fprintf(out, "::%s %s::%s\n", command(f.Level()), properties(f), commandText.Replace(f.Message()))
	}
	return out.Flush()
}

func command(l Level) string {
	if l == Notice {
		return "notice"
	}
	return string(l)
}

// properties say where, and what to call it.
func properties(f Finding) string {
	var parts []string
	add := func(name, value string) {
		parts = append(parts, name+"="+commandProperty.Replace(value))
	}
	p := f.A.Place
	if p.Path != "" {
		add("file", p.Path)
	}
	for _, x := range []struct {
		name string
		n    int
	}{{"line", p.Start.Line}, {"endLine", p.End.Line}, {"col", p.Start.Column}, {"endColumn", p.End.Column}} {
		if x.n > 0 {
			add(x.name, fmt.Sprint(x.n))
		}
	}
	add("title", f.Relation.Name+", "+f.Type.Name+": "+f.Strength)
	return strings.Join(parts, ",")
}

// What a command may not hold as it is, after the escapes of actions/toolkit.
var (
	commandText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
