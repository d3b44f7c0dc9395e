package when

import (
	"strings"
	"time"
)

// figures reads "2016-11-18", "2016/11/18" and "11/18/2016". The American
// order is taken where both are possible.
func (p parser) figures(i int) (found, bool) {
	n := p.norm(i)
	if n == "" || !digit(n[0]) {
		return found{}, false
	}
	parts, end := strings.Split(n, "-"), i+1
	if len(parts) == 1 && p.norm(i+1) == "/" && p.norm(i+3) == "/" {
		parts, end = []string{n, p.norm(i + 2), p.norm(i + 4)}, i+5
	}
	if len(parts) != 3 {
		return found{}, false
	}
	var v [3]int
	for k, s := range parts {
		x, ok := figure(s, 4)
		if !ok {
			return found{}, false
		}
		v[k] = x
	}
	for _, d := range []Date{
		{v[0], time.Month(v[1]), v[2]}, {v[2], time.Month(v[0]), v[1]}, {v[2], time.Month(v[1]), v[0]},
	} {
		if d.Year >= firstYear && d.Year <= lastYear && d.Month >= 1 && d.Month <= 12 && d.valid() {
			return found{begin: i, end: end, grain: DayGrain, days: day(d), known: true}, true
		}
	}
	return found{}, false
}
