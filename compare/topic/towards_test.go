package topic

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTowardsIsWithin: of a story in which each statement may have all partners,
// the pairs with some statements are those of Within.
func TestTowardsIsWithin(t *testing.T) {
	items := newsroom(90)
	asked := func(a, b int32) bool { return (a+b)%7 > 0 }
	r := rand.New(rand.NewPCG(5, 6))
	for range 20 {
		mine := []int32{int32(r.IntN(30)), 30 + int32(r.IntN(30)), 60 + int32(r.IntN(30))}
		of := map[int32]bool{mine[0]: true, mine[1]: true, mine[2]: true}
		var want []Candidate
		for _, p := range Within(items, Options{}, asked).Candidates {
			if of[p.A] || of[p.B] {
				want = append(want, p)
			}
		}
		got := Towards(items, mine, Options{}, asked)
		if diff := cmp.Diff(want, got, cmp.Comparer(about)); diff != "" {
			t.Fatalf("%v: -within +towards\n%s", mine, diff)
		}
	}
}

// about compares similarities, whose sums depend on the order.
func about(a, b float32) bool { return max(a-b, b-a) < 1e-5 }

// TestTowardsHasThePlainest: where a statement may have few partners, none that it
// is most like is lost.
func TestTowardsHasThePlainest(t *testing.T) {
	items := newsroom(300)
	opt := Options{Partners: 4}
	mine := []int32{7, 150, 299}
	has := map[[2]int32]bool{}
	for _, p := range Towards(items, mine, opt, nil) {
		has[[2]int32{p.A, p.B}] = true
	}
	count := 0
	for _, p := range Within(items, opt, nil).Candidates {
		for _, m := range mine {
			if (p.A == m || p.B == m) && !has[[2]int32{p.A, p.B}] {
				count++
			}
		}
	}
	if count > 3 {
		t.Errorf("%d pairs of Within are not found, %d are", count, len(has))
	}
}

func TestEntries(t *testing.T) {
	all := []uint64{1<<32 | 4, 3<<32 | 1, 3<<32 | 2, 0xffffffff<<32 | 9}
	for key, want := range map[uint32]int{0: 0, 1: 1, 2: 0, 3: 2, 0xffffffff: 1} {
		if got := Entries(all, key); len(got) != want {
			t.Errorf("key %d: %d statements, not %d", key, len(got), want)
		}
	}
}
