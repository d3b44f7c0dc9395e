package feed

import (
	"context"
	"crypto/sha256"
	"path/filepath"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"crosscheck/claims/article"
	"crosscheck/report/review/postgres"
)

// Key names a part of a file: its content, with the names of file and folder,
// which may say whose article it is.
type Key [sha256.Size]byte

// KeyOf is the key of a part.
func KeyOf(r article.Raw) (k Key) {
	h := sha256.New()
	for _, s := range []string{filepath.Base(filepath.Dir(r.Path)), "\x00", filepath.Base(r.Path), "\x00"} {
		h.Write([]byte(s))
	}
	h.Write(r.Data)
	h.Sum(k[:0])
	return k
}

// job is what River keeps of a job: whose part it is.
type job struct {
	Key []byte `json:"key"`
}

// Kind names the job in River's tables.
func (job) Kind() string { return "read-article" }

// tries is how often a job is done before somebody has to look: River's waits, the
// fourth power of the tries so far in seconds, make a quarter of an hour of it.
const tries = 6

// Take keeps the parts that are new, each with a job to read it, and returns how
// many were.
func (f *Feed) Take(ctx context.Context, parts []article.Raw) (fresh int, err error) {
	var keys, raws [][]byte
	var paths []string
	var lines []int32
	for _, p := range parts {
		k := KeyOf(p)
		keys, raws = append(keys, k[:]), append(raws, p.Data)
		paths, lines = append(paths, clean(p.Path)), append(lines, int32(p.Line))
	}
	err = pgx.BeginFunc(ctx, f.pool, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `INSERT INTO crosscheck.article (key, path, line, raw)
			SELECT * FROM unnest($1::bytea[], $2::text[], $3::int[], $4::bytea[]) AS part (key, path, line, raw) ORDER BY key
			ON CONFLICT (key) DO NOTHING RETURNING key`, keys, paths, lines, raws)
		if err != nil {
			return err
		}
		added, err := pgx.CollectRows(rows, pgx.RowTo[[]byte])
		if err != nil || len(added) == 0 {
			return err
		}
		jobs := make([]river.InsertManyParams, len(added))
		for i, key := range added {
			jobs[i] = river.InsertManyParams{Args: job{key}, InsertOpts: &river.InsertOpts{MaxAttempts: tries}}
		}
		fresh = len(added)
		_, err = f.queue.InsertManyFastTx(ctx, tx, jobs)
		return err
	})
	if err != nil {
		return 0, postgres.Hinted(err)
	}
	return fresh, nil
}

// clean is a name as PostgreSQL can keep it.
func clean(name string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(name, "\ufffd"), "\x00", "\ufffd")
}
