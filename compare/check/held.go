package check

import (
	"context"

	"crosscheck/claims"
)

// Hold reads articles so that drafts can be looked up in them; they stay in
// memory. Articles that are not in English are left out. Of the options, Judge and
// Second do not count.
func Hold(ctx context.Context, articles []claims.Article, opt Options) (*Reference, error) {
	var l Ledger
	added, err := l.Add(ctx, nil, articles, false, opt)
	if err != nil {
		return nil, err
	}
	for i := range added.Sheets {
		s := &added.Sheets[i]
		for k, as := range s.Found {
			s.Claims[k].Speaker = as
		}
		s.Found = nil
	}
	return NewReference(&l, inMemory(added.Sheets)), nil
}

// inMemory is a shelf in memory.
type inMemory []Sheet

// Sheet is an article with its claims.
func (m inMemory) Sheet(article int32) (Sheet, error) { return m[article], nil }

// Len is how many articles there are.
func (r *Reference) Len() int {
	n := 0
	for _, s := range r.ledger.Story {
		if s >= 0 {
			n++
		}
	}
	return n
}
