package report_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"crosscheck/compare"
	"crosscheck/report/browsertest"
)

// The page in a real browser; package browsertest says where it is wanted.

// tab is a page of the report in a browser.
type tab struct {
	*testing.T
	*browsertest.Tab
}

// open starts a browser on a page of the report. Width is that of the window in
// pixels, theme "light" or "dark".
func open(t *testing.T, r *compare.Report, width int64, theme string, fragment string, before ...browsertest.Action) *tab {
	t.Helper()
	b := &tab{t, browsertest.Open(t, width, 900, theme, "file://")}
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(set(t, "html", r)), 0o666); err != nil {
		t.Fatal(err)
	}
	b.Do(before...)
	b.Do(chromedp.Navigate("file://" + file + fragment))
	return b
}

// ask evaluates an expression in the page.
func ask[T any](b *tab, expression string) T {
	b.Helper()
	return browsertest.Ask[T](b.Tab, expression)
}

// want checks what an expression is.
func want[T comparable](b *tab, expression string, want T) {
	b.Helper()
	if got := ask[T](b, expression); got != want {
		b.Errorf("%s is %v, want %v", expression, got, want)
	}
}

// shown is how many findings can be seen.
const shown = `[...document.querySelectorAll("article.finding")].filter((c) => c.checkVisibility()).length`

// choose sets a field of the form as a reader would.
func (b *tab) choose(field, value string) {
	b.Helper()
	ask[bool](b, `(() => { const e = document.getElementById("`+field+`"); e.value = "`+value+`"; e.dispatchEvent(new Event("input", { bubbles: true })); return true; })()`)
	ask[bool](b, `new Promise((done) => setTimeout(() => done(true), 200))`) // typing is waited for
}

func (b *tab) click(selector string) {
	b.Helper()
	ask[bool](b, `(document.querySelector('`+selector+`').click(), true)`)
}

// key presses a key where the focus is.
func (b *tab) key(key string) {
	b.Helper()
	ask[bool](b, `(document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "`+key+`", bubbles: true, cancelable: true })), true)`)
}

func TestBrowserFilters(t *testing.T) {
	b := open(t, recorded(t), 1280, "light", "")
	want(b, shown, 6)
	for _, c := range []struct {
		field, value string
		left         int
	}{
		{"relation", "dispute", 2}, {"type", "number", 2}, {"score", "0.7", 3}, {"score", "0.875", 2}, {"new", "yes", 2}, {"new", "no", 4},
		{"outlet", "Evening Lamp", 4}, {"speaker", "okoye", 1}, {"topic", "boats", 2},
		{"q", "Some 60 BOATS", 1}, {"q", "“there is no leak", 2}, {"q", "leak zebra", 0}, {"sort", "day", 6}, {"sort", "topic", 6}, {"sort", "outlet", 6},
	} {
		b.choose(c.field, c.value)
		if got := ask[int](b, shown); got != c.left {
			t.Errorf("%s %q leaves %d findings, want %d", c.field, c.value, got, c.left)
		}
		b.choose(c.field, "")
		want(b, shown, 6)
	}
	b.choose("relation", "dispute")
	b.choose("outlet", "Coast Courier")
	want(b, shown, 1)
	want(b, `document.getElementById("outcome").textContent`, "1 of 6 findings")
	want(b, `location.hash`, "#?relation=dispute&outlet=Coast+Courier")
	b.click("#clear")
	want(b, shown, 6)
	want(b, `location.hash`, "")
	b.Quiet()
}

func TestBrowserPictures(t *testing.T) {
	b := open(t, recorded(t), 1280, "light", "")
	b.click(`a[data-of="source"][data-a="Mara Lind"][data-b="Tom Okoye"]`)
	want(b, shown, 1)
	want(b, `document.getElementById("pair").textContent`, "Mara Lind against Tom Okoye ×")
	want(b, `document.activeElement.id`, "findings-title")
	b.click("#pair")
	want(b, shown, 6)
	b.click(`a[data-of="outlet"][data-a="Coast Courier"][data-b="Harbour Post"]`)
	want(b, shown, 2)
	b.click(`a[data-pick="outlet"][data-value="Dock Daily"]`)
	want(b, shown, 2)
	b.click(`a[data-pick="relation"][data-value="edit"]`)
	want(b, shown, 1)
	b.click(`a[data-pick="topic"]`)
	want(b, shown, 2)
	b.Quiet()
}

