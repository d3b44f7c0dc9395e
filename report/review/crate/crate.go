// Package crate moves what a newsroom keeps from one store to another, with
// nothing lost.
//
//  1. [Tables] is the one list of what there is to move; every store has these
//     tables with these columns, in types of its own;
//  2. a [Store] shows them as plain rows, all as of one moment, and takes them,
//     all or none;
//  3. [Move] moves them, and before the other side keeps anything reads it back
//     and compares the sums ([Sum]) of each table.
//
// It knows no database, and not what the rows mean.
package crate

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"iter"
)

// Kind is what a column holds.
type Kind int

// The kinds, with the type of their values. Each may be nil.
const (
	Int   Kind = iota // int64
	Text              // string
	Bytes             // []byte
	Time              // string, as [Clock] has it, in UTC
)

// Clock is the form of a Time: [time.Time.Format].
const Clock = "2006-01-02T15:04:05.000Z"

// Column is a column of a table.
type Column struct {
	Name string
	Kind Kind
}

// Table is a table, whose first Key columns name a row.
type Table struct {
	Name    string
	Key     int
	Columns []Column
}

// Row is a row: a value for each column, nil for none.
type Row []any

// tables is the one list of tables, in the order in which they can be filled.
var tables = []Table{
	{"event", 1, []Column{{"seq", Int}, {"id", Text}, {"at", Time}, {"who", Text}, {"action", Text}, {"subject", Text},
		{"stream", Text}, {"of", Text}, {"body", Text}, {"sum", Text}}},
	{"record", 2, []Column{{"kind", Text}, {"key", Text}, {"body", Bytes}}},
	{"gate_entry", 1, []Column{{"seq", Int}, {"id", Text}, {"at", Time}, {"who", Text}, {"action", Text}, {"draft", Text},
		{"stream", Text}, {"body", Text}, {"sum", Text}}},
	{"gate_message", 1, []Column{{"id", Text}, {"dest", Text}, {"body", Bytes}, {"made", Int}, {"tries", Int}, {"next", Int}, {"state", Text}}},
	{"gate_secret", 1, []Column{{"one", Int}, {"secret", Bytes}}},
}

// Tables are all tables, in the order in which they can be filled. The caller
// must not change them.
func Tables() []Table { return tables }

// Shelf shows a store's tables.
type Shelf interface {
	// Rows yields the rows of a table by its key, texts in the order of bytes.
	Rows(ctx context.Context, t Table) iter.Seq2[Row, error]
}

// Space is a store's tables while they are filled.
type Space interface {
	Shelf
	// Put adds rows to a table, which must be empty: else the error is [ErrFull].
	Put(ctx context.Context, t Table, rows iter.Seq2[Row, error]) error
}

// Store can be moved.
type Store interface {
	// Look calls f with all tables as of one moment.
	Look(ctx context.Context, f func(Shelf) error) error
	// Fill calls f, and keeps what it put where it returns nil, and else nothing.
	Fill(ctx context.Context, f func(Space) error) error
}

// ErrFull says that there is something already where rows should go.
var ErrFull = errors.New("it is not empty")

// Count is what a table holds.
type Count struct {
	Table string
	Rows  int
	Sum   string // SHA-256 over all rows in hex: equal for equal rows, whatever the store
}

// Move copies all tables, and compares both sides before the other keeps them.
func Move(ctx context.Context, from, to Store) (counts []Count, err error) {
	err = from.Look(ctx, func(source Shelf) error {
		return to.Fill(ctx, func(target Space) error {
			counts = nil
			for _, t := range tables {
				c, err := move(ctx, source, target, t)
				if err != nil {
					return fmt.Errorf("copying the table %s: %w", t.Name, err)
				}
				counts = append(counts, c)
			}
			return nil
		})
	})
	return counts, err
}

// move copies one table.
func move(ctx context.Context, source Shelf, target Space, t Table) (Count, error) {
	sent := newTally(t)
	if err := target.Put(ctx, t, sent.over(source.Rows(ctx, t))); err != nil {
		return Count{}, err
	}
	kept, err := Sum(ctx, target, t)
	if err != nil {
		return kept, err
	}
	if want := sent.count(); kept != want {
		return kept, fmt.Errorf("what arrived is not what was sent: %d rows with the sum %.8s became %d with %.8s", want.Rows, want.Sum, kept.Rows, kept.Sum)
	}
	return kept, nil
}

// Sum counts and sums up a table.
func Sum(ctx context.Context, s Shelf, t Table) (Count, error) {
	n := newTally(t)
	for _, err := range n.over(s.Rows(ctx, t)) {
		if err != nil {
			return Count{}, err
		}
	}
	return n.count(), nil
}

// tally sums up rows that pass by.
type tally struct {
	table Table
	rows  int
	hash  hash.Hash
	buf   []byte
}

func newTally(t Table) *tally { return &tally{table: t, hash: sha256.New()} }

func (n *tally) count() Count {
	return Count{n.table.Name, n.rows, hex.EncodeToString(n.hash.Sum(nil))}
}

// over passes the rows on.
func (n *tally) over(rows iter.Seq2[Row, error]) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for row, err := range rows {
			if err == nil {
				err = n.add(row)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// add sums up a row: each value with what it is and how long it is, so that no
// two rows look alike.
func (n *tally) add(row Row) error {
	if len(row) != len(n.table.Columns) {
		return fmt.Errorf("a row of %s has %d values", n.table.Name, len(row))
	}
	n.buf = n.buf[:0]
	for i, v := range row {
		switch v := v.(type) {
		case nil:
			n.buf = append(n.buf, 0)
		case int64:
			n.buf = binary.BigEndian.AppendUint64(append(n.buf, 1), uint64(v))
		case string:
			n.buf = append(binary.BigEndian.AppendUint64(append(n.buf, 2), uint64(len(v))), v...)
		case []byte:
			n.buf = append(binary.BigEndian.AppendUint64(append(n.buf, 3), uint64(len(v))), v...)
		default:
			return fmt.Errorf("%s.%s holds a %T", n.table.Name, n.table.Columns[i].Name, v)
		}
	}
	n.rows++
	n.hash.Write(n.buf)
	return nil
}
