package vector

import (
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func Example() {
	fmt.Println(Similarity("talks", "dialogue") > Similarity("talks", "bridge"))
	fmt.Println(Similarity("rise", "fall") > 0.3, "for opposites keep the same company")
	fmt.Println(Known("qwxzk"), Similarity("qwxzk", "qwxzk"))
	// Output:
	// true
	// true for opposites keep the same company
	// false 0
}

func TestRelatedWordsMeet(t *testing.T) {
	for _, c := range []struct{ word, near, far string }{
		{"dialogue", "talks", "hospital"},
		{"communicate", "contacts", "harvest"},
		{"engagement", "dialogue", "petrol"},
		{"ceasefire", "truce", "budget"},
		{"hacking", "meddling", "farming"},
		{"increase", "decrease", "judge"},
		{"minister", "ministers", "ferry"},
	} {
		if near, far := Similarity(c.word, c.near), Similarity(c.word, c.far); near < far+0.2 {
			t.Errorf("%s: %.2f to %s, %.2f to %s", c.word, near, c.near, far, c.far)
		}
	}
}

func TestSimilarity(t *testing.T) {
	if got := Similarity("dialogue", "dialogue"); math.Abs(got-1) > 1e-6 {
		t.Errorf("a word to itself: %v", got)
	}
	if a, b := Similarity("talks", "peace"), Similarity("peace", "talks"); a != b || a == 0 {
		t.Errorf("not symmetric: %v and %v", a, b)
	}
	if allocs := testing.AllocsPerRun(100, func() { Similarity("talks", "peace") }); allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
	if Between(-1, 0) != 0 || Between(0, 1<<30) != 0 || Signs(-1) != 0 {
		t.Error("a row that is none has a vector")
	}
}

// TestAtLeast wants what Between says, and no more of it than was asked for.
func TestAtLeast(t *testing.T) {
	n := len(load().list)
	for i := 0; i < n; i += 317 {
		for j := 0; j < n; j += 29 {
			want := Between(i, j)
			for _, least := range []float64{-1, .1, .5, want, want + 1e-3} {
				if got, ok := AtLeast(i, j, least); ok != (want >= least) || ok && got != want {
					t.Fatalf("rows %d and %d, at least %v: %v, %v; want %v", i, j, least, got, ok, want)
				}
			}
		}
	}
	if _, ok := AtLeast(-1, 0, .5); ok {
		t.Error("a row that is none is like another")
	}
}

func TestWords(t *testing.T) {
	got := Words("The US-Veldar dialogue’s 3rd round didn't “end”.")
	want := []string{"the", "us", "veldar", "dialogue", "round", "didn't", "end"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// TestPacked checks that the embedded file is whole and in order.
func TestPacked(t *testing.T) {
	tab, err := unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	if len(tab.rows) != len(tab.list) || len(tab.rows) < 20_000 {
		t.Errorf("%d words, %d vectors", len(tab.rows), len(tab.list))
	}
}

// TestAppendNear wants what a look at the whole table finds; package pack's test holds
// the whole file against it.
func TestAppendNear(t *testing.T) {
	pairs := 0
	for i := 0; i < Len(); i += 997 {
		want := NearRows(i)
		if diff := cmp.Diff(want, AppendNear(nil, i)); diff != "" {
			t.Fatalf("row %d: -whole table +packed\n%s", i, diff)
		}
		pairs += len(want)
	}
	if pairs < 500 || AppendNear(nil, -1) != nil || AppendNear(nil, Len()) != nil {
		t.Errorf("%d pairs, or a row that is none has some", pairs)
	}
}

func TestUnpackNearRefuses(t *testing.T) {
	for _, file := range []string{"", NearMagic, "CCN0" + packedNear[4:], packedNear[:len(packedNear)-1], packedNear + "x"} {
		if _, ok := unpackNear(file, Len()); ok {
			t.Errorf("a broken file of %d bytes was read", len(file))
		}
	}
}

func TestUnpackRefuses(t *testing.T) {
	for _, file := range []string{"", "CCV2", "CCV1" + packed[4:], packed[:len(packed)-1], packed + "x", Magic + strings.Repeat("\xff", 12)} {
		if _, err := unpack(file); err == nil {
			t.Errorf("a broken file of %d bytes was read", len(file))
		}
	}
}

func TestConcurrent(t *testing.T) {
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if Similarity("talks", "dialogue") <= 0 {
				t.Error("no similarity")
			}
		})
	}
	wait.Wait()
}

func FuzzUnpack(f *testing.F) {
	f.Add(Magic + "\x01\x00\x00\x00\x40\x00\x00\x00\x02\x00\x00\x00a\n" + strings.Repeat("\x7f", dims))
	f.Add(Magic)
	f.Fuzz(func(t *testing.T, file string) {
		if tab, err := unpack(file); err == nil && len(tab.list) > len(file) {
			t.Errorf("%d vectors from %d bytes", len(tab.list), len(file))
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := unpack(packed); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSimilarity(b *testing.B) {
	for b.Loop() {
		Similarity("talks", "dialogue")
	}
}
