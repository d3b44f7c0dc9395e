package topic

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/compare/term"
)

// TestKinshipIsInner holds what is found by looking where something may be
// against the definition, in a small vocabulary and in a wide one.
func TestKinshipIsInner(t *testing.T) {
	var words term.Reader
	tokens := words.Read(strings.Repeat("Talks and the dialogue of Brenkov, Brenkow and Dmitri, Dmitry with Veldar. "+
		"Rough calm safe unsafe seas, ferries, vessels, boats; harbours and ports; ships sank. Germany, France, Morsi and Mursi. "+
		"The senator, senators and congressman spoke of immigration, immigrants, borders, deportation, amnesty. ", 2), 0)
	var looks []look
	seen := map[uint32]bool{}
	for _, tok := range tokens {
		if !seen[tok.ID] {
			seen[tok.ID] = true
			looks = append(looks, newLook(tok.Term, tok.Name))
		}
	}
	pairs := 0
	for _, size := range []int{len(looks), wide} {
		if size == wide {
			slices.SortStableFunc(looks, func(a, b look) int { return byFallingRow(a.Term, b.Term) })
		}
		k := newKinship(size)
		for n := range looks {
			got, want := map[int32]float32{}, map[int32]float32{}
			k.next(looks[n], func(at int32, alike float32) { got[at] = alike })
			for m := range n {
				if alike := inner(&looks[n], &looks[m]); alike > 0 {
					want[int32(m)] = alike
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s: -inner +kinship\n%s", looks[n].Word, diff)
			}
			pairs += len(want)
		}
	}
	if pairs < 20 {
		t.Errorf("only %d pairs are alike", pairs)
	}
}
