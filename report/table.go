package report

import (
	"bufio"
	"cmp"
	"io"
	"strings"

	"crosscheck/claims"
)

// Table lists claims article by article, to read on a terminal. A narrow
// terminal gets each claim in two lines instead of three columns.
type Table struct {
	Width   int  // columns of the terminal; 0 is 80. Lines are never longer than 100
	Color   bool // whether the terminal shows colour
	Verbose bool // say where each article's outlet, title and date came from
}

var _ Lister = (*Table)(nil)

// The columns of a table. A speaker's name and office wrap within theirs.
const (
	kindWidth    = 14 // "quoted in part"
	speakerWidth = 24
	gap          = 2
	narrow       = 64 // below this the text would be left fewer than 24 columns
)

// List writes the claims as a table.
func (t *Table) List(w io.Writer, articles []claims.Article, all []claims.Claim) error {
	s := &screen{out: bufio.NewWriter(w), width: columns(t.Width), color: t.Color}
	of := map[string][]claims.Claim{}
	for _, c := range all {
		of[c.Article] = append(of[c.Article], c)
	}
	for i, a := range articles {
		if i > 0 {
			s.out.WriteByte('\n')
		}
		s.article(a, t.Verbose)
		for _, c := range of[a.ID] {
			s.claim(c, &a)
		}
		if len(of[a.ID]) == 0 {
			s.block("  ", "  ", "no claims")
		}
		delete(of, a.ID)
	}
	s.strays(all, of)
	return s.out.Flush()
}

// strays sets the claims that are left: those whose article is not listed.
func (s *screen) strays(all []claims.Claim, left map[string][]claims.Claim) {
	for _, c := range all {
		if left[c.Article] != nil {
			s.claim(c, nil)
		}
	}
}

// article sets the head of an article.
func (s *screen) article(a claims.Article, verbose bool) {
	head := bold(cmp.Or(name(a.Outlet), unknownOutlet))
	for _, part := range []string{name(a.Title), clean(a.Date)} {
		if part != "" {
			head += " | " + part
		}
	}
	s.block("", "  ", head)
	s.block("  ", "  ", dim(clean(a.Path)))
	if verbose {
		s.block("  ", "  ", dim("outlet "+origin(a.Origin.Outlet)+"; title "+origin(a.Origin.Title)+"; date "+origin(a.Origin.Date)))
	}
}

// origin says where a fact was found.
func origin(o claims.Origin) string {
	switch o {
	case claims.FromNowhere:
		return "not known"
	case claims.FromFile:
		return "from the file's name"
	case claims.FromFolder:
		return "from the folder's name"
	}
	return "from the " + clean(string(o))
}

// claim sets one claim: kind, speaker and text side by side, or one below the
// other where there is no room. a is its article, or nil.
func (s *screen) claim(c claims.Claim, a *claims.Article) {
	person, office := speaker(c.Speaker)
	kind, who, text := OfClaim(c).Name, speakerLine(c.Kind, person, office), told(&c, a)
	if s.width < narrow {
		s.block("  ", "    ", kind+" | "+who)
		s.block("    ", "    ", text)
		return
	}
	kinds, speakers := s.wrap(kind, kindWidth), s.wrap(who, speakerWidth)
	texts := s.wrap(text, s.width-kindWidth-speakerWidth-3*gap)
	for i := range max(len(kinds), len(speakers), len(texts)) {
		row := s.cell("", gap) + s.cell(at(kinds, i), kindWidth+gap) + s.cell(at(speakers, i), speakerWidth+gap) + at(texts, i)
		s.line(strings.TrimRight(row, " "))
	}
}

// cell is text filled up with spaces to the width.
func (s *screen) cell(text string, width int) string {
	return text + strings.Repeat(" ", max(width-s.measure(text), 0))
}

// at is the line at index i, "" behind the last.
func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
