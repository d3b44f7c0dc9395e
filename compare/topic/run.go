package topic

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
)

// run is one call of Group: its statements, without copies, in order of date,
// story and article, so that neighbours in the order are neighbours in the news.
type run struct {
	opt      Options
	count    Statistics
	profiles []*profile
	copies   [][]*Item // of each profile: the statements with its words and speaker, itself left out
	stats    *Stats
	reader   reader
	entries  []entry   // blocking keys, by key and profile
	own      [][]int32 // of each profile: where its entries are
	edges    [][]edge  // of each profile: its partners of higher number, by number
	topicOf  []int32   // of each profile: the profile at the centre of its topic, -1 for none
}

// edge is a pair that may be worth judging, as its lower profile keeps it.
type edge struct {
	to         int32
	similarity float32
}

func newRun(items []Item, opt Options) *run {
	r := &run{opt: opt, stats: &Stats{}}
	r.count.Items = len(items)
	ordered := make([]*Item, len(items))
	for i := range items {
		ordered[i] = &items[i]
	}
	slices.SortFunc(ordered, func(a, b *Item) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Story, b.Story), cmp.Compare(a.Article, b.Article),
			cmp.Compare(a.ID, b.ID), cmp.Compare(a.Text, b.Text))
	})
	var kept []*Item
	type original struct{ words, speaker string }
	at := map[original]int{}
	for _, it := range ordered {
		key := original{string(foldedText(it.Text)), it.Speaker}
		if first, ok := at[key]; ok {
			r.copies[first] = append(r.copies[first], it)
			r.count.Copies++
			continue
		}
		at[key] = len(kept)
		kept = append(kept, it)
		r.copies = append(r.copies, nil)
	}
	l := newLexis(r.stats)
	for _, it := range kept {
		r.stats.count(frequencies(l.reader.terms(it.Text)))
	}
	r.reader = l.reader
	for _, it := range kept {
		r.profiles = append(r.profiles, l.profile(it))
	}
	return r
}

// worker is what one goroutine needs to compare profiles.
type worker struct {
	memo
	weights []float32 // one for each profile, all 0 between two uses
}

// each calls do for every profile, on all processors.
func (r *run) each(do func(w *worker, i int)) {
	var wait sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), len(r.profiles))
	for n := range workers {
		wait.Go(func() {
			w := &worker{*newMemo(len(r.profiles)), make([]float32, len(r.profiles))}
			for i := n; i < len(r.profiles); i += workers {
				do(w, i)
			}
		})
	}
	wait.Wait()
}
