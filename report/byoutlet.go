package report

import (
	"cmp"
	"slices"
)

// ByOutlet are the findings of each outlet.
type ByOutlet struct {
	Relations []Term // those that occur
	Rows      []OutletRow
	Hidden    int // outlets left out
}

// OutletRow is what one outlet printed and what was found in it.
type OutletRow struct {
	Name             string
	Articles, Claims int
	Findings         int   // with the outlet on one side or on both
	Relations        []int // the same by relation
	Share            int   // Findings in hundredths of the most that an outlet has
}

// maxOutletRows is how many outlets the table has: more is a phone book, and
// the CSV has all.
const maxOutletRows = 40

// byOutlet counts findings by outlet, the outlet with most first. Outlets
// without any are counted too: silence is a result.
func (f *filler) byOutlet(v *View) ByOutlet {
	var out ByOutlet
	column := map[string]int{}
	for i, c := range v.Totals.Relations {
		out.Relations = append(out.Relations, c.Term)
		column[c.ID] = i
	}
	rows := f.outletRows(len(out.Relations))
	most := 1
	for _, x := range v.Findings {
		for i, s := range x.Sides() {
			r := rows[s.Outlet]
			if r == nil || i == 1 && x.A.Outlet == x.B.Outlet {
				continue
			}
			r.Findings++
			r.Relations[column[x.Relation.ID]]++
			most = max(most, r.Findings)
		}
	}
	for _, r := range rows {
		r.Share = 100 * r.Findings / most
		out.Rows = append(out.Rows, *r)
	}
	slices.SortFunc(out.Rows, func(a, b OutletRow) int {
		return cmp.Or(cmp.Compare(b.Findings, a.Findings), cmp.Compare(a.Name, b.Name))
	})
	out.Hidden = max(0, len(out.Rows)-maxOutletRows)
	out.Rows = out.Rows[:len(out.Rows)-out.Hidden]
	return out
}

// outletRows are the outlets by name, with what they printed.
func (f *filler) outletRows(relations int) map[string]*OutletRow {
	rows := map[string]*OutletRow{}
	row := func(outlet string) *OutletRow {
		n := cmp.Or(name(outlet), unknownOutlet)
		if rows[n] == nil {
			rows[n] = &OutletRow{Name: n, Relations: make([]int, relations)}
		}
		return rows[n]
	}
	for _, a := range f.report.Articles {
		row(a.Outlet).Articles++
	}
	for _, c := range f.report.Claims {
		row(c.Outlet).Claims++
	}
	return rows
}
