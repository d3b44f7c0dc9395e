//go:build unix

package main

import (
	"fmt"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"

	"crosscheck/claims"
	"crosscheck/compare/archive"
	"crosscheck/report/gate"
)

// manyDrafts is how many drafts BenchmarkGate makes of an archive's articles, at
// equal distances.
const manyDrafts = 200

// BenchmarkGate holds drafts one by one against the archive that the variable
// CROSSCHECK_INDEX names, which stays open. Whatever program of the same layout
// may have made it:
//
//	crosscheck index corpus.jsonl.gz --db /tmp/index
//	CROSSCHECK_INDEX=/tmp/index go test ./cmd/crosscheck -run '^$' -bench Gate$ -benchtime 200x
//
// p50 and p95 are of single drafts, by the clock and by the work of all cores.
func BenchmarkGate(b *testing.B) {
	a, held, drafts := indexed(b)
	defer held.Close()
	by, err := a.opinions()
	if err != nil {
		b.Fatal(err)
	}
	by.Progress = nil
	var wall, work []time.Duration
	for n := 0; b.Loop(); n++ {
		d := drafts[n%len(drafts)]
		at, busy := time.Now(), worked()
		in := gate.Input{Policy: gate.Default(), Drafts: []gate.Draft{{Article: d.ID, Path: d.Path, Title: d.Title}}}
		gateRun(b.Context(), by, &in, []claims.Article{d}, held)
		gate.Decide(in)
		wall, work = append(wall, time.Since(at)), append(work, worked()-busy)
		if os.Getenv("CROSSCHECK_SLOWEST") != "" && in.Report != nil {
			b.Logf("%s: %v, work %v, %d articles", d.ID, wall[n], work[n], len(in.Report.Articles)-1)
		}
	}
	for _, x := range []struct {
		name string
		list []time.Duration
	}{{"wall", wall}, {"work", work}} {
		slices.Sort(x.list)
		for _, p := range []int{50, 95, 99} {
			b.ReportMetric(float64(x.list[(len(x.list)-1)*p/100].Microseconds())/1000, fmt.Sprintf("p%d-%s-ms", p, x.name))
		}
	}
}

// indexed opens the archive that is measured, and makes drafts of its articles.
func indexed(b *testing.B) (*app, opened, []claims.Article) {
	b.Helper()
	at := os.Getenv("CROSSCHECK_INDEX")
	if at == "" {
		b.Skip("CROSSCHECK_INDEX names no archive")
	}
	open := func() archive.Store {
		place, closer, err := openPlace(b.Context(), at)
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { closer.Close() })
		return place
	}
	made, err := archive.Made(b.Context(), open())
	if err != nil {
		b.Fatal(err)
	}
	r, err := archive.OpenReader(b.Context(), open(), made)
	if err != nil {
		b.Fatal(err)
	}
	loosen()
	a := quietApp()
	var drafts []claims.Article
	for i := range manyDrafts {
		s, err := r.Sheet(int32((2*i + 1) * r.Len() / (2 * manyDrafts)))
		if err != nil {
			b.Fatal(err)
		}
		drafts = append(drafts, changed(s.Article))
	}
	return a, shelves{app: a, list: []opened{&keptShelf{app: a, at: at, reader: r, looked: time.Now().Add(time.Hour)}}}, drafts
}

// worked is how long all cores have worked.
func worked() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
