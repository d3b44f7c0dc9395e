package report

import (
	"bufio"
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"crosscheck/claims"
)

// InPlaceHTML shows the claims of articles in place, as one page like that of
// [HTML]: it needs nothing else, and runs no script. Marks differ in more than
// colour. The claims stand beside the text they were found in, and each leads
// to the other.
type InPlaceHTML struct{}

var _ Lister = (*InPlaceHTML)(nil)

var (
	//go:embed page/inplace.html
	inPlaceHTML string
	//go:embed page/inplace.css
	inPlaceCSS string
)

var inPlaceTemplate = template.Must(template.New("inplace").Funcs(template.FuncMap{
	"count": count, "grouped": grouped, "day": day, "kindClass": func(id string) string { return kindClass(claims.Kind(id)) },
}).Parse(inPlaceHTML))

// maxLit is up to which number a claim's other marks light up with the one
// that is pointed at. An article of 60 claims is a long one; a line of style is
// some 70 bytes, and they are the only way without a script.
const maxLit = 300

// List writes the articles as a page.
func (*InPlaceHTML) List(w io.Writer, articles []claims.Article, all []claims.Claim) error {
	p := proof{Kinds: kindsOf(all), Claims: len(all), Articles: len(articles)}
	lit := 0
	for _, s := range InPlace(articles, all) {
		lit = max(lit, min(s.Claims(), maxLit))
		p.Sheets = append(p.Sheets, newHTMLSheet(s))
	}
	style := pageCSS + inPlaceCSS + lights(lit)
	p.Style, p.Policy = template.CSS(style), policy(style, "")
	p.Voices = leadingVoices(p.Sheets)
	out := bufio.NewWriter(w)
	if err := inPlaceTemplate.Execute(out, p); err != nil {
		return fmt.Errorf("writing HTML: %w", err)
	}
	return out.Flush()
}

// proof is the whole page.
type proof struct {
	Articles, Claims int
	Kinds            []Count // every known kind, and how often it occurs
	Voices           []standing
	Sheets           []htmlSheet
	Style            template.CSS
	Policy           string
}

// kindsOf counts the claims by kind, the kinds that do not occur with 0.
func kindsOf(all []claims.Claim) []Count {
	found := countKinds(all)
	var out []Count
	for _, t := range kinds {
		c := Count{Term: t}
		if at := slices.IndexFunc(found, func(f Count) bool { return f.ID == t.ID }); at >= 0 {
			c.N = found[at].N
		}
		out = append(out, c)
	}
	return out
}

// standing is how often somebody speaks on the whole page.
type standing struct {
	Voice
	N, Articles int
}

// maxVoices is how many speakers the head of a page names.
const maxVoices = 12

// leadingVoices are those who speak most often on the page.
func leadingVoices(sheets []htmlSheet) []standing {
	var out []standing
	index := map[string]int{}
	for _, s := range sheets {
		for _, v := range s.Voices {
			if !v.named() {
				continue
			}
			at, known := index[v.key]
			if !known {
				at = len(out)
				index[v.key] = at
				out = append(out, standing{Voice: v})
			}
			out[at].N += len(v.Claims)
			out[at].Articles++
		}
	}
	slices.SortStableFunc(out, func(a, b standing) int { return cmp.Compare(b.N, a.N) })
	return out[:min(len(out), maxVoices)]
}

// lights is the style that lights up all marks of a claim, and its note, when
// one of them is pointed at or led to.
func lights(n int) string {
	if n == 0 {
		return ""
	}
	var b strings.Builder
	for i := 1; i <= n; i++ {
		if i > 1 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, ".sheet:has(.k%d:is(:hover, :target, :focus-within)) .k%d", i, i)
	}
	return b.String() + " { background: var(--lit); color: var(--lit-ink); --quiet: var(--lit-ink); outline: 1px solid var(--mark-line); }\n"
}
