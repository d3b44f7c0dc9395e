package metric

import (
	"os"
	"strings"
	"sync"
	"testing"
)

func Example() {
	var s Set
	requests := s.Counter("requests_total", "Requests answered.", "route", "code")
	seconds := s.Histogram("seconds", "How long they took.", []float64{.1, 1})
	s.Gauge("running", "Requests under way.", func() float64 { return 2 })
	requests.Add("/b", "200")
	requests.Add("/a\"\n", "503")
	requests.Add("/b", "200")
	for _, x := range []float64{.1, .5, 3} {
		seconds.Observe(x)
	}
	s.Write(os.Stdout)
	// Output:
	// # HELP requests_total Requests answered.
	// # TYPE requests_total counter
	// requests_total{route="/a\"\n",code="503"} 1
	// requests_total{route="/b",code="200"} 2
	// # HELP running Requests under way.
	// # TYPE running gauge
	// running 2
	// # HELP seconds How long they took.
	// # TYPE seconds histogram
	// seconds_bucket{le="0.1"} 1
	// seconds_bucket{le="1"} 2
	// seconds_bucket{le="+Inf"} 3
	// seconds_sum 3.6
	// seconds_count 3
}

// TestMany: counts from many goroutines are all there, while others look.
func TestMany(t *testing.T) {
	var s Set
	c, h := s.Counter("c", ""), s.Histogram("h", "", []float64{1}, "l")
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 100 {
				c.Add()
				h.Observe(.5, "x")
				s.Write(&strings.Builder{})
			}
		})
	}
	wait.Wait()
	if c.Value() != 800 {
		t.Errorf("%v of 800", c.Value())
	}
	var out strings.Builder
	s.Write(&out)
	if !strings.Contains(out.String(), `h_count{l="x"} 800`) {
		t.Error(out.String())
	}
}

// TestMisuse: a mistake in the program shows, and does not end it.
func TestMisuse(t *testing.T) {
	var s Set
	c := s.Counter("c", "", "a")
	c.Add("1", "2")
	s.Counter("c", "again", "a").Add("x")
	if c.Value("x") != 1 || c.Value("") != 1 {
		t.Errorf("%v, %v", c.Value("x"), c.Value(""))
	}
}
