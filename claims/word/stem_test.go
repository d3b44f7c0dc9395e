package word

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/kljensen/snowball/english"
)

func ExampleStem() {
	fmt.Println(Stem("dialogues"), Stem("minister's"), Stem("happily"))
	// Output:
	// dialogu minist happili
}

// endings are what the stemmer looks at.
var endings = []string{"", "s", "es", "ed", "ing", "ly", "ation", "ful", "ness", "'s", "s'", "ies"}

// made returns n words with endings, many of them in the same slots.
func made(n int) []string {
	out := make([]string, 0, n)
	for i := range n {
		out = append(out, fmt.Sprintf("b%cr%x%s", 'a'+i%26, i*7919, endings[i%len(endings)]))
	}
	return out
}

// TestStem asks for more words than are kept, by several at once, twice over,
// and gets what the stemmer says.
func TestStem(t *testing.T) {
	words := append(made(1<<stemBits+5000), "", "a", "the", "’", "x\xff", "Čapek", strings.Repeat("long", 20)+"ing's")
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 2 {
				for _, w := range words {
					if got, want := Stem(w), english.Stem(strings.TrimSuffix(w, "'s"), false); got != want {
						t.Errorf("Stem(%q) = %q, want %q", w, got, want)
					}
				}
			}
		})
	}
	all.Wait()
}

// TestStemKeeps finds the two words of a pair of slots again and again.
func TestStemKeeps(t *testing.T) {
	Stem("dialogues")
	if n := testing.AllocsPerRun(100, func() { Stem("dialogues") }); n != 0 {
		t.Errorf("%v allocations for a word that was asked for before", n)
	}
}

func BenchmarkStem(b *testing.B) {
	words := made(2000)
	for b.Loop() {
		for _, w := range words {
			Stem(w)
		}
	}
}
