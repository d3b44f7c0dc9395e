package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
)

// scorer is what all rounds say of one scorer.
type scorer struct {
	result
	rates []float64 // pairs a second, by round
}

// writeTable writes the results of all rounds as a table in Markdown. path is
// the pairs'.
func writeTable(path string, in io.Reader, out io.Writer) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	pairs, err := decodeAll[pair](f)
	if err != nil {
		return err
	}
	results, err := decodeAll[result](in)
	if err != nil {
		return err
	}
	scorers, err := gather(results, len(pairs))
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "| tool | scorer | headlines: Pearson | one story or two: AUC | pairs a second |\n|---|---|---|---|---|")
	for _, s := range scorers {
		fmt.Fprintf(out, "| %s | %s | %s | %.0f |\n", s.Tool, s.Scorer, quality(pairs, s.Scores), median(s.rates))
	}
	return nil
}

// gather puts the rounds of each scorer together, in the order in which they
// came first.
func gather(results []result, pairs int) ([]*scorer, error) {
	at := map[[2]string]*scorer{}
	var out []*scorer
	for _, r := range results {
		if r.Scores != nil && len(r.Scores) != pairs {
			return nil, fmt.Errorf("%s %s scored %d pairs of %d", r.Tool, r.Scorer, len(r.Scores), pairs)
		}
		key := [2]string{r.Tool, r.Scorer}
		if at[key] == nil {
			at[key] = &scorer{result: r}
			out = append(out, at[key])
		}
		at[key].rates = append(at[key].rates, float64(r.Pairs)/max(r.Seconds, 1e-9))
	}
	return out, nil
}

// quality is two cells of the table.
func quality(pairs []pair, scores []float64) string {
	if scores == nil {
		return "- | -"
	}
	var x, y, same, other []float64
	for i, p := range pairs {
		switch {
		case p.Set == headlines:
			x, y = append(x, p.Gold), append(y, scores[i])
		case p.Gold > 0:
			same = append(same, scores[i])
		default:
			other = append(other, scores[i])
		}
	}
	return fmt.Sprintf("%.3f | %.3f", pearson(x, y), auc(same, other))
}

// median of at least one value.
func median(v []float64) float64 {
	v = slices.Sorted(slices.Values(v))
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}

// auc is the area under the ROC curve: how often a value of high is above one
// of low, ties counting half (Mann and Whitney 1947).
func auc(high, low []float64) float64 {
	type value struct {
		x    float64
		high bool
	}
	var all []value
	for _, x := range high {
		all = append(all, value{x, true})
	}
	for _, x := range low {
		all = append(all, value{x, false})
	}
	slices.SortFunc(all, func(a, b value) int { return cmp.Compare(a.x, b.x) })
	sum, below := 0.0, 0.0
	for i := 0; i < len(all); {
		var highs, lows float64
		for x := all[i].x; i < len(all) && all[i].x == x; i++ {
			if all[i].high {
				highs++
			} else {
				lows++
			}
		}
		sum += highs * (below + lows/2)
		below += lows
	}
	return sum / float64(len(high)) / float64(len(low))
}
