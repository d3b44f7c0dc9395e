package cores

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
)

func Example() {
	squares := make([]int, 5)
	err := Each(context.Background(), len(squares), func(i int) { squares[i] = i * i })
	fmt.Println(squares, err)
	// Output: [0 1 4 9 16] <nil>
}

func TestEachOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		times := make([]atomic.Int32, n)
		if err := Each(context.Background(), n, func(i int) { times[i].Add(1) }); err != nil {
			t.Fatal(err)
		}
		for i := range times {
			if got := times[i].Load(); got != 1 {
				t.Errorf("%d of %d was done %d times", i, n, got)
			}
		}
	}
}

func TestEachStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var done atomic.Int32
	err := Each(ctx, 1_000_000, func(int) { cancel(); done.Add(1) })
	if !errors.Is(err, context.Canceled) || done.Load() > 1000 {
		t.Errorf("%d were done, error %v", done.Load(), err)
	}
}
