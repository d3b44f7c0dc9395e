package term

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestKnown: what is kept of a word is what is worked out, whatever was read in
// between.
func TestKnown(t *testing.T) {
	words := []string{"Ostmark", "U.S.-Russian", "horsemeat", "x", strings.Repeat("long", 20), strings.Repeat("a", longestKept), "United", "Čapek", "re\xff"}
	for i := range 3000 {
		words = append(words, fmt.Sprintf("b%cr%x", 'a'+i%26, i*7919))
	}
	ignore := cmp.Comparer(func(a, b []name) bool { return len(a) == len(b) })
	for range 2 {
		for _, w := range words {
			if diff := cmp.Diff(newParts(w), met.parts(w), cmp.AllowUnexported(part{}), ignore); diff != "" {
				t.Fatalf("%q: -new +kept\n%s", w, diff)
			}
		}
	}
	met.parts("dialogue")
	if n := testing.AllocsPerRun(100, func() { met.parts("dialogue") }); n != 0 {
		t.Errorf("%v allocations for a word that was read before", n)
	}
}
