package report

import (
	"strings"

	"crosscheck/claims"
)

// View is a report as a reader sees it. All its texts are clean: on one line
// and free of what cannot be seen. None is escaped.
type View struct {
	Totals   Totals
	Findings []Finding // in the report's order: best first
	Since    *Delta    // nil where the report was held against no earlier one
	Aside    []Aside   // most frequent first
	Warnings []claims.Warning
}

// Totals are the sums at the head of a page.
type Totals struct {
	Articles, Outlets, Speakers, Claims, Topics, Findings, Aside int

	// Relations are how many findings have each relation that occurs, in the
	// order of the relations' list.
	Relations []Count
}

// Count is how often a term occurs.
type Count struct {
	Term
	N int
}

// Finding is a finding in words.
type Finding struct {
	Rank     int    // from 1
	ID       string // as in the JSON
	Anchor   string // ID as the fragment of a link: letters, digits, "-", "_" and "."
	Relation Term
	Type     Term
	Score    float64 // in [0, 1]
	Strength string  // [Strength] of Score
	Title    string  // who against whom: "Mara Lind and Tom Okoye oppose each other"
	Why      string
	A, B     Side
	Topic    string // the topic's label, "" where it has none
	Judge    string
	Judges   string // who decided, to be read: the judge, or several with their scores
	Rule     string
	Doc      string   // what the rule looks for, or the judge; "" where the report does not say
	New      bool     // not in the earlier report that this one was held against
	Changes  []Change // of a misquote or an edit: word by word; nil where that would not help
}

// Sides are both sides, for a format that sets them alike.
func (f Finding) Sides() []Side { return []Side{f.A, f.B} }

// Side is one side of a finding.
type Side struct {
	Source
	Kind     Term
	Title    string   // of the article
	Path     string   // of the article's file
	Place    Place    // of the deciding words in it
	Passage  Passage  // never empty unless the claim has no text at all
	Evidence []string // the words that decide; empty where the finding names none
	Also     []Source // who else says the same, each once, and never the side itself
	Printed  Printed  // who prints the same text; the zero value where nobody else does

	published  string // YYYY-MM-DD of the article, "" where unknown
	role, body string // of the speaker, apart; "" where unknown
}

// Named is the speaker's line, "" where nobody is named.
func (s Source) Named() string {
	if s.Name+s.Office == "" {
		return ""
	}
	return s.Speaker
}

// Manner says how the side speaks: its kind ("quoted", "in its own voice"),
// with a word on the speaker where nobody is named: "reported, speaker not named".
func (s Side) Manner() string {
	switch {
	case s.Named() != "":
		return s.Kind.Name
	case strings.Contains(s.Speaker, s.Kind.Name): // "in its own voice"
		return s.Speaker
	}
	return s.Kind.Name + ", " + s.Speaker
}

// Source is who said something, where and when.
type Source struct {
	Claim   string // ID of the claim
	Outlet  string // "unknown outlet" where it is not known
	Name    string // the speaker's name; "" for the outlet's own voice and where nobody is named
	Office  string // the speaker's role and affiliation: "spokesman, Kremlin"
	Speaker string // the line that names the speaker: "Dmitry Peskov, spokesman, Kremlin", "in its own voice"
	Stance  Term   // what the speaker makes of the claim: "denied"; zero where the speaker stands by it
	Date    string // YYYY-MM-DD, "" where unknown
	URL     string // http or https; "" where unknown or anything else
}

// Aside are the pairs that were set aside for one reason.
type Aside struct {
	Reason Term
	N      int         // how many there are
	Pairs  []AsidePair // the first of them, at most 50
}

// AsidePair is a pair that was considered and not flagged.
type AsidePair struct {
	A, B         Source
	TextA, TextB string // what was said, shortened
	Type         Term
	Why          string
}

// Delta is what became of the findings of an earlier report.
type Delta struct {
	File string // the earlier report, as it was named
	New  int
	Open int
	Gone []Gone // in the earlier report's order
}

// Gone is a finding that an earlier report has and this one does not.
type Gone struct {
	ID           string
	Relation     Term
	Title        string
	A, B         Source
	TextA, TextB string // what was said, shortened
}
