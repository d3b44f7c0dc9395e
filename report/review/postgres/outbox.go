package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"crosscheck/report/gate/docket"
)

// Due are the messages to an address whose time has come.
func (d Docket) Due(ctx context.Context, to string, now docket.Millis, most int) (out []docket.Message, err error) {
	err = again(ctx, func() error {
		rows, err := d.store.pool.Query(ctx, `SELECT id, dest, body, made, tries, next, state FROM crosscheck.gate_message
			WHERE dest = $1 AND state = 'waiting' AND next <= $2 ORDER BY next, id LIMIT $3`, lookup(to), int64(now), max(most, 0))
		if err == nil {
			out, err = pgx.CollectRows(rows, scanMessage)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the outbox: %w", hinted(err))
	}
	return out, nil
}

// scanMessage reads a message from a row.
func scanMessage(row pgx.CollectableRow) (m docket.Message, err error) {
	var id, to string
	err = row.Scan(&id, &to, &m.Body, (*int64)(&m.Made), &m.Tries, (*int64)(&m.Next), (*string)(&m.State))
	m.ID, m.To = read.Replace(id), read.Replace(to)
	return m, err
}

// Tried puts a message into its new state.
func (d Docket) Tried(ctx context.Context, m docket.Message) error {
	var n int64
	err := again(ctx, func() error {
		got, err := d.store.pool.Exec(ctx, `UPDATE crosscheck.gate_message SET tries = $1, next = $2, state = $3 WHERE id = $4`,
			m.Tries, int64(m.Next), string(m.State), lookup(m.ID))
		n = got.RowsAffected()
		return err
	})
	switch {
	case err != nil:
		return fmt.Errorf("writing to the outbox: %w", hinted(err))
	case n == 0:
		return errors.New("there is no such message")
	}
	return nil
}

// Waiting is how many messages to an address were not delivered yet.
func (d Docket) Waiting(ctx context.Context, to string) (n int, err error) {
	err = again(ctx, func() error {
		return d.store.pool.QueryRow(ctx, `SELECT count(*) FROM crosscheck.gate_message WHERE dest = $1 AND state = 'waiting'`, lookup(to)).Scan(&n)
	})
	return n, hinted(err)
}

// Secret returns the secret, and keeps fresh where there is none.
func (d Docket) Secret(ctx context.Context, fresh []byte) (secret []byte, err error) {
	if err := d.store.exec(ctx, `INSERT INTO crosscheck.gate_secret (one, secret) VALUES (1, $1) ON CONFLICT DO NOTHING`, fresh); err != nil {
		return nil, err
	}
	err = again(ctx, func() error {
		return d.store.pool.QueryRow(ctx, `SELECT secret FROM crosscheck.gate_secret`).Scan(&secret)
	})
	return secret, hinted(err)
}
