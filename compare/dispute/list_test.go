package dispute

import (
	"strings"
	"testing"

	"crosscheck/claims/word"
)

// TestLists wants every line of the lists to be of a known class, in lower case.
func TestLists(t *testing.T) {
	for name, w := range word.Listed(wordList) {
		if classNames[name] == 0 || w != word.Norm(w) {
			t.Errorf("words.txt: %s: %s", name, w)
		}
	}
	for _, p := range patterns(verbList) {
		if _, ok := verbNames[p.class]; !ok {
			t.Errorf("verbs.txt: there is no class %q", p.class)
		}
	}
	for _, p := range patterns(openerList) {
		if p.class != "contrast" && p.class != "turns" && p.class != "points" {
			t.Errorf("openers.txt: there is no class %q", p.class)
		}
	}
	for _, list := range []string{verbList, openerList} {
		for line := range strings.Lines(list) {
			if !strings.HasPrefix(line, "#") && len(strings.Fields(line)) < 2 {
				t.Errorf("a line without words: %q", line)
			}
		}
	}
}

func TestHead(t *testing.T) {
	for source, want := range map[string]string{
		"clerk who led her to Lind's office": "clerk ",
		"failure to call Lind":               "failure ",
		"aide to Lind":                       "aide to Lind",
		"aide to the mayor":                  "aide to the mayor",
		"Lind's lawyer":                      "Lind's lawyer",
	} {
		if got := head(source); got != want {
			t.Errorf("head(%q) = %q, want %q", source, got, want)
		}
	}
}
