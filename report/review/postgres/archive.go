package postgres

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/pgxpool"

	"crosscheck/compare/archive"
)

// archiveTurn is the number of the lock that who adds to the archive holds: "ckar".
const archiveTurn = 0x636b6172

// Archive is a place for an archive in the same database. It is not safe for
// concurrent use, but for what is read of it.
type Archive struct {
	store      *Store
	anew       bool          // nothing of what is there counts
	lock       *pgxpool.Conn // has the lock; whoever loses it cannot write any more
	generation int64         // 0 where it is not known yet
	version    int64
}

var _ archive.Store = (*Archive)(nil)

// Archive returns the place of the archive. It can be used as long as the store is
// open.
func (s *Store) Archive() *Archive { return &Archive{store: s} }

// NewArchive is Archive for one that is made anew. What is there is read by others
// until it is replaced.
func (s *Store) NewArchive() *Archive { return &Archive{store: s, anew: true} }

// String names the database.
func (a *Archive) String() string { return a.store.name }

// Generation is a number for what is added to the same archive, from Lock or State
// on.
func (a *Archive) Generation() int64 { return a.generation }

// Lock keeps all others from adding, for as long as the connection lasts.
func (a *Archive) Lock(ctx context.Context) error {
	conn, err := a.store.pool.Acquire(ctx)
	if err != nil {
		return hinted(err)
	}
	var ours bool
	err = conn.QueryRow(ctx, "SELECT pg_try_advisory_lock($1)", archiveTurn).Scan(&ours)
	if err == nil && !ours {
		err = archive.ErrBusy
	}
	if err != nil {
		conn.Release()
		return hinted(err)
	}
	a.lock = conn
	if err := a.look(ctx, conn); err != nil {
		return hinted(err)
	}
	if a.anew || a.generation == 0 {
		a.generation++
	}
	return nil
}

// look asks for the generation and the version, 0 where there are none.
func (a *Archive) look(ctx context.Context, db asker) error {
	err := db.QueryRow(ctx, "SELECT generation, version FROM crosscheck.archive").Scan(&a.generation, &a.version)
	if errors.Is(err, pgx.ErrNoRows) {
		err = nil
	}
	return err
}

// State reads the state into memory.
func (a *Archive) State(ctx context.Context) (archive.State, error) {
	if a.anew {
		return nil, fs.ErrNotExist
	}
	s := &archived{archive: a}
	err := again(ctx, func() error {
		options := pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}
		return pgx.BeginTxFunc(ctx, a.store.pool, options, func(tx pgx.Tx) error {
			if a.lock == nil { // else nobody changes it
				if err := a.look(ctx, tx); err != nil {
					return err
				}
			}
			s.version = a.version
			return s.read(ctx, tx)
		})
	})
	if err == nil && len(s.data) == 0 {
		err = fs.ErrNotExist
	}
	if err != nil {
		return nil, hinted(err)
	}
	s.Reader = bytes.NewReader(s.data)
	return s, nil
}

// archived is a state in memory.
type archived struct {
	*bytes.Reader
	archive *Archive
	version int64
	data    []byte
}

// read reads all parts.
func (s *archived) read(ctx context.Context, tx pgx.Tx) error {
	var size int64
	if err := tx.QueryRow(ctx, "SELECT coalesce(sum(length(data)), 0) FROM crosscheck.archive_state WHERE version = $1", s.version).Scan(&size); err != nil {
		return err
	}
	rows, err := tx.Query(ctx, "SELECT data FROM crosscheck.archive_state WHERE version = $1 ORDER BY part", s.version)
	if err != nil {
		return err
	}
	s.data = make([]byte, 0, size)
	var part pgtype.DriverBytes
	_, err = pgx.ForEachRow(rows, []any{&part}, func() error {
		s.data = append(s.data, part...)
		return nil
	})
	return err
}

// Close lets the bytes go.
func (s *archived) Close() error {
	s.Reader, s.data = bytes.NewReader(nil), nil
	return nil
}

// Stale reports whether another version is there by now; false where nobody answers.
func (s *archived) Stale() bool {
	ctx, cancel := context.WithTimeout(context.Background(), moment)
	defer cancel()
	var now int64
	err := s.archive.store.pool.QueryRow(ctx, "SELECT version FROM crosscheck.archive").Scan(&now)
	return err == nil && now != s.version
}

