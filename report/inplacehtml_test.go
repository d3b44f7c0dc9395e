package report_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"crosscheck/claims"
	"crosscheck/report"
)

// tangled is a text with spans that nest, overlap and cross its blocks.
func tangled() (claims.Article, []claims.Claim) {
	a := claims.Article{ID: "t", Outlet: "Post", Text: "One two three four.\n\nFive six seven eight.\n\nNine ten."}
	span := func(from, to string) []claims.Span {
		s := words(a.Text, from, to)
		return []claims.Span{{Start: s[0].Start, End: s[1].End}}
	}
	var own []claims.Claim
	for i, content := range [][]claims.Span{span("One", "four"), span("two", "three"), span("three", "six"), span("four", "seven"),
		append(span("One", "two"), span("Nine", "ten")...), span("Five", "six"), span("Five", "six"), words(a.Text, "eight")} {
		var all []string
		for _, s := range content {
			all = append(all, s.In(a.Text))
		}
		own = append(own, claims.Claim{ID: fmt.Sprint(i), Article: a.ID, Kind: claims.Direct, Content: content, Source: words(a.Text, "seven"),
			Cue: span("two", "three"), Text: strings.Join(all, " ")})
	}
	return a, own
}

// Every claim's content stands in the page word for word, in elements of its
// own number, however marks nest and overlap; and so does its source.
func TestPageShowsContent(t *testing.T) {
	for _, set := range []func() (claims.Article, []claims.Claim){ferry, tangled} {
		a, own := set()
		page := listAs(t, "html", report.Options{}, []claims.Article{a}, own)
		for _, n := range report.InPlace([]claims.Article{a}, own)[0].Notes() {
			i := slices.IndexFunc(own, func(c claims.Claim) bool { return c.ID == n.ID })
			if own[i].Content[0].Start > len(a.Text) {
				continue
			}
			for part, spans := range map[string][]claims.Span{"content": own[i].Content, "source": own[i].Source, "cue": own[i].Cue} {
				got, want := visible(marked(t, page, part, n.Number)), visible(claims.Join(a.Text, spans))
				if got != want {
					t.Errorf("%s of %s is marked %q, want %q", part, n.ID, got, want)
				}
			}
		}
	}
}

// marked is the text in the elements of a part of the claim.
func marked(t *testing.T, page, part string, number int) string {
	t.Helper()
	var b strings.Builder
	collect(t, page, func(n *html.Node) {
		class := classes(n)
		if !slices.Contains(class, part) || !slices.Contains(class, fmt.Sprintf("k%d", number)) {
			return
		}
		for d := range n.Descendants() {
			if d.Type == html.TextNode && !slices.Contains(classes(d.Parent), "no") {
				b.WriteString(d.Data)
			}
		}
	})
	return b.String()
}

func classes(n *html.Node) []string {
	for _, a := range n.Attr {
		if a.Key == "class" {
			return strings.Fields(a.Val)
		}
	}
	return nil
}

// The page is nothing but itself, its IDs are there once, and its links lead
// somewhere.
func TestInPlacePageLinks(t *testing.T) {
	a, own := ferry()
	b, other := tangled()
	page := listAs(t, "html", report.Options{}, []claims.Article{a, b}, append(own, other...))
	ids, links := map[string]int{}, map[string]bool{}
	collect(t, page, func(n *html.Node) {
		if slices.Contains([]string{"script", "img", "iframe", "object", "embed", "form", "base"}, n.Data) {
			t.Errorf("the page has an element %s", n.Data)
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				ids[a.Val]++
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				links[a.Val[1:]] = true
			case a.Key == "aria-labelledby":
				links[a.Val] = true
			}
		}
	})
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%d elements have the ID %q", n, id)
		}
	}
	for id := range links {
		if ids[id] == 0 {
			t.Errorf("a link leads to %q, which is not there", id)
		}
	}
	for _, id := range []string{"a1-t3", "a1-n3", "a1-n9", "a2-t8", "a2-n8"} {
		if ids[id] == 0 || !links[id] {
			t.Errorf("nothing leads to %q", id)
		}
	}
}

// A page holds the elements of its template, and nothing that articles bring.
func TestHostileInPlace(t *testing.T) {
	known := map[string]bool{}
	a, own := ferry()
	collect(t, listAs(t, "html", report.Options{}, []claims.Article{a, a}, own), func(n *html.Node) { known[n.Data] = true })
	for _, s := range hostile {
		r := poisoned(s)
		for i := range r.Claims {
			r.Claims[i].Source, r.Claims[i].Cue = []claims.Span{{Start: 0, End: 1}}, []claims.Span{{Start: 1, End: 3}}
			r.Claims[i].Stance = claims.Stance(s)
		}
		collect(t, listAs(t, "html", report.Options{}, r.Articles, r.Claims), func(n *html.Node) {
			if !known[n.Data] {
				t.Errorf("%.30q makes an element %q", s, n.Data)
			}
			for _, a := range n.Attr {
				checkAttr(t, s, a)
			}
		})
	}
}

// Text stands out from its ground by 4.5 to 1, and the edge of a mark by 3 to
// 1, in light, dark and print (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
func TestInPlaceContrast(t *testing.T) {
	root := regexp.MustCompile(`(?s):root \{(.*?)\}`)
	color := regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]+);`)
	var themes [3]map[string]string
	for _, file := range []string{"page/page.css", "page/inplace.css"} {
		css, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		roots := root.FindAllStringSubmatch(string(css), -1)
		if len(roots) != len(themes) {
			t.Fatalf("%s: %d sets of colours, want light, dark and print", file, len(roots))
		}
		for i := range themes {
			if themes[i] == nil {
				themes[i] = map[string]string{}
			}
			for _, m := range color.FindAllStringSubmatch(roots[i][1], -1) {
				themes[i][m[1]] = m[2]
			}
		}
	}
	for i, name := range []string{"light", "dark", "print"} {
		check := func(ink, ground string, least float64) {
			if got := contrast(t, themes[i][ink], themes[i][ground]); got < least {
				t.Errorf("%s: %s on %s has a contrast of %.1f, want %.1f", name, ink, ground, got, least)
			}
		}
		for _, ground := range []string{"paper", "direct", "mixed", "reported", "headline"} {
			for _, ink := range []string{"ink", "source", "cue"} {
				check(ink, ground, 4.5)
			}
		}
		check("lit-ink", "lit", 4.5)
		check("soft", "paper", 4.5)
		for _, edge := range []string{"direct-edge", "mixed-edge", "reported-edge", "headline-edge", "own-edge"} {
			check(edge, "paper", 3)
		}
	}
}
