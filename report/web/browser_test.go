package web

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	keyboard "github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"crosscheck/report/review"
)

// The desk in a real browser. Where there is none, these tests are skipped; with
// CI=true they fail instead. CROSSCHECK_SHOTS names a folder for screenshots.

// missing ends a test for want of something that CI has.
func missing(t *testing.T, format string, args ...any) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf(format, args...)
	}
	t.Skipf("SKIP-BROWSER: "+format, args...)
}

// tab is a browser of one person's.
type tab struct {
	*stand
	ctx   context.Context
	mu    sync.Mutex
	heard []string // what the browser complained of, and requests that leave the desk
}

// open starts a browser for the person.
func (s *stand) open(who string, width, height int64, theme string) *tab {
	s.Helper()
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		missing(s.T, "no browser: install Debian's chromium")
	}
	ctx, cancel := started(path)
	s.Cleanup(cancel)
	b := &tab{stand: s, ctx: ctx}
	b.do(chromedp.EmulateViewport(width, height), chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		if _, err := cdp.Call(ctx, t, network.Enable, network.EnableParams{}); err != nil {
			return err
		}
		if _, err := cdp.Call(ctx, t, log.Enable, cdp.Empty{}); err != nil {
			return err
		}
		if _, err := cdp.Call(ctx, t, network.SetCookie, network.SetCookieParams{Name: "person", Value: who, URL: s.url}); err != nil {
			return err
		}
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}})
		return err
	}))
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		s.Fatal(err)
	}
	return b
}

// started starts a browser. On a busy machine it may fail to come up, and is
// started again.
func started(path string) (context.Context, context.CancelFunc) {
	for n := 0; ; n++ {
		ctx, cancel := chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU))
		if chromedp.Do(ctx) == nil || n == 2 {
			return ctx, cancel
		}
		cancel()
	}
}

func (b *tab) listen(event any) {
	note := ""
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		note = "the script fails: " + e.ExceptionDetails.Text
	case *log.EventEntryAdded:
		if !strings.Contains(e.Entry.Text, "Autofocus processing was blocked") { // somebody was faster than the page
			note = "the browser complains: " + e.Entry.Text
		}
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, b.url+"/") && !strings.HasPrefix(u, "data:") {
			note = "a request leaves the desk: " + u
		}
	}
	if note != "" {
		b.mu.Lock()
		b.heard = append(b.heard, note)
		b.mu.Unlock()
	}
}

// quiet checks that nothing was heard.
func (b *tab) quiet() {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, note := range b.heard {
		b.Error(note)
	}
}

// patience is how long a browser may take over one thing on a busy machine.
const patience = time.Minute

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if chromedp.FromContext(b.ctx).Target == nil {
		ctx = b.ctx // the first call starts the browser, which would end with its context
	}
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

func (b *tab) visit(path string) {
	b.Helper()
	b.do(chromedp.Navigate(b.url + path))
}

// ask evaluates an expression in the page.
func ask[T any](b *tab, expression string) T {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return v
}

// until waits for an expression to become true.
func (b *tab) until(expression string) {
	b.Helper()
	for end := time.Now().Add(patience / 2); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(b.ctx, patience)
		v, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression))
		cancel()
		if err == nil && v { // a page that is just going away answers nothing
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
		b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
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
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o666); err != nil {
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
	b.do(chromedp.Reload())
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
	b.quiet()
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
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	}))
	b.visit("/pair/" + keys[0])
	b.shot("phone")
	b.do(chromedp.Click(`button[value="superseded"]`))
	b.at("/pair/" + keys[1])
	if got := s.standing(keys[0]).Verdict(); got != review.Superseded {
		t.Errorf("the verdict is %q", got)
	}
	b.quiet()
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
	b.quiet()
}

// axe-core finds nothing to complain of, on any page, in both themes, on a desk
// and on a phone. CROSSCHECK_AXE names its axe.min.js.
func TestBrowserAccessible(t *testing.T) {
	path := os.Getenv("CROSSCHECK_AXE")
	if path == "" {
		missing(t, "set CROSSCHECK_AXE to the axe.min.js of the npm package axe-core")
	}
	axe, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s := newStand(t, sample(3), nil, Options{Double: .5})
	keys := s.keys()
	ben := s.as("ben")
	ben.press(ben.get("/pair/"+keys[0]), "decide", "verdict", "superseded", "why", "a later state", "days", "7")
	ben.press(ben.get("/pair/"+keys[1]), "note", "why", "a note")
	l, _ := lobby(t)
	accessible(l.open("", 390, 900, "light"), string(axe), "/login")
	for _, theme := range []string{"light", "dark"} {
		for _, width := range []int64{1280, 390} {
			b := s.open("ada", width, 900, theme)
			for _, page := range []string{"/queue", "/queue?state=all", "/pair/" + keys[0], "/pair/" + keys[1], "/article/a0-0?claim=c0-0&pair=" + keys[0], "/topics", "/topic/t0", "/history", "/agreement", "/keys", "/nothing"} {
				accessible(b, string(axe), page)
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
