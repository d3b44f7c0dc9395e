package attribution

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lessons are our own, as source, cue and content by number of token.
func lessons() []Example {
	at := func(from, to int) []Range { return []Range{{from, to}} }
	var list []Example
	add := func(text string, gold ...Attribution) {
		list = append(list, Example{Text: len(list) % 5, Tokens: tokensOf(text), Gold: gold})
	}
	for _, who := range []string{"Lee", "Hale", "Ito", "Novak", "Reyes"} {
		for _, what := range []string{"the dam held", "rain fell", "he left early", "roads were shut"} {
			n := len(strings.Fields(what))
			add(who+" said! that "+what+" .", Attribution{at(0, 1), at(1, 2), at(2, 3+n)})
			add("“It_is_so,” said! "+who+" .", Attribution{at(2, 3), at(1, 2), at(0, 1)})
			add("“It_is_so,” "+who+" added! .", Attribution{at(1, 2), at(2, 3), at(0, 1)})
			add(who + " came and " + what + " .")
		}
	}
	return list
}

func toyTrainer() *Trainer {
	t := DefaultTrainer()
	t.Passes, t.Rate, t.L2, t.Fewest, t.Prune = 3, 0.1, 0.01, 2, 1
	return t
}

// TestFit: a few lessons are learned, and hold for a name that was in none.
func TestFit(t *testing.T) {
	defer other.Store(nil)
	var losses []float64
	trainer := toyTrainer()
	trainer.Report = func(pass int, loss float64) { losses = append(losses, loss) }
	file, skipped := trainer.Fit(append(lessons(), Example{Tokens: tokensOf("no cue"), Gold: []Attribution{{Content: []Range{{0, 1}}}}}, Example{}))
	if skipped != 2 {
		t.Errorf("%d skipped, want 2", skipped)
	}
	if n := len(losses); n != trainer.Passes || losses[n-1] > losses[0]/10 {
		t.Errorf("losses %v", losses)
	}
	if err := Use(file); err != nil {
		t.Fatal(err)
	}
	for _, e := range lessons() {
		if diff := cmp.Diff(e.Gold, Find(e.Tokens)); diff != "" {
			t.Fatalf("%v: -want +got\n%s", e.Tokens, diff)
		}
	}
	if diff := cmp.Diff([]string{"Okafor | said! | that roads were shut"}, found("Okafor said! that roads were shut .")); diff != "" {
		t.Error(diff)
	}
}

// TestFitAgain: the same lessons and the same seed give the same file.
func TestFitAgain(t *testing.T) {
	trainer := toyTrainer()
	trainer.Passes = 1
	first, _ := trainer.Fit(lessons())
	again, _ := trainer.Fit(lessons())
	if first != again {
		t.Error("two fittings differ")
	}
	trainer.Seed++
	if another, _ := trainer.Fit(lessons()); another == first {
		t.Error("the seed does nothing")
	}
}

// TestFitNothing: without examples there is a file, which finds nothing.
func TestFitNothing(t *testing.T) {
	file, skipped := DefaultTrainer().Fit(nil)
	m, err := unpack(file)
	if err != nil || skipped != 0 {
		t.Fatal(skipped, err)
	}
	if got := m.find(tokensOf("Lee said! : “It_held.”")); got != nil {
		t.Errorf("found %v", got)
	}
	one := toyTrainer()
	one.Passes = 1
	if learned, _ := one.Fit(lessons()); len(learned) < len(file)+1000 {
		t.Errorf("one pass learns %d bytes", len(learned)-len(file))
	}
}
