package web

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	keyboard "github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"crosscheck/report/browsertest"
	"crosscheck/report/review"
)

// The desk in a real browser; package browsertest says where it is wanted.
// CROSSCHECK_SHOTS names a folder for screenshots.

// tab is a browser of one person's.
type tab struct {
	*stand
	*browsertest.Tab
}

// open starts a browser for the person.
func (s *stand) open(who string, width, height int64, theme string) *tab {
	s.Helper()
	b := &tab{s, browsertest.Open(s.T, width, height, theme, s.url+"/")}
	b.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, network.SetCookie, network.SetCookieParams{Name: "person", Value: who, URL: s.url})
		return err
	}))
	return b
}

func (b *tab) visit(path string) {
	b.Helper()
	b.Do(chromedp.Navigate(b.url + path))
}

// ask evaluates an expression in the page.
func ask[T any](b *tab, expression string) T {
	b.Helper()
	return browsertest.Ask[T](b.Tab, expression)
}

// until waits for an expression to become true.
func (b *tab) until(expression string) {
	b.Helper()
	for end := time.Now().Add(browsertest.Patience / 4); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if v, err := browsertest.Try[bool](b.Tab, expression); err == nil && v { // a page that is just going away answers nothing
			return
		}
	}
	b.Fatalf("never: %s\nat %s\n%s", expression, ask[string](b, "location.href"), ask[string](b, "document.body.innerText.slice(0, 600)"))
}

// at waits until the page's path begins so.
func (b *tab) at(path string) {
	b.Helper()
	b.until(`location.pathname.startsWith("` + path + `") && document.readyState === "complete"`)
}

// says waits until the page has the words.
func (b *tab) says(words string) {
	b.Helper()
	b.until(`document.body.innerText.includes(` + "`" + words + "`" + `)`)
}

// press presses keys, as on a keyboard, when nothing is under way.
func (b *tab) press(keys string) {
	b.Helper()
	b.until(`document.readyState === "complete" && !document.documentElement.classList.contains("busy")`)
	for _, r := range keys {
		key := keyboard.DispatchKeyEventParams{Type: keyboard.DispatchKeyEventTypeKeyDown, Key: string(r), Text: string(r)}
		switch r {
		case '\r':
			key.Key, key.Code, key.WindowsVirtualKeyCode = "Enter", "Enter", 13
		case '\t':
			key.Key, key.Code, key.WindowsVirtualKeyCode, key.Text = "Tab", "Tab", 9, ""
		case '\x1b':
			key.Key, key.Code, key.WindowsVirtualKeyCode, key.Text = "Escape", "Escape", 27, ""
		}
		b.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, keyboard.DispatchKeyEvent, key)
			key.Type, key.Text = keyboard.DispatchKeyEventTypeKeyUp, ""
			if err == nil {
				_, err = cdp.Call(ctx, t, keyboard.DispatchKeyEvent, key)
			}
			return err
		}))
	}
}

func (b *tab) shot(name string) {
	dir := os.Getenv("CROSSCHECK_SHOTS")
	if dir == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), b.Shot(), 0o666); err != nil {
		b.Fatal(err)
	}
}

