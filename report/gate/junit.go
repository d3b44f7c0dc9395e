package gate

import (
	"encoding/xml"
	"io"
)

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *junitFailure `xml:"failure"`
	Error   *junitFailure `xml:"error"`
	Out     string        `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// writeJUnit writes the XML that build servers read as test results: a draft is
// a suite, an error a test that failed, what could not be judged a test in error,
// and a warning or note one that passed and printed something.
func writeJUnit(w io.Writer, d *Decision) error {
	out := junitSuites{Name: "crosscheck gate"}
	for i, x := range d.Drafts {
		s := junitSuite{Name: x.label()}
		for _, r := range d.Reasons {
			if r.Draft == x.Article || r.Draft == "" && i == 0 {
				s.add(r)
			}
		}
		if len(s.Cases) == 0 {
			s.Cases = []junitCase{{Name: "may run", Class: s.Name}}
		}
		s.Tests = len(s.Cases)
		out.Suites = append(out.Suites, s)
		out.Tests, out.Failures, out.Errors = out.Tests+s.Tests, out.Failures+s.Failures, out.Errors+s.Errors
	}
	return writeXML(w, out)
}

// add adds the test of one reason.
func (s *junitSuite) add(r Reason) {
	c := junitCase{Name: string(r.Code), Class: s.Name, File: r.Place.Path, Line: r.Place.Start.Line}
	if r.Clash != nil {
		c.Name += " (" + r.Clash.Finding + ")"
	}
	info, _ := r.Code.Info()
	failure := &junitFailure{r.What, string(r.Level), r.Message()}
	switch {
	case r.Level != Error:
		c.Out = r.Message()
	case info.About == OfFailure:
		c.Error = failure
		s.Errors++
	default:
		c.Failure = failure
		s.Failures++
	}
	s.Cases = append(s.Cases, c)
}

// writeXML writes v as an XML document, indented.
func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
