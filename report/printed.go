package report

import (
	"fmt"
	"slices"
	"strings"

	"crosscheck/compare"
)

// Printed tells who prints a text that several outlets have.
type Printed struct {
	Outlets   []string // each once, in the order of the news
	Sources   []Source // of the same outlets, with their articles' addresses
	Witnesses int      // how many of them have it independently of the others
}

// maxOutlets is how many outlets are named: an agency may have hundreds of
// clients, and the JSON has all.
const maxOutlets = 12

// print notes the copies of the claim that stands for all. Of several texts of
// one claim that of most outlets counts.
func (f *filler) print(c compare.Copies) {
	if len(c.Claims) == 0 {
		return
	}
	first := c.Claims[0]
	if len(f.printers(c, nil)) > max(1, len(f.printers(f.copies[first], nil))) {
		f.copies[first] = c
	}
}

// printed tells who prints the text of a claim that stands for all, but for the
// claims that it is held against: these print it otherwise.
func (f *filler) printed(id string, against []string) Printed {
	c := f.copies[id]
	p := Printed{Sources: f.printers(c, against)}
	for _, s := range p.Sources {
		p.Outlets = append(p.Outlets, s.Outlet)
	}
	if len(p.Outlets) < 2 {
		return Printed{}
	}
	p.Witnesses = min(c.Witnesses, len(p.Outlets))
	return p
}

// printers are who prints copies, each outlet once, but for some claims.
func (f *filler) printers(c compare.Copies, but []string) []Source {
	var out []Source
	for _, id := range c.Claims {
		if f.claims[id] == nil || slices.Contains(but, id) {
			continue
		}
		s := f.source(id)
		if !slices.ContainsFunc(out, func(t Source) bool { return t.Outlet == s.Outlet }) {
			out = append(out, s)
		}
	}
	return out
}

// Lead says how many outlets print the text: "Quoted alike by 3 outlets". It is
// "" where one outlet alone has it.
func (p Printed) Lead() string {
	n := len(p.Outlets)
	switch {
	case n < 2:
		return ""
	case p.Witnesses <= 1:
		return fmt.Sprintf("One text printed by %s outlets, so one witness", grouped(n))
	case p.Witnesses >= n:
		return fmt.Sprintf("Quoted alike by %s outlets", grouped(n))
	}
	return fmt.Sprintf("Quoted alike by %s outlets, %s", grouped(n), witnesses(p.Witnesses))
}

// Named are the sources that are named, at most a dozen.
func (p Printed) Named() []Source { return p.Sources[:min(len(p.Sources), maxOutlets)] }

// Rest is how many are not named, in words: " and 3 more"; "" where all are.
func (p Printed) Rest() string {
	if n := len(p.Outlets) - maxOutlets; n > 0 {
		return fmt.Sprintf(" and %s more", grouped(n))
	}
	return ""
}

// String says it in words: "Quoted alike by 3 outlets: A, B, C". It is "" where
// one outlet alone has the text.
func (p Printed) String() string {
	lead := p.Lead()
	if lead == "" {
		return ""
	}
	return lead + ": " + strings.Join(p.Outlets[:min(len(p.Outlets), maxOutlets)], ", ") + p.Rest()
}