// TestBrowserKeyboard goes through a whole session without touching a mouse.
func TestBrowserKeyboard(t *testing.T) {
	s := newStand(t, sample(5), nil, Options{})
	keys := s.keys()
	b := s.open("ada", 1280, 900, "light")
	b.visit("/")
	b.says("5 pairs waiting")
	b.shot("queue")
	b.press("\r")
	b.at("/pair/" + keys[0])
	b.shot("pair")
	b.press("?")
	b.until(`document.getElementById("help").open`)
	b.shot("help")
	ask[bool](b, `(document.getElementById("keys-on").click(), true)`)
	b.press("?")
	b.until(`!document.getElementById("help").open`)
	b.press("a") // keys are off: nobody decides by what he dictates
	b.press("?")
	ask[bool](b, `(document.querySelector('a[href="/keys"]').click(), true)`)
	b.until(`document.getElementById("help").open`)
	ask[bool](b, `(document.getElementById("keys-on").click(), true)`)
	b.press("?")
	b.until(`!document.getElementById("help").open`)
	b.press("w")
	b.press("asked the office, a d s x") // letters of a reason are no verdicts
	b.press("\x1b")
	b.press("a")
	b.at("/pair/" + keys[1])
	b.says("Recorded: contradiction.")
	if got := s.standing(keys[0]).Decision; got == nil || got.Verdict != review.Contradiction || got.Why != "asked the office, a d s x" {
		t.Errorf("decided: %+v", got)
	}
	b.press("f")
	b.says("flagged")
	b.press(" ")
	b.at("/pair/" + keys[2])
	b.press("4")
	b.at("/pair/" + keys[3])
	b.press("u")
	b.at("/pair/" + keys[2])
	b.says("Taken back: different subject.")
	b.Do(chromedp.Reload())
	b.at("/pair/" + keys[2])
	b.press("u") // the skip of the pair before
	b.at("/pair/" + keys[1])
	b.says("Taken back: left for later.")
	b.press("r")
	b.at("/pair/" + keys[1])
	b.says("Put back: left for later.")
	b.press("r")
	b.at("/pair/" + keys[2])
	if got := s.standing(keys[2]).Verdict(); got != review.DifferentSubject {
		t.Errorf("after undo, reload, undo, redo, redo: %q", got)
	}
	b.press("o")
	b.at("/article/")
	b.until(`document.getElementById("claim").getBoundingClientRect().top < innerHeight`)
	b.shot("article")
	b.press("\x1b")
	b.at("/pair/" + keys[2])
	b.press("j")
	b.at("/pair/" + keys[3])
	b.press("q")
	b.at("/queue")
	b.press("/")
	b.press("pier 4")
	b.press("\r")
	b.says("1 pair waiting")
	b.press("\x1b")
	b.press("\r")
	b.at("/pair/" + keys[4])
	b.press("c")
	b.at("/queue")
	b.says("Nothing is waiting")
	b.shot("done")
	b.Quiet()
}

// TestBrowserTwo lets two people work at once, and one of them come too late.
func TestBrowserTwo(t *testing.T) {
	s := newStand(t, sample(3), nil, Options{})
	keys := s.keys()
	ada, ben := s.open("ada", 1280, 900, "light"), s.open("ben", 1280, 900, "light")
	ada.visit("/pair/" + keys[0])
	ben.visit("/pair/" + keys[0])
	ben.press("s")
	ben.at("/pair/" + keys[1])
	ada.press("a")
	ada.says("Somebody was faster")
	ada.shot("stale")
	if got := s.standing(keys[0]).Decision; got.Who != "ben" {
		t.Errorf("ben's verdict is now %s's", got.Who)
	}
	ada.until(`location.pathname === "/pair/` + keys[0] + `"`)
	ada.press("\r")
	ada.at("/pair/" + keys[1])
	ben.press("x")
	ben.at("/pair/" + keys[2])
	ada.press("e")
	ada.says("Somebody was faster")
	ada.press("o")
	ada.says("Decided: different subject")
	ada.press("n") // having seen it, she decides otherwise
	ada.at("/pair/" + keys[2])
	if got := s.standing(keys[1]).Decision; got.Who != "ada" || got.Verdict != review.NotComparable {
		t.Errorf("the verdict is %+v", got)
	}
}

