package trained

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/trained/boost"
)

// family is a group of features that are measured together.
type family struct {
	// ID names the family in a Reason.
	ID string
	// Names are the features, in the order in which measure puts them.
	Names []string
	// Type is the type of an opposition that the family finds.
	Type compare.Type
	// measure puts the features of a pair into out, which is as long as Names
	// and all 0.
	measure func(d *desk, out []float32)
	// show returns the words of a pair that the family looks at, of either side.
	show func(d *desk) (a, b []int)
}

// families are all features, in the order of the forest's columns.
var families = [...]family{
	coverage, order, polarity, opposites, slots, figures, amounts, certainty, roles, mood,
}

// Width is the number of features.
var Width = width()

func width() int {
	n := 0
	for i := range families {
		n += len(families[i].Names)
	}
	return n
}

// Names are the names of all features in their order, each behind that of its
// family: "polarity.apart".
func Names() []string {
	var out []string
	for i := range families {
		for _, n := range families[i].Names {
			out = append(out, families[i].ID+"."+n)
		}
	}
	return out
}

// Vector holds the features of a pair; what is behind Width is 0.
type Vector [boost.MaxFeatures + 1]float32

// Measure fills v with the features of an alignment, A being the premise and B
// the hypothesis.
func Measure(al *align.Alignment, v *Vector) {
	d := desks.Get().(*desk)
	defer desks.Put(d)
	d.measure(al)
	*v = d.features
}

// measure fills d.features.
func (d *desk) measure(al *align.Alignment) {
	d.lay(al)
	d.features = Vector{}
	at := 0
	for i := range families {
		f := &families[i]
		f.measure(d, d.features[at:at+len(f.Names)])
		at += len(f.Names)
	}
}

// flag is 1 for true.
func flag(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// share is part/all, 0 where there is nothing.
func share(part, all float64) float32 {
	if all <= 0 {
		return 0
	}
	return float32(part / all)
}