func TestBrowserAddresses(t *testing.T) {
	b := open(t, recorded(t), 1280, "light", "#?relation=conflict")
	want(b, shown, 1)
	ask[bool](b, `(location.hash = "#finding-f1", new Promise((done) => setTimeout(() => done(true), 200)))`)
	want(b, shown, 6) // what is linked to is not hidden by a filter
	want(b, `Math.abs(document.getElementById("finding-f1").getBoundingClientRect().top) < 200`, true)
	ask[bool](b, `(location.hash = "#gone", new Promise((done) => setTimeout(() => done(true), 200)))`)
	want(b, `document.querySelector("#gone li").checkVisibility()`, true)
	b.Quiet()
}

func TestBrowserKeys(t *testing.T) {
	b := open(t, recorded(t), 1280, "light", "")
	for _, c := range []struct{ key, at string }{
		{"j", "finding-f1"}, {"j", "finding-f2"}, {"k", "finding-f1"}, {"k", "finding-f1"}, {"/", "q"}, {"j", "q"}, {"Escape", ""}, {"j", "finding-f2"},
	} {
		b.key(c.key)
		if got := ask[string](b, `document.activeElement.id`); got != c.at {
			t.Errorf("%s leads to %q, want %q", c.key, got, c.at)
		}
	}
	b.key("?")
	want(b, `document.getElementById("keys").open`, true)
	b.click("#keys-on")
	b.click("#keys-close")
	b.key("j") // keys are off: nobody is moved by what they dictate (WCAG 2.2, 2.1.4)
	want(b, `document.activeElement.id !== "finding-f3"`, true)
	b.Quiet()
}

// A page of many findings has the first of them, and more as one reads on.
func TestBrowserMany(t *testing.T) {
	b := open(t, large(1000), 1280, "light", "#finding-f700")
	want(b, `document.getElementById("outcome").textContent`, "1,000 findings")
	want(b, `document.getElementById("finding-f700").checkVisibility()`, true)
	b.choose("relation", "conflict")
	want(b, `document.getElementById("outcome").textContent`, "167 of 1,000 findings")
	b.choose("relation", "")
	want(b, shown+` < 1000`, true)
	ask[bool](b, `(dispatchEvent(new Event("beforeprint")), true)`)
	want(b, shown, 1000)
	b.Quiet()
}

// Without its script the page shows everything, and no control that does
// nothing.
func TestBrowserWithoutScript(t *testing.T) {
	off := chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	})
	b := open(t, recorded(t), 1280, "light", "", off)
	want(b, shown, 6)
	want(b, `[...document.querySelectorAll("input, select, button")].filter((e) => e.checkVisibility()).length`, 0)
	b.Quiet()
}

// Hostile texts run nothing and call nobody, and nothing is wider than a phone
// but what scrolls by itself.
func TestBrowserHostile(t *testing.T) {
	for _, s := range []string{`<script>alert(1)</script>`, `" onload="alert(1)`, `</script><img src=x onerror=alert(1)>`, strings.Repeat("long", 300), "\u202eesrever"} {
		b := open(t, poisoned(s), 390, "light", "")
		want(b, shown, 1)
		want(b, `[...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > 391 && !e.closest(".scroll")).slice(0, 3).map((e) => e.outerHTML.slice(0, 80)).join(" ")`, "")
		b.Quiet()
	}
}

// axe-core finds nothing to complain of, in both themes, on a desk and on a
// phone, with everything unfolded. CROSSCHECK_AXE names its axe.min.js.
func TestBrowserAccessible(t *testing.T) {
	axe := browsertest.Axe(t)
	drawn := with(func(r *compare.Report) { r.Claims[5].Date = "2031-05-09" }) // a topic of several days
	for _, theme := range []string{"light", "dark"} {
		for _, width := range []int64{1280, 390} {
			b := open(t, drawn, width, theme, "")
			want(b, `document.querySelectorAll(".chart circle").length`, 2)
			// What is not laid out because it is not in sight would be measured wrongly.
			ask[bool](b, axe+`; document.querySelectorAll("details").forEach((d) => { d.open = true; });
				const s = document.styleSheets[0]; s.insertRule(".finding, .topic { content-visibility: visible !important }", s.cssRules.length); true`)
			for _, v := range ask[[]string](b, `axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.flatMap((v) =>
				v.nodes.map((n) => v.id + ": " + n.target.join(" ") + ": " + n.failureSummary)))`) {
				t.Errorf("%s, %d pixels: %s", theme, width, v)
			}
			b.Quiet()
		}
	}
}