// Sheets are the articles of the generation that Lock or State found.
func (a *Archive) Sheets(ctx context.Context) (archive.Bytes, error) {
	s := &sheets{a.store, a.generation, 0}
	err := again(ctx, func() error {
		err := a.store.pool.QueryRow(ctx, "SELECT start + length(data) FROM crosscheck.archive_sheet WHERE generation = $1 ORDER BY start DESC LIMIT 1", a.generation).Scan(&s.size)
		if errors.Is(err, pgx.ErrNoRows) {
			err = nil
		}
		return err
	})
	return s, hinted(err)
}

// sheets are the sheets of a generation.
type sheets struct {
	store      *Store
	generation int64
	size       int64
}

// ReadAt reads the sheet that begins at an offset.
func (s *sheets) ReadAt(p []byte, start int64) (n int, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	var data []byte
	err = again(ctx, func() error {
		return s.store.pool.QueryRow(ctx, "SELECT data FROM crosscheck.archive_sheet WHERE generation = $1 AND start = $2", s.generation, start).Scan(&data)
	})
	if errors.Is(err, pgx.ErrNoRows) || err == nil && len(data) < len(p) {
		err = io.ErrUnexpectedEOF
	}
	return copy(p, data), hinted(err)
}

// Size is where the last sheet ended when this was made.
func (s *sheets) Size() int64 { return s.size }

// Close does nothing: the connections are the store's.
func (s *sheets) Close() error { return nil }

// errUnlocked is the error for who adds without the lock.
var errUnlocked = errors.New("the archive is not locked")

// Append keeps sheets at the end of the generation.
func (a *Archive) Append(ctx context.Context, at int64, sheets [][]byte) error {
	if a.lock == nil {
		return errUnlocked
	}
	return hinted(pgx.BeginFunc(ctx, a.lock, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "DELETE FROM crosscheck.archive_sheet WHERE generation = $1 AND start >= $2", a.generation, at); err != nil {
			return err
		}
		_, err := tx.CopyFrom(ctx, pgx.Identifier{schema, "archive_sheet"}, []string{"generation", "start", "data"},
			pgx.CopyFromSlice(len(sheets), func(i int) ([]any, error) {
				start := at
				at += int64(len(sheets[i]))
				return []any{a.generation, start, sheets[i]}, nil
			}))
		return err
	}))
}

// part is how many bytes of a state are in a row.
const part = 1 << 20

// Replace writes a state to a file, and from there into the database in one
// transaction.
func (a *Archive) Replace(ctx context.Context, write func(archive.Writer) error) error {
	if a.lock == nil {
		return errUnlocked
	}
	f, err := os.CreateTemp("", "crosscheck-state-")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if err := write(f); err != nil {
		return err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if err := pgx.BeginFunc(ctx, a.lock, func(tx pgx.Tx) error { return a.replace(ctx, tx, f) }); err != nil {
		return hinted(err)
	}
	a.version++
	a.anew = false
	return nil
}

// replace puts a state in the place of the one before. Of the generations the one
// before is kept: others may still read it.
func (a *Archive) replace(ctx context.Context, tx pgx.Tx, state io.Reader) error {
	n := int32(0)
	_, err := tx.CopyFrom(ctx, pgx.Identifier{schema, "archive_state"}, []string{"version", "part", "data"}, pgx.CopyFromFunc(func() ([]any, error) {
		data := make([]byte, part)
		size, err := io.ReadFull(state, data)
		if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
			if errors.Is(err, io.EOF) {
				err = nil
			}
			return nil, err
		}
		n++
		return []any{a.version + 1, n, data[:size]}, nil
	}))
	if err != nil {
		return err
	}
	b := &pgx.Batch{}
	b.Queue(`INSERT INTO crosscheck.archive (generation, version) VALUES ($1, $2)
		ON CONFLICT (one) DO UPDATE SET generation = excluded.generation, version = excluded.version`, a.generation, a.version+1)
	b.Queue("DELETE FROM crosscheck.archive_state WHERE version <= $1", a.version)
	b.Queue("DELETE FROM crosscheck.archive_sheet WHERE generation < $1", a.generation-1)
	return tx.SendBatch(ctx, b).Close()
}

// Close lets others add.
func (a *Archive) Close() error {
	if a.lock == nil {
		return nil
	}
	conn := a.lock
	a.lock = nil
	ctx, cancel := context.WithTimeout(context.Background(), moment)
	defer cancel()
	_, err := conn.Exec(ctx, "SELECT pg_advisory_unlock($1)", archiveTurn)
	if err != nil { // the lock goes with the connection
		conn.Conn().Close(ctx)
	}
	conn.Release()
	return nil
}
