package main

import (
	"bytes"
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
	c := &console{w: &b, terminal: true, columns: 20, now: func() time.Time { return now }, began: now}
	at := func(d time.Duration, done, total int) {
		now = time.Unix(0, 0).Add(d)
		c.progress("comparing:", done, total)
	}
	at(900*time.Millisecond, 1, 4)  // too early
	at(1000*time.Millisecond, 2, 4) // shown, cut to the terminal
	at(1050*time.Millisecond, 3, 4) // too soon after the last
	at(1200*time.Millisecond, 7, 0) // no total
	c.warn(claims.Warning{Reason: "w"})
	c.quiet() // nothing is showing
	want := "\r\x1b[Kcomparing: 2 of 4 (" + "\r\x1b[Kcomparing: 7" + "\r\x1b[Kcrosscheck: warning: w\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
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
