package report

import (
	"encoding/xml"
	"io"

	"crosscheck/compare"
)

// Checkstyle writes the XML of Checkstyle's XMLLogger, which build servers and
// editors read: a file for each file of articles, an error for each finding, at
// its side A. Its severity is the strength, its source what decided.
type Checkstyle struct{}

var _ Writer = (*Checkstyle)(nil)

// CheckstyleFile is a file of a Checkstyle log.
type CheckstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []CheckstyleError `xml:"error"`
}

// CheckstyleError is what there is to say of a place in a file.
type CheckstyleError struct {
	Line     int    `xml:"line,attr"`             // from 1
	Column   int    `xml:"column,attr,omitempty"` // from 1; 0 is unknown
	Severity string `xml:"severity,attr"`         // error, warning, info
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"` // what decided: "crosscheck.polarity"
}

// NewCheckstyleError is an error at a place. Where no line is known it is 1, since
// readers want one.
func NewCheckstyleError(at Place, level Level, message, source string) CheckstyleError {
	severity := string(level)
	if level == Notice {
		severity = "info"
	}
	return CheckstyleError{max(1, at.Start.Line), at.Start.Column, severity, message, "crosscheck." + source}
}

// checkstyleVersion is the version of the Checkstyle whose XML this is.
const checkstyleVersion = "8.0"

// WriteCheckstyle writes a Checkstyle log.
func WriteCheckstyle(w io.Writer, files []CheckstyleFile) error {
	return writeXML(w, struct {
		XMLName xml.Name         `xml:"checkstyle"`
		Version string           `xml:"version,attr"`
		Files   []CheckstyleFile `xml:"file"`
	}{Version: checkstyleVersion, Files: files})
}

// Write writes r as Checkstyle XML.
func (*Checkstyle) Write(w io.Writer, r *compare.Report) error {
	var files []CheckstyleFile
	at := map[string]int{} // the place of a file
	file := func(path string) *CheckstyleFile {
		n, known := at[path]
		if !known {
			n = len(files)
			at[path] = n
			files = append(files, CheckstyleFile{Name: path})
		}
		return &files[n]
	}
	for _, a := range orEmpty(r).Articles {
		file(clean(a.Path))
	}
	for _, f := range Fill(r).Findings {
		to := file(f.A.Path)
		to.Errors = append(to.Errors, NewCheckstyleError(f.A.Place, f.Level(), f.Message(), f.Decided()))
	}
	return WriteCheckstyle(w, files)
}
