package topic

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// TestPostings holds what is cut out of two lists against one list of both.
func TestPostings(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	for range 2000 {
		x, n := drawn(r), 1+r.IntN(8)
		p := x.of[0]
		all := x.merged(p)
		first := x.first(p, min(n, p.len()))
		if diff := gocmp.Diff(all[:min(n, len(all))], x.merged(first)); diff != "" {
			t.Fatalf("the first %d of %v: -want +got\n%s", n, p, diff)
		}
		item := int32(r.IntN(30))
		here, _ := slices.BinarySearch(all, item)
		want := all[max(0, here-n):min(len(all), here+n+1)]
		if diff := gocmp.Diff(slices.Clone(want), x.merged(x.around(p, item, n))); diff != "" {
			t.Fatalf("%d around %d of %v: -want +got\n%s", n, item, p, diff)
		}
	}
}

// drawn indexes up to thirty statements by one word.
func drawn(r *rand.Rand) *index {
	dense := 1 + r.IntN(4)
	profiles := make([]profile, 30)
	for i := range profiles {
		switch r.IntN(2 * dense) {
		case 0:
			profiles[i].words = []weighed{{by: 1}}
		case 1:
			profiles[i].words = []weighed{{by: 0}}
		}
	}
	return newIndex(profiles, 1)
}

// merged are the items of both lists; each list must be in order.
func (x *index) merged(p postings) []int32 {
	return slices.AppendSeq([]int32{}, slices.Values(slices.Sorted(slices.Values(slices.Concat(x.items[p.own.from:p.own.to], x.items[p.context.from:p.context.to])))))
}

// TestRanking holds what a ranking gives out against a list in order.
func TestRanking(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 7))
	var given ranking
	for range 500 {
		given.clear()
		want := []Candidate{}
		for b := range int32(r.IntN(400)) {
			p := Candidate{B: b, Similarity: float32(1+r.IntN(40)) / 40}
			given.add(p.B, p.Similarity)
			want = append(want, p)
		}
		slices.SortFunc(want, closer)
		got := []Candidate{}
		for b, alike, ok := given.next(); ok; b, alike, ok = given.next() {
			got = append(got, Candidate{B: b, Similarity: alike})
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Fatalf("-want +got\n%s", diff)
		}
	}
}

// TestLimit holds the pairs that are kept against the plain definition.
func TestLimit(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 5))
	for range 500 {
		n, most := 2+r.IntN(30), 1+r.IntN(4)
		var pairs []Candidate
		for a := range int32(n) {
			var row []Candidate
			for b := a + 1; b < int32(n); b++ {
				if r.IntN(2) == 0 {
					row = append(row, Candidate{a, b, float32(1+r.IntN(9)) / 9})
				}
			}
			slices.SortFunc(row, closer)
			pairs = append(pairs, row...)
		}
		had, want := make([]int, n), []Candidate{}
		for _, p := range slices.SortedFunc(slices.Values(pairs), closer) {
			if had[p.A] < most || had[p.B] < most {
				want = append(want, p)
			}
			had[p.A]++
			had[p.B]++
		}
		slices.SortFunc(want, byPlace)
		if diff := gocmp.Diff(want, limit(pairs, n, most)); diff != "" {
			t.Fatalf("of %v at most %d: -want +got\n%s", pairs, most, diff)
		}
	}
}

// closer orders pairs by likeness.
func closer(x, y Candidate) int {
	switch {
	case x.Similarity != y.Similarity:
		return cmp.Compare(y.Similarity, x.Similarity)
	case x.A != y.A:
		return int(x.A - y.A)
	}
	return int(x.B - y.B)
}

// TestSimilarityAtLeast: a comparison that may stop early finds what one that does
// not finds, or less than it was asked for.
func TestSimilarityAtLeast(t *testing.T) {
	items := newsroom(200)
	faces := make([]face, len(items))
	for i, it := range items {
		card := NewCard(it, int32(i), 0)
		faces[i].read(&card)
	}
	enough, few := 0, 0
	for i := range faces {
		for j := range i {
			want, got := faces[i].similarity(&faces[j], 0), faces[i].similarity(&faces[j], Certain)
			switch {
			case want >= Certain:
				enough++
			default:
				few++
				want = min(want, got)
			}
			if got != want {
				t.Fatalf("%d and %d: %v, not %v", i, j, got, want)
			}
		}
	}
	if enough < 100 || few < 100 {
		t.Errorf("only %d pairs are alike and %d are not", enough, few)
	}
}
