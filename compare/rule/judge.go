package rule

import (
	"context"
	"runtime"
	"sync"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// Judge judges by the rules of All and the guards of Guards.
type Judge struct{ reader *align.Reader }

var _ compare.Judge = (*Judge)(nil)

// New returns a judge with the embedded lexicon.
func New() *Judge { return &Judge{align.NewReader(lexicon.Default())} }

// Name is the judge's name and version.
func (*Judge) Name() string { return "rules/1" }

// Judge returns one verdict for each pair. Its only error is ctx's.
func (j *Judge) Judge(ctx context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	b := j.prepare(ctx, pairs)
	out := make([]compare.Verdict, len(pairs))
	spread(ctx, len(pairs), func(i int) {
		out[i] = j.one(b.of(pairs[i].A), b.of(pairs[i].B))
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return out, nil
}

// key tells distinct statements of a batch apart.
type key struct {
	text, context string
	claim         *claims.Claim
}

// batch holds the prepared statements of a batch.
type batch struct {
	index map[key]int
	done  []*align.Statement
}

func keyOf(s compare.Statement) key { return key{s.Text, s.Context, s.Claim} }

func (b *batch) of(s compare.Statement) *align.Statement { return b.done[b.index[keyOf(s)]] }

// prepare makes every distinct statement ready, once.
func (j *Judge) prepare(ctx context.Context, pairs []compare.Pair) *batch {
	b := &batch{index: make(map[key]int, len(pairs))}
	var list []compare.Statement
	for _, p := range pairs {
		for _, s := range [...]compare.Statement{p.A, p.B} {
			if _, ok := b.index[keyOf(s)]; !ok {
				b.index[keyOf(s)] = len(list)
				list = append(list, s)
			}
		}
	}
	b.done = make([]*align.Statement, len(list))
	spread(ctx, len(list), func(i int) { b.done[i] = j.reader.Read(list[i]) })
	return b
}

// chunk is how many items a worker takes at a time: enough that taking them
// costs nothing, few enough that a cancelled context is seen soon.
const chunk = 64

// spread calls f for 0 to n-1 on all cores and stops early when ctx is done.
func spread(ctx context.Context, n int, f func(int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), 1+n/chunk) {
		wg.Go(func() {
			for from := range next {
				for i := from; i < min(from+chunk, n); i++ {
					f(i)
				}
			}
		})
	}
	for from := 0; from < n && ctx.Err() == nil; from += chunk {
		next <- from
	}
	close(next)
	wg.Wait()
}

// one judges one pair of prepared statements by every rule.
func (j *Judge) one(a, b *align.Statement) compare.Verdict {
	d := desks.Get().(*desk)
	defer desks.Put(d)
	o, guard := d.judge(a, b, every, 0)
	return verdict(&d.alignment, o, guard)
}
