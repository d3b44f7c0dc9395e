package main

import (
	"testing"
	"time"
)

// TestPace: the rate follows the recent past, whatever was before.
func TestPace(t *testing.T) {
	var p pace
	now := time.Unix(0, 0)
	run := func(d, every time.Duration, perSecond float64) {
		from := p.done
		for t := every; t <= d; t += every {
			now = now.Add(every)
			p.report("stage", from+int(perSecond*t.Seconds()), now)
		}
	}
	near := func(what string, want float64) {
		t.Helper()
		if got := p.rate(); got < 0.95*want || got > 1.05*want {
			t.Errorf("%s: rate %.1f, want about %.1f", what, got, want)
		}
	}
	if p.rate() != 0 || !p.report("stage", 0, now) {
		t.Error("a new stage is not fresh, or has a rate")
	}
	run(900*time.Millisecond, 10*time.Millisecond, 5000)
	if p.rate() != 0 {
		t.Errorf("rate %.1f in the first second", p.rate())
	}
	run(2*time.Second, 10*time.Millisecond, 5000)
	near("at first", 5000)
	run(20*time.Second, 10*time.Millisecond, 100)
	near("after a change", 100)
	run(60*time.Second, 4*time.Second, 1000)
	near("in batches", 1000)
	run(60*time.Second, 15*time.Second, 1000)
	near("in rare batches", 1000)
	if len(p.marks) > 60 {
		t.Errorf("%d marks are kept", len(p.marks))
	}
	before := p.done
	if p.report("stage", before-5, now) || p.done != before {
		t.Errorf("a report that was overtaken leads back from %d to %d", before, p.done)
	}
	if !p.report("next", 10, now) || p.rate() != 0 || p.done != 10 {
		t.Errorf("the next stage begins with %d done, rate %.1f", p.done, p.rate())
	}
	if p.report("next", 11, now); !p.report("next", 0, now) {
		t.Error("a stage that begins anew is not fresh")
	}
}
