package review

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// TestKappa works examples through by hand: 50 grants read by two readers who
// both say yes to 20 and no to 15 and differ on the rest have
// po = 35/50 = .7, pe = .5 * .6 + .5 * .4 = .5 and so kappa = .4. It is the
// example that textbooks use.
func TestKappa(t *testing.T) {
	for _, c := range []struct {
		name           string
		yy, yn, ny, nn int
		want           float64
		defined        bool
		wantN          int
	}{
		{name: "the textbook's", yy: 20, yn: 5, ny: 10, nn: 15, want: .4, defined: true, wantN: 50},
		{name: "same agreement, other chances", yy: 45, yn: 15, ny: 25, nn: 15, want: 6.0 / 46, defined: true, wantN: 100},
		{name: "all alike", yy: 7, nn: 3, want: 1, defined: true, wantN: 10},
		{name: "never alike", yn: 5, ny: 5, want: -1, defined: true, wantN: 10},
		{name: "one verdict only", yy: 9, wantN: 9},
		{name: "nothing"},
	} {
		var ratings []Rating
		add := func(n int, a, b Verdict) {
			for range n {
				pair := fmt.Sprint("p", len(ratings))
				ratings = append(ratings, Rating{Pair: pair, Reader: "ada", Verdict: a}, Rating{Pair: pair, Reader: "ben", Verdict: b})
			}
		}
		add(c.yy, Contradiction, Contradiction)
		add(c.yn, Contradiction, Unclear)
		add(c.ny, Unclear, Contradiction)
		add(c.nn, Unclear, Unclear)
		ratings = append(ratings, Rating{Pair: "alone", Reader: "ada", Verdict: Unclear})
		got, n, ok := Kappa(ratings, "ada", "ben")
		if math.Abs(got-c.want) > 1e-12 || n != c.wantN || ok != c.defined {
			t.Errorf("%s: kappa %v of %d, defined %t; want %v of %d, %t", c.name, got, n, ok, c.want, c.wantN, c.defined)
		}
	}
}

// TestAlpha works the two nominal examples of Krippendorff 2011: B, two
// observers and no gap (alpha = .692), and C, four observers, five values and
// gaps (alpha = .743).
func TestAlpha(t *testing.T) {
	for _, c := range []struct {
		name  string
		rows  string // an observer a line, a unit a column; "." is missing
		want  float64
		pairs int
	}{
		{"B", "a a b b d c c c e d d a\nb a b b b c c c e d d d", .692, 12},
		{"C", "1 2 3 3 2 1 4 1 2 . . .\n1 2 3 3 2 2 4 1 2 5 . 3\n. 3 3 3 2 3 4 2 2 5 1 .\n1 2 3 3 2 4 4 1 2 5 1 .", .743, 11},
	} {
		var ratings []Rating
		for reader, line := range strings.Split(c.rows, "\n") {
			for unit, v := range strings.Fields(line) {
				if v != "." {
					ratings = append(ratings, Rating{Pair: fmt.Sprint(unit), Reader: fmt.Sprint(reader), Verdict: Verdict(v)})
				}
			}
		}
		got, pairs, ok := Alpha(ratings)
		if math.Abs(got-c.want) > .0005 || pairs != c.pairs || !ok {
			t.Errorf("%s: alpha %.4f of %d pairs, defined %t; want %.3f of %d", c.name, got, pairs, ok, c.want, c.pairs)
		}
	}
	if _, pairs, ok := Alpha([]Rating{{Pair: "p", Reader: "a", Verdict: Unclear}, {Pair: "p", Reader: "b", Verdict: Unclear}}); pairs != 1 || ok {
		t.Errorf("one verdict only: %d pairs, defined %t", pairs, ok)
	}
	if _, pairs, ok := Alpha(nil); pairs != 0 || ok {
		t.Errorf("nothing: %d pairs, defined %t", pairs, ok)
	}
}
