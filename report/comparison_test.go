package report_test

import (
	"slices"
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report"
)

// two is the sample with nothing but its first two articles.
func two() *compare.Report {
	return with(func(r *compare.Report) {
		r.Articles = r.Articles[:2]
		ids := []string{r.Articles[0].ID, r.Articles[1].ID}
		r.Claims = slices.DeleteFunc(r.Claims, func(c claims.Claim) bool { return !slices.Contains(ids, c.Article) })
		r.Findings = []compare.Finding{r.Findings[0], r.Findings[2]}
		r.Findings[0].Also.A = nil
		r.Findings[1].Relation, r.Findings[1].Type = compare.Misquote, compare.Wording
		r.Since = nil
	})
}

func TestComparison(t *testing.T) {
	c, err := report.FillComparison(two(), [][2]string{{"c3", "c5"}, {"c1", "nowhere"}})
	if err != nil {
		t.Fatal(err)
	}
	if c.A.Outlet != "Harbour Post" || c.B.Outlet != "Coast Courier" || len(c.Conflicts) != 1 || len(c.Within) != 0 || len(c.Quotations) != 1 || len(c.Shared) != 1 {
		t.Errorf("got %+v", c)
	}
	if len(c.OnlyA) != 1 || c.OnlyA[0].Claim != "c2" || len(c.OnlyB) != 0 {
		t.Errorf("alone are %+v and %+v, want c2 and none", c.OnlyA, c.OnlyB)
	}
	if _, err := report.FillComparison(sample(), nil); err == nil || !strings.Contains(err.Error(), "6 articles") {
		t.Errorf("six articles: error %v", err)
	}
}

func TestComparisonFormats(t *testing.T) {
	c, err := report.FillComparison(two(), [][2]string{{"c3", "c5"}})
	if err != nil {
		t.Fatal(err)
	}
	var text, data strings.Builder
	if err := c.Text(&text, report.Options{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "diff.txt", text.String())
	if err := c.JSON(&data); err != nil {
		t.Fatal(err)
	}
	golden(t, "diff.json", data.String())
	if err := compiled(t, "diff").Validate(decode(t, data.String())); err != nil {
		t.Error(err)
	}
	for _, s := range hostile {
		r := poisoned(s)
		r.Findings[0].Relation = compare.Misquote
		c, err := report.FillComparison(r, [][2]string{{s + "1", s + "2"}})
		if err != nil {
			t.Fatal(err)
		}
		text.Reset()
		if err := c.Text(&text, report.Options{Width: 40}); err != nil {
			t.Fatal(err)
		}
		checkCalm(t, "diff", text.String())
	}
}
