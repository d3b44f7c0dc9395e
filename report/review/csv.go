package review

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"crosscheck/claims"
)

// A field of the JSON becomes a column: "pair.a.text" is the text of the pair's
// first side. Lists stand as JSON.
var columns = []string{
	"seq", "id", "at", "who", "action", "subject", "blind", "verdict", "why", "expires", "final", "of",
	"pair.relation", "pair.type", "pair.score", "pair.judge", "pair.rule", "pair.said", "pair.topic", "pair.finding",
	"pair.a.outlet", "pair.a.speaker", "pair.a.date", "pair.a.text", "pair.a.title", "pair.a.url", "pair.a.key", "pair.a.also",
	"pair.b.outlet", "pair.b.speaker", "pair.b.date", "pair.b.text", "pair.b.title", "pair.b.url", "pair.b.key", "pair.b.also",
	"correction", "sum",
}

// plain are the columns whose JSON is no string.
var plain = map[string]bool{
	"seq": true, "blind": true, "final": true, "pair.score": true, "pair.a.also": true, "pair.b.also": true, "correction": true,
}

// exportCSV writes rows after RFC 4180 (2005), with CRLF. A cell that a
// spreadsheet could run as a formula begins with an apostrophe, and so does one
// that begins with an apostrophe itself.
func exportCSV(w io.Writer, events []Event) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	out.Write(columns) // csv.Writer keeps its first error for the end
	for _, e := range events {
		row, err := toRow(e)
		if err != nil {
			return fmt.Errorf("writing event %s: %w", e.ID, err)
		}
		out.Write(row)
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing CSV: %w", err)
	}
	return nil
}

func toRow(e Event) ([]string, error) {
	data, err := json.Marshal(e)
	if err != nil {
		return nil, err
	}
	cells := map[string]string{}
	if err := flatten(cells, "", data); err != nil {
		return nil, err
	}
	row := make([]string, len(columns))
	for i, name := range columns {
		row[i] = cells[name]
		if !plain[name] {
			row[i] = harmless(row[i])
		}
	}
	return row, nil
}

// flatten writes the fields of a JSON object as cells.
func flatten(cells map[string]string, prefix string, data []byte) error {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return err
	}
	for name, value := range fields {
		name = prefix + name
		var err error
		switch {
		case name == "pair" || name == "pair.a" || name == "pair.b":
			err = flatten(cells, name+".", value)
		case plain[name]:
			cells[name] = string(value)
		default:
			var text string
			err = json.Unmarshal(value, &text)
			cells[name] = text
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func importCSV(r io.Reader) (events []Event, problems []Problem, err error) {
	in := csv.NewReader(io.LimitReader(r, maxImport))
	in.FieldsPerRecord = -1
	header, err := in.Read()
	if err != nil || len(header) == 0 || strings.TrimPrefix(header[0], "\ufeff") != columns[0] {
		return nil, nil, errors.New("the first row does not name the columns\nhint: \"crosscheck decisions export --format csv\" writes what can be imported")
	}
	header[0] = columns[0]
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return events, problems, nil
		}
		if err != nil {
			return events, problems, fmt.Errorf("reading decisions: %w", err)
		}
		line, _ := in.FieldPos(0)
		e, err := fromRow(header, row)
		if err != nil {
			problems = append(problems, Problem{line, err.Error()})
			continue
		}
		events = append(events, e)
	}
}

// fromRow reads one event from its cells. Columns that it does not know are
// somebody's own, and are passed over.
func fromRow(header, row []string) (Event, error) {
	event, pair := map[string]any{}, map[string]any{}
	sides := map[string]map[string]any{"a": {}, "b": {}}
	for i, name := range header {
		if i >= len(row) || row[i] == "" {
			continue
		}
		var value any = bare(row[i])
		if plain[name] {
			raw := json.RawMessage(row[i])
			if err := json.Unmarshal(raw, new(json.RawMessage)); err != nil {
				return Event{}, fmt.Errorf("no event: column %q: %s", name, claims.JSONFault(raw, err))
			}
			value = raw
		}
		rest, ofPair := strings.CutPrefix(name, "pair.")
		side, field, ofSide := strings.Cut(rest, ".")
		switch {
		case ofPair && ofSide && sides[side] != nil:
			sides[side][field] = value
		case ofPair:
			pair[rest] = value
		default:
			event[name] = value
		}
	}
	if len(pair)+len(sides["a"])+len(sides["b"]) > 0 {
		pair["a"], pair["b"] = sides["a"], sides["b"]
		event["pair"] = pair
	}
	data, err := json.Marshal(event)
	if err != nil {
		return Event{}, fmt.Errorf("no event: %w", err)
	}
	return decode(data)
}

// breaks keeps carriage returns, which a reader of CSV takes for part of a line
// break, as "\r", and with that backslashes as two.
var breaks, unbreaks = strings.NewReplacer(`\`, `\\`, "\r", `\r`), strings.NewReplacer(`\\`, `\`, `\r`, "\r")

// harmless puts an apostrophe before a cell that could be taken for a formula,
// after OWASP, "CSV Injection", and before one that begins with an apostrophe,
// so that bare can take it away again.
func harmless(cell string) string {
	cell = breaks.Replace(cell)
	s := strings.TrimLeft(cell, " \u00a0")
	if strings.HasPrefix(cell, "'") || s != "" && strings.ContainsRune("=+-@＝＋－＠\t\n", []rune(s)[0]) {
		return "'" + cell
	}
	return cell
}

// bare is the text that harmless made the cell of.
func bare(cell string) string { return unbreaks.Replace(strings.TrimPrefix(cell, "'")) }
