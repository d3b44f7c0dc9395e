package postgres

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"crosscheck/report/review"
	"crosscheck/report/review/postgrestest"
	"crosscheck/report/review/reviewtest"
)

// BenchmarkWriters appends one event an iteration, from 1 and from 48 people at 1
// and 3 processes' stores, with the lock and in serialisable transactions. With
// CROSSCHECK_POSTGRES_SYNC=1 the disk is waited for, as in real life.
func BenchmarkWriters(b *testing.B) {
	for _, c := range []struct {
		name           string
		isolation      pgx.TxIsoLevel
		stores, people int
	}{
		{"lock/1 store/1 person", "", 1, 1}, {"lock/1 store/48 people", "", 1, 48}, {"lock/3 stores/48 people", "", 3, 48},
		{"serialisable/1 store/1 person", pgx.Serializable, 1, 1}, {"serialisable/1 store/48 people", pgx.Serializable, 1, 48},
		{"serialisable/3 stores/48 people", pgx.Serializable, 3, 48},
	} {
		b.Run(c.name, func(b *testing.B) {
			address := postgrestest.New(b)
			var stores []*Store
			for range c.stores {
				s := opened(b, address)
				s.isolation = c.isolation
				stores = append(stores, s)
			}
			b.ResetTimer()
			var n atomic.Int64
			var wait sync.WaitGroup
			for p := range c.people {
				wait.Go(func() {
					for i := n.Add(1); i <= int64(b.N); i = n.Add(1) {
						id := fmt.Sprint(i)
						if _, err := stores[p%c.stores].Append(b.Context(), review.Entry{Event: reviewtest.Verdict(id, fmt.Sprint(p), id, review.Unclear)}); err != nil {
							b.Error(err)
						}
					}
				})
			}
			wait.Wait()
		})
	}
}

// BenchmarkRefresh asks whether another process has written, as a desk does
// before each answer, with 10,000 events in the ledger.
func BenchmarkRefresh(b *testing.B) {
	s := opened(b, postgrestest.New(b))
	var entries []review.Entry
	for i := range 10_000 {
		id := fmt.Sprint(i)
		entries = append(entries, review.Entry{Event: reviewtest.Verdict(id, "ada", id, review.Unclear)})
	}
	if _, err := s.Append(b.Context(), entries...); err != nil {
		b.Fatal(err)
	}
	l, err := review.NewLedger(b.Context(), s, time.Now)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := l.Refresh(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
