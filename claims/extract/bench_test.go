package extract

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/metrics"
	"sync"
	"sync/atomic"
	"testing"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/datatest"
)

// walk reads the first n articles of the AllSides corpus.
func walk(b *testing.B, n int, visit func(claims.Article)) {
	b.Helper()
	enough := errors.New("enough articles")
	path := datatest.Path(b, "data", "corpus", "allsides.jsonl.gz")
	err := article.Walk(context.Background(), []string{path}, nil, func(a claims.Article) error {
		if n--; n < 0 {
			return enough
		}
		visit(a)
		return nil
	}, func(claims.Warning) {})
	if err != nil && !errors.Is(err, enough) {
		b.Fatal(err)
	}
}

// corpus is the first 400 articles of the corpus, and how many bytes of text
// they have: 2.3 MB.
func corpus(b *testing.B) (articles []claims.Article, size int64) {
	b.Helper()
	walk(b, 400, func(a claims.Article) {
		articles, size = append(articles, a), size+int64(len(a.Text))
	})
	return articles, size
}

// BenchmarkClaims extracts from articles of the corpus. Reading them is not
// part of it: see BenchmarkCorpus.
func BenchmarkClaims(b *testing.B) {
	articles, size := corpus(b)
	for name, workers := range map[string]int{"one core": 1, "all cores": runtime.GOMAXPROCS(0)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				extractAll(articles, workers)
			}
			b.ReportMetric(float64(b.N*len(articles))/b.Elapsed().Seconds(), "articles/s")
		})
	}
}

// extractAll extracts from every article once, each worker taking the next.
func extractAll(articles []claims.Article, workers int) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(articles)); i = next.Add(1) - 1 {
				Claims(articles[i])
			}
		})
	}
	wg.Wait()
}

// BenchmarkCorpus reads (gzip, JSON, blocks) and extracts at once, an article
// at a time, on all cores. The heap's peak must be alike for both sizes: the
// corpus is never held.
func BenchmarkCorpus(b *testing.B) {
	for _, n := range []int{1000, 4000} {
		b.Run(fmt.Sprint(n, " articles"), func(b *testing.B) {
			var size int64
			var peak uint64
			for b.Loop() {
				size, peak = pass(b, n)
			}
			b.SetBytes(size)
			b.ReportMetric(float64(b.N*n)/b.Elapsed().Seconds(), "articles/s")
			b.ReportMetric(float64(peak)/1e6, "peak-MB")
		})
	}
}

// pass extracts from the first n articles while they are read. It returns the
// bytes of text and the most that the heap held, in bytes.
func pass(b *testing.B, n int) (size int64, peak uint64) {
	heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	queue := make(chan claims.Article, runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for a := range queue {
				Claims(a)
			}
		})
	}
	runtime.GC()
	walk(b, n, func(a claims.Article) {
		queue <- a
		size += int64(len(a.Text))
		metrics.Read(heap)
		peak = max(peak, heap[0].Value.Uint64())
	})
	close(queue)
	wg.Wait()
	return size, peak
}
