package archive

import (
	"sync"

	"crosscheck/compare/check"
)

// keptSheets is how many of the sheets that were asked for last a reader keeps at
// least, and half of how many at most: what the day's news is about is asked for
// by draft after draft. They take about 50 KB each.
const keptSheets = 2048

// recent are the sheets that were asked for last, by the numbers of their
// articles, in two generations: what is asked for comes to the young one, and when
// that is full the old one is let go. Safe for concurrent use.
type recent struct {
	mu         sync.Mutex
	young, old map[int32]check.Sheet
}

// get is a sheet, if it is kept.
func (r *recent) get(article int32) (check.Sheet, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	s, ok := r.young[article]
	if !ok {
		if s, ok = r.old[article]; ok {
			r.file(article, s)
		}
	}
	return s, ok
}

// put keeps a sheet.
func (r *recent) put(article int32, s check.Sheet) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.file(article, s)
}

func (r *recent) file(article int32, s check.Sheet) {
	if r.young == nil || len(r.young) >= keptSheets {
		r.young, r.old = make(map[int32]check.Sheet, keptSheets), r.young
	}
	r.young[article] = s
}
