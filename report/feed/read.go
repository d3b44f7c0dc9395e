package feed

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"

	"crosscheck/claims"
	"crosscheck/claims/article"
	"crosscheck/claims/extract"
	"crosscheck/compare/check"
)

// riverClient is River's client on pgx.
type riverClient = river.Client[pgx.Tx]

// reader does the jobs.
type reader struct {
	river.WorkerDefaults[job]
	pool    *pgxpool.Pool
	finder  extract.Finder
	telling sync.Mutex // failed and warned are called by one at a time
	failed  func(f Failure, again bool)
	warned  func(w claims.Warning)
	busy    chan struct{} // holds who is at a processor
}

// Work does a job. It may be done any number of times.
func (r *reader) Work(ctx context.Context, j *river.Job[job]) error {
	var raw article.Raw
	err := r.work(ctx, j.Args.Key, &raw)
	if err != nil {
		unreadable, final := errors.AsType[*river.JobCancelError](err)
		reason := err.Error()
		if final {
			reason = unreadable.Unwrap().Error()
		}
		r.telling.Lock()
		defer r.telling.Unlock()
		r.failed(failure(j.JobRow, raw, reason), !final && j.Attempt < j.MaxAttempts)
	}
	return err
}

// work reads the part with the key into raw, and keeps what it finds.
func (r *reader) work(ctx context.Context, key []byte, raw *article.Raw) error {
	var done bool
	err := r.pool.QueryRow(ctx, "SELECT path, line, raw, raw IS NULL FROM crosscheck.article WHERE key = $1", key).
		Scan(&raw.Path, &raw.Line, &raw.Data, &done)
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		return river.JobCancel(errors.New("the article is not there any more"))
	case err != nil || done:
		return err
	}
	a, found, warnings, err := r.read(ctx, *raw)
	if err == nil {
		err = r.keep(ctx, key, a, found)
	}
	if err != nil {
		return err
	}
	r.telling.Lock()
	defer r.telling.Unlock()
	for _, w := range warnings {
		r.warned(w)
	}
	return nil
}

// read reads a part and finds its claims, when there is a processor for it.
func (r *reader) read(ctx context.Context, raw article.Raw) (a claims.Article, found []claims.Claim, warnings []claims.Warning, err error) {
	select {
	case r.busy <- struct{}{}:
		defer func() { <-r.busy }()
	case <-ctx.Done():
		return a, nil, nil, ctx.Err()
	}
	list, warnings := raw.Parse()
	list, foreign := check.English(list)
	if len(list) == 0 {
		return a, nil, nil, river.JobCancel(unread(append(warnings, foreign...)))
	}
	return list[0], r.finder.Claims(list[0]), warnings, nil
}

// unread says why a part holds no article: what was warned of last ended it.
func unread(warnings []claims.Warning) error {
	if len(warnings) == 0 {
		return errors.New("holds no article")
	}
	return errors.New(warnings[len(warnings)-1].Reason)
}

// Kept is an article as the database keeps it.
type Kept struct {
	claims.Article
	Blocks []claims.Block `json:"blocks"`
	Given  string         `json:"given,omitempty"`
}

// keep keeps an article with its claims, all with one statement, unless that was
// done already.
func (r *reader) keep(ctx context.Context, key []byte, a claims.Article, found []claims.Claim) error {
	body, err := json.Marshal(Kept{a, a.Blocks, a.Given})
	if err != nil {
		return err
	}
	list, err := json.Marshal(orEmpty(found))
	if err != nil {
		return err
	}
	_, err = r.pool.Exec(ctx, `UPDATE crosscheck.article SET raw = NULL, same = $2, id = $3, outlet = $4, title = $5, day = $6, body = $7, claims = $8
		WHERE key = $1 AND raw IS NOT NULL`, key, same(a), clean(a.ID), clean(a.Outlet), clean(a.Title), a.Date, string(body), string(list))
	if e, ok := errors.AsType[*pgconn.PgError](err); ok && e.ConstraintName == "article_same_key" {
		return r.twin(ctx, key, a)
	}
	return err
}

// twin notes that another row has the same article: an agency's file that came
// twice, under two names.
func (r *reader) twin(ctx context.Context, key []byte, a claims.Article) error {
	_, err := r.pool.Exec(ctx, `UPDATE crosscheck.article SET raw = NULL, id = $2, outlet = $3, title = $4, day = $5 WHERE key = $1 AND raw IS NOT NULL`,
		key, clean(a.ID), clean(a.Outlet), clean(a.Title), a.Date)
	return err
}

// orEmpty is the list, never nil: no claims are an empty list in JSON.
func orEmpty(list []claims.Claim) []claims.Claim {
	if list == nil {
		return []claims.Claim{}
	}
	return list
}

// same is equal for articles of which a run on one machine reads only the first.
func same(a claims.Article) []byte {
	h := sha256.New()
	for _, s := range []string{a.ID, a.Outlet, a.Text} {
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(s))))
		fmt.Fprint(h, s)
	}
	return h.Sum(nil)
}
