package report

import (
	"cmp"
	"maps"
	"slices"

	"crosscheck/claims"
)

// hands tells whose text a claim is that was copied: the outlet that printed it
// first. Of a quotation that several took down, as many outlets have it of
// their own as there are witnesses. Claims that are not there were not copied.
func (f *filler) hands() map[string]string {
	out := map[string]string{}
	reprints := f.reprints()
	for _, c := range f.report.Claims {
		if o := reprints[c.Article]; o != "" {
			out[c.ID] = o
		}
	}
	for _, c := range f.report.Copies {
		var own []string
		for _, id := range c.Claims {
			o := cmp.Or(out[id], f.outlet(id))
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

// reprints are the articles that another outlet wrote, half of whose claims or
// more are copies: their other claims, a quotation, a short one, are no more
// their own. It tells the outlet that they are from most.
func (f *filler) reprints() map[string]string {
	copied := map[string]map[string]int{} // article -> outlet -> claims
	for _, c := range f.report.Copies {
		if c.Kind != "wire" {
			continue
		}
		first := f.outlet(c.Claims[0])
		for _, id := range c.Claims[1:] {
			if x := f.claims[id]; x != nil && x.Outlet != first {
				if copied[x.Article] == nil {
					copied[x.Article] = map[string]int{}
				}
				copied[x.Article][first]++
			}
		}
	}
	claims := map[string]int{}
	for _, c := range f.report.Claims {
		claims[c.Article]++
	}
	out := map[string]string{}
	for article, from := range copied {
		all, most := 0, ""
		for _, o := range slices.Sorted(maps.Keys(from)) {
			if all += from[o]; most == "" || from[o] > from[most] {
				most = o
			}
		}
		if 2*all >= claims[article] {
			out[article] = most
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
