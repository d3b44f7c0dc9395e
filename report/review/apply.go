package review

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"crosscheck/compare"
)

// Dismissed is the reason for which a finding that people rejected is set
// aside: [compare.SetAside.Reason].
const Dismissed = "dismissed"

// Applied is what the decisions did to a report.
type Applied struct {
	Dismissed int // findings that were rejected and are set aside
	Confirmed int // findings that people hold to be right
	Lapsed    int // findings shown again since their rejection has expired
	Speakers  int // claims that were given to another speaker
	Spans     int // claims that were given other words
	Moved     int // claims that were moved to another topic
	Parted    int // findings set aside since their claims are of different topics
}

// Apply returns the report as the decisions in force at a time leave it.
// Corrections come first, since they may change what a claim says; then what
// people rejected is set aside, so that it is counted and not shown. The given
// report is not changed.
func (s *State) Apply(r *compare.Report, now time.Time) (*compare.Report, Applied) {
	out, done := s.Corrected(r)
	keys := NewKeys(out)
	var kept []compare.Finding
	for _, f := range out.Findings {
		t := s.Of(keys.Ref(f), now)
		v := t.Verdict()
		switch {
		case v.Rejects():
			done.Dismissed++
			out.SetAside = append(out.SetAside, setAside(f, Dismissed, t.Decision.told()))
			continue
		case v.Opposes():
			done.Confirmed++
		case t.Expired != nil && t.Expired.Verdict.Rejects():
			done.Lapsed++
		}
		kept = append(kept, f)
	}
	out.Findings = nonNil(kept)
	sortAside(out.SetAside)
	return out, done
}

// Corrected is the report with all corrections in force applied, and nothing
// rejected taken out. The given report is not changed.
func (s *State) Corrected(r *compare.Report) (*compare.Report, Applied) {
	var done Applied
	out := s.amend(r, &done)
	s.regroup(out, &done)
	return out, done
}

// told is a decision in words: "different subject, said ada on 2 May 2031: two
// bridges".
func (e Event) told() string {
	i, _ := e.Verdict.Info()
	out := fmt.Sprintf("%s, said %s on %s", i.Name, e.Who, e.At.Format("2 January 2006"))
	if e.Why != "" {
		out += ": " + e.Why
	}
	return out
}

func setAside(f compare.Finding, reason, why string) compare.SetAside {
	return compare.SetAside{A: f.A, B: f.B, Reason: reason, Type: f.Type, Why: why}
}

// sortAside puts what is set aside in the order of the report.
func sortAside(list []compare.SetAside) {
	slices.SortStableFunc(list, func(a, b compare.SetAside) int {
		return cmp.Or(cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
}

// nonNil is the list, never nil: the JSON of a report has no null.
func nonNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
