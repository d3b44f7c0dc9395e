package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"crosscheck/claims"
)

// standoff reads one annotation file in the standoff format of BRAT
// (Stenetorp et al. 2012):
//
//	T1	Source 217 220;230 235	the words
//	E1	Attribution:T4 Content:T3 Cue:T2 Source:T1
//
// A T line marks words by the offsets of characters, an E line ties them to an
// attribution; its roles may be numbered (Content2). Other lines of the format
// (notes, attributes, relations) are passed over.
type standoff struct {
	path     string
	text     string
	at       []int // byte offset of each character of text, and of its end
	words    map[string][]claims.Span
	events   []event
	warnings []claims.Warning
}

// event is an E line.
type event struct {
	line  int // 1-based
	id    string
	roles []string // "Content:T3"
}

// parseStandoff reads the attributions that data marks in text. What cannot be
// used is warned of; path is for the warnings.
func parseStandoff(path, data, text string) ([]Attribution, []claims.Warning) {
	s := standoff{path: path, text: text, words: map[string][]claims.Span{}}
	for i := range text {
		s.at = append(s.at, i)
	}
	s.at = append(s.at, len(text))
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(data, "\ufeff")) {
		n++
		s.line(n, strings.TrimRight(line, "\r\n"))
	}
	var out []Attribution
	for _, e := range s.events {
		if a, ok := s.attribution(e); ok {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(s.warnings, func(a, b claims.Warning) int { return cmp.Compare(a.Line, b.Line) })
	return out, s.warnings
}

func (s *standoff) warnf(line int, format string, args ...any) {
	s.warnings = append(s.warnings, claims.Warning{Path: s.path, Line: line, Reason: fmt.Sprintf(format, args...)})
}

func (s *standoff) line(n int, line string) {
	id, rest, tab := strings.Cut(line, "\t")
	switch kind := kindOf(id); {
	case strings.TrimSpace(line) == "":
	case !tab || kind == 0:
		s.warnf(n, "is no line of an annotation: it does not begin with an ID and a tab")
	case kind == 'T':
		s.mark(n, id, rest)
	case kind == 'E':
		roles := strings.Fields(rest)
		if len(roles) > 0 && strings.HasPrefix(roles[0], "Attribution") {
			s.events = append(s.events, event{n, id, roles[1:]})
		}
	}
}

// kindOf is the letter of an ID of the format, 0 where it is none.
func kindOf(id string) byte {
	if id == "*" {
		return '*'
	}
	if len(id) < 2 || !strings.ContainsRune("TEAMRN#", rune(id[0])) || strings.Trim(id[1:], "0123456789") != "" {
		return 0
	}
	return id[0]
}

// mark reads the rest of a T line.
func (s *standoff) mark(n int, id, rest string) {
	place, words, _ := strings.Cut(rest, "\t")
	_, offsets, _ := strings.Cut(place, " ")
	spans, err := s.spans(offsets)
	switch {
	case err != nil:
		s.warnf(n, "%s: %v", id, err)
	case s.words[id] != nil:
		s.warnf(n, "%s is there already", id)
	case !strings.HasPrefix(bare(s.in(spans)), bare(words)): // words may be cut at the end of a paragraph
		s.warnf(n, "%s: the words at its offsets are not those beside it", id)
	default:
		s.words[id] = merged(spans)
	}
}

// spans reads "217 220;230 235" and turns characters into bytes. The order is
// that of the line, which is not always that of the text.
func (s *standoff) spans(offsets string) ([]claims.Span, error) {
	var out []claims.Span
	for part := range strings.SplitSeq(offsets, ";") {
		from, to, _ := strings.Cut(part, " ")
		start, err := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err != nil || err2 != nil {
			return nil, fmt.Errorf("%q is no pair of offsets", part)
		}
		if start < 0 || start >= end || end >= len(s.at) {
			return nil, fmt.Errorf("offsets %d to %d do not fit a text of %d characters", start, end, len(s.at)-1)
		}
		out = append(out, claims.Span{Start: s.at[start], End: s.at[end]})
	}
	return out, nil
}

func (s *standoff) in(spans []claims.Span) string {
	var b strings.Builder
	for _, p := range spans {
		b.WriteString(p.In(s.text))
	}
	return b.String()
}

// bare is what counts in a comparison of words: letters and digits.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if isAlnum(r) {
			return r
		}
		return -1
	}, text)
}

func isAlnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// attribution resolves the roles of an E line; false where no content is left.
func (s *standoff) attribution(e event) (Attribution, bool) {
	a := Attribution{Line: e.line}
	fields := map[string]*[]claims.Span{"Source": &a.Source, "Cue": &a.Cue, "Content": &a.Content}
	for _, r := range e.roles {
		name, id, _ := strings.Cut(r, ":")
		field, known := fields[strings.TrimRight(name, "0123456789")]
		switch {
		case !known:
			s.warnf(e.line, "%s: the role %q is not known", e.id, r)
		case s.words[id] == nil:
			s.warnf(e.line, "%s: %s points at nothing", e.id, r)
		default:
			*field = merged(append(*field, s.words[id]...))
		}
	}
	if len(a.Content) == 0 {
		s.warnf(e.line, "%s has no content and was left out", e.id)
		return a, false
	}
	return a, true
}
