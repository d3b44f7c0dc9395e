package report

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"

	"crosscheck/claims"
	"crosscheck/compare"
)

// JUnit writes the XML that build servers read as test results. An article is a
// suite, a finding a test that failed in the article of its side A. An article
// without any is one test that passed.
type JUnit struct{}

var _ Writer = (*JUnit)(nil)

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *junitFailure `xml:"failure"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"` // "error: dispute, negation"
	Text    string `xml:",chardata"`
}

// passed is the test of an article in which nothing was found.
const passed = "no statement is opposed"

// Write writes r as JUnit XML.
func (*JUnit) Write(w io.Writer, r *compare.Report) error {
	f := newFiller(orEmpty(r))
	out := junitSuites{Name: "crosscheck"}
	at := map[string]int{} // the suite of an article
	for _, a := range f.report.Articles {
		at[a.ID] = len(out.Suites)
		out.Suites = append(out.Suites, junitSuite{Name: heading(a)})
	}
	for i, x := range f.view().Findings {
		c := f.claims[f.report.Findings[i].A]
		if c == nil {
			continue
		}
		if n, ok := at[c.Article]; ok {
			out.Suites[n].Cases = append(out.Suites[n].Cases, failed(x))
		}
	}
	for i, a := range f.report.Articles {
		out.Suites[i].sum(junitCase{Name: passed, Class: heading(a)})
		out.Tests += out.Suites[i].Tests
		out.Failures += out.Suites[i].Failures
	}
	return writeXML(w, out)
}

// heading is the outlet and the title of an article.
func heading(a claims.Article) string {
	return cmp.Or(name(a.Outlet), unknownOutlet) + ": " + name(a.Title)
}

// sum counts the tests; without any the suite has the one that passed.
func (s *junitSuite) sum(ok junitCase) {
	s.Failures = len(s.Cases)
	if s.Failures == 0 {
		s.Cases = []junitCase{ok}
	}
	s.Tests = len(s.Cases)
}

func failed(f Finding) junitCase {
	return junitCase{
		Name: f.Title + " (" + f.ID + ")", Class: f.A.Outlet + ": " + f.A.Title, File: f.A.Place.Path, Line: f.A.Place.Start.Line,
		Failure: &junitFailure{f.Why, fmt.Sprintf("%s: %s, %s", f.Level(), clean(f.Relation.ID), clean(f.Type.ID)), f.Message()},
	}
}

// writeXML writes v as an XML document, indented.
func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("writing XML: %w", err)
	}
	_, err := io.WriteString(w, "\n")
	return err
}
