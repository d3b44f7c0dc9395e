package report_test

import (
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report"
)

// TestDenialsAreToldAsSuch: no list shows as somebody's claim what he denies.
func TestDenialsAreToldAsSuch(t *testing.T) {
	deny := func(r *compare.Report) {
		for i := range r.Claims {
			if id := r.Claims[i].ID; id == "c1" || id == "c2" {
				r.Claims[i].Stance = claims.Denied
			}
		}
	}
	r := with(deny)
	const text = "There is no leak in tank four"
	for name, want := range map[string]string{"html": "<em>denied:</em> " + text, "claimreview": `"denied: ` + text} {
		if out := set(t, name, r); !strings.Contains(out, want) {
			t.Errorf("%s lacks %q", name, want)
		}
	}
	pair := two()
	deny(pair)
	c, err := report.FillComparison(pair, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := c.Text(&out, report.Options{}); err != nil {
		t.Fatal(err)
	}
	if want := "Mara Lind, denied: We checked every weld"; !strings.Contains(out.String(), want) {
		t.Errorf("the comparison lacks %q:\n%s", want, &out)
	}
	if out := setTopics(t, "text", false, r, report.TopicOptions{}); !strings.Contains(out, "Mara Lind, denied: “"+text) {
		t.Errorf("the topics do not say that it is denied:\n%s", out)
	}
}
