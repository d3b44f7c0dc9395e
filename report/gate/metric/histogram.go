package metric

import "slices"

// Histogram counts values by size.
type Histogram struct {
	set *Set
	of  *family
}

// Histogram adds a histogram. The bounds are upper bounds, each included, in
// rising order.
func (s *Set) Histogram(name, help string, bounds []float64, labels ...string) Histogram {
	return Histogram{s, s.add(&family{name: name, kind: "histogram", help: help, bounds: bounds, labels: labels})}
}

// Observe counts a value.
func (h Histogram) Observe(x float64, labels ...string) {
	h.set.at(h.of, labels, func(v *value) {
		at, _ := slices.BinarySearch(h.of.bounds, x)
		v.counts[at]++
		v.sum += x
	})
}
