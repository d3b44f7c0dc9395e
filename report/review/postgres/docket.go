package postgres

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"crosscheck/report/gate/docket"
)

// docketTurn is the number of the lock under which the gate's log is written, as
// turn is the ledger's: "ckgt".
const docketTurn = 0x636b6774

// Docket is the gate's log in the same database.
type Docket struct{ store *Store }

var _ docket.Store = Docket{}

// Docket returns the gate's log. It is open as long as the store is.
func (s *Store) Docket() Docket { return Docket{s} }

// Append adds an entry with its messages. Once it has begun it is finished,
// whether somebody waits or not: a caller who went away must not leave it open
// whether a decision counts.
func (d Docket) Append(ctx context.Context, e docket.Entry, after string, told ...docket.Message) (got docket.Entry, err error) {
	if err := ctx.Err(); err != nil {
		return e, err
	}
	err = again(context.WithoutCancel(ctx), func() error {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), moment)
		defer cancel()
		got, err = d.attempt(ctx, e, after, told)
		return err
	})
	if err != nil && !errors.Is(err, docket.ErrStale) {
		err = fmt.Errorf("writing to the gate's log: %w", hinted(err))
	}
	return got, err
}

// attempt is one transaction. It may be made again, like that of a [Store].
func (d Docket) attempt(ctx context.Context, e docket.Entry, after string, told []docket.Message) (docket.Entry, error) {
	tx, err := d.store.pool.Begin(ctx)
	if err != nil {
		return e, err
	}
	defer tx.Rollback(context.WithoutCancel(ctx))
	k := &docketed{}
	b := &pgx.Batch{}
	b.Queue(fmt.Sprintf("SET LOCAL idle_in_transaction_session_timeout = %d", moment.Milliseconds()))
	b.Queue("SELECT pg_advisory_xact_lock($1)", docketTurn)
	b.Queue("SELECT body FROM crosscheck.gate_entry WHERE id = $1", lookup(e.ID)).Query(k.into(&k.same))
	b.Queue("SELECT body FROM crosscheck.gate_entry WHERE stream = $1 ORDER BY seq DESC LIMIT 1", lookup(e.Stream())).Query(k.into(&k.last))
	b.Queue("SELECT body FROM crosscheck.gate_entry ORDER BY seq DESC LIMIT 1").Query(k.into(&k.tail))
	if err := tx.SendBatch(ctx, b).Close(); err != nil {
		return e, err
	}
	got, fresh, err := docket.Admit(k, e, after)
	if err != nil || !fresh {
		return got, err
	}
	if err := insertEntry(ctx, tx, got, told); err != nil {
		return e, err
	}
	return got, tx.Commit(ctx)
}

// insertEntry adds an entry and its messages in one round trip.
func insertEntry(ctx context.Context, tx pgx.Tx, e docket.Entry, told []docket.Message) error {
	body, err := json.Marshal(e)
	if err != nil {
		return err
	}
	b := &pgx.Batch{}
	b.Queue(`INSERT INTO crosscheck.gate_entry (seq, id, at, who, action, draft, stream, body, sum) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		e.Seq, lookup(e.ID), e.At, lookup(e.Who), string(e.Action), lookup(e.Draft), lookup(e.Stream()), string(body), e.Chain)
	for _, m := range told {
		if err := m.Check(); err != nil {
			return err
		}
		b.Queue(`INSERT INTO crosscheck.gate_message (id, dest, body, made, tries, next, state) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			lookup(m.ID), lookup(m.To), m.Body, int64(m.Made), m.Tries, int64(m.Next), string(m.State))
	}
	return tx.SendBatch(ctx, b).Close()
}

// docketed is what an entry is held against.
type docketed struct {
	same, last, tail docket.Entry // the zero entry where there is none
}

var _ docket.Kept = (*docketed)(nil)

// into puts the entry of a row where it belongs.
func (*docketed) into(e *docket.Entry) func(pgx.Rows) error {
	return func(rows pgx.Rows) error {
		entries, err := pgx.CollectRows(rows, scanEntry)
		if len(entries) > 0 {
			*e = entries[0]
		}
		return err
	}
}

// scanEntry reads an entry from a row that holds its body.
func scanEntry(row pgx.CollectableRow) (e docket.Entry, err error) {
	var body []byte
	if err := row.Scan(&body); err != nil {
		return e, err
	}
	return e, json.Unmarshal(body, &e)
}

// ByID is the entry with the ID of the one that is to be added.
func (k *docketed) ByID(string) (docket.Entry, bool, error) { return k.same, k.same.ID != "", nil }

// LastOf is the last entry of its stream.
func (k *docketed) LastOf(string) (docket.Entry, bool, error) { return k.last, k.last.ID != "", nil }

// Tail is the last entry of all.
func (k *docketed) Tail() (docket.Entry, error) { return k.tail, nil }

// Look returns the entries that a query asks for.
func (d Docket) Look(ctx context.Context, q docket.Query) (entries []docket.Entry, err error) {
	where, args := []string{"seq > $1"}, []any{q.After, q.Limit()}
	for _, c := range []struct{ column, value string }{{"id", q.ID}, {"draft", q.Draft}, {"stream", q.Stream}} {
		if c.value != "" {
			args = append(args, lookup(c.value))
			where = append(where, fmt.Sprintf("%s = $%d", c.column, len(args)))
		}
	}
	order := "seq"
	if q.Newest {
		order = "seq DESC"
	}
	query := "SELECT body FROM (SELECT seq, body FROM crosscheck.gate_entry WHERE " + strings.Join(where, " AND ") + " ORDER BY " + order + " LIMIT $2) AS found ORDER BY seq"
	err = again(ctx, func() error {
		rows, err := d.store.pool.Query(ctx, query, args...)
		if err == nil {
			entries, err = pgx.CollectRows(rows, scanEntry)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the gate's log: %w", hinted(err))
	}
	return entries, nil
}
