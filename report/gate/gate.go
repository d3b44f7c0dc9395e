// Package gate answers one question of an editorial workflow: may this run?
//
//  1. a [Policy] says what holds an article back (policy.go, parse.go, fault.go); the
//     default one is default.yaml, with the reasons in its comments;
//  2. [Allows] takes out of a draft what its author wrote to the gate, and
//     leaves the article (allow.go);
//  3. every finding that touches a draft gets a [Code] by whose voice speaks on
//     its two sides (stand.go), and the policy's rules give it a level (level.go);
//  4. decisions, the baseline, waivers and allowances let findings through, each
//     with who is responsible and why; one that does not count is a reason of
//     its own (waiver.go, let.go);
//  5. [Decide] draws the conclusion: publish, hold, or not judged (decide.go);
//  6. a [Format] shows it, with what to do next for every reason (format.go and a
//     file for each); [Policy.Explain] says in words what a policy does.
//
// Decide is a pure function: it reads no file, asks no clock and compares no
// texts. Whoever calls it has the comparison made (package check) and says what
// of it failed. What sources say to one another is not the author's voice: a
// draft that reports two sides of a dispute passes.
package gate

import (
	"time"

	"crosscheck/compare"
	"crosscheck/report"
	"crosscheck/report/review"
)

// Version is the version of the decision's JSON. Within a major version fields
// are added, never renamed or removed.
const Version = "1.1"

// Input is everything that a decision depends on.
type Input struct {
	Now    time.Time // for dates of expiry; their day is that of its time zone
	Policy *Policy   // nil is the default policy
	// Report is what was found in the drafts and in what they were held against.
	// Findings that touch no draft are passed over.
	Report    *compare.Report
	Drafts    []Draft
	Against   int             // articles that the drafts were held against
	Unread    int             // parts of the archive, files or lines, that could not be read
	Decisions *review.State   // what people decided on pairs; nil for nothing
	Baseline  *compare.Report // an earlier report, whose findings are known; nil for none
	Failures  []Failure       // what could not be done
}

// Draft is an article that wants to be published.
type Draft struct {
	Article string // its ID in the report
	Path    string // its file, for what has to be said of it; "-" or "" for none
	Title   string
	Allows  []Allow // what its author asks to be let through
}

// Failure is something that kept the drafts from being judged.
type Failure struct {
	Code  Code   // CouldNotJudge, OutOfTime, NotEnglish or ArchiveIncomplete
	Draft string // the draft's article ID; "" where it is about all of them
	What  string // what went wrong, in one sentence
}

// Outcome is what a decision comes to.
type Outcome string

// The outcomes.
const (
	Publish  Outcome = "publish"
	Hold     Outcome = "hold"
	Unjudged Outcome = "unjudged" // nothing speaks against it, but not everything was looked at
)

// Decision says whether the drafts may run, and why not.
type Decision struct {
	Outcome Outcome
	Reasons []Reason // errors, then warnings, then notes
	Let     []Let    // what would have been a reason, but for a person or a baseline
	Drafts  []Verdict
	Against int // articles that the drafts were held against
	Unread  int // parts of the archive, files or lines, that could not be read
}

// Verdict is the outcome for one draft.
type Verdict struct {
	Draft
	Outcome Outcome
}

// Reason is one reason against publishing, or a note.
type Reason struct {
	Code  Code
	Level Level  // Error, Warning or Note
	Draft string // the draft's article ID; "" where it is about all of them
	What  string // in one sentence
	Do    string // what to do next
	Place report.Place
	Clash *Clash // nil where the reason is no finding
}

// Clash is a finding, the draft's side first.
type Clash struct {
	Finding   string // its ID
	Pair      string // the ledger's key of the pair, the same however the texts arrive
	Relation  compare.Relation
	Type      compare.Type
	Score     float64 // in [0, 1]; 1 where a person confirmed it
	Confirmed bool    // a person decided that the two do oppose each other
	Why       string
	Ours      report.Side // of the draft
	Theirs    report.Side // of another article, or of the draft itself
	Within    bool        // both sides are of the draft
	Other     string      // the article ID of Theirs, which may be another draft
}

// Errors are the reasons that block.
func (d *Decision) Errors() []Reason { return d.at(Error) }

// Warnings are the reasons that a named editor may override.
func (d *Decision) Warnings() []Reason { return d.at(Warning) }

// Notes are no reasons to hold: what an editor may want to know.
func (d *Decision) Notes() []Reason { return d.at(Note) }

func (d *Decision) at(l Level) []Reason {
	var out []Reason
	for _, r := range d.Reasons {
		if r.Level == l {
			out = append(out, r)
		}
	}
	return out
}