// TestBrowserCut cuts the connection in the middle of a decision, before the
// desk has it and after: the page says that it may not be recorded, and sends it
// again, and it counts once.
func TestBrowserCut(t *testing.T) {
	for _, c := range []struct {
		name string
		cut  int32
		kept review.Phase // while the connection is cut
	}{{"before it arrives", cutBefore, review.Open}, {"after it was recorded", cutAfter, review.Decided}} {
		s := newStand(t, sample(2), nil, Options{})
		keys := s.keys()
		b := s.open("ada", 1280, 900, "light")
		b.visit("/pair/" + keys[0])
		b.until(`typeof htmx === "object"`)
		s.cut.Store(c.cut)
		b.press("a")
		b.says("The desk cannot be reached")
		b.shot("cut")
		if got := s.standing(keys[0]).Phase; got != c.kept {
			t.Errorf("%s: the pair is %s", c.name, got)
		}
		s.cut.Store(0)
		b.press("\r")
		b.at("/pair/" + keys[1])
		if got := s.standing(keys[0]).Verdict(); got != review.Contradiction {
			t.Errorf("%s: the verdict is %q", c.name, got)
		}
		s.ledger.View(func(st *review.State) {
			if n := len(st.Events()); n != 1 {
				t.Errorf("%s: %d events, want 1", c.name, n)
			}
		})
	}
}

// TestBrowserWithoutScript decides by clicking, with scripts off.
func TestBrowserWithoutScript(t *testing.T) {
	s := newStand(t, sample(2), nil, Options{})
	keys := s.keys()
	b := s.open("ada", 390, 800, "light")
	b.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	}))
	b.visit("/pair/" + keys[0])
	b.shot("phone")
	b.Do(chromedp.Click(`button[value="superseded"]`))
	b.at("/pair/" + keys[1])
	if got := s.standing(keys[0]).Verdict(); got != review.Superseded {
		t.Errorf("the verdict is %q", got)
	}
	b.Quiet()
}

// TestBrowserLogin comes in with a password and goes.
func TestBrowserLogin(t *testing.T) {
	s, _ := lobby(t)
	b := s.open("", 1280, 900, "light")
	b.visit("/queue")
	b.at("/login")
	b.shot("login")
	b.press("ada\t")
	b.press("a long password of ada\r")
	b.at("/queue")
	b.says("2 pairs waiting")
	ask[bool](b, `(document.querySelector('form[action="/logout"] button').click(), true)`)
	b.at("/login")
	b.visit("/queue")
	b.at("/login")
	b.Quiet()
}

// axe-core finds nothing to complain of, on any page, in both themes, on a desk
// and on a phone. CROSSCHECK_AXE names its axe.min.js.
func TestBrowserAccessible(t *testing.T) {
	axe := browsertest.Axe(t)
	s := newStand(t, sample(3), nil, Options{Double: .5})
	keys := s.keys()
	ben := s.as("ben")
	ben.press(ben.get("/pair/"+keys[0]), "decide", "verdict", "superseded", "why", "a later state", "days", "7")
	ben.press(ben.get("/pair/"+keys[1]), "note", "why", "a note")
	l, _ := lobby(t)
	accessible(l.open("", 390, 900, "light"), axe, "/login")
	for _, theme := range []string{"light", "dark"} {
		for _, width := range []int64{1280, 390} {
			b := s.open("ada", width, 900, theme)
			for _, page := range []string{"/queue", "/queue?state=all", "/pair/" + keys[0], "/pair/" + keys[1], "/article/a0-0?claim=c0-0&pair=" + keys[0], "/topics", "/topic/t0", "/history", "/agreement", "/keys", "/nothing"} {
				accessible(b, axe, page)
				if strings.HasPrefix(page, "/pair/"+keys[0]) {
					b.shot("pair-" + theme + "-" + map[int64]string{1280: "desk", 390: "phone"}[width])
				}
			}
		}
	}
}

// accessible opens a page, unfolds everything and lets axe-core look at it.
func accessible(b *tab, axe, page string) {
	b.Helper()
	b.visit(page)
	b.at("/")
	ask[bool](b, axe+`; document.querySelectorAll("details").forEach((d) => { d.open = true; }); true`)
	for _, v := range ask[[]string](b, `axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.flatMap((v) =>
		v.nodes.map((n) => v.id + ": " + n.target.join(" ") + ": " + n.failureSummary)))`) {
		b.Errorf("%s: %s", page, v)
	}
	if wide := ask[string](b, `[...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map((e) => e.outerHTML.slice(0, 90)).join(" ")`); wide != "" {
		b.Errorf("%s: wider than the window: %s", page, wide)
	}
}
