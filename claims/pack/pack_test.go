package pack

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type point struct {
	X, Y  int
	Name  string
	Next  *other
	List  []float64
	Empty []string
}

type other struct {
	Name string
	List []float64
}

func Example() {
	p := New[point]()
	data := p.Append(nil, &point{X: -1, Y: 300, Name: "quay"})
	var got point
	fmt.Println(len(data), p.Read(data, &got), got.X, got.Y, got.Name)
	// Output: 11 <nil> -1 300 quay
}

func TestThereAndBack(t *testing.T) {
	p := New[point]()
	for _, want := range []point{{}, {X: 1 << 40, Next: &other{Name: "é", List: []float64{0.5, -1}}, Empty: []string{}}} {
		var got point
		if err := p.Read(p.Append(nil, &want), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("-want +got\n%s", diff)
		}
	}
}

func FuzzRead(f *testing.F) {
	p := New[point]()
	f.Add(p.Append(nil, &point{Name: "quay", List: []float64{1}, Next: &other{}}))
	f.Fuzz(func(t *testing.T, data []byte) {
		var got point
		if err := p.Read(data, &got); err != nil && !errors.Is(err, ErrDamaged) {
			t.Error(err)
		}
	})
}
