package attribution

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRoundTrip: what the states can express, they say and are told alike.
func TestRoundTrip(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 5_000 {
		path := randomPath(rnd, rnd.IntN(14))
		if !legal(path) {
			t.Fatalf("%v is not legal", path)
		}
		marked := attributions(path)
		got, ok := encode(len(path), marked)
		if !ok || !cmp.Equal(path, got) {
			t.Fatalf("%v\nreads %v\nand is then %v, %t", path, marked, got, ok)
		}
		if again := attributions(got); !cmp.Equal(marked, again) {
			t.Fatalf("%v, then %v", marked, again)
		}
	}
}

func TestEncode(t *testing.T) {
	at := func(from, to int) []Range { return []Range{{from, to}} }
	for _, c := range []struct {
		name string
		n    int
		gold []Attribution
		want []state
		ok   bool
	}{
		{"nothing", 2, nil, []state{outside, outside}, true},
		{"direct", 5, []Attribution{{at(2, 3), at(3, 4), at(0, 1)}}, []state{left, gap1, lead1, cue1, outside}, true},
		{"inverted", 4, []Attribution{{at(2, 3), at(1, 2), at(0, 1)}}, []state{left, cue1, tail1, outside}, true},
		{"indirect", 5, []Attribution{{at(0, 1), at(1, 2), at(2, 4)}}, []state{lead0, cue0, right, right, outside}, true},
		{"source behind the cue, content last", 4, []Attribution{{at(1, 2), at(0, 1), at(3, 4)}}, []state{cue0, tail0, rest0, right}, true},
		{"content on both sides", 5, []Attribution{{at(1, 2), at(2, 3), []Range{{0, 1}, {4, 5}}}}, []state{left, lead1, cue1, rest1, right}, true},
		{"a cue in two parts", 4, []Attribution{{nil, []Range{{0, 1}, {2, 3}}, at(3, 4)}}, []state{cue0, rest0, cue0, right}, true},
		{"two, in the wrong order", 6, []Attribution{{at(3, 4), at(4, 5), at(5, 6)}, {at(0, 1), at(1, 2), at(2, 3)}},
			[]state{lead0, cue0, right, lead0, cue0, right}, true},
		{"no content, to the end", 4, []Attribution{{at(0, 1), at(1, 2), nil}}, []state{lead0, cue0, rest0, rest0}, true},
		{"no content, and another follows", 4, []Attribution{{at(0, 1), at(1, 2), nil}, {nil, at(2, 3), at(3, 4)}}, []state{outside, outside, cue0, right}, false},
		{"no cue", 2, []Attribution{{at(0, 1), nil, at(1, 2)}}, []state{outside, outside}, false},
		{"no parts", 1, []Attribution{{}}, []state{outside}, false},
		{"one within the other", 4, []Attribution{{at(0, 1), at(1, 2), at(2, 4)}, {nil, at(2, 3), at(3, 4)}}, []state{lead0, cue0, right, right}, false},
		{"beyond the sentence", 2, []Attribution{{nil, at(0, 1), at(1, 3)}}, []state{outside, outside}, false},
		{"before the sentence", 2, []Attribution{{nil, at(-1, 1), at(1, 2)}}, []state{outside, outside}, false},
	} {
		got, ok := encode(c.n, c.gold)
		if diff := cmp.Diff(c.want, got); ok != c.ok || diff != "" {
			t.Errorf("%s: ok %t; -want +got\n%s", c.name, ok, diff)
		}
	}
}

func TestLegal(t *testing.T) {
	for _, c := range []struct {
		path []state
		want bool
	}{
		{nil, true},
		{[]state{outside}, true},
		{[]state{lead0, cue0, right}, true},
		{[]state{left, cue1, tail1}, true},
		{[]state{right}, false},                     // content of no cue
		{[]state{left, outside}, false},             // the same
		{[]state{lead0, outside}, false},            // a source of none
		{[]state{lead0, cue0, outside}, false},      // a cue without content
		{[]state{cue0, rest0}, true},                // at the end of the sentence
		{[]state{left, cue1, rest1}, false},         // a gap before nothing
		{[]state{left, lead0, cue0, right}, false},  // forgotten content
		{[]state{lead0, lead1, cue1, right}, false}, // invented content
		{[]state{cue0, right, cue0, right}, true},   // two
		{[]state{cue0, right, cue1, outside}, true}, // a cue in two parts
		{[]state{cue0, right, rest1, outside}, false},
	} {
		if got := legal(c.path); got != c.want {
			t.Errorf("legal(%v) = %t", c.path, got)
		}
	}
}

// TestStates: each state can be reached, and left for the end.
func TestStates(t *testing.T) {
	seen := map[state]bool{}
	rnd := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		for _, s := range randomPath(rnd, 8) {
			seen[s] = true
		}
	}
	if len(seen) != int(states) {
		t.Errorf("paths go through %d of %d states", len(seen), states)
	}
	if states > keyMask {
		t.Errorf("%d states do not fit a key", states)
	}
}
