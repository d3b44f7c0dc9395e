// Package browsertest drives pages in a real browser, for the tests of the report
// and of the review desk. Where there is no browser, such a test is skipped; with
// CI=true it fails instead.
//
//  1. [Open] starts a browser with one tab;
//  2. [Tab.Do] and [Ask] act on its page and ask it;
//  3. [Tab.Quiet] fails the test if the page complained of anything, or asked for
//     what is not its own.
//
// It knows no page of ours.
package browsertest

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Patience is how long a browser may take over one thing on a busy machine.
const Patience = 2 * time.Minute

// browsers are the names of one that we can drive, in the order of liking.
var browsers = []string{"chromium", "chromium-browser", "google-chrome", "chrome"}

// Action is something that a browser does.
type Action = chromedp.Action[chromedp.Void]

// Missing ends a test for want of something that CI has.
func Missing(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf(format, args...)
	}
	t.Skipf("SKIP-BROWSER: "+format, args...)
}

// Axe is the script of axe-core, whose axe.min.js CROSSCHECK_AXE names.
func Axe(t testing.TB) string {
	t.Helper()
	path := os.Getenv("CROSSCHECK_AXE")
	if path == "" {
		Missing(t, "set CROSSCHECK_AXE to the axe.min.js of the npm package axe-core")
	}
	script, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(script)
}

// Tab is a page in a browser. Its methods fail the test that opened it.
type Tab struct {
	t    testing.TB
	ctx  context.Context
	home string // how addresses begin that it may ask for

	mu    sync.Mutex
	heard []string // what it complained of, and requests that leave home
}

// Open starts a browser. Width and height are those of the window in pixels,
// theme is "light" or "dark", and home is how the addresses begin that a page may
// ask for.
func Open(t testing.TB, width, height int64, theme, home string) *Tab {
	t.Helper()
	b := &Tab{t: t, ctx: start(t, find(t)), home: home}
	b.Do(chromedp.EmulateViewport(width, height), media(theme))
	if err := chromedp.Listen(b.ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	b.Do(chromedp.Func(enable))
	return b
}

func find(t testing.TB) string {
	t.Helper()
	for _, name := range browsers {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	Missing(t, "no browser: install Debian's chromium")
	return ""
}

// start starts a browser. On a busy machine it may fail to come up, and is
// started again.
func start(t testing.TB, path string) context.Context {
	t.Helper()
	var err error
	for range 3 {
		ctx, cancel := chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU))
		if err = chromedp.Do(ctx); err == nil {
			t.Cleanup(cancel)
			return ctx
		}
		cancel()
	}
	t.Fatal(err)
	return nil
}

// enable asks for the events that listen hears.
func enable(ctx context.Context, t *chromedp.Target) error {
	if _, err := cdp.Call(ctx, t, network.Enable, network.EnableParams{}); err != nil {
		return err
	}
	_, err := cdp.Call(ctx, t, log.Enable, cdp.Empty{})
	return err
}

func media(theme string) Action {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}}})
		return err
	})
}

func (b *Tab) listen(event any) {
	note := ""
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		note = "the console says something"
	case *runtime.EventExceptionThrown:
		note = "the script fails: " + e.ExceptionDetails.Text
	case *log.EventEntryAdded:
		if !strings.Contains(e.Entry.Text, "Autofocus processing was blocked") { // somebody was faster than the page
			note = "the browser complains: " + e.Entry.Text
		}
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, b.home) && !strings.HasPrefix(u, "data:") {
			note = "a request leaves the page: " + u
		}
	}
	if note != "" {
		b.mu.Lock()
		b.heard = append(b.heard, note)
		b.mu.Unlock()
	}
}

// Quiet checks that nothing was heard.
func (b *Tab) Quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, note := range b.heard {
		b.t.Error(note)
	}
}

// Do has the browser do something, within Patience.
func (b *Tab) Do(actions ...Action) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, Patience)
	defer cancel()
	if chromedp.FromContext(b.ctx).Target == nil {
		ctx = b.ctx // the first call starts the browser, which would end with its context
	}
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// Ask evaluates an expression in the page; of a promise, what it comes to.
func Ask[T any](b *Tab, expression string) T {
	b.t.Helper()
	v, err := Try[T](b, expression)
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// Try is Ask of a page that may be going away.
func Try[T any](b *Tab, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(b.ctx, Patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// Shot is a picture of the page, as PNG.
func (b *Tab) Shot() []byte {
	b.t.Helper()
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	return png
}
