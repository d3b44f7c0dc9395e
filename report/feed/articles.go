package feed

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jackc/pgx/v5"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/report/review/postgres"
)

// Articles hands the articles that workers have read to visit, in the order of
// their files, as [article.Walk] does those of a folder: each has an ID of its own,
// and what was changed for that is warned of. What still waits is not among them.
// The error is visit's, as it is, or the database's.
func Articles(ctx context.Context, s *postgres.Store, visit func(claims.Article) error, warn func(claims.Warning)) error {
	rows, err := s.Pool().Query(ctx, `SELECT body FROM crosscheck.article WHERE body IS NOT NULL ORDER BY path COLLATE "C", line, key`)
	if err != nil {
		return postgres.Hinted(err)
	}
	defer rows.Close()
	var names article.Names
	for rows.Next() {
		a, err := bodyOf(rows)
		if err != nil {
			return err
		}
		why, keep := names.Enter(&a)
		if why != "" {
			warn(claims.Warning{Path: a.Path, Line: a.Line, Reason: why})
		}
		if !keep {
			continue
		}
		if err := visit(a); err != nil {
			return err
		}
	}
	return postgres.Hinted(rows.Err())
}

// bodyOf is the article in the last column of a row.
func bodyOf(row pgx.CollectableRow, before ...any) (claims.Article, error) {
	var body []byte
	if err := row.Scan(append(before, &body)...); err != nil {
		return claims.Article{}, err
	}
	var k Kept
	if err := json.Unmarshal(body, &k); err != nil {
		return claims.Article{}, fmt.Errorf("reading an article of the database: %w", err)
	}
	k.Article.Blocks, k.Article.Given = k.Blocks, k.Given
	return k.Article, nil
}

// Unread is how many articles were taken in and not read: they wait for a worker,
// or none could read them.
func Unread(ctx context.Context, s *postgres.Store) (n int, err error) {
	err = s.Pool().QueryRow(ctx, "SELECT count(*) FROM crosscheck.article WHERE raw IS NOT NULL").Scan(&n)
	return n, postgres.Hinted(err)
}
