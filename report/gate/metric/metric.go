// Package metric counts, and shows the counts in the text format of Prometheus
// (exposition format, version 0.0.4):
//
//  1. a [Set] has counters, gauges and histograms, each under a name (metric.go,
//     histogram.go);
//  2. [Set.Write] shows them, by name and label, so that two scrapes of the same
//     state are the same bytes (write.go).
//
// It has what the gate needs and no more: labels are given as values in a fixed
// order, and whoever adds a value with a label answers for how many there are.
//
// Note: prometheus/client_golang does all this and far more, and brings nine
// further modules (protocol buffers, /proc readers) for what is two hundred lines.
package metric

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Set is a set of metrics. The zero value is ready, and safe for concurrent use.
type Set struct {
	mu       sync.Mutex
	families map[string]*family
}

// family is a metric with all its labels.
type family struct {
	name, kind, help string
	labels           []string
	bounds           []float64 // of a histogram
	values           map[string]*value
	read             func() float64 // of a gauge that is asked
}

// value is a metric with one choice of labels.
type value struct {
	labels []string
	sum    float64  // a counter's value, a histogram's sum
	counts []uint64 // a histogram's, by bound; the last is beyond all
}

// Counter is a number that only grows.
type Counter struct {
	set *Set
	of  *family
}

// Counter adds a counter. A name is added once: a second time is a mistake in
// the program, and gives the first.
func (s *Set) Counter(name, help string, labels ...string) Counter {
	return Counter{s, s.add(&family{name: name, kind: "counter", help: help, labels: labels})}
}

// Gauge adds a number that is asked for when it is shown.
func (s *Set) Gauge(name, help string, read func() float64) {
	s.add(&family{name: name, kind: "gauge", help: help, read: read})
}

func (s *Set) add(f *family) *family {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.families == nil {
		s.families = map[string]*family{}
	}
	if had := s.families[f.name]; had != nil {
		return had
	}
	f.values = map[string]*value{}
	s.families[f.name] = f
	return f
}

// Add adds one to the counter with these labels.
func (c Counter) Add(labels ...string) { c.set.at(c.of, labels, func(v *value) { v.sum++ }) }

// at changes the value with these labels. A wrong number of them is a mistake in
// the program, and shows as a value without.
func (s *Set) at(f *family, labels []string, change func(*value)) {
	if len(labels) != len(f.labels) {
		labels = make([]string, len(f.labels))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	key := strings.Join(labels, "\x00")
	v := f.values[key]
	if v == nil {
		v = &value{labels: slices.Clone(labels), counts: make([]uint64, len(f.bounds)+1)}
		f.values[key] = v
	}
	change(v)
}

// Value is the value of a counter with these labels, for tests.
func (c Counter) Value(labels ...string) (n float64) {
	c.set.at(c.of, labels, func(v *value) { n = v.sum })
	return n
}

// sorted are the keys of a map, in order.
func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// number is a number as the format has it.
func number(x float64) string {
	if x == float64(int64(x)) {
		return fmt.Sprint(int64(x))
	}
	return fmt.Sprint(x)
}
