package dispute

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/compare/term"
)

// TestIndex finds what says the same thing in the same mood, best first.
func TestIndex(t *testing.T) {
	words := &term.Reader{}
	var x Index
	for _, s := range []string{
		"The surveyors poisoned the meadow.",
		"The surveyors never poisoned the meadow.",
		"The meadow is green in May.",
		"The surveyors poisoned the meadow with chalk.",
	} {
		x.Add(s, words.Read(s, 0))
	}
	for range 2 { // nothing is left of a search
		var got []int
		for _, m := range x.About(words, "surveyors had poisoned the meadow with chalk", 0.5) {
			got = append(got, m.Statement)
		}
		if diff := cmp.Diff([]int{3, 0}, got); diff != "" {
			t.Errorf("statements (-want +got):\n%s", diff)
		}
	}
	if got := (&Index{}).About(words, "the meadow", 0.1); got != nil {
		t.Errorf("an empty index has %v", got)
	}
}
