package review

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Rating is one verdict of one reader on one pair.
type Rating struct {
	Pair, Reader string
	Verdict      Verdict
	Type         string // of the opposition, as the judge named it
}

// Ratings are the blind readings in force: each was given before its reader
// could see the other's.
func (s *State) Ratings() []Rating {
	latest := map[[2]string]Event{}
	for _, e := range s.shelf.events {
		if e.Action == Decide && e.Blind && !s.undone[e.ID] {
			latest[[2]string{e.Subject, e.Who}] = e
		}
	}
	var out []Rating
	for key, e := range latest {
		r := Rating{Pair: key[0], Reader: key[1], Verdict: e.Verdict}
		if e.Pair != nil {
			r.Type = e.Pair.Type
		}
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b Rating) int {
		return cmp.Or(strings.Compare(a.Pair, b.Pair), strings.Compare(a.Reader, b.Reader))
	})
	return out
}

// Kappa is Cohen's kappa of two readers over the pairs that both have read:
// (po - pe) / (1 - pe), where po is how often they agree and pe how often they
// would by chance, each with the verdicts he gives anyway (Cohen, "A coefficient
// of agreement for nominal scales", 1960). n is how many pairs both have read;
// ok is false where kappa is not defined, since there are none, or since both
// gave one and the same verdict throughout.
func Kappa(ratings []Rating, a, b string) (kappa float64, n int, ok bool) {
	by := map[string]map[string]Verdict{}
	for _, r := range ratings {
		if by[r.Pair] == nil {
			by[r.Pair] = map[string]Verdict{}
		}
		by[r.Pair][r.Reader] = r.Verdict
	}
	same := 0
	ofA, ofB := map[Verdict]int{}, map[Verdict]int{}
	for _, read := range by {
		x, yes := read[a]
		y, also := read[b]
		if !yes || !also {
			continue
		}
		n++
		ofA[x]++
		ofB[y]++
		if x == y {
			same++
		}
	}
	chance := 0
	for v, count := range ofA {
		chance += count * ofB[v]
	}
	if n*n == chance { // n = 0 too
		return 0, n, false
	}
	// Both shares times n squared, so that whole numbers stay whole.
	return float64(n*same-chance) / float64(n*n-chance), n, true
}

// Alpha is Krippendorff's alpha for nominal data, for any number of readers and
// with readings missing: 1 - Do/De from the matrix of coincidences
// (Krippendorff, "Computing Krippendorff's alpha-reliability", 2011, section C).
// pairs is how many pairs have two readings or more; ok is false where alpha is
// not defined, since there are none or since only one verdict occurs.
func Alpha(ratings []Rating) (alpha float64, pairs int, ok bool) {
	units := map[string]map[Verdict]int{}
	for _, r := range ratings {
		if units[r.Pair] == nil {
			units[r.Pair] = map[Verdict]int{}
		}
		units[r.Pair][r.Verdict]++
	}
	total := map[Verdict]float64{} // n_c
	n, same := 0.0, 0.0            // n and the sum of o_cc
	for _, pair := range slices.Sorted(maps.Keys(units)) {
		m := 0
		for _, count := range units[pair] {
			m += count
		}
		if m < 2 {
			continue
		}
		pairs++
		n += float64(m)
		for v, count := range units[pair] {
			total[v] += float64(count)
			same += float64(count*(count-1)) / float64(m-1)
		}
	}
	chance := 0.0 // the sum of n_c (n_c - 1)
	for _, c := range total {
		chance += c * (c - 1)
	}
	if pairs == 0 || n*(n-1) == chance {
		return 0, pairs, false
	}
	return ((n-1)*same - chance) / (n*(n-1) - chance), pairs, true
}

// Agreement is how far readers agree, over all types or over one.
type Agreement struct {
	Type    string  `json:"type"` // "" for all
	Pairs   int     `json:"pairs"`
	Alpha   float64 `json:"alpha"`   // Krippendorff's; at most 1
	Defined bool    `json:"defined"` // whether there is an alpha
}

// Readers is how far two readers agree.
type Readers struct {
	A       string  `json:"a"`
	B       string  `json:"b"`
	Pairs   int     `json:"pairs"`
	Kappa   float64 `json:"kappa"`   // Cohen's; at most 1
	Defined bool    `json:"defined"` // whether there is a kappa
}

// Agreements are alpha over all types and over each, and kappa of every two
// readers who have read a pair in common.
func Agreements(ratings []Rating) (types []Agreement, readers []Readers) {
	byType := map[string][]Rating{}
	names := map[string]bool{}
	for _, r := range ratings {
		byType[r.Type] = append(byType[r.Type], r)
		names[r.Reader] = true
	}
	add := func(name string, list []Rating) {
		alpha, pairs, ok := Alpha(list)
		types = append(types, Agreement{name, pairs, alpha, ok})
	}
	add("", ratings)
	for _, name := range slices.Sorted(maps.Keys(byType)) {
		if name != "" {
			add(name, byType[name])
		}
	}
	all := slices.Sorted(maps.Keys(names))
	for i, a := range all {
		for _, b := range all[i+1:] {
			if kappa, n, ok := Kappa(ratings, a, b); n > 0 {
				readers = append(readers, Readers{a, b, n, kappa, ok})
			}
		}
	}
	return types, readers
}
