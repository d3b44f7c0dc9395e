package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/compare"
)

// remake is the hint for a report that cannot be read.
const remake = "\nhint: make the report again with: crosscheck report -o report.json PATH..."

// ReadJSON reads a report that [JSON] wrote and checks that it hangs
// together: its version is one this package reads, every ID that is named
// exists, and every span lies inside its article's text. The error names the
// place, by line and column or as "findings[3].evidence.a[0]". Fields that it
// does not know are those of a newer minor version, and are ignored.
func ReadJSON(r io.Reader) (*compare.Report, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading the report: %w", err)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if i := badUTF8(data); i >= 0 {
		return nil, fmt.Errorf("reading the report: %s: not UTF-8%s", place(data, i), remake)
	}
	out := &compare.Report{}
	if err := json.Unmarshal(data, out); err != nil {
		return nil, fmt.Errorf("reading the report: %s%s", claims.JSONFault(data, err), remake)
	}
	if err := verify(out); err != nil {
		return nil, fmt.Errorf("reading the report: %w%s", err, remake)
	}
	return out, nil
}

// badUTF8 is the offset of the first byte that is not UTF-8, or -1.
func badUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// place is the line and column of an offset, both from 1.
func place(data []byte, offset int) string {
	before := data[:min(max(offset, 0), len(data))]
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return fmt.Sprintf("line %d, column %d", line, column)
}
