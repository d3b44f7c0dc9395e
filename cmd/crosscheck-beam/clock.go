package main

import (
	"context"
	"runtime"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// clock counts the time that a stage's own work takes, in microseconds of its
// thread on a processor where the system tells, else of the wall. What the
// runner, the coding and the garbage collection take is not in it.
type clock struct{ spent beam.Counter }

func newClock(stage string) clock { return clock{beam.NewCounter(counters, stage+" µs")} }

// run starts the clock; what it returns stops it.
func (c clock) run(ctx context.Context) (stop func()) {
	runtime.LockOSThread()
	began := threadTime()
	return func() {
		c.spent.Inc(ctx, (threadTime() - began).Microseconds())
		runtime.UnlockOSThread()
	}
}

var started = time.Now()

// The clocks of the stages.
var (
	readClock    = newClock("1 read")
	nameClock    = newClock("2 name")
	profileClock = newClock("3 profile")
	linkClock    = newClock("4 link")
	extractClock = newClock("5 extract")
	unifyClock   = newClock("6 unify")
	openClock    = newClock("7 open")
	meetClock    = newClock("8 meet")
	judgeClock   = newClock("9 judge")
	topicClock   = newClock("10 topics")
	groupClock   = newClock("11 group")
	foldClock    = newClock("12 fold")
	writeClock   = newClock("13 write")
)
