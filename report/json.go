package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/compare"
)

// JSON writes the record itself: lossless, in the report's own order, the
// same bytes for the same report, and indented by two spaces. A list without
// entries is [], never null. Characters that steer a terminal or turn the
// direction of writing are escaped, so the file is safe to look at.
type JSON struct{}

var _ Writer = (*JSON)(nil)

// Write writes r as JSON.
func (*JSON) Write(w io.Writer, r *compare.Report) error {
	return writeJSON(w, full(r), "  ")
}

// writeJSON writes v as one JSON value and a line break; on one line if
// indent is "".
func writeJSON(w io.Writer, v any, indent string) error {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false) // "<" is nothing to be afraid of in a .json file, and meant to be read
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	out := bufio.NewWriter(w)
	escapeHidden(out, buf.Bytes())
	return out.Flush()
}

// escapeHidden copies JSON with every control and format character beyond
// ASCII's escaped. Those can only be inside strings, where \u is allowed.
func escapeHidden(w *bufio.Writer, data []byte) {
	done := 0
	for i := 0; i < len(data); {
		if data[i] < 0x7f { // what is hidden below, the encoder has escaped
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if unicode.In(r, unicode.Cc, unicode.Cf) {
			w.Write(data[done:i])
			for _, unit := range utf16.AppendRune(nil, r) {
				fmt.Fprintf(w, `\u%04x`, unit)
			}
			done = i + n
		}
		i += n
	}
	w.Write(data[done:])
}

// full is a copy of r in which no list is nil.
func full(r *compare.Report) *compare.Report {
	if r == nil {
		r = &compare.Report{Version: compare.Version}
	}
	out := *r
	out.Articles = list(r.Articles)
	out.Claims = slices.Clone(list(r.Claims))
	for i, c := range out.Claims {
		out.Claims[i] = fullClaim(c)
	}
	out.Topics = slices.Clone(list(r.Topics))
	for i, t := range out.Topics {
		out.Topics[i].Claims = list(t.Claims)
	}
	out.Findings = slices.Clone(list(r.Findings))
	for i, f := range out.Findings {
		out.Findings[i].Evidence = compare.Evidence{A: list(f.Evidence.A), B: list(f.Evidence.B)}
		out.Findings[i].Also = compare.Also{A: list(f.Also.A), B: list(f.Also.B)}
	}
	out.SetAside = list(r.SetAside)
	out.Warnings = list(r.Warnings)
	return &out
}

// fullClaim is c with no list nil.
func fullClaim(c claims.Claim) claims.Claim {
	c.Source, c.Cue, c.Content = list(c.Source), list(c.Cue), list(c.Content)
	return c
}

// list is s, or an empty list where s is nil.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
