package gate

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"crosscheck/report"
)

// Format is one way to show a decision.
type Format struct {
	Name       string   // "sarif", as in --format
	Extensions []string // ".sarif", in lower case; none where a file makes no sense
	Doc        string   // one line for a help text
	Write      func(io.Writer, *Decision) error
}

// formats is the one list of formats, in the order of a help text.
var formats = []Format{
	{"text", []string{".txt"}, "to read: what speaks against it and what to do next", writeText},
	{"json", []string{".json"}, "the whole decision", writeDecision},
	{"sarif", []string{".sarif"}, "SARIF 2.1.0, for code scanning and editors", writeSARIF},
	{"junit", []string{".xml"}, "JUnit XML, for build servers", writeJUnit},
	{"checkstyle", []string{".checkstyle"}, "Checkstyle XML, for build servers and editors", writeCheckstyle},
	{"github", nil, "workflow commands that GitHub Actions shows as annotations", writeGitHub},
	{"rdjsonl", []string{".rdjsonl"}, "diagnostics for reviewdog", writeRDJSONL},
}

// Formats returns all formats, in the order of a help text.
func Formats() []Format { return slices.Clone(formats) }

// FormatByName returns the format of that name.
func FormatByName(name string) (Format, error) {
	var known []string
	for _, f := range formats {
		if f.Name == name {
			return f, nil
		}
		known = append(known, f.Name)
	}
	return Format{}, fmt.Errorf("no format of a decision is called %q\nhint: the formats are %s", name, strings.Join(known, ", "))
}

// FormatByFile returns the format that the extension of path stands for, in
// upper or lower case.
func FormatByFile(path string) (Format, error) {
	ext := strings.ToLower(filepath.Ext(path))
	var known []string
	for _, f := range formats {
		if slices.Contains(f.Extensions, ext) {
			return f, nil
		}
		known = append(known, f.Extensions...)
	}
	return Format{}, fmt.Errorf("no format of a decision goes with the file name %q\nhint: end it in one of %s", path, strings.Join(known, ", "))
}

// Message is a reason in plain text, for tools that show no more than that.
func (r Reason) Message() string {
	out := r.What
	if c := r.Clash; c != nil {
		out += " " + c.Why + "\n" + c.Ours.Line() + "\n" + c.Theirs.Line()
	}
	return out + "\nNext: " + r.Do
}

// Headline says what the decision is, in a line. That a draft may run is never
// said without how much of the archive could not be read, whatever the policy
// makes of that.
func (d *Decision) Headline() string {
	tally := fmt.Sprintf("%s, %s, %s", count(len(d.Errors()), "error"), count(len(d.Warnings()), "warning"), count(len(d.Notes()), "note"))
	switch d.Outcome {
	case Hold:
		return "HOLD: " + tally
	case Unjudged:
		return "NOT JUDGED, so held: " + tally
	}
	if d.Unread > 0 {
		return fmt.Sprintf("MAY RUN, but %s of the archive could not be read: %s", count(d.Unread, "part"), tally)
	}
	return "MAY RUN: " + tally
}

// count is a number with its noun: "1 error", "2 errors".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// shown are the reasons that a tool for texts shows; of those that are about all
// drafts, the first draft is the place.
func (d *Decision) shown() []Reason {
	out := slices.Clone(d.Reasons)
	for i := range out {
		if out[i].Place.Path == "" && out[i].Draft == "" && len(d.Drafts) > 0 && d.Drafts[0].Path != "-" {
			out[i].Place = report.Place{Path: plain(d.Drafts[0].Path)}
		}
	}
	return out
}
