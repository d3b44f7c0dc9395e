package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

func TestConsoleWarns(t *testing.T) {
	var b bytes.Buffer
	c := newConsole(&b)
	c.warn(claims.Warning{Path: "a.jsonl", Line: 3, Reason: "no body"})
	c.warn(claims.Warning{Path: "b.txt", Reason: "empty"})
	c.warn(claims.Warning{Reason: "nothing to compare"})
	c.warn(claims.Warning{Path: "evil\x1b[2J\n.txt", Reason: "bad\rname"})
	want := `crosscheck: warning: a.jsonl:3: no body
crosscheck: warning: b.txt: empty
crosscheck: warning: nothing to compare
crosscheck: warning: evil�[2J�.txt: bad�name
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestConsoleProgress drives the console with a clock of its own.
func TestConsoleProgress(t *testing.T) {
	var b bytes.Buffer
	now := time.Unix(0, 0)
	columns := 21
	c := &console{w: &b, terminal: true, columns: func() int { return columns }, now: func() time.Time { return now }, began: now}
	at := func(d time.Duration, stage string, done, total int) {
		now = time.Unix(0, 0).Add(d)
		c.progress(stage, done, total)
	}
	at(900*time.Millisecond, "comparing", 1, 4)  // too early
	at(1000*time.Millisecond, "comparing", 2, 8) // shown
	at(1050*time.Millisecond, "comparing", 3, 8) // too soon after the last
	at(1200*time.Millisecond, "comparing", 4, 8)
	at(1210*time.Millisecond, "comparing", 8, 8) // soon, but the end of the stage
	at(1220*time.Millisecond, "folding", 7, 0)   // soon, but the beginning of one without a total
	columns = 0
	at(2400*time.Millisecond, "folding", 9, 0) // the window has lost its size; a rate by now
	c.warn(claims.Warning{Reason: "w"})
	c.quiet() // nothing is showing
	c.close()
	at(9*time.Second, "folding", 10, 0) // too late
	want := []string{"", "comparing  25 %", "comparing  50 %", "comparing  100 %", "folding  7", "folding  9  1.7/s", "crosscheck: warning: w\n"}
	if diff := cmp.Diff(want, strings.Split(b.String(), eraseLine)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestConsoleShowsNoProgressInAFile(t *testing.T) {
	var b bytes.Buffer
	c := newConsole(&b)
	c.began = c.began.Add(-time.Hour)
	c.progress("comparing:", 1, 2)
	c.quiet()
	if b.Len() > 0 {
		t.Errorf("wrote %q", b.String())
	}
}

func TestColourful(t *testing.T) {
	for _, test := range []struct {
		terminal      bool
		noColor, term string
		want          bool
	}{
		{true, "", "xterm", true},
		{true, "", "", true},
		{true, "1", "xterm", false},
		{true, "0", "xterm", false},
		{true, "", "dumb", false},
		{false, "", "xterm", false},
	} {
		env := map[string]string{"NO_COLOR": test.noColor, "TERM": test.term}
		if got := colourful(test.terminal, func(k string) string { return env[k] }); got != test.want {
			t.Errorf("%+v: got %t", test, got)
		}
	}
}
