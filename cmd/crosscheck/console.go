package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"crosscheck/claims"
)

// Progress is not worth a flicker: it shows after patience and changes at most
// once an interval. The first figure is the issue's; the second is a guess.
const (
	patience = time.Second
	interval = 100 * time.Millisecond
)

// usualColumns is the width of a terminal that does not tell its own.
const usualColumns = 80

// eraseLine takes the cursor to the first column and clears the line.
const eraseLine = "\r\x1b[K"

// console is standard error: warnings, and progress where it is a terminal.
// Safe for concurrent use.
type console struct {
	mu       sync.Mutex
	w        io.Writer
	terminal bool
	columns  func() int // 0 where unknown; asked again and again, since a window may be resized
	ascii    bool       // the terminal shows nothing beyond ASCII
	now      func() time.Time
	began    time.Time
	pace     pace
	last     time.Time // when progress was last printed
	showing  bool      // a line of progress stands on the screen
	closed   bool      // no more progress
}

func newConsole(w io.Writer) *console {
	return &console{
		w:        w,
		terminal: isTerminal(w) && os.Getenv("TERM") != "dumb",
		columns:  func() int { return width(w) },
		ascii:    asciiOnly(os.Getenv),
		now:      time.Now,
		began:    time.Now(),
	}
}

// warn prints one warning: "crosscheck: warning: PATH:LINE: reason".
func (c *console) warn(w claims.Warning) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.erase()
	fmt.Fprintln(c.w, "crosscheck: warning: "+place(w)+printable(oneLine(w.Reason)))
}

// oneLine is a text of several lines, a hint among them, as one.
func oneLine(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "; ")
}

// place is where a warning points to, with ": " behind it.
func place(w claims.Warning) string {
	switch {
	case w.Path == "":
		return ""
	case w.Line == 0:
		return printable(w.Path) + ": "
	}
	return printable(w.Path) + ":" + strconv.Itoa(w.Line) + ": "
}

// printable replaces control characters, so that neither a file's name nor a
// file's content can steer the reader's terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// origins says of each article where outlet, title and date were found.
func (c *console) origins(articles []claims.Article) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.erase()
	for _, a := range articles {
		at := place(claims.Warning{Path: a.Path, Line: a.Line})
		fmt.Fprintf(c.w, "crosscheck: %soutlet %s, title %s, date %s\n", at,
			from(a.Origin.Outlet), from(a.Origin.Title), from(a.Origin.Date))
	}
}

// from is an origin in words: "from metadata".
func from(o claims.Origin) string {
	if o == claims.FromNowhere {
		return "not known"
	}
	return "from " + string(o)
}

// progress shows how far a stage has come, on a terminal; total is 0 where it
// is not known. A stage's first and last report are shown however soon they
// come, lest the screen tell of another stage, or of less, while the next
// report is far.
func (c *console) progress(stage string, done, total int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.terminal || c.closed {
		return
	}
	now := c.now()
	fresh := c.pace.report(stage, done, now)
	soon := now.Sub(c.last) < interval && !fresh && (done < total || total == 0)
	if now.Sub(c.began) < patience || soon {
		return
	}
	c.last, c.showing = now, true
	g := gauge{stage: stage, done: c.pace.done, total: total, rate: c.pace.rate(), ascii: c.ascii}
	columns := c.columns()
	if columns <= 0 {
		columns = usualColumns
	}
	// The last column stays free: some terminals begin a new line behind it.
	fmt.Fprint(c.w, eraseLine+g.line(columns-1))
}

// quiet takes a line of progress off the screen.
func (c *console) quiet() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.erase()
}

// close takes a line of progress off the screen for good.
func (c *console) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.erase()
	c.closed = true
}

func (c *console) erase() {
	if c.showing {
		fmt.Fprint(c.w, eraseLine)
	}
	c.showing = false
}
