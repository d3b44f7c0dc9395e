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
	for _, m := range x.About(words, "poisoning the meadow in May", 0.3) {
		if m.Statement == 2 {
			t.Errorf("what is not poisoned was found")
		}
	}
	if got := x.About(words, "selling the meadow in May", 0.3); len(got) == 0 { // who sold it would not be found by the stem
		t.Errorf("an irregular verb was asked for")
	}
	if got := x.About(words, "they wanted to mow the green meadow in May", 0.3); got != nil {
		t.Errorf("who only grows was said to mow: %v", got)
	}
	if got := (&Index{}).About(words, "the meadow", 0.1); got != nil {
		t.Errorf("an empty index has %v", got)
	}
}

// TestWeighs knows a deed that is only spoken of.
func TestWeighs(t *testing.T) {
	for text, want := range map[string]bool{
		"To close the mill was wrong.":                               true,
		"For the council of the town to close the mill was wrong.":   true,
		"“For a mayor to close a mill is a scandal.”":                true,
		"For years the mill sent smoke to the town.":                 false,
		"For the first time the mill closed its gates to reporters.": false,
		"The council wants to close the mill.":                       false,
		"To the town the mill is dear.":                              false,
		"For years the mill tried to hide its smoke.":                false,
		"For the last decade the council refused to mend the dam.":   false,
		"To be clear, the dam is safe.":                              false,
		"To prevent floods, the council raised the wall.":            false,
		"": false,
	} {
		if got := weighs(text); got != want {
			t.Errorf("weighs(%q) = %t, want %t", text, got, want)
		}
	}
}
