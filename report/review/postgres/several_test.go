package postgres

import (
	"context"
	"iter"
	"sync/atomic"

	"crosscheck/report/review"
)

// several are stores on one database, used in turn.
type several struct {
	stores []*Store
	n      atomic.Int64
}

func (p *several) next() *Store { return p.stores[int(p.n.Add(1))%len(p.stores)] }

func (p *several) Append(ctx context.Context, entries ...review.Entry) ([]review.Event, error) {
	return p.next().Append(ctx, entries...)
}

func (p *several) Events(ctx context.Context, seq int64) iter.Seq2[review.Event, error] {
	return p.next().Events(ctx, seq)
}

func (p *several) Close() error {
	for _, s := range p.stores {
		s.Close()
	}
	return nil
}
