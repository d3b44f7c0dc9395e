package quantity

import "math"

// How far a figure may be from the truth.
const (
	// A hedge such as "about" covers a tenth to either side. Ferson et al.
	// 2015 (Natural language of uncertainty: numeric hedge words) measured
	// that readers allow more for round figures; a tenth is our choice, wide
	// enough for "about 30" and 28, too narrow for "about 30" and 35.
	hedgeShare = 0.10
	// "1,400" may be 1,375; but "300" should not be 340: half the place
	// value counts up to this share of the figure.
	roundShare = 0.05
	// A part such as "a third" is good to one percentage point: a third is
	// written for 33 and for 34 percent.
	partWidth = 0.01
	// What floating point may lose.
	slack = 1e-9
)

// Compatible reports whether a and b may both be true of one thing, so that
// only a difference beyond rounding and hedges opposes them.
//
// Each value stands for an interval. A figure stands for half a unit of its
// last digit to either side: 1.4 billion for 1.35 to 1.45. Noughts at the end
// of a whole number count as rounded from 100 on, but for no more than a
// twentieth of it: 1,400 is 1,350 to 1,450, 300 is 285 to 315. A count below
// 100 is exact: 30 and 31 killed are not compatible. Hedges widen: "about" by
// a tenth to both sides, "nearly" downwards, "just over" upwards, "at least"
// without end. Two values are compatible where their intervals meet, and not
// where two rounded ones only touch: 14 percent and 15 percent are opposed.
//
// Values of different kinds, currencies or dimensions say nothing of each
// other and are compatible; a fraction is compared with a percentage, a mile
// with a kilometre. Identifier, Clock, Calendar, Ordinal and Score are
// compatible with the same figures only.
func Compatible(a, b Value) bool {
	if !comparable(a, b) {
		return true
	}
	if a.Names() {
		return a.Low == b.Low && a.High == b.High
	}
	if a.Low == b.Low && a.High == b.High && a.Unit == b.Unit && a.Approx == b.Approx {
		return true
	}
	aLow, aHigh := a.interval()
	bLow, bHigh := b.interval()
	low, high := max(aLow, bLow), min(aHigh, bHigh)
	if touch := slack * math.Abs(low); math.Abs(low-high) > touch && low-high != 0 {
		return low < high
	}
	// 14 and 15 percent touch at 14.5, which is written as one of them only.
	return a.half(a.Low) == 0 || b.half(b.Low) == 0
}

// Names reports whether v names a thing or a time and is no amount.
func (v Value) Names() bool {
	switch v.Kind {
	case Identifier, Clock, Calendar, Ordinal, Score:
		return true
	}
	return false
}

// comparable reports whether a and b are amounts on one scale.
func comparable(a, b Value) bool {
	share := func(v Value) bool { return v.Kind == Fraction || v.Unit == "percent" }
	if share(a) && share(b) {
		return true
	}
	if a.Kind != b.Kind {
		return false
	}
	if a.Kind != Measure && a.Kind != Age && a.Kind != Percent {
		return a.Unit == b.Unit
	}
	return a.Unit == b.Unit || dimensions[a.Unit].name != "" && dimensions[a.Unit].name == dimensions[b.Unit].name
}

// interval is what v may stand for, in the base unit of its dimension.
func (v Value) interval() (low, high float64) {
	low, high = v.Low, v.High
	if !math.IsInf(low, 0) {
		low -= v.half(low)
	}
	if !math.IsInf(high, 0) {
		high += v.half(high)
	}
	switch v.Approx {
	case About:
		low, high = low-hedgeShare*math.Abs(low), high+hedgeShare*math.Abs(high)
	case Nearly:
		low -= hedgeShare * math.Abs(low)
		high = v.High
	case JustOver:
		high += hedgeShare * math.Abs(high)
		low = v.Low
	}
	scale := 1.0
	if d, ok := dimensions[v.Unit]; ok {
		scale = d.factor
	}
	if v.Kind == Fraction {
		scale = 100
	}
	return low * scale, high * scale
}

// half is half the width that the figure x of v was rounded to.
func (v Value) half(x float64) float64 {
	switch {
	case v.Kind == Fraction:
		return partWidth
	case v.Kind == Age, v.Kind == Year:
		return 0
	}
	half := v.Step / 2
	if v.Step > 1 || v.Kind == Cardinal {
		half = min(half, roundShare*math.Abs(x))
	}
	return half
}
