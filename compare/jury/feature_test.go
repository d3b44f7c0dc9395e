package jury

import (
	"slices"
	"strings"
	"testing"

	"crosscheck/claims"

	"github.com/google/go-cmp/cmp"
)

// TestNames wants a name of its own for each feature.
func TestNames(t *testing.T) {
	names := Names()
	if len(names) != width {
		t.Errorf("%d names for %d features", len(names), width)
	}
	seen := map[string]bool{}
	for _, n := range names {
		if seen[n] || n == "" || strings.ContainsAny(n, " \t") {
			t.Errorf("the name %q is taken, or none", n)
		}
		seen[n] = true
	}
	x, _, ok := shared().Features(opposed[0])
	if !ok || len(x) != width || slices.Max(x) == 0 {
		t.Errorf("features of a pair: %t, %v", ok, x)
	}
}

// TestUnpack wants the embedded weights, and none for other features.
func TestUnpack(t *testing.T) {
	w, err := unpack(packed)
	if err != nil || w.forest.Trees() == 0 {
		t.Fatalf("embedded: %v, %v", w, err)
	}
	if diff := cmp.Diff(packed, Pack(w.forest)); diff != "" {
		t.Error("packed again they are another file")
	}
	other := slices.Clone(packed)
	other[0]++
	if _, err := unpack(other); err == nil || !strings.Contains(err.Error(), "hint:") {
		t.Errorf("for other features: %v", err)
	}
	for _, data := range [][]byte{nil, packed[:5], packed[:8], packed[:len(packed)/2]} {
		if _, err := unpack(data); err == nil {
			t.Errorf("%d bytes of them: no error", len(data))
		}
	}
}

func TestLists(t *testing.T) {
	got := readLists("odd: a b_c\nempty:\n\nlast: d")
	if diff := cmp.Diff(map[string][]string{"odd": {"a", "b c"}, "last": {"d"}}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	l := lists()
	for name, n := range map[string]int{"articles": len(l.articles), "prepositions": len(l.prepositions), "scraps": len(l.scraps), "polls": len(l.polls)} {
		if n == 0 {
			t.Errorf("data/words.txt has no %s", name)
		}
	}
	for name, want := range map[string]bool{"72 Percent": true, "Most voters": true, "Mr Mostyn": false, "Ana Ruiz": false} {
		if got := polled(&claims.Speaker{Name: name}); got != want {
			t.Errorf("polled(%q) = %t", name, got)
		}
	}
	for text, want := range map[string]bool{"the summit with Kim": true, "The summit was short.": false, "ferries sail": false, "": false} {
		if got := scrap(text); got != want {
			t.Errorf("scrap(%q) = %t", text, got)
		}
	}
}
