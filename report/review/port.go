package review

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"crosscheck/claims"
)

// Port is a form in which a ledger leaves and enters, with nothing lost.
type Port struct {
	Name       string   // "jsonl", as in --format
	Extensions []string // ".jsonl", in lower case
	Doc        string   // one line for a help text
	Export     func(io.Writer, []Event) error
	// Import reads what Export wrote. Lines and entries that are no event are
	// returned as problems, and the rest is read.
	Import func(io.Reader) ([]Event, []Problem, error)
}

// Problem is a part of an import that could not be read.
type Problem struct {
	Line   int // line, row or entry, from 1
	Reason string
}

// ports is the one list of forms, in the order of a help text.
var ports = []Port{
	{"jsonl", []string{".jsonl", ".ndjson"}, "an event a line: the whole record", exportJSONL, importJSONL},
	{"csv", []string{".csv"}, "a row for each event, safe to open in a spreadsheet", exportCSV, importCSV},
	{"claimreview", []string{".jsonld", ".json"}, "schema.org ClaimReview in JSON-LD, for other fact-checkers", exportClaimReview, importClaimReview},
}

// Ports returns all forms, in the order of a help text.
func Ports() []Port { return slices.Clone(ports) }

// PortByName returns the form of that name.
func PortByName(name string) (Port, error) {
	var known []string
	for _, p := range ports {
		if p.Name == name {
			return p, nil
		}
		known = append(known, p.Name)
	}
	return Port{}, fmt.Errorf("no form of decisions is called %q\nhint: it is one of %s", name, strings.Join(known, ", "))
}

// PortByFile returns the form that the extension of path stands for.
func PortByFile(path string) (Port, error) {
	ext := strings.ToLower(filepath.Ext(path))
	var known []string
	for _, p := range ports {
		if slices.Contains(p.Extensions, ext) {
			return p, nil
		}
		known = append(known, p.Extensions...)
	}
	return Port{}, fmt.Errorf("no form of decisions goes with the file name %q\nhint: end it in one of %s", path, strings.Join(known, ", "))
}

// Entries are events that were exported, as they are appended to a ledger: as
// they come, whatever the ledger knows of their subjects.
func Entries(events []Event) []Entry {
	out := make([]Entry, len(events))
	for i, e := range events {
		out[i] = Entry{e, Whatever}
	}
	return out
}

// The bounds on an import, so that a wrong file is refused and not read whole.
const (
	maxLine   = 1 << 20 // bytes of one event
	maxImport = 1 << 30 // bytes of all
)

func exportJSONL(w io.Writer, events []Event) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, e := range events {
		if err := enc.Encode(e); err != nil {
			return fmt.Errorf("writing event %s: %w", e.ID, err)
		}
	}
	return out.Flush()
}

func importJSONL(r io.Reader) (events []Event, problems []Problem, err error) {
	lines := bufio.NewScanner(io.LimitReader(r, maxImport))
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		text := strings.TrimPrefix(lines.Text(), "\ufeff")
		if strings.TrimSpace(text) == "" {
			continue
		}
		e, err := decode([]byte(text))
		if err != nil {
			problems = append(problems, Problem{n, err.Error()})
			continue
		}
		events = append(events, e)
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		return events, problems, fmt.Errorf("a line is longer than %d bytes: these are no decisions\nhint: \"crosscheck decisions export\" writes what can be imported", maxLine)
	} else if err != nil {
		return events, problems, fmt.Errorf("reading decisions: %w", err)
	}
	return events, problems, nil
}

// decode reads one event from JSON and checks it.
func decode(data []byte) (Event, error) {
	var e Event
	if err := json.Unmarshal(data, &e); err != nil {
		return e, fmt.Errorf("no event: %s", claims.JSONFault(data, err))
	}
	return e.Normal(), e.Check()
}
