package extract

import (
	"context"
	"slices"
	"sync/atomic"

	"crosscheck/claims"
	"crosscheck/claims/cores"
)

// All finds the claims of many articles, on all cores, in the order of the
// articles. done, which may be nil, is told after each article how many are
// read, from any goroutine. The error is the context's.
//
// Beside the list it needs the memory of the claims of some hundred articles.
func (f Finder) All(ctx context.Context, articles []claims.Article, done func(count int)) ([]claims.Claim, error) {
	list := []claims.Claim{}
	found := make([][]claims.Claim, partSize)
	var read atomic.Int64
	e := estimate{all: textSize(articles)}
	for part := range slices.Chunk(articles, partSize) {
		err := cores.Each(ctx, len(part), func(i int) {
			found[i] = f.Claims(part[i])
			if n := read.Add(1); done != nil {
				done(int(n))
			}
		})
		if err != nil {
			return nil, err
		}
		e.done += textSize(part)
		list = e.grow(list, found[:len(part)])
		for i, c := range found[:len(part)] {
			list = append(list, c...)
			found[i] = nil
		}
	}
	return list, ctx.Err()
}

// partSize is how many articles are read before their claims are put behind
// those before: enough that no core waits long for the last, and few enough to
// hold their claims twice.
const partSize = 512

// estimate tells how many claims there will be by the text that was read.
type estimate struct{ done, all int } // in bytes

// spareRoom is how much longer than estimated the list is made, in percent. The
// claims of a byte of news differ by 1 % between parts; were the list too short,
// it would be held twice while it is moved.
const spareRoom = 5

// grow makes room for the claims found. Where there is none left it makes as
// much as all that is to come will need.
func (e estimate) grow(list []claims.Claim, found [][]claims.Claim) []claims.Claim {
	need := 0
	for _, c := range found {
		need += len(c)
	}
	if len(list)+need <= cap(list) {
		return list
	}
	all := float64(len(list)+need) * float64(e.all) / float64(max(e.done, 1)) * (1 + spareRoom/100.)
	if e.done == e.all {
		all = 0 // nothing is to come
	}
	return slices.Grow(list, max(need, int(all)-len(list)))
}

// textSize is the size of the articles' texts in bytes.
func textSize(articles []claims.Article) int {
	n := 0
	for i := range articles {
		n += len(articles[i].Text)
	}
	return n
}
