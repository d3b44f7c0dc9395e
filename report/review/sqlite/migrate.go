package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
)

//go:embed migrations/*.sql
var files embed.FS

// migrations are the steps of the schema, the first makes version 1 of an empty
// file. A step that was released is never changed.
var migrations = steps(files)

func steps(files fs.FS) []string {
	names, _ := fs.Glob(files, "migrations/*.sql") // the pattern is sound
	slices.Sort(names)
	var out []string
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err == nil {
			out = append(out, string(text))
		}
	}
	return out
}

// applicationID marks a file as a ledger of ours: "ckrv" in ASCII.
const applicationID = 0x636b7276

// ErrNewer says that a newer program has had the file.
var ErrNewer = errors.New("the ledger was made by a newer version of crosscheck")

// migrate brings the schema from whatever version it is to the last one, in one
// transaction.
func migrate(ctx context.Context, db *sql.DB, steps []string) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return notOurs(err)
	}
	defer tx.Rollback()
	var id, version, tables int
	row := tx.QueryRowContext(ctx, `SELECT a.application_id, v.user_version, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_application_id AS a, pragma_user_version AS v`)
	if err := row.Scan(&id, &version, &tables); err != nil {
		return notOurs(err)
	}
	switch {
	case id != applicationID && tables > 0:
		return fmt.Errorf("this is a database, but no ledger\nhint: name another file with --db")
	case version > len(steps):
		return fmt.Errorf("%w (version %d, this one knows %d)\nhint: use the newer version", ErrNewer, version, len(steps))
	case version == len(steps):
		return nil
	}
	for i, step := range steps[version:] {
		if _, err := tx.ExecContext(ctx, step); err != nil {
			return fmt.Errorf("bringing it to version %d: %w", version+i+1, err)
		}
	}
	_, err = tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(steps)))
	return errors.Join(err, tx.Commit())
}

// notOurs adds a hint to the error of a file that cannot be opened.
func notOurs(err error) error {
	return fmt.Errorf("%w\nhint: name a ledger, or a new file, with --db", err)
}
