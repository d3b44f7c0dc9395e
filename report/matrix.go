package report

import (
	"cmp"
	"maps"
	"slices"
)

// Matrix counts the findings between each two of several parties: who
// contradicts whom.
type Matrix struct {
	Of     string // "source" or "outlet"
	Names  []string
	Rows   []MatrixRow // one for each name, in the same order
	Hidden int         // how many parties of findings are left out
}

// MatrixRow is what one party has against each of all.
type MatrixRow struct {
	Name  string
	Cells []Cell
	N     int // findings that the party is in, with those against parties left out
}

// Cell is what two parties have against each other.
type Cell struct {
	A, B   string
	N      int    // findings
	Shade  int    // from 0, none, to shades
	Anchor string // of the best of these findings
	Self   bool   // one party against itself
}

const (
	// maxParties is how many parties a matrix shows: as many as fit a column of
	// text with a name beside and above it.
	maxParties = 12
	// shades is how many depths of shade a reader can tell apart in a table
	// (Brewer 1994 advises five to seven).
	shades = 5
)

// party is one side's name in a matrix.
type party func(Side) string

// matrix counts findings between parties; the busiest come first.
func matrix(of string, findings []Finding, name party) Matrix {
	total := map[string]int{}
	cells := map[[2]string]*Cell{}
	for _, f := range findings {
		a, b := name(f.A), name(f.B)
		if total[a]++; a != b {
			total[b]++
		}
		key := [2]string{min(a, b), max(a, b)}
		if cells[key] == nil {
			cells[key] = &Cell{Anchor: f.Anchor}
		}
		cells[key].N++
	}
	m := Matrix{Of: of, Names: busiest(total, cells)}
	m.Hidden = len(total) - len(m.Names)
	most := 0
	for _, c := range cells {
		most = max(most, c.N)
	}
	for _, a := range m.Names {
		row := MatrixRow{Name: a, N: total[a]}
		for _, b := range m.Names {
			c := Cell{A: a, B: b, Self: a == b}
			if found := cells[[2]string{min(a, b), max(a, b)}]; found != nil {
				c.N, c.Anchor, c.Shade = found.N, found.Anchor, shade(found.N, most)
			}
			row.Cells = append(row.Cells, c)
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}

// busiest are the parties of the cells with most findings, as many as are shown:
// nobody without an opponent in the matrix. Those with most findings come first.
func busiest(total map[string]int, cells map[[2]string]*Cell) []string {
	pairs := slices.SortedFunc(maps.Keys(cells), func(x, y [2]string) int {
		return cmp.Or(cmp.Compare(cells[y].N, cells[x].N), cmp.Compare(total[y[0]]+total[y[1]], total[x[0]]+total[x[1]]), slices.Compare(x[:], y[:]))
	})
	var names []string
	for _, p := range pairs {
		fresh := slices.DeleteFunc(slices.Compact(p[:]), func(n string) bool { return slices.Contains(names, n) })
		if len(names)+len(fresh) <= maxParties {
			names = append(names, fresh...)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(total[b], total[a]), cmp.Compare(a, b)) })
	return names
}

// shade is how dark a count is, the highest being darkest; where all are low a
// shade more is one finding more.
func shade(n, most int) int {
	if n == 0 {
		return 0
	}
	return 1 + (n-1)*(shades-1)/max(most-1, shades-1)
}
