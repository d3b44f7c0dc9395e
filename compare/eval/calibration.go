package eval

import "crosscheck/compare"

// Calibration is whether a judge's score can be taken at its word: of the pairs
// with a contradiction score of .8, four in five should be contradictions.
type Calibration struct {
	Bands []Band `json:"bands"` // ten, from 0 to 1
	// Error is the expected calibration error (Naeini, Cooper and Hauskrecht
	// 2015): how far mean score and share lie apart, weighted by the pairs of
	// the band; in [0, 1].
	Error float64 `json:"expected_calibration_error"`
}

// Band is the pairs whose contradiction score lies in [From, To), of the last
// band [From, To].
type Band struct {
	From  float64 `json:"from"`
	To    float64 `json:"to"`
	Mean  float64 `json:"mean"`  // mean score, 0 where the band is empty
	Share Share   `json:"share"` // that are contradictions
}

// bandCount is how many bands of equal width there are.
const bandCount = 10

// calibration bands the pairs by their contradiction score.
func calibration(rows []judged) Calibration {
	c := Calibration{Bands: make([]Band, bandCount)}
	for i := range c.Bands {
		c.Bands[i].From, c.Bands[i].To = float64(i)/bandCount, float64(i+1)/bandCount
	}
	for _, r := range rows {
		b := &c.Bands[bandOf(r.scores.Contradiction)]
		b.Mean += r.scores.Contradiction // the sum, for now
		b.Share.add(r.gold == compare.Contradiction)
	}
	for i := range c.Bands {
		b := &c.Bands[i]
		b.Mean /= float64(max(1, b.Share.Of))
		c.Error += gap(b.Mean, b.Share.Value) * ratio(b.Share.Of, len(rows))
	}
	return c
}

// bandOf is the band of a score; what lies outside of [0, 1] is in the band at
// that end.
func bandOf(score float64) int {
	return min(max(0, int(score*bandCount)), bandCount-1)
}

func gap(a, b float64) float64 { return max(a-b, b-a) }
