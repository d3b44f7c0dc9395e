package feed

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river/rivertype"

	"crosscheck/claims/article"
	"crosscheck/report/review/postgres"
)

// Failure is an article that could not be read.
type Failure struct {
	Key    string // in hex
	Path   string // "" where not even that could be read
	Line   int    // 1-based; 0 where it is the whole file
	Tries  int
	Reason string // of the last try
	At     time.Time
	job    int64
}

// failure is a job that failed.
func failure(row *rivertype.JobRow, raw article.Raw, reason string) Failure {
	f := Failure{Path: raw.Path, Line: raw.Line, Tries: row.Attempt, Reason: reason, job: row.ID}
	var j job
	if json.Unmarshal(row.EncodedArgs, &j) == nil {
		f.Key = hex.EncodeToString(j.Key)
	}
	return f
}

// Failed are the articles that nobody tries to read any more, the last first.
func (f *Feed) Failed(ctx context.Context) ([]Failure, error) {
	rows, err := f.pool.Query(ctx, `SELECT encode(a.key, 'hex'), a.path, a.line, j.attempt, coalesce(j.errors[array_upper(j.errors, 1)]->>'error', ''), j.finalized_at, j.id
		FROM crosscheck.river_job AS j JOIN crosscheck.article AS a ON a.key = decode(j.args->>'key', 'base64')
		WHERE j.kind = $1 AND j.state IN ('cancelled', 'discarded') ORDER BY j.finalized_at DESC, j.id DESC`, job{}.Kind())
	if err != nil {
		return nil, postgres.Hinted(err)
	}
	list, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (x Failure, err error) {
		err = row.Scan(&x.Key, &x.Path, &x.Line, &x.Tries, &x.Reason, &x.At, &x.job)
		x.Reason = strings.TrimPrefix(x.Reason, "JobCancelError: ") // River's, of what cannot be read
		return x, err
	})
	return list, postgres.Hinted(err)
}

// Replay has failed articles read again, those whose keys begin as said, or all
// where nothing is said. It returns how many.
func (f *Feed) Replay(ctx context.Context, keys ...string) (n int, err error) {
	list, err := f.Failed(ctx)
	if err != nil {
		return 0, err
	}
	for _, x := range list {
		if !begins(x.Key, keys) {
			continue
		}
		if _, err := f.queue.JobRetry(ctx, x.job); err != nil {
			return n, fmt.Errorf("having %s read again: %w", x.Path, err)
		}
		n++
	}
	return n, nil
}

func begins(key string, with []string) bool {
	for _, w := range with {
		if w != "" && strings.HasPrefix(key, w) {
			return true
		}
	}
	return len(with) == 0
}
