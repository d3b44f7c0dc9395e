// Package cores spreads work that is done piece by piece over the processor's
// cores. The pieces are numbered, so that what each gives can be put in its
// place and the result does not depend on which was done first.
package cores

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do for 0 to n-1, each once, on all cores, and returns when all
// calls have. It begins no further piece once the context ends, and then
// returns the context's error.
func Each(ctx context.Context, n int, do func(i int)) error {
	var wg sync.WaitGroup
	var next atomic.Int64
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}
