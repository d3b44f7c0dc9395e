package eval

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/compare"
)

func TestAveragePrecision(t *testing.T) {
	for _, test := range []struct {
		name string
		list []ranked
		want float64
	}{
		{"nothing", nil, 0},
		{"none right", []ranked{{.5, false}}, 0},
		{"all above", []ranked{{.1, false}, {.9, true}, {.8, true}}, 1},
		{"all below", []ranked{{.9, false}, {.1, true}}, .5},
		{"one score for all is the share", []ranked{{.5, true}, {.5, false}, {.5, false}, {.5, true}}, .5},
		{"equals come in together", []ranked{{.9, true}, {.5, false}, {.5, true}}, (1 + 2./3) / 2},
	} {
		if got := averagePrecision(test.list); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestThresholdAt(t *testing.T) {
	list := []ranked{{.9, true}, {.8, false}, {.7, true}, {.7, false}, {.1, true}, {0, true}}
	for _, test := range []struct {
		recall                    float64
		score, reached, precision float64
	}{
		{.1, .9, .25, 1}, {.25, .9, .25, 1}, {.3, .7, .5, .5}, {1, 0, 1, 4. / 6},
	} {
		score, reached, precision, ok := thresholdAt(list, test.recall)
		if !ok || score != test.score || reached != test.reached || math.Abs(precision-test.precision) > 1e-9 {
			t.Errorf("recall %v: score %v reaches %v at precision %v, %v; want %v, %v, %v",
				test.recall, score, reached, precision, ok, test.score, test.reached, test.precision)
		}
	}
	if _, _, _, ok := thresholdAt([]ranked{{.9, false}}, .1); ok {
		t.Error("a threshold where nothing is right")
	}
}

func TestCalibration(t *testing.T) {
	var rows []judged
	for _, r := range []struct {
		score float64
		gold  compare.Label
	}{{0, compare.Neutral}, {.05, compare.Neutral}, {.1, compare.Contradiction}, {.95, compare.Contradiction}, {1, compare.Neutral}, {1.2, compare.Neutral}, {-1, compare.Neutral}} {
		rows = append(rows, judged{gold: r.gold, scores: compare.Scores{Contradiction: r.score}})
	}
	c := calibration(rows)
	var of []int
	for _, b := range c.Bands {
		of = append(of, b.Share.Of)
	}
	if diff := cmp.Diff([]int{3, 1, 0, 0, 0, 0, 0, 0, 0, 3}, of); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if b := calibration(rows[:5]).Bands[9]; math.Abs(b.Mean-.975) > 1e-9 || b.Share != (Share{1, 2, .5}) {
		t.Errorf("the highest band is %+v", b)
	}
	// .025 and 0 of two, .1 and 1 of one, .975 and .5 of two
	want := (2*.025 + .9 + 2*.475) / 5
	if got := calibration(rows[:5]).Error; math.Abs(got-want) > 1e-9 {
		t.Errorf("the error is %v, want %v", got, want)
	}
	if got := calibration(nil); len(got.Bands) != 10 || got.Error != 0 {
		t.Errorf("of nothing: %+v", got)
	}
}
