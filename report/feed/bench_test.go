package feed

import (
	"fmt"
	"os"
	"testing"
	"time"

	"crosscheck/report/review/postgrestest"
)

// BenchmarkIntake has workers, each a process, read articles that were put into
// the queue before: 1,000 invented ones, or those that CROSSCHECK_FEED_FILE names.
// It tells the rate, the processor time of an article over all workers, and what
// 1,000 articles take on disk.
func BenchmarkIntake(b *testing.B) {
	path := os.Getenv("CROSSCHECK_FEED_FILE")
	if path == "" {
		path = news(b, 1000)
	}
	for _, n := range []int{1, 2} {
		b.Run(fmt.Sprint(n, " workers"), func(b *testing.B) {
			for b.Loop() {
				intake(b, path, n)
			}
		})
	}
}

func intake(b *testing.B, path string, n int) {
	b.StopTimer()
	address := postgrestest.New(b)
	f := opened(b, address)
	began := time.Now()
	done := take(b, f, path)
	queued := time.Since(began)
	b.StartTimer()
	began = time.Now()
	var cpu time.Duration
	var ended []func() time.Duration
	for range n {
		cmd := start(b, address)
		ended = append(ended, func() time.Duration {
			cmd.Process.Kill()
			cmd.Wait()
			return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		})
	}
	if err := f.untilEmpty(b.Context()); err != nil {
		b.Fatal(err)
	}
	took := time.Since(began)
	for _, e := range ended {
		cpu += e()
	}
	articles := float64(done.Fresh)
	b.ReportMetric(articles/took.Seconds(), "articles/s")
	b.ReportMetric(articles/queued.Seconds(), "queued/s")
	b.ReportMetric(float64(cpu.Microseconds())/articles, "cpu-µs/article")
	for _, table := range []string{"article", "river_job"} {
		var size float64
		if _, err := f.pool.Exec(b.Context(), "VACUUM FULL crosscheck."+table); err != nil {
			b.Fatal(err)
		}
		if err := f.pool.QueryRow(b.Context(), "SELECT pg_total_relation_size($1::regclass)", "crosscheck."+table).Scan(&size); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(size/articles*1000/(1<<20), table+"-MiB/1000")
	}
}
