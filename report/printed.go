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
	if len(f.outlets(c, nil)) > max(1, len(f.outlets(f.copies[first], nil))) {
		f.copies[first] = c
	}
}

// printed tells who prints the text of a claim that stands for all, but for the
// claims that it is held against: these print it otherwise.
func (f *filler) printed(id string, against []string) Printed {
	c := f.copies[id]
	p := Printed{Outlets: f.outlets(c, against)}
	if len(p.Outlets) < 2 {
		return Printed{}
	}
	p.Witnesses = min(c.Witnesses, len(p.Outlets))
	return p
}

// outlets are those of copies, each once, but for some claims.
func (f *filler) outlets(c compare.Copies, but []string) []string {
	var out []string
	for _, id := range c.Claims {
		if f.claims[id] == nil || slices.Contains(but, id) {
			continue
		}
		if o := f.source(id).Outlet; !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

// String says it in words: "Printed by 3 outlets as one text: A, B, C". It is ""
// where one outlet alone has the text.
func (p Printed) String() string {
	n := len(p.Outlets)
	if n < 2 {
		return ""
	}
	who := strings.Join(p.Outlets[:min(n, maxOutlets)], ", ")
	if n > maxOutlets {
		who += fmt.Sprintf(" and %s more", grouped(n-maxOutlets))
	}
	switch {
	case p.Witnesses <= 1:
		return fmt.Sprintf("One text printed by %s outlets, so one witness: %s", grouped(n), who)
	case p.Witnesses >= n:
		return fmt.Sprintf("Quoted alike by %s outlets: %s", grouped(n), who)
	}
	return fmt.Sprintf("Quoted alike by %s outlets, %s: %s", grouped(n), witnesses(p.Witnesses), who)
}
