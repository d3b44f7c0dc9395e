package postgres

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"crosscheck/report/review"
)

// turn is the number of the advisory lock that a writer holds to the end of its
// transaction: "ckrv" in ASCII, as in the file of package sqlite. PostgreSQL
// releases it when others can see what was written, so that no event appears
// later with a lower number.
//
// Note: LOCK TABLE would need the right to change events. Serialisable
// transactions need no lock, but of several writers all but one begin again; see
// BenchmarkWriters.
const turn = 0x636b7276

// moment bounds one transaction, and how long the others wait for a process that
// holds the lock and sleeps: far longer than any of ours takes.
const moment = 10 * time.Second

// commit writes what several ask for in one transaction, as [review.Gather] wants
// it.
func (s *Store) commit(ctx context.Context, group [][]review.Entry) (answers []review.Answer, err error) {
	err = again(ctx, func() error {
		ctx, cancel := context.WithTimeout(ctx, moment)
		defer cancel()
		answers, err = s.attempt(ctx, group)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("writing to the ledger: %w", hinted(err))
	}
	return answers, nil
}

// attempt is one transaction. Where it is not known whether it succeeded, it may
// be made again: events that are there are not added a second time.
func (s *Store) attempt(ctx context.Context, group [][]review.Entry) ([]review.Answer, error) {
	tx, err := s.pool.BeginTx(ctx, pgx.TxOptions{IsoLevel: s.isolation})
	if err != nil {
		return nil, err
	}
	defer tx.Rollback(context.WithoutCancel(ctx)) // of a transaction that has ended nothing comes
	k, err := s.fetch(ctx, tx, group)
	if err != nil {
		return nil, err
	}
	answers := make([]review.Answer, len(group))
	var fresh []review.Event
	for i, entries := range group {
		all, added, err := review.Admit(k, entries)
		if err != nil {
			answers[i].Err = err
			continue
		}
		for _, e := range added {
			k.add(e)
		}
		answers[i].Events = all
		fresh = append(fresh, added...)
	}
	if err := insert(ctx, tx, fresh); err != nil {
		return nil, err
	}
	return answers, tx.Commit(ctx)
}

// fetch takes the lock and fetches all that a group of entries has to be held
// against, in one round trip.
func (s *Store) fetch(ctx context.Context, tx pgx.Tx, group [][]review.Entry) (*kept, error) {
	var ids, streams []string
	for _, entries := range group {
		for _, e := range entries {
			ids, streams = append(ids, lookup(e.ID)), append(streams, lookup(e.Stream()))
			if e.Of != "" {
				ids = append(ids, lookup(e.Of))
			}
		}
	}
	k := &kept{byID: map[string]review.Event{}, last: map[string]review.Event{}}
	b := &pgx.Batch{}
	b.Queue(fmt.Sprintf("SET LOCAL idle_in_transaction_session_timeout = %d", moment.Milliseconds()))
	if s.isolation != pgx.Serializable {
		b.Queue("SELECT pg_advisory_xact_lock($1)", turn)
	}
	b.Queue("SELECT body FROM crosscheck.event ORDER BY seq DESC LIMIT 1").Query(each(func(e review.Event) { k.tail = e }))
	b.Queue("SELECT body FROM crosscheck.event WHERE id = ANY($1)", ids).Query(each(func(e review.Event) { k.byID[e.ID] = e }))
	b.Queue(`SELECT l.body FROM unnest($1::text[]) AS s(stream), LATERAL
		(SELECT body FROM crosscheck.event AS e WHERE e.stream = s.stream ORDER BY seq DESC LIMIT 1) AS l`, streams).
		Query(each(func(e review.Event) { k.last[e.Stream()] = e }))
	return k, tx.SendBatch(ctx, b).Close()
}

// each calls f with the event of each row.
func each(f func(review.Event)) func(pgx.Rows) error {
	return func(rows pgx.Rows) error {
		events, err := pgx.CollectRows(rows, scan)
		for _, e := range events {
			f(e)
		}
		return err
	}
}

// insert adds events, all with one statement.
func insert(ctx context.Context, tx pgx.Tx, events []review.Event) error {
	if len(events) == 0 {
		return nil
	}
	var seqs []int64
	var ats []time.Time
	var columns [8][]string
	for _, e := range events {
		body, err := json.Marshal(e)
		if err != nil {
			return err
		}
		seqs, ats = append(seqs, e.Seq), append(ats, e.At)
		for i, v := range []string{lookup(e.ID), lookup(e.Who), string(e.Action), lookup(e.Subject), lookup(e.Stream()), lookup(e.Of), string(body), e.Sum} {
			columns[i] = append(columns[i], v)
		}
	}
	_, err := tx.Exec(ctx, `INSERT INTO crosscheck.event (seq, at, id, who, action, subject, stream, of, body, sum)
		SELECT seq, at, id, who, action, subject, stream, nullif(of, ''), body, sum
		FROM unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
			AS fresh (seq, at, id, who, action, subject, stream, of, body, sum) ORDER BY seq`,
		seqs, ats, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6], columns[7])
	return err
}

// PostgreSQL's texts have every character but NUL, which an event's names may
// have; so it is spelt \0 in the columns that are looked up, and \ is \\.
var (
	spell = strings.NewReplacer("\\", `\\`, "\x00", `\0`)
	read  = strings.NewReplacer(`\\`, "\\", `\0`, "\x00")
)

// lookup is a text as the columns have it.
func lookup(s string) string { return spell.Replace(s) }

// kept is what a group of entries is held against.
type kept struct {
	tail review.Event
	byID map[string]review.Event
	last map[string]review.Event // by stream
}

var _ review.Kept = (*kept)(nil)

// add takes an event that is to be kept.
func (k *kept) add(e review.Event) { k.tail, k.byID[e.ID], k.last[e.Stream()] = e, e, e }

// ByID is the event with the ID.
func (k *kept) ByID(id string) (review.Event, bool, error) {
	e, ok := k.byID[id]
	return e, ok, nil
}

// LastOf is the last event of the stream.
func (k *kept) LastOf(stream string) (review.Event, bool, error) {
	e, ok := k.last[stream]
	return e, ok, nil
}

// Tail is the last event of all.
func (k *kept) Tail() (review.Event, error) { return k.tail, nil }
