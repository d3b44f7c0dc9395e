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

// Write writes r as JSON, entry by entry: a report of a year's news is larger
// than what should be in memory twice.
func (*JSON) Write(w io.Writer, r *compare.Report) error {
	r = orEmpty(r)
	o := newObject(w)
	o.field("version", r.Version)
	entries(o, "articles", r.Articles, same)
	entries(o, "claims", r.Claims, fullClaim)
	entries(o, "stories", r.Stories, fullStory)
	entries(o, "topics", r.Topics, fullTopic)
	entries(o, "copies", r.Copies, fullCopies)
	entries(o, "findings", r.Findings, fullFinding)
	entries(o, "rules", r.Rules, same)
	entries(o, "set_aside", r.SetAside, same)
	entries(o, "warnings", r.Warnings, same)
	if r.Since != nil {
		o.field("since", fullSince(*r.Since))
	}
	return o.end()
}

// writeJSON writes v as one JSON value and a line break; on one line if
// indent is "".
func writeJSON(w io.Writer, v any, indent string) error {
	var buf bytes.Buffer
	if err := encodeJSON(&buf, v, indent); err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	escapeHidden(out, buf.Bytes())
	return out.Flush()
}

// encodeJSON writes v as JSON with a line break behind it.
func encodeJSON(buf *bytes.Buffer, v any, indent string) error {
	enc := newEncoder(buf)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	return nil
}

func newEncoder(buf *bytes.Buffer) *json.Encoder {
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false) // "<" is nothing to be afraid of in a .json file, and meant to be read
	return enc
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

// The parts of a report in which no list is nil.

func fullClaim(c claims.Claim) claims.Claim {
	c.Source, c.Cue, c.Content = list(c.Source), list(c.Cue), list(c.Content)
	return c
}

func fullStory(s compare.Story) compare.Story {
	s.Articles = list(s.Articles)
	return s
}

func fullTopic(t compare.Topic) compare.Topic {
	t.Claims, t.Stories, t.Outlets, t.Speakers = list(t.Claims), list(t.Stories), list(t.Outlets), list(t.Speakers)
	return t
}

func fullCopies(c compare.Copies) compare.Copies {
	c.Claims = list(c.Claims)
	return c
}

func fullFinding(f compare.Finding) compare.Finding {
	f.Evidence = compare.Evidence{A: list(f.Evidence.A), B: list(f.Evidence.B)}
	f.Also = compare.Also{A: list(f.Also.A), B: list(f.Also.B)}
	return f
}

func fullSince(s compare.Since) compare.Since {
	s.New, s.Gone = list(s.New), slices.Clone(list(s.Gone))
	for i, g := range s.Gone {
		s.Gone[i] = compare.Gone{Finding: fullFinding(g.Finding), A: fullClaim(g.A), B: fullClaim(g.B)}
	}
	return s
}

// same is x, whose kind has no list.
func same[T any](x T) T { return x }

// list is s, or an empty list where s is nil.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
