package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
)

// Right is what a role may do.
type Right string

// The rights.
const (
	// Reader sees what was decided, the articles and the archive, and no account.
	Reader Right = "reader"
	// Writer is a desk's: it adds events, and can neither change nor remove one.
	Writer Right = "writer"
	// Feeder takes articles in, reads them and keeps the archive, and sees nothing of
	// the desk.
	Feeder Right = "feeder"
)

// articles lets a role see the articles that came in, and the archive.
const articles = "GRANT SELECT ON crosscheck.article, crosscheck.claim, crosscheck.archive, crosscheck.archive_sheet, crosscheck.archive_state TO %s"

// rights are the statements that give a right; each has a role's name put in.
var rights = map[Right][]string{
	Reader: {
		"GRANT USAGE ON SCHEMA crosscheck TO %s",
		"GRANT SELECT ON crosscheck.version, crosscheck.event TO %s",
		articles,
	},
	Writer: {
		"GRANT USAGE ON SCHEMA crosscheck TO %s",
		"GRANT SELECT ON crosscheck.version TO %s",
		articles,
		"GRANT SELECT, INSERT ON crosscheck.event, crosscheck.gate_entry, crosscheck.gate_secret TO %s",
		"GRANT SELECT, INSERT, UPDATE ON crosscheck.gate_message TO %s",
		"GRANT SELECT, INSERT, UPDATE, DELETE ON crosscheck.record TO %s",
	},
	Feeder: {
		"GRANT USAGE ON SCHEMA crosscheck TO %s",
		"GRANT SELECT ON crosscheck.version, crosscheck.river_migration TO %s",
		"GRANT SELECT, INSERT, UPDATE ON crosscheck.article TO %s",
		articles,
		"GRANT SELECT, INSERT, UPDATE, DELETE ON crosscheck.archive, crosscheck.archive_sheet, crosscheck.archive_state TO %s",
		"GRANT SELECT, INSERT, UPDATE, DELETE ON crosscheck.river_job, crosscheck.river_leader, crosscheck.river_queue, crosscheck.river_notification TO %s",
		"GRANT USAGE ON ALL SEQUENCES IN SCHEMA crosscheck TO %s", // of the queue: we have none
	},
}

// Grant gives a role, which must be there, a right. Only the owner can.
func (s *Store) Grant(ctx context.Context, role string, right Right) error {
	name := pgx.Identifier{role}.Sanitize()
	return hinted(pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		var owner string
		var ours bool // else GRANT would warn, and do nothing
		err := tx.QueryRow(ctx, `SELECT pg_get_userbyid(nspowner), pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'crosscheck'`).Scan(&owner, &ours)
		if err == nil && !ours {
			err = fmt.Errorf("only the owner says who may do what\nhint: connect as %s", owner)
		}
		if err != nil {
			return err
		}
		for _, statement := range rights[right] {
			if _, err := tx.Exec(ctx, fmt.Sprintf(statement, name)); err != nil {
				return fmt.Errorf("making %s a %s: %w", role, right, err)
			}
		}
		return nil
	}))
}
