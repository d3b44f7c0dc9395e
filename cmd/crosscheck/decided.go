package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"crosscheck/claims"
	"crosscheck/report/review"
)

// readDecisions reads exported decisions, and warns of what is none.
func (a *app) readDecisions(paths []string) ([]review.Event, error) {
	var events []review.Event
	for _, path := range paths {
		port, err := review.PortByFile(path)
		if err != nil {
			return nil, err
		}
		f, err := os.Open(path)
		if err != nil {
			return nil, misuse(`name a file that "crosscheck decisions export" wrote`, "%w", err)
		}
		list, problems, err := port.Import(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for _, p := range problems {
			a.console.warn(claims.Warning{Path: path, Line: p.Line, Reason: "left out: " + p.Reason})
		}
		events = append(events, list...)
	}
	return events, nil
}

// decided is where the decisions of --db and --decisions come from.
type decided struct {
	db    string
	files []string
}

// decidedFlags adds --db and --decisions.
func decidedFlags(c *cobra.Command, d *decided) {
	c.Flags().StringVar(&d.db, "db", "", "do not show again what people rejected in the ledger `FILE` or postgres://…, and apply its corrections")
	c.Flags().StringArrayVar(&d.files, "decisions", nil, "the same with exported decisions: `FILE` is .jsonl, .csv or .jsonld (may be repeated)")
}

// state reads the decisions; nil where none are named.
func (a *app) state(ctx context.Context, d decided) (*review.State, error) {
	if d.db == "" && len(d.files) == 0 {
		return nil, nil
	}
	events, err := a.readDecisions(d.files)
	if err != nil {
		return nil, err
	}
	if d.db != "" {
		more, err := readLedger(ctx, d.db)
		if err != nil {
			return nil, err
		}
		events = append(events, more...)
	}
	store := &review.Memory{} // so that an event that two files have counts once
	if _, err := store.Append(ctx, review.Entries(events)...); err != nil {
		return nil, err
	}
	l, err := review.NewLedger(ctx, store, time.Now)
	if err != nil {
		return nil, err
	}
	var s *review.State
	l.View(func(now *review.State) { s = now })
	return s, nil
}

// appliedText says what decisions did to a report; "" where nothing.
func appliedText(done review.Applied) string {
	var parts []string
	for _, p := range []struct {
		n         int
		one, many string
	}{
		{done.Dismissed, "finding rejected before and not shown", "findings rejected before and not shown"},
		{done.Parted, "finding between topics that a person parted, not shown", "findings between topics that a person parted, not shown"},
		{done.Lapsed, "finding shown again, since its rejection has expired", "findings shown again, since their rejection has expired"},
		{done.Confirmed, "finding confirmed", "findings confirmed"},
		{done.Speakers, "speaker corrected", "speakers corrected"},
		{done.Spans, "quotation corrected", "quotations corrected"},
		{done.Moved, "claim moved to another topic", "claims moved to another topic"},
	} {
		if p.n > 0 {
			parts = append(parts, plural(p.n, p.one, p.many))
		}
	}
	return strings.Join(parts, "; ")
}
