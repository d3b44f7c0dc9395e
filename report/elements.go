package report

import (
	"slices"
	"strconv"
	"strings"

	"crosscheck/claims"
)

// htmlSheet is a sheet whose pieces are opened and closed as elements.
type htmlSheet struct {
	Sheet
	Rows   []htmlRow
	Lost   []htmlNote
	Titled bool // the title is one of the rows
}

// htmlRow is a strip beside its notes.
type htmlRow struct {
	Anchor string // of the sheet
	Kind   claims.BlockKind
	Title  bool // the article's title, as its text has it
	Runs   []htmlRun
	Notes  []htmlNote
}

// htmlNote is a note with what its links need.
type htmlNote struct {
	Note
	Anchor string // of the sheet
	Lost   bool   // not in the text
}

// htmlRun is a piece with the elements that begin before it, and how many end
// there first.
type htmlRun struct {
	Close int
	Open  []htmlMark
	Piece
}

// htmlMark is the element of a mark.
type htmlMark struct {
	Class   string
	ID      string // of the first mark of a claim's content, without the sheet's anchor; else ""
	Numbers string // of the claims, where the mark begins; "" where it goes on
	Note    int    // the note that the numbers lead to
}

func newHTMLSheet(s Sheet) htmlSheet {
	out := htmlSheet{Sheet: s, Lost: htmlNotes(s.Anchor, s.Lost, true)}
	named := map[int]bool{} // claims whose content has begun
	for _, strip := range s.Strips {
		row := htmlRow{Anchor: s.Anchor, Kind: strip.Kind, Runs: runs(strip.Pieces, named), Notes: htmlNotes(s.Anchor, strip.Notes, false)}
		if !out.Titled && strip.Kind == claims.Headline && name(strip.text()) == s.Title {
			row.Title, out.Titled = true, true
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

func htmlNotes(anchor string, notes []Note, lost bool) []htmlNote {
	var out []htmlNote
	for _, n := range notes {
		out = append(out, htmlNote{n, anchor, lost})
	}
	return out
}

// text is the strip's text without marks.
func (s Strip) text() string {
	var b strings.Builder
	for _, p := range s.Pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}

// runs nests the marks of pieces. Where one ends inside of another that began
// later, the later one is closed and opened again.
func runs(pieces []Piece, named map[int]bool) []htmlRun {
	var out []htmlRun
	var open []*Mark
	begun := map[*Mark]bool{}
	for _, p := range pieces {
		keep := 0
		for keep < len(open) && keep < len(p.Marks) && open[keep] == p.Marks[keep] {
			keep++
		}
		r := htmlRun{Close: len(open) - keep, Piece: p}
		for _, m := range p.Marks[keep:] {
			r.Open = append(r.Open, newHTMLMark(m, !begun[m], named))
			begun[m] = true
		}
		open = p.Marks
		out = append(out, r)
	}
	return append(out, htmlRun{Close: len(open)})
}

func newHTMLMark(m *Mark, first bool, named map[int]bool) htmlMark {
	out := htmlMark{Class: string(m.Part), Note: m.Claims[0]}
	if m.Part == ContentPart {
		out.Class += " " + kindClass(m.Kind)
		if !named[out.Note] {
			named[out.Note] = true
			out.ID = "t" + strconv.Itoa(out.Note)
		}
	}
	for _, n := range m.Claims[:min(len(m.Claims), maxLit)] {
		out.Class += " k" + strconv.Itoa(n)
	}
	if first && (m.Part == ContentPart || m.Part == SourcePart) {
		out.Numbers = numbers(m.Claims, ", ", "–")
	}
	return out
}

// kindClass is the class of a kind, and of one that is not known.
func kindClass(k claims.Kind) string {
	if slices.ContainsFunc(kinds, func(t Term) bool { return t.ID == string(k) }) {
		return string(k)
	}
	return "other"
}
