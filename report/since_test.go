package report_test

import (
	"slices"
	"testing"

	"crosscheck/compare"
	"crosscheck/report"
)

func TestSince(t *testing.T) {
	finding := func(id string, relation compare.Relation, a, b string, alsoA ...string) compare.Finding {
		return compare.Finding{ID: id, Relation: relation, A: a, B: b, Also: compare.Also{A: alsoA}}
	}
	before := &compare.Report{Findings: []compare.Finding{
		finding("same", compare.Dispute, "1", "2"),
		finding("turned", compare.Dispute, "3", "4"),
		finding("folded", compare.Dispute, "5", "6"),
		finding("unfolded", compare.Dispute, "7", "8", "9"),
		finding("lost", compare.Dispute, "1", "9"),
		finding("other desk", compare.Shift, "3", "9"),
	}}
	now := &compare.Report{Findings: []compare.Finding{
		finding("same", compare.Dispute, "1", "2"),
		finding("turned as well", compare.Dispute, "4", "3"),
		finding("another first", compare.Dispute, "10", "6", "11", "5"),
		finding("another first again", compare.Dispute, "9", "8"),
		finding("new", compare.Dispute, "1", "10"),
		finding("other desk now", compare.Dispute, "3", "9"),
	}}
	got := report.Since(now, before, "monday.json")
	if want := []string{"new", "other desk now"}; !slices.Equal(got.New, want) {
		t.Errorf("new are %q, want %q", got.New, want)
	}
	var gone []string
	for _, g := range got.Gone {
		gone = append(gone, g.Finding.ID)
	}
	if want := []string{"lost", "other desk"}; !slices.Equal(gone, want) {
		t.Errorf("gone are %q, want %q", gone, want)
	}
	if again := report.Since(now, now, "x"); len(again.New)+len(again.Gone) > 0 {
		t.Errorf("a report differs from itself: %+v", again)
	}
}

// What is gone has its claims with it, so that every format can tell.
func TestSinceKeepsClaims(t *testing.T) {
	now := with(func(r *compare.Report) { r.Findings = r.Findings[1:] })
	now.Since = report.Since(now, sample(), "monday.json")
	if len(now.Since.Gone) != 1 || now.Since.Gone[0].A.Text != "There is no leak in tank four," || now.Since.Gone[0].B.Outlet != "Coast Courier" {
		t.Fatalf("gone: %+v", now.Since.Gone)
	}
	d := report.Fill(now).Since
	if d.New != 0 || d.Open != 5 || len(d.Gone) != 1 || d.Gone[0].Title != "Mara Lind and Tom Okoye oppose each other" {
		t.Errorf("filled: %+v", d)
	}
}
