package report

import (
	"cmp"
	"slices"

	"crosscheck/claims"
)

// hands tells whose text a claim is that was copied: the outlet that printed it
// first. Of a quotation that several took down, as many outlets have it of
// their own as there are witnesses. Claims that are not there were not copied.
func (f *filler) hands() map[string]string {
	out := map[string]string{}
	for _, c := range f.report.Copies {
		var own []string
		for _, id := range c.Claims {
			o := f.outlet(id)
			if len(own) < max(1, c.Witnesses) && !slices.Contains(own, o) {
				own = append(own, o)
			}
			if !slices.Contains(own, o) && out[id] == "" {
				out[id] = own[0]
			}
		}
	}
	return out
}

// outlet is the outlet of the claim with the ID.
func (f *filler) outlet(id string) string {
	if c := f.claims[id]; c != nil {
		return c.Outlet
	}
	return ""
}

// hand is the outlet whose text a claim is.
func (f *filler) hand(id string, hands map[string]string) string {
	return cmp.Or(hands[id], f.outlet(id))
}

// witnesses is how many outlets have claims of their own: twelve papers with one
// agency text are one witness, whatever their headlines. Where there are only
// headlines, these count.
func (f *filler) witnesses(ids []string, hands map[string]string) int {
	var own, titled []string
	for _, id := range ids {
		list := &own
		if c := f.claims[id]; c != nil && c.Kind == claims.Titled {
			list = &titled
		}
		if o := f.hand(id, hands); !slices.Contains(*list, o) {
			*list = append(*list, o)
		}
	}
	if len(own) == 0 {
		return len(titled)
	}
	return len(own)
}
