package gate

import (
	"io"

	"crosscheck/report"
)

// writeCheckstyle writes Checkstyle XML: a file for each draft, an error for each
// reason.
func writeCheckstyle(w io.Writer, d *Decision) error {
	var files []report.CheckstyleFile
	for i, x := range d.Drafts {
		f := report.CheckstyleFile{Name: x.label()}
		for _, r := range d.Reasons {
			if r.Draft == x.Article || r.Draft == "" && i == 0 {
				f.Errors = append(f.Errors, report.NewCheckstyleError(r.Place, r.Level.loud(), r.Message(), string(r.Code)))
			}
		}
		files = append(files, f)
	}
	return report.WriteCheckstyle(w, files)
}
