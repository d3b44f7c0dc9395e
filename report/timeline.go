package report

import (
	"cmp"
	"slices"
	"strings"

	"crosscheck/compare"
)

// Timeline is a topic with the claims that its findings hold against each
// other, day by day and side by side.
type Timeline struct {
	Topic    string // its label
	Anchor   string // for a link to it
	Findings int
	Claims   int // of the whole topic
	From, To string
	One, Two []string // who stands on either side, most often first
	Rows     []TimelineRow
	Hidden   int    // rows left out
	Undated  int    // rows without a date
	Drawing  *Chart // nil where no claim has a date
}

// TimelineRow is a claim of a timeline.
type TimelineRow struct {
	Source
	Side int // 1 or 2
	Text string
}

// The bounds on timelines: a page of them is looked through, not read.
const (
	maxTimelines    = 40
	maxTimelineRows = 60
	maxSideNames    = 4
)

// timelines draws the topics that have findings, those with most first.
func (f *filler) timelines(v *View) (shown []Timeline, hidden int) {
	ranks := map[string][]int{}
	for i, x := range f.report.Findings {
		if f.topics[x.Topic] != "" {
			ranks[x.Topic] = append(ranks[x.Topic], i)
		}
	}
	var order []int
	for i, t := range f.report.Topics {
		if len(ranks[t.ID]) > 0 {
			order = append(order, i)
		}
	}
	topics := f.report.Topics
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := ranks[topics[i].ID], ranks[topics[j].ID]
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a[0], b[0]))
	})
	hidden = max(0, len(order)-maxTimelines)
	for n, i := range order[:len(order)-hidden] {
		shown = append(shown, f.timeline(topics[i], ranks[topics[i].ID], n))
	}
	return shown, hidden
}

// timeline fills the timeline of one topic from its findings, by index.
func (f *filler) timeline(t compare.Topic, findings []int, n int) Timeline {
	out := Timeline{Topic: f.topics[t.ID], Anchor: anchorOf("topic-", t.ID, n), Findings: len(findings), Claims: len(t.Claims), From: clean(t.From), To: clean(t.To)}
	for id, side := range f.takeSides(f.matter(findings)) {
		if f.claims[id] != nil {
			out.Rows = append(out.Rows, TimelineRow{Source: f.source(id), Side: side, Text: f.text(id)})
		}
	}
	slices.SortFunc(out.Rows, func(a, b TimelineRow) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Outlet, b.Outlet), cmp.Compare(a.Claim, b.Claim))
	})
	for _, r := range out.Rows {
		if r.Date == "" {
			out.Undated++
		}
	}
	voice := func(r TimelineRow) string { return cmp.Or(r.Name, r.Outlet) }
	out.One, out.Two = sideNames(out.Rows, 1, voice), sideNames(out.Rows, 2, voice)
	if slices.Equal(out.One, out.Two) { // one source against itself: tell where
		outlet := func(r TimelineRow) string { return strings.TrimPrefix(r.Name+" in "+r.Outlet, " in ") }
		out.One, out.Two = sideNames(out.Rows, 1, outlet), sideNames(out.Rows, 2, outlet)
	}
	out.Drawing = chart(out.Rows)
	out.Hidden = max(0, len(out.Rows)-maxTimelineRows)
	out.Rows = out.Rows[:len(out.Rows)-out.Hidden]
	return out
}

// matter are the findings that are about the matter: a remark that is quoted in
// two ways has no sides, unless the topic has nothing else.
func (f *filler) matter(findings []int) []int {
	var out []int
	for _, i := range findings {
		if r := f.report.Findings[i].Relation; r != compare.Misquote && r != compare.Edit {
			out = append(out, i)
		}
	}
	if len(out) == 0 {
		return findings
	}
	return out
}

// sideNames are who stands on a side, most often first.
func sideNames(rows []TimelineRow, side int, name func(TimelineRow) string) []string {
	var who counter
	for _, r := range rows {
		if r.Side == side {
			who.add(Term{ID: name(r), Name: name(r)})
		}
	}
	var out []string
	for _, x := range who.most() {
		if len(out) == maxSideNames {
			return append(out, "others")
		}
		out = append(out, x.Name)
	}
	return out
}
