package report

import (
	"strconv"
	"strings"

	"crosscheck/claims"
)

// stroke is how a mark is shown on a terminal.
type stroke struct {
	fill string // draws the line below the text, over and over
	ansi string // colours and underlines the text itself
}

// strokes are the strokes of the parts of a claim, and of content by kind.
// Only the sixteen colours that every theme of a terminal has made legible are
// used.
var (
	strokes = map[Part]stroke{
		SourcePart:  {"-", "\x1b[1;34m"},
		CuePart:     {"^", "\x1b[1;31m"},
		ContextPart: {":", "\x1b[3m"},
	}
	contents = map[claims.Kind]stroke{
		claims.Direct:   {"=", "\x1b[4;32m"},
		claims.Mixed:    {"~=", "\x1b[4;36m"},
		claims.Reported: {"~", "\x1b[4;33m"},
		claims.Titled:   {"_", "\x1b[4;35m"},
		claims.Own:      {".", "\x1b[4m"},
	}
)

// strokeOf is the stroke of a mark; content of a kind that is not known is
// drawn as the outlet's own.
func strokeOf(m *Mark) stroke {
	if m.Part != ContentPart {
		return strokes[m.Part]
	}
	if s, known := contents[m.Kind]; known {
		return s
	}
	return contents[claims.Own]
}

// legend shows each mark on its own name.
func (s *screen) legend() {
	var line Strip
	line.Kind = claims.Paragraph
	show := func(name string, m Mark) {
		if line.Pieces != nil {
			line.Pieces = append(line.Pieces, Piece{Text: ", "})
		}
		line.Pieces = append(line.Pieces, Piece{Text: name, Marks: []*Mark{&m}})
	}
	for _, p := range []Part{SourcePart, CuePart, ContextPart} {
		show(string(p), Mark{Part: p})
	}
	for _, k := range kinds {
		show(k.Name, Mark{Part: ContentPart, Kind: claims.Kind(k.ID)})
	}
	s.strip(line, nil)
	s.strip(Strip{Pieces: []Piece{{Text: "menus and captions, not read for claims"}}}, nil)
}

// drawn is a piece of a strip's text, as it is drawn.
type drawn struct {
	from, to int // in the strip's text
	marks    []*Mark
	ground   string // what begins it on a terminal with colour, under its marks
}

// strip sets the text of one strip, with its marks.
func (s *screen) strip(p Strip, begun map[int]bool) {
	text, pieces := s.drawn(p, begun)
	indent := "  "
	if p.Dim() && !s.color {
		indent = "  | "
	}
	at := 0
	for _, l := range s.wrap(text, s.width-len(indent)) {
		if text[at] == ' ' {
			at++ // between two lines, but not inside of a long word
		}
		end := at + len(l)
		for pieces[0].to <= at {
			pieces = pieces[1:]
		}
		if s.color {
			s.out.WriteString(indent + colored(text, pieces, at, end) + "\n")
		} else {
			s.out.WriteString(indent + l + "\n")
			for _, below := range rules(text, pieces, at, end) {
				s.out.WriteString(indent + below + "\n")
			}
		}
		at = end
	}
}

// drawn is the text of a strip. With colour a raised number stands before the
// content of each claim.
func (s *screen) drawn(p Strip, begun map[int]bool) (string, []drawn) {
	var b strings.Builder
	var out []drawn
	put := func(text string, d drawn) {
		d.from = b.Len()
		b.WriteString(text)
		d.to = b.Len()
		out = append(out, d)
	}
	for _, piece := range p.Pieces {
		for _, m := range piece.Marks {
			if !s.color || m.Part != ContentPart || len(m.Claims) == 0 || begun[m.Claims[0]] {
				continue
			}
			begun[m.Claims[0]] = true
			put(raised(m.Claims[0]), drawn{})
		}
		put(piece.Text, drawn{marks: piece.Marks, ground: ground(p, piece)})
	}
	return b.String(), out
}

// ground is the manner of a piece's block.
func ground(s Strip, p Piece) string {
	switch {
	case s.Dim() || p.Layout:
		return "\x1b[2m"
	case s.Kind == claims.Headline:
		return "\x1b[1m"
	}
	return ""
}

// raised writes a number in superscript digits.
func raised(n int) string {
	digits := []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")
	var b strings.Builder
	for _, d := range strconv.Itoa(n) {
		b.WriteRune(digits[d-'0'])
	}
	return b.String()
}

// colored is text[at:end], each piece in the colours of its marks. Every
// colour ends with its piece.
func colored(text string, pieces []drawn, at, end int) string {
	var b strings.Builder
	for _, d := range pieces {
		if d.from >= end {
			break
		}
		part := text[max(d.from, at):min(d.to, end)]
		if on := d.ansi(); on != "" && part != "" {
			part = on + part + ansiReset
		}
		b.WriteString(part)
	}
	return b.String()
}

// ansi is what begins the piece on a terminal. The innermost mark gives the
// colour; what lies in some content stays underlined, and content in content
// is bold besides.
func (d drawn) ansi() string {
	on, inside := d.ground, 0
	for i, m := range d.marks {
		if m.Part == ContentPart {
			inside++
		}
		if i == len(d.marks)-1 {
			on += strokeOf(m).ansi
		}
	}
	if inside > 0 && !strings.Contains(on, "[4") {
		on += "\x1b[4m"
	}
	if inside > 1 {
		on += "\x1b[1m"
	}
	return on
}
