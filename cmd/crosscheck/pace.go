package main

import "time"

const (
	// settling is how long a stage runs before its rate is told: the first
	// articles fill caches and word lists.
	settling = time.Second
	// recent is how far back the rate looks: long enough for batches that take
	// seconds, short enough to follow longer articles. A guess.
	recent = 10 * time.Second
	// step is the least time between two marks.
	step = recent / 40
)

// pace measures the rate of a stage over the recent past. The zero value is
// ready.
type pace struct {
	stage string
	done  int
	marks []mark // in order, the last and those of the recent past; the first may be older
}

// mark is how much was done at a time.
type mark struct {
	at   time.Time
	done int
}

// report takes in how far a stage is; fresh tells that it is a new one. Reports
// from several goroutines may overtake one another: done never goes back.
func (p *pace) report(stage string, done int, now time.Time) (fresh bool) {
	if stage != p.stage || done == 0 && p.done > 0 || len(p.marks) == 0 {
		*p = pace{stage: stage, done: done, marks: append(p.marks[:0], mark{now, done})}
		return true
	}
	p.done = max(p.done, done)
	if n := len(p.marks); now.Sub(p.marks[n-1].at) >= step {
		p.marks = append(p.marks, mark{now, p.done})
	}
	for len(p.marks) > 2 && now.Sub(p.marks[1].at) >= recent {
		p.marks = p.marks[1:]
	}
	return false
}

// rate is how much was done a second of late, 0 where it is too early to tell.
func (p *pace) rate() float64 {
	if len(p.marks) < 2 {
		return 0
	}
	first, last := p.marks[0], p.marks[len(p.marks)-1]
	if took := last.at.Sub(first.at); took >= settling {
		return float64(last.done-first.done) / took.Seconds()
	}
	return 0
}
