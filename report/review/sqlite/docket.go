package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"crosscheck/report/gate/docket"
)

// Docket is the gate's log in the same file.
type Docket struct{ store *Store }

var _ docket.Store = Docket{}

// Docket returns the gate's log. It is open as long as the store is.
func (s *Store) Docket() Docket { return Docket{s} }

// Append adds an entry with its messages. Once it has begun it is finished,
// whether somebody waits or not: a caller who went away must not leave it open
// whether a decision counts.
func (d Docket) Append(ctx context.Context, e docket.Entry, after string, told ...docket.Message) (docket.Entry, error) {
	if err := ctx.Err(); err != nil {
		return e, err
	}
	ctx = context.WithoutCancel(ctx)
	tx, err := d.store.write.BeginTx(ctx, nil)
	if err != nil {
		return e, fmt.Errorf("writing to the gate's log: %w", err)
	}
	defer tx.Rollback()
	got, fresh, err := docket.Admit(docketed{ctx, tx}, e, after)
	if err != nil || !fresh {
		return got, err
	}
	if err := insertEntry(ctx, tx, got, told); err != nil {
		return e, fmt.Errorf("writing to the gate's log: %w", err)
	}
	return got, tx.Commit()
}

func insertEntry(ctx context.Context, tx *sql.Tx, e docket.Entry, told []docket.Message) error {
	body, err := json.Marshal(e)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO gate_entry (seq, id, at, who, action, draft, stream, body, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.Seq, e.ID, e.At.Format("2006-01-02T15:04:05.000Z"), e.Who, e.Action, e.Draft, e.Stream(), string(body), e.Chain)
	for _, m := range told {
		if err == nil {
			err = m.Check()
		}
		if err == nil {
			_, err = tx.ExecContext(ctx, `INSERT INTO gate_message (id, dest, body, made, tries, next, state) VALUES (?, ?, ?, ?, ?, ?, ?)`,
				m.ID, m.To, m.Body, m.Made, m.Tries, m.Next, m.State)
		}
	}
	return err
}

// Look returns the entries that a query asks for.
func (d Docket) Look(ctx context.Context, q docket.Query) ([]docket.Entry, error) {
	where, args := []string{"seq > ?"}, []any{q.After}
	for _, c := range []struct{ column, value string }{{"id", q.ID}, {"draft", q.Draft}, {"stream", q.Stream}} {
		if c.value != "" {
			where, args = append(where, c.column+" = ?"), append(args, c.value)
		}
	}
	order := "seq"
	if q.Newest {
		order = "seq DESC"
	}
	query := "SELECT body FROM (SELECT seq, body FROM gate_entry WHERE " + strings.Join(where, " AND ") + " ORDER BY " + order + " LIMIT ?) ORDER BY seq"
	rows, err := d.store.read.QueryContext(ctx, query, append(args, q.Limit())...)
	if err != nil {
		return nil, fmt.Errorf("reading the gate's log: %w", err)
	}
	defer rows.Close()
	var out []docket.Entry
	for rows.Next() {
		e, err := scanEntry(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, rows.Err()
}

// scanEntry reads an entry from a row that holds its body.
func scanEntry(row interface{ Scan(...any) error }) (e docket.Entry, err error) {
	var body []byte
	if err := row.Scan(&body); err != nil {
		return e, err
	}
	if err := json.Unmarshal(body, &e); err != nil {
		return e, fmt.Errorf("reading the gate's log: %w", err)
	}
	return e, nil
}

// Due are the messages to an address whose time has come.
func (d Docket) Due(ctx context.Context, to string, now docket.Millis, most int) ([]docket.Message, error) {
	rows, err := d.store.read.QueryContext(ctx, `SELECT id, dest, body, made, tries, next, state FROM gate_message
		WHERE dest = ? AND state = 'waiting' AND next <= ? ORDER BY next, id LIMIT ?`, to, now, max(most, 0))
	if err != nil {
		return nil, fmt.Errorf("reading the outbox: %w", err)
	}
	defer rows.Close()
	var out []docket.Message
	for rows.Next() {
		var m docket.Message
		if err := rows.Scan(&m.ID, &m.To, &m.Body, &m.Made, &m.Tries, &m.Next, &m.State); err != nil {
			return nil, fmt.Errorf("reading the outbox: %w", err)
		}
		out = append(out, m)
	}
	return out, rows.Err()
}

// Tried puts a message into its new state.
func (d Docket) Tried(ctx context.Context, m docket.Message) error {
	got, err := d.store.write.ExecContext(ctx, `UPDATE gate_message SET tries = ?, next = ?, state = ? WHERE id = ?`, m.Tries, m.Next, m.State, m.ID)
	if err != nil {
		return fmt.Errorf("writing to the outbox: %w", err)
	}
	if n, err := got.RowsAffected(); n == 0 && err == nil {
		return errors.New("there is no such message")
	}
	return nil
}

// Waiting is how many messages to an address were not delivered yet.
func (d Docket) Waiting(ctx context.Context, to string) (n int, err error) {
	err = d.store.read.QueryRowContext(ctx, `SELECT count(*) FROM gate_message WHERE dest = ? AND state = 'waiting'`, to).Scan(&n)
	return n, err
}

// Secret returns the secret, and keeps fresh where there is none.
func (d Docket) Secret(ctx context.Context, fresh []byte) (secret []byte, err error) {
	if _, err := d.store.write.ExecContext(ctx, `INSERT INTO gate_secret (one, secret) VALUES (1, ?) ON CONFLICT DO NOTHING`, fresh); err != nil {
		return nil, err
	}
	err = d.store.write.QueryRowContext(ctx, `SELECT secret FROM gate_secret`).Scan(&secret)
	return secret, err
}

// docketed looks things up within a transaction.
type docketed struct {
	ctx context.Context
	tx  *sql.Tx
}

var _ docket.Kept = docketed{}

// ByID is the entry with the ID.
func (k docketed) ByID(id string) (docket.Entry, bool, error) {
	return k.one("SELECT body FROM gate_entry WHERE id = ?", id)
}

// LastOf is the last entry of the stream.
func (k docketed) LastOf(stream string) (docket.Entry, bool, error) {
	return k.one("SELECT body FROM gate_entry WHERE stream = ? ORDER BY seq DESC LIMIT 1", stream)
}

// Tail is the last entry of all.
func (k docketed) Tail() (docket.Entry, error) {
	e, _, err := k.one("SELECT body FROM gate_entry ORDER BY seq DESC LIMIT 1")
	return e, err
}

func (k docketed) one(query string, args ...any) (docket.Entry, bool, error) {
	e, err := scanEntry(k.tx.QueryRowContext(k.ctx, query, args...))
	if errors.Is(err, sql.ErrNoRows) {
		return e, false, nil
	}
	return e, err == nil, err
}
