package cross

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write testdata/inputs.jsonl anew")

// recorded is a pair of our own as the network reads it.
type recorded struct {
	A     string `json:"a"`
	B     string `json:"b"`
	Input Input  `json:"input"`
}

// TestInputs wants the pairs of training/pairs.txt read as they were when the
// network was trained: whoever changes that must train it anew. -update writes
// them down.
func TestInputs(t *testing.T) {
	pairs, err := os.ReadFile("training/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	out := json.NewEncoder(&got)
	out.SetEscapeHTML(false)
	r := reader(t)
	for line := range strings.Lines(string(pairs)) {
		a, b, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			t.Fatalf("no tab in %q", line)
		}
		if err := out.Encode(recorded{a, b, Join(encode(t, r, a), encode(t, r, b))}); err != nil {
			t.Fatal(err)
		}
	}
	const file = "testdata/inputs.jsonl"
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

func TestFit(t *testing.T) {
	for _, c := range [][4]int{
		{0, 0, 0, 0}, {10, 20, 10, 20}, {46, 47, 46, 47}, {47, 47, 46, 46}, {93, 93, 46, 46},
		{93, 10, 83, 10}, {10, 93, 10, 83}, {60, 46, 47, 46}, {46, 60, 46, 47}, {93, 0, 93, 0},
	} {
		if n, k := fit(c[0], c[1]); n != c[2] || k != c[3] {
			t.Errorf("fit(%d, %d) = %d, %d, want %d, %d", c[0], c[1], n, k, c[2], c[3])
		}
	}
}

// TestJoin wants the order, the sides, and what words met told of each piece.
func TestJoin(t *testing.T) {
	r := reader(t)
	a, b := encode(t, r, "The unfrozen Pier."), encode(t, r, "pier, the")
	got := Join(a, b)
	n, k := a.Len(), b.Len()
	if len(got.IDs) != n+k+3 || got.IDs[0] != start || got.IDs[n+1] != end || got.IDs[n+k+2] != end {
		t.Fatalf("%v of %d and %d pieces", got.IDs, n, k)
	}
	for i := range got.IDs {
		if want := i > n+1; got.Sides[i] == 1 != want {
			t.Errorf("side of piece %d is %d", i, got.Sides[i])
		}
	}
	met := append([]uint8{metSpecial, metThere}, bytes.Repeat([]byte{metNever}, n-3)...) // the unfrozen
	met = append(met, metThere, metNever, metSpecial, metThere, metNever, metThere, metSpecial)
	if diff := cmp.Diff(met, got.Met); diff != "" {
		t.Errorf("met (-want +got):\n%s", diff)
	}
}

// TestJoinWhole wants pieces to have met only where their words are the same
// throughout, and what the vocabulary does not know to have met nothing.
func TestJoinWhole(t *testing.T) {
	r := reader(t)
	for _, c := range []struct{ a, b string }{
		{"unfreezing", "unfrozen"},
		{strings.Repeat("x", 101), strings.Repeat("y", 102)},
	} {
		if met := Join(encode(t, r, c.a), encode(t, r, c.b)).Met; bytes.Contains(met, []byte{metThere}) {
			t.Errorf("%.20q and %.20q met: %v", c.a, c.b, met)
		}
	}
}

// TestJoinLong wants both sides cut back, and the words that are left told what
// they met in the part that is not.
func TestJoinLong(t *testing.T) {
	r := reader(t)
	long := encode(t, r, strings.Repeat("the gate was open and ", 40)+"shut")
	last := encode(t, r, strings.Repeat("no ", 60)+strings.Repeat("gate ", 30))
	in := Join(long, last)
	if len(in.IDs) > MaxPieces || len(in.IDs) < MaxPieces-1 {
		t.Fatalf("%d pieces", len(in.IDs))
	}
	if in.Met[2] != metThere {
		t.Errorf("\"gate\" met %d, want %d", in.Met[2], metThere)
	}
}
