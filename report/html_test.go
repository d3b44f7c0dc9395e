package report_test

import (
	"crypto/sha256"
	"encoding/base64"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The page asks no other place for anything: it has no element that loads
// one, and its style and its one script name no address.
func TestPageIsSelfContained(t *testing.T) {
	page := set(t, "html", sample())
	collect(t, page, func(n *html.Node) {
		switch n.Data {
		case "img", "iframe", "object", "embed", "video", "audio", "source", "base":
			t.Errorf("the page has an element %s", n.Data)
		case "link":
			if n.Attr[1].Val != "data:," {
				t.Errorf("the page links to %v", n.Attr)
			}
		}
	})
	style := page[strings.Index(page, "<style>")+len("<style>") : strings.Index(page, "</style>")]
	if strings.Contains(style, "url(") || strings.Contains(style, "@import") {
		t.Error("the style loads something")
	}
	script := page[strings.Index(page, "<script>")+len("<script>") : strings.Index(page, "</script>")]
	if source, _ := os.ReadFile("page/page.js"); script != string(source) {
		t.Errorf("the script is not page.js:\n%s", script)
	}
	for _, reach := range []string{"fetch", "XMLHttp", "import", "http", "innerHTML", "eval", "Function(", "localStorage"} {
		if strings.Contains(script, reach) {
			t.Errorf("the script mentions %s", reach)
		}
	}
	policy := "default-src 'none'; style-src " + sum(style) + "; script-src " + sum(script) + "; img-src data:;"
	if !strings.Contains(html.UnescapeString(page), policy) {
		t.Error("the policy does not let the page's own style and script in")
	}
}

func sum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// IDs are there once, and links inside the page lead somewhere.
func TestPageLinks(t *testing.T) {
	for name, page := range map[string]string{"sample": set(t, "html", sample()), "empty": set(t, "html", nil)} {
		ids, links := map[string]int{}, map[string]bool{}
		collect(t, page, func(n *html.Node) {
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
				t.Errorf("%s: %d elements have the ID %q", name, n, id)
			}
		}
		for id := range links {
			if ids[id] == 0 {
				t.Errorf("%s: a link leads to %q, which is not there", name, id)
			}
		}
	}
}

// Text stands out from its ground by 4.5 to 1 at least, in light and dark
// (WCAG 2.2, success criterion 1.4.3).
func TestContrast(t *testing.T) {
	css, err := os.ReadFile("page/page.css")
	if err != nil {
		t.Fatal(err)
	}
	const least = 4.5
	roots := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(string(css), -1)
	if len(roots) != 3 {
		t.Fatalf("%d sets of colours, want light, dark and print", len(roots))
	}
	for i, theme := range []string{"light", "dark", "print"} {
		color := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]+);`).FindAllStringSubmatch(roots[i][1], -1) {
			color[m[1]] = m[2]
		}
		for _, pair := range [][2]string{{"ink", "paper"}, {"soft", "paper"}, {"mark-ink", "mark"},
			{"s-ink", "s-one"}, {"s-ink", "s-two"}, {"s-ink", "s-three"}, {"s-paper", "s-four"}, {"s-paper", "s-five"}} {
			if got := contrast(t, color[pair[0]], color[pair[1]]); got < least {
				t.Errorf("%s: %s on %s has a contrast of %.1f", theme, pair[0], pair[1], got)
			}
		}
	}
}

// contrast is the contrast ratio of two colours by WCAG 2.2.
func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, color string) float64 {
	t.Helper()
	if len(color) == len("#fff") {
		color = "#" + strings.Repeat(color[1:2], 2) + strings.Repeat(color[2:3], 2) + strings.Repeat(color[3:4], 2)
	}
	n, err := strconv.ParseUint(strings.TrimPrefix(color, "#"), 16, 32)
	if err != nil || len(color) != len("#ffffff") {
		t.Fatalf("colour %q: %v", color, err)
	}
	linear := func(shift int) float64 {
		c := float64(n>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(16) + 0.7152*linear(8) + 0.0722*linear(0)
}
