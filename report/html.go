package report

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"time"

	"crosscheck/compare"
)

// HTML writes one page that needs nothing else: its style is inside, it asks
// no other place for anything, and it runs no script. It reads in light and
// dark, on a phone and in print.
type HTML struct{}

var _ Writer = (*HTML)(nil)

var (
	//go:embed page/page.html
	pageHTML string
	//go:embed page/page.css
	pageCSS string
)

var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{
	"count": count, "grouped": grouped, "day": day, "warning": warning,
}).Parse(pageHTML))

// policy lets the browser apply the page's own style, by its hash, and
// nothing else: should markup from an article ever get through, it is inert.
func policy(style string) string {
	sum := sha256.Sum256([]byte(style))
	return fmt.Sprintf("default-src 'none'; style-src 'sha256-%s'; img-src data:; base-uri 'none'; form-action 'none'",
		base64.StdEncoding.EncodeToString(sum[:]))
}

// Write writes r as a page.
func (*HTML) Write(w io.Writer, r *compare.Report) error {
	out := bufio.NewWriter(w)
	err := pageTemplate.Execute(out, struct {
		View   *View
		Style  template.CSS
		Policy string
	}{Fill(r), template.CSS(pageCSS), policy(pageCSS)})
	if err != nil {
		return fmt.Errorf("writing HTML: %w", err)
	}
	return out.Flush()
}

// leading is how many findings stand at the top of a page.
const leading = 3

// Leading returns the findings that matter most: the best of each topic, and
// where there are too few topics the best that are left. At most three.
func (v *View) Leading() []Finding {
	var first, rest []Finding
	topics := map[string]bool{}
	for _, f := range v.Findings {
		if len(first) == leading {
			return first
		}
		if f.Topic != "" && topics[f.Topic] {
			if len(rest) < leading {
				rest = append(rest, f)
			}
			continue
		}
		topics[f.Topic] = true
		first = append(first, f)
	}
	all := append(first, rest...)
	all = all[:min(len(all), leading)]
	slices.SortFunc(all, func(a, b Finding) int { return a.Rank - b.Rank })
	return all
}

// day writes a date in words, "2 May 2031", and anything else as it is.
func day(iso string) string {
	t, err := time.Parse(time.DateOnly, strings.TrimSpace(iso))
	if err != nil {
		return iso
	}
	return t.Format("2 January 2006")
}
