package rule

import (
	"sync"

	"crosscheck/compare"
	"crosscheck/compare/align"
)

var _ compare.Reader = (*Judge)(nil)

// Read makes a statement ready, once for all its pairs.
func (j *Judge) Read(s compare.Statement) compare.Reading {
	r := read(j.reader.Read(s))
	if j.least < Flag {
		r.view()
	}
	return r
}

// Oppose returns the verdict on two readings where it is a contradiction or
// names a guard, and false elsewhere. Of readings that are not this judge's it
// returns false.
func (j *Judge) Oppose(a, b compare.Reading) (compare.Verdict, bool) {
	x, okA := a.(*reading)
	y, okB := b.(*reading)
	if !okA || !okB {
		return compare.Verdict{}, false
	}
	d := desks.Get().(*desk)
	defer desks.Put(d)
	d.glance.look(x, y)
	rules := d.glance.rules()
	if rules == 0 {
		return compare.Verdict{}, false
	}
	o, guard := d.judge(x.Statement, y.Statement, rules, j.least, j.least)
	if o.Score < j.least {
		return compare.Verdict{}, false
	}
	return verdict(&d.alignment, o, guard, j.least), true
}

// desk is the memory in which a pair is judged.
type desk struct {
	glance    glance
	alignment align.Alignment
}

var desks = sync.Pool{New: func() any { return &desk{} }}

// judge aligns a pair and decides by some of the rules and by what scores at
// least least; flag is what a contradiction scores.
func (d *desk) judge(a, b *align.Statement, rules choice, least, flag float64) (Opposition, string) {
	d.alignment.Align(a, b)
	return decide(&d.alignment, compare.Pair{A: a.Statement, B: b.Statement}, rules, least, flag)
}
