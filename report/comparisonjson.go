package report

import "io"

// JSON writes the comparison as one JSON object: what "crosscheck report
// --format jsonl" says of a finding, and of a claim what it says of a side.
func (c *Comparison) JSON(w io.Writer) error {
	type shared struct {
		A claimRow `json:"a"`
		B claimRow `json:"b"`
	}
	o := newObject(w)
	o.field("a", newArticleRow(c.A))
	o.field("b", newArticleRow(c.B))
	entries(o, "shared", c.Shared, func(s Shared) shared { return shared{newClaimRow(s.A), newClaimRow(s.B)} })
	entries(o, "conflicts", c.Conflicts, func(f Finding) findingRow { return newFindingRow(f, false) })
	entries(o, "within", c.Within, func(f Finding) findingRow { return newFindingRow(f, false) })
	entries(o, "quotations", c.Quotations, newQuotationRow)
	entries(o, "only_a", c.OnlyA, newClaimRow)
	entries(o, "only_b", c.OnlyB, newClaimRow)
	return o.end()
}

type articleRow struct {
	Outlet string `json:"outlet"`
	Title  string `json:"title"`
	Date   string `json:"date"`
	Path   string `json:"path"`
}

func newArticleRow(a ArticleLine) articleRow { return articleRow(a) }

// claimRow is a claim of one of the two.
type claimRow struct {
	Claim   string `json:"claim"`
	Speaker string `json:"speaker"`
	Office  string `json:"office"`
	Kind    string `json:"kind"`
	Stance  string `json:"stance"` // "" where the speaker stands by it
	Date    string `json:"date"`
	Text    string `json:"text"`
}

func newClaimRow(q Quote) claimRow {
	return claimRow{q.Claim, q.Name, q.Office, clean(q.Kind.ID), clean(q.Stance.ID), q.Date, q.Text}
}

// quotationRow is a finding with its words beside each other.
type quotationRow struct {
	findingRow
	Changes []changeRow `json:"changes"`
}

type changeRow struct {
	Text string `json:"text"`
	Only string `json:"only"` // "a", "b", or "" for both
}

func newQuotationRow(f Finding) quotationRow {
	row := quotationRow{newFindingRow(f, false), []changeRow{}}
	for _, c := range f.Changes {
		row.Changes = append(row.Changes, changeRow(c))
	}
	return row
}
