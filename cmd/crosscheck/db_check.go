package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/compare/archive"
	"crosscheck/report/gate/docket"
	"crosscheck/report/review"
	"crosscheck/report/review/crate"
	"crosscheck/report/review/postgres"
)

func (a *app) dbCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check STORE",
		Short: "Check that nothing in a store was changed",
		Long: `check reads all of a store. It finds out whether a decision, or an entry of the
gate's log, was changed, left out or put in, and prints how much each table has
and its sum: equal tables have equal sums, in a file and in PostgreSQL. Of a
folder of "crosscheck index", and of the archive in a database, it reads every
article.`,
		Example: "  crosscheck db check desk.db\n  crosscheck db check postgres://desk@db.example/newsroom\n  crosscheck db check news/",
		Args:    needStores(1),
		RunE: func(c *cobra.Command, args []string) error {
			if namesFolder(args[0]) {
				return a.dbCheckArchive(c.Context(), args[0])
			}
			return a.dbCheck(c.Context(), args[0])
		},
	}
}

func (a *app) dbCheck(ctx context.Context, db string) error {
	store, err := openStoreOnly(ctx, db)
	if err != nil {
		return err
	}
	defer store.Close()
	if err := checkStore(ctx, store); err != nil {
		return changedHint(db, err, "go back to a copy that verifies, and ask who could write to it")
	}
	var counts []crate.Count
	err = store.Look(ctx, func(s crate.Shelf) error {
		for _, t := range crate.Tables() {
			c, err := crate.Sum(ctx, s, t)
			if err != nil {
				return fmt.Errorf("%s: table %s: %w", storeName(db), t.Name, err)
			}
			counts = append(counts, c)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if postgres.Is(db) {
		if counts, err = a.withArchive(ctx, db, counts); err != nil {
			return err
		}
	}
	return a.tellCounts(counts, storeName(db)+" is as it was written")
}

// withArchive counts the archive that a database has, too, where it has one. One
// that another version made is said to be so: a worker makes it anew.
func (a *app) withArchive(ctx context.Context, db string, counts []crate.Count) ([]crate.Count, error) {
	place, closer, err := openPlace(ctx, db)
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	n, sum, err := archive.Sum(ctx, place)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return counts, nil
	case errors.Is(err, archive.ErrOther):
		a.console.warn(claims.Warning{Path: storeName(db), Reason: "the archive was not checked: " + err.Error()})
		return counts, nil
	case err != nil:
		return nil, changedHint(db, err, "a worker makes the archive anew")
	}
	return append(counts, crate.Count{Table: "archive", Rows: n, Sum: sum}), nil
}

// changedHint says what to do about a store that is not what was written; where it
// could not be read, as the role may not or nobody answers, it says that instead.
func changedHint(db string, err error, hint string) error {
	err = postgres.Hinted(fmt.Errorf("%s: %w", storeName(db), err))
	if strings.Contains(err.Error(), "\nhint:") {
		return err
	}
	return withHint(err, "%s", hint)
}

// checkStore finds out whether the ledger and the gate's log are what was written,
// and whether what is looked up there is what they say.
func checkStore(ctx context.Context, store vault) error {
	if _, err := review.Verify(store.Events(ctx, 0)); err != nil {
		return err
	}
	if err := checkGateLog(ctx, gateLog(store)); err != nil {
		return err
	}
	return store.Look(ctx, func(s crate.Shelf) error {
		for _, t := range crate.Tables() {
			if err := checkColumns(ctx, s, t); err != nil {
				return err
			}
		}
		return nil
	})
}

// checkGateLog verifies the gate's log, piece by piece.
func checkGateLog(ctx context.Context, log docket.Log) error {
	before, q := "", docket.Query{}
	for {
		entries, err := log.Look(ctx, q)
		if err != nil || len(entries) == 0 {
			return err
		}
		if err := docket.Verify(before, entries); err != nil {
			return err
		}
		last := entries[len(entries)-1]
		before, q.After = last.Chain, last.Seq
	}
}

// checkColumns holds the columns that are looked up against the body, which alone
// is chained. A table without any is passed over.
func checkColumns(ctx context.Context, s crate.Shelf, t crate.Table) error {
	at := map[string]int{}
	for i, c := range t.Columns {
		at[c.Name] = i
	}
	body, ok := at["body"]
	if _, chained := at["sum"]; !ok || !chained {
		return nil
	}
	for row, err := range s.Rows(ctx, t) {
		if err != nil {
			return err
		}
		text, _ := row[body].(string)
		said, err := saidIn(t.Name, text)
		if err != nil {
			return fmt.Errorf("%s %v is no JSON: %w", t.Name, row[0], err)
		}
		for i, c := range t.Columns {
			if kept, _ := row[i].(string); c.Kind == crate.Text && i != body && kept != said[c.Name] {
				return fmt.Errorf("%s %v: the column %q is not what the %s says", t.Name, row[0], c.Name, t.Name)
			}
		}
	}
	return nil
}

// saidIn are the texts of a body, by the column that they are looked up in; one
// that is missing is "".
func saidIn(table, body string) (map[string]string, error) {
	all := map[string]any{}
	if err := json.Unmarshal([]byte(body), &all); err != nil {
		return nil, err
	}
	out := map[string]string{}
	for name, x := range all {
		out[name], _ = x.(string)
	}
	var err error
	switch table { // the stream is made of the rest
	case "event":
		var e review.Event
		err = json.Unmarshal([]byte(body), &e)
		out["stream"] = e.Stream()
	case "gate_entry":
		var e docket.Entry
		err = json.Unmarshal([]byte(body), &e)
		out["stream"] = e.Stream()
	}
	return out, err
}
