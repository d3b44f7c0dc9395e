package attribution

import "testing"

func TestLevelOf(t *testing.T) {
	for _, c := range []struct {
		k, n int
		want level
	}{
		{0, 0, unseen}, {1, 1, unseen}, {0, 2, rarely}, {0, 10, never}, {0, 1000, never},
		{1, 100, never}, {2, 100, rarely}, {8, 100, sometimes}, {21, 100, often}, {41, 100, mostly}, {66, 100, always}, {2, 2, always},
	} {
		if got := levelOf(c.k, c.n); got != c.want {
			t.Errorf("a cue %d times of %d: level %d, want %d", c.k, c.n, got, c.want)
		}
	}
}

func TestBin(t *testing.T) {
	for _, c := range []struct {
		n    int
		want uint32
	}{
		{-3, 0}, {0, 0}, {1, 1}, {4, 4}, {5, 5}, {6, 5}, {7, 6}, {9, 6}, {10, 7}, {14, 7}, {15, 8}, {24, 8}, {25, 9}, {far, 9}, {1 << 40, 9},
	} {
		if got := bin(c.n); got != c.want {
			t.Errorf("bin(%d) = %d, want %d", c.n, got, c.want)
		}
	}
}

func TestEnding(t *testing.T) {
	for r, want := range map[rune]uint32{',': 1, '.': 2, '?': 3, '!': 3, '…': 4, '—': 4, 'a': 0, 0: 0} {
		if got := ending(r); got != want {
			t.Errorf("ending(%q) = %d, want %d", r, got, want)
		}
	}
}

// TestTally: a word's own text has no say in its level there.
func TestTally(t *testing.T) {
	said := []Attribution{{Source: []Range{{0, 1}}, Cue: []Range{{1, 2}}, Content: []Range{{2, 3}}}}
	var list []Example
	for text := range 3 {
		list = append(list, Example{text, tokensOf("Lee said rain ."), said}, Example{text, tokensOf("rain came ."), nil})
	}
	list = append(list, Example{7, tokensOf("Lee hissed! rain"), said}, Example{7, tokensOf("Lee hissed! rain"), said})
	words := tallyOf(list)
	levels := words.levels()
	if levels["said"] != always || levels["hissed"] != always || levels["rain"] != rarely || levels["."] != 0 {
		t.Errorf("levels %v", levels)
	}
	got := words.levelsWithout(7, list[len(list)-1].Tokens)
	if got[0] != rarely || got[1] != sometimes || got[2] != rarely { // hissed: in the lists, unseen elsewhere
		t.Errorf("without their own text: %v", got)
	}
	if got := words.levelsWithout(0, list[0].Tokens); got[1] != always || got[3] != 0 {
		t.Errorf("without theirs, the others': %v", got)
	}
}
