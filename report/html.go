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

// HTML writes one page that needs nothing else: its style and its script are
// inside, and it asks no other place for anything. It reads in light and dark,
// on a phone, in print, and without the script, which filters, searches and
// sorts what is there already.
type HTML struct{}

var _ Writer = (*HTML)(nil)

var (
	//go:embed page/page.html
	pageHTML string
	//go:embed page/page.css
	pageCSS string
	//go:embed page/findings.css
	findingsCSS string
	//go:embed page/page.js
	pageJS string
)

var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{
	"count": count, "grouped": grouped, "day": day, "warning": warning, "clean": clean, "lines": lines, "join": func(s []string) string { return strings.Join(s, ", ") },
}).Parse(pageHTML))

// policy lets the browser apply the page's own style and script, by their
// hashes, and nothing else: should markup from an article ever get through, it
// is inert. A page without a script has script "".
func policy(style, script string) string {
	out := "default-src 'none'; style-src " + hashed(style)
	if script != "" {
		out += "; script-src " + hashed(script)
	}
	return out + "; img-src data:; base-uri 'none'; form-action 'none'"
}

func hashed(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// htmlPage is what the template sets.
type htmlPage struct {
	View         *View
	Kinds        []Share // the findings by relation
	Sources      Matrix
	Outlets      Matrix
	ByOutlet     ByOutlet
	Timelines    []Timeline
	HiddenTopics int // topics with findings that have no timeline
	Facets       Facets
	Strong       float64 // the threshold of [Strength]
	Likely       float64
	Terms        []TermList
	Style        template.CSS
	Script       template.JS
	Policy       string
}

// Write writes r as a page.
func (*HTML) Write(w io.Writer, r *compare.Report) error {
	f := newFiller(orEmpty(r))
	v, style := f.view(), pageCSS+findingsCSS
	p := htmlPage{
		View: v, Kinds: shares(v.Totals.Relations), Sources: matrix("source", v.Findings, Side.Voice), Outlets: matrix("outlet", v.Findings, Side.outlet),
		ByOutlet: f.byOutlet(v), Facets: facets(v), Strong: Strong, Likely: Likely, Terms: terms(v),
		Style: template.CSS(style), Script: template.JS(pageJS), Policy: policy(style, pageJS),
	}
	p.Timelines, p.HiddenTopics = f.timelines(v)
	out := bufio.NewWriter(w)
	if err := pageTemplate.Execute(out, p); err != nil {
		return fmt.Errorf("writing HTML: %w", err)
	}
	return out.Flush()
}

// Share is a count with its bar.
type Share struct {
	Count
	Share int // in hundredths of the highest count
}

func shares(counts []Count) []Share {
	most := 1
	for _, c := range counts {
		most = max(most, c.N)
	}
	var out []Share
	for _, c := range counts {
		out = append(out, Share{c, 100 * c.N / most})
	}
	return out
}

// leading is how many findings stand at the top of a page.
const leading = 3

// Leading returns the findings that matter most: the best of each topic and of
// each two parties, and where there are too few of these the best that are left.
// At most three.
func (v *View) Leading() []Finding {
	var first, rest []Finding
	seen := map[[2]string]bool{}
	for _, f := range v.Findings {
		if len(first) == leading {
			return first
		}
		topic := [2]string{f.Topic}
		parties := [2]string{min(f.A.Voice(), f.B.Voice()), max(f.A.Voice(), f.B.Voice())}
		if f.Topic != "" && seen[topic] || seen[parties] {
			if len(rest) < leading {
				rest = append(rest, f)
			}
			continue
		}
		seen[topic], seen[parties] = true, true
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

// lines are the values of an attribute that has several. No cleaned text has a
// line break.
func lines(values []string) string { return strings.Join(values, "\n") }
