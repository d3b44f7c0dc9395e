package gate

import (
	"io"

	"crosscheck/report"
)

// rdLevels are the words of the Reviewdog Diagnostic Format.
var rdLevels = map[Level]string{Error: "ERROR", Warning: "WARNING", Note: "INFO"}

// writeRDJSONL writes a diagnostic for each reason on a line of its own, for
// "reviewdog -f=rdjsonl".
func writeRDJSONL(w io.Writer, d *Decision) error {
	var rows []object
	for _, r := range d.shown() {
		row := object{"message": r.Message(), "location": rdAt(r.Place), "severity": rdLevels[r.Level],
			"source": object{"name": "crosscheck gate"}, "code": object{"value": r.Code}}
		if r.Clash != nil {
			row["related_locations"] = []object{{"message": r.Clash.Theirs.Line(), "location": rdAt(r.Clash.Theirs.Place)}}
		}
		rows = append(rows, row)
	}
	return writeLines(w, rows)
}

// rdAt is a place; its columns are in bytes.
func rdAt(p report.Place) object {
	out := object{"path": p.Path}
	if p.Start.Line > 0 {
		at := object{"start": rdPosition(p.Start)}
		if p.End.Byte > 0 {
			at["end"] = rdPosition(p.End)
		}
		out["range"] = at
	}
	return out
}

func rdPosition(p report.Position) object {
	out := object{"line": p.Line}
	if p.Byte > 0 {
		out["column"] = p.Byte
	}
	return out
}
