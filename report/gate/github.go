package gate

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// What a command may not hold as it is, after the escapes of actions/toolkit.
var (
	commandText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// writeGitHub writes a workflow command for each reason (GitHub Actions,
// "Workflow commands"), which shows as an annotation of the draft's file.
func writeGitHub(w io.Writer, d *Decision) error {
	out := bufio.NewWriter(w)
	for _, r := range d.shown() {
		command := string(r.Level)
		if r.Level == Note {
			command = "notice"
		}
		var at []string
		for _, p := range []struct {
			name, value string
		}{{"file", r.Place.Path}, {"line", number(r.Place.Start.Line)}, {"endLine", number(r.Place.End.Line)}, {"col", number(r.Place.Start.Column)}, {"endColumn", number(r.Place.End.Column)}, {"title", string(r.Code)}} {
			if p.value != "" {
				at = append(at, p.name+"="+commandProperty.Replace(p.value))
			}
		}
		fmt.Fprintf(out, "::%s %s::%s\n", command, strings.Join(at, ","), commandText.Replace(r.Message()))
	}
	return out.Flush()
}

// number is a number, "" for 0.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
