package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/compare"
)

// NLIRow is a pair of statements with the label that people gave it.
type NLIRow struct {
	ID         string
	Premise    string
	Hypothesis string
	Label      compare.Label
	Tag        string // what the row is about, "" where it says nothing
	Line       int    // 1-based
}

// nliLabels are the labels in the order of a table.
var nliLabels = []compare.Label{compare.Entailment, compare.Neutral, compare.Contradiction}

// rowBatch is how many rows are judged at a time: enough that a judge who
// spreads a batch over the cores, or reads a statement once for all its pairs,
// has something to spread.
const rowBatch = 1024

// readRows reads labelled pairs from JSON Lines, which gzip may have packed,
// and passes them on in batches. A row that cannot be used is warned of and left
// out. The error is that of in or of visit.
func readRows(path string, in io.Reader, warn func(claims.Warning), visit func([]NLIRow) error) error {
	lines := map[string]int{} // where each ID was given first
	var batch []NLIRow
	err := eachLine(path, in, func(n int, line []byte) error {
		row, err := parseNLI(line)
		if first := lines[row.ID]; err == nil && first > 0 {
			err = fmt.Errorf("has the ID %q of line %d", row.ID, first)
		}
		if err != nil {
			warn(claims.Warning{Path: path, Line: n, Reason: err.Error() + " and was left out"})
			return nil
		}
		lines[row.ID], row.Line = n, n
		if batch = append(batch, row); len(batch) < rowBatch {
			return nil
		}
		full := batch
		batch = nil
		return visit(full)
	})
	if err == nil && len(batch) > 0 {
		err = visit(batch)
	}
	return err
}

// eachLine calls visit for every line that is not blank, with its number, until
// one of them fails. The line is visit's to keep.
func eachLine(path string, in io.Reader, visit func(n int, line []byte) error) error {
	buf, err := unpacked(in)
	if err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	for n := 1; ; n++ {
		line, failed := buf.ReadBytes('\n')
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\uFEFF")) // a byte order mark
		}
		if failed != nil && !errors.Is(failed, io.EOF) {
			return fmt.Errorf("reading %s: %w", path, failed)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if err := visit(n, line); err != nil {
				return err
			}
		}
		if failed != nil {
			return nil
		}
	}
}

// parseNLI reads one row. The error says what is wrong with it.
func parseNLI(line []byte) (NLIRow, error) {
	var raw struct {
		ID, Premise, Hypothesis, Label, Tag json.RawMessage
	}
	if !utf8.Valid(line) {
		return NLIRow{}, errors.New("is not UTF-8")
	}
	if err := json.Unmarshal(line, &raw); err != nil {
		return NLIRow{}, fmt.Errorf("is not a row in JSON (%s)", claims.JSONFault(line, err))
	}
	row := NLIRow{ID: plain(raw.ID), Tag: plain(raw.Tag)}
	var label string
	for _, f := range []struct {
		name string
		raw  json.RawMessage
		to   *string
	}{{"premise", raw.Premise, &row.Premise}, {"hypothesis", raw.Hypothesis, &row.Hypothesis}, {"label", raw.Label, &label}} {
		if err := filled(f.raw, f.to); err != nil {
			return NLIRow{}, fmt.Errorf("has %w %q", err, f.name)
		}
	}
	if row.ID == "" {
		return NLIRow{}, errors.New(`has no "id"`)
	}
	row.Label = compare.Label(label)
	if !slices.Contains(nliLabels, row.Label) {
		return NLIRow{}, fmt.Errorf("has the label %q, which is none of entailment, neutral, contradiction,", label)
	}
	return row, nil
}

// filled reads a string that has something in it.
func filled(raw json.RawMessage, to *string) error {
	switch err := json.Unmarshal(raw, to); {
	case len(raw) == 0 || string(raw) == "null":
		return errors.New("no")
	case err != nil:
		return errors.New("no string as")
	case strings.TrimSpace(*to) == "":
		return errors.New("an empty")
	}
	return nil
}
