package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"crosscheck/report/review"
)

const decisionsLong = `decisions carries what people decided from one place to another. A ledger is
the file that "crosscheck review" keeps, or a PostgreSQL database; nothing in it
is ever changed.

  export  write the ledger as JSONL, CSV or schema.org ClaimReview
  import  add what was exported to a ledger; what it has already is passed over
  verify  check that the ledger is what was written, from the first event on

The exit code is 0, or 2 where that could not be done.`

const decisionsExample = `  crosscheck decisions export --db desk.db > decisions.jsonl
  crosscheck decisions export --db desk.db --format claimreview -o reviews.jsonld
  crosscheck decisions import --db other.db decisions.jsonl
  crosscheck decisions verify --db desk.db`

func (a *app) decisionsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "decisions",
		Short:   "Export, import and verify what people decided",
		Long:    decisionsLong,
		Example: decisionsExample,
	}
	c.AddCommand(a.decisionsExportCommand(), a.decisionsImportCommand(), a.decisionsVerifyCommand())
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		return misuse(`"crosscheck decisions --help" lists what can be done`, "decisions: unknown command %q", args[0])
	}
	return c
}

// ledgerFlag adds --db, which must be given.
func ledgerFlag(c *cobra.Command) *string {
	return c.Flags().String("db", "", "the ledger: a `FILE` that \"crosscheck review\" keeps, or postgres://…")
}

// keptLedgerFlag adds --db, which may be left out where review has kept a ledger here.
func keptLedgerFlag(c *cobra.Command) *string {
	return c.Flags().String("db", "", "the ledger: a `FILE` that \"crosscheck review\" keeps, or postgres://… (default: "+ledgerHere+", if it is there)")
}

// keptLedger is the ledger that is named, else the one that review has kept here.
func keptLedger(db string) (string, error) {
	if db == "" {
		if _, err := os.Stat(ledgerHere); err == nil {
			return ledgerHere, nil
		}
	}
	return db, needLedger(db)
}

// needLedger refuses a command line that names no ledger.
func needLedger(db string) error {
	if db == "" {
		return misuse("name the ledger: --db desk.db", "no ledger was named")
	}
	return nil
}

func (a *app) decisionsExportCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "export [--db FILE]",
		Short:   "Write all decisions, with nothing lost",
		Long:    "export writes a ledger as JSON Lines, CSV or schema.org ClaimReview. Import of\nwhat it wrote makes the same ledger again.",
		Example: "  crosscheck decisions export --db desk.db > desk.jsonl",
		Args:    cobra.NoArgs,
	}
	var names []string
	for _, p := range review.Ports() {
		names = append(names, p.Name)
	}
	db, format := keptLedgerFlag(c), formatFlag(c, names...)
	out := c.Flags().StringP("out", "o", "", "write `FILE` instead, in the form of its extension")
	c.RunE = func(c *cobra.Command, _ []string) error {
		from, err := keptLedger(*db)
		if err != nil {
			return err
		}
		return a.exportDecisions(c.Context(), from, format.value, *out)
	}
	return c
}

func (a *app) exportDecisions(ctx context.Context, db, format, out string) error {
	port, err := review.PortByName(format)
	if out != "" {
		port, err = review.PortByFile(out)
	}
	if err != nil {
		return err
	}
	events, err := readLedger(ctx, db)
	if err != nil {
		return err
	}
	if out == "" {
		return port.Export(a.stdout, events)
	}
	return writeWhole(ctx, out, func(w io.Writer) error { return port.Export(w, events) })
}

// readLedger are all events of a ledger.
func readLedger(ctx context.Context, db string) ([]review.Event, error) {
	store, err := openStoreOnly(ctx, db)
	if err != nil {
		return nil, err
	}
	defer store.Close()
	var events []review.Event
	for e, err := range store.Events(ctx, 0) {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", storeName(db), err)
		}
		events = append(events, e)
	}
	return events, nil
}

// writeWhole writes a file that is complete or is not there.
func writeWhole(ctx context.Context, path string, write func(io.Writer) error) error {
	d := &drafts{ctx: ctx}
	defer d.remove()
	defer context.AfterFunc(ctx, d.remove)()
	f := file{path: path, mode: 0o666}
	w, err := d.create(f)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := errors.Join(write(w), w.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return d.keep(files{f})
}

func (a *app) decisionsImportCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "import --db FILE DECISIONS...",
		Short:   "Add exported decisions to a ledger",
		Long:    "import adds exported decisions to a ledger, which is made where it is missing.\nWhat the ledger has already is passed over.",
		Example: "  crosscheck decisions import --db other.db desk.jsonl",
		Args:    needPaths,
	}
	db := ledgerFlag(c)
	c.RunE = func(c *cobra.Command, paths []string) error {
		if err := needLedger(*db); err != nil {
			return err
		}
		return a.importDecisions(c.Context(), *db, paths)
	}
	return c
}

// importDecisions adds the events of all files, or of none where one cannot be
// read at all.
func (a *app) importDecisions(ctx context.Context, db string, paths []string) error {
	events, err := a.readDecisions(paths)
	if err != nil {
		return err
	}
	store, err := openStore(ctx, db)
	if err != nil {
		return err
	}
	had := 0
	for _, err := range store.Events(ctx, 0) {
		if err != nil {
			return errors.Join(err, store.Close())
		}
		had++
	}
	all, err := store.Append(ctx, review.Entries(events)...)
	if err := errors.Join(err, store.Close()); err != nil {
		return fmt.Errorf("%s: %w", storeName(db), err)
	}
	fresh := map[int64]bool{}
	for _, e := range all {
		if e.Seq > int64(had) {
			fresh[e.Seq] = true
		}
	}
	a.console.note(fmt.Sprintf("%s: %s read, %d of them new", storeName(db), plural(len(events), "event", "events"), len(fresh)))
	return nil
}

func (a *app) decisionsVerifyCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "verify [--db FILE]",
		Short:   "Check that nothing in a ledger was changed",
		Long:    "verify reads a ledger from its beginning and finds out whether any event was\nchanged, left out or put in.",
		Example: "  crosscheck decisions verify --db desk.db",
		Args:    cobra.NoArgs,
	}
	db := keptLedgerFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		ledger, err := keptLedger(*db)
		if err != nil {
			return err
		}
		return a.verifyDecisions(c.Context(), ledger)
	}
	return c
}

func (a *app) verifyDecisions(ctx context.Context, db string) error {
	store, err := openStoreOnly(ctx, db)
	if err != nil {
		return err
	}
	defer store.Close()
	n, err := review.Verify(store.Events(ctx, 0))
	if err != nil {
		return changedHint(db, err, "go back to a copy that verifies, and ask who could write to the ledger")
	}
	_, err = fmt.Fprintf(a.stdout, "%s: %s, each as it was written\n", printable(storeName(db)), plural(n, "event", "events"))
	return err
}
