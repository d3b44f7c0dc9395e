package main

import (
	"fmt"
	"io"
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

// eraseLine takes the cursor to the first column and clears the line.
const eraseLine = "\r\x1b[K"

// console is standard error: warnings, and progress where it is a terminal.
// Safe for concurrent use.
type console struct {
	mu       sync.Mutex
	w        io.Writer
	terminal bool
	columns  int // 0 where unknown
	now      func() time.Time
	began    time.Time
	last     time.Time // when progress was last printed
	showing  bool      // a line of progress stands on the screen
}

func newConsole(w io.Writer) *console {
	return &console{w: w, terminal: isTerminal(w), columns: width(w), now: time.Now, began: time.Now()}
}

// warn prints one warning: "crosscheck: warning: PATH:LINE: reason".
func (c *console) warn(w claims.Warning) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.erase()
	fmt.Fprintln(c.w, "crosscheck: warning: "+place(w)+printable(w.Reason))
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

// progress shows how far a stage has come; total is 0 where it is not known.
func (c *console) progress(stage string, done, total int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.now()
	if !c.terminal || now.Sub(c.began) < patience || now.Sub(c.last) < interval {
		return
	}
	c.last, c.showing = now, true
	line := fmt.Sprintf("%s %d", stage, done)
	if total > 0 {
		line = fmt.Sprintf("%s %d of %d (%d %%)", stage, done, total, 100*done/total)
	}
	if c.columns > 1 && len(line) >= c.columns {
		line = line[:c.columns-1]
	}
	fmt.Fprint(c.w, eraseLine+line)
}

// quiet takes a line of progress off the screen.
func (c *console) quiet() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.erase()
}

func (c *console) erase() {
	if c.showing {
		fmt.Fprint(c.w, eraseLine)
	}
	c.showing = false
}
