package check

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"sync/atomic"
	"testing"
	"time"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/datatest"
)

// BenchmarkCorpus runs the pipeline over the first articles of the news corpus
// and shows the seconds of each stage, the peak of the heap, and how the time
// grows: growth is the exponent from one size to the next, 1 for linear.
//
//	CROSSCHECK_DATA=... go test ./compare/check -run '^$' -bench Corpus -benchtime 1x -timeout 30m
func BenchmarkCorpus(b *testing.B) {
	path := datatest.Path(b, "data", filepath.FromSlash("corpus/allsides.jsonl.gz"))
	lastSize, lastTime := 0, time.Duration(0)
	for _, n := range []int{1_000, 4_000, 34_228} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				began := time.Now()
				stages := timedRun(b, path, n)
				took := time.Since(began)
				for stage, t := range stages {
					b.ReportMetric(t.Seconds(), stage+"-s")
				}
				b.ReportMetric(float64(n)/took.Seconds(), "articles/s")
				if lastSize > 0 && lastSize < n {
					b.ReportMetric(math.Log(float64(took)/float64(lastTime))/math.Log(float64(n)/float64(lastSize)), "growth")
				}
				lastSize, lastTime = n, took
			}
		})
	}
}

// timedRun runs n articles and returns the time of each stage.
func timedRun(b *testing.B, path string, n int) map[string]time.Duration {
	b.Helper()
	stages := map[string]time.Duration{}
	var peak atomic.Uint64
	done := make(chan struct{})
	go watch(&peak, done)
	began := time.Now()
	list := corpusArticles(b, path, n)
	stages["read"] = time.Since(began)
	last, at := StageStories, time.Now()
	marks := make(chan string, 1024)
	opt := Options{Progress: func(stage string, _, _ int) {
		select {
		case marks <- stage:
		default: // a mark more or less does not matter
		}
	}}
	finished := make(chan struct{})
	go func() {
		for stage := range marks {
			if stage != last {
				stages[last] += time.Since(at)
				last, at = stage, time.Now()
			}
		}
		stages[last] += time.Since(at)
		close(finished)
	}()
	r, err := Run(context.Background(), list, opt)
	if err != nil {
		b.Fatal(err)
	}
	close(marks)
	<-finished
	close(done)
	b.ReportMetric(float64(peak.Load())/(1<<30), "peak-GiB")
	b.ReportMetric(float64(len(r.Claims)), "claims")
	b.ReportMetric(float64(len(r.Findings)), "findings")
	return stages
}

// watch notes the greatest memory of the process until done.
func watch(peak *atomic.Uint64, done chan struct{}) {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for {
		select {
		case <-done:
			return
		case <-time.After(50 * time.Millisecond):
			metrics.Read(sample)
			peak.Store(max(peak.Load(), sample[0].Value.Uint64()-sample[1].Value.Uint64()))
		}
	}
}

// corpusArticles are the first n articles of a gzipped JSONL file.
func corpusArticles(b *testing.B, path string, n int) []claims.Article {
	b.Helper()
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	small := filepath.Join(b.TempDir(), "articles.jsonl")
	out, err := os.Create(small)
	if err != nil {
		b.Fatal(err)
	}
	lines := bufio.NewReaderSize(z, 1<<20)
	for range n {
		line, err := lines.ReadBytes('\n')
		if _, werr := out.Write(line); werr != nil {
			b.Fatal(werr)
		}
		if err == io.EOF {
			break
		}
	}
	if err := out.Close(); err != nil {
		b.Fatal(err)
	}
	var list []claims.Article
	visit := func(a claims.Article) error { list = append(list, a); return nil }
	if err := article.Walk(context.Background(), []string{small}, nil, visit, func(claims.Warning) {}); err != nil {
		b.Fatal(err)
	}
	runtime.GC()
	return list
}
