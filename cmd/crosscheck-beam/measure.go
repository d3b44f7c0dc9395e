package main

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
)

// tell says what a run shuffled, how long its stages worked and how large its
// largest groups were: a name, a tab and the figure on each line, by name.
func tell(w io.Writer, m metrics.Results) {
	all := m.AllMetrics()
	counts, largest := map[string]int64{}, map[string]int64{}
	for _, c := range all.Counters() {
		if c.Key.Namespace == counters {
			counts[c.Key.Name] += c.Result() // several steps may count the same
		}
	}
	for _, d := range all.Distributions() {
		if d.Key.Namespace == counters {
			largest[d.Key.Name] = max(largest[d.Key.Name], d.Result().Max)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		fmt.Fprintf(w, "%s\t%d\n", name, counts[name])
	}
	for _, name := range slices.Sorted(maps.Keys(largest)) {
		fmt.Fprintf(w, "largest: %s\t%d\n", name, largest[name])
	}
}
