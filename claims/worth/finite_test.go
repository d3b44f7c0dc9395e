package worth

import (
	"fmt"
	"testing"

	"crosscheck/claims/word"
)

func ExampleFinite() {
	fmt.Println(Finite(word.Split("The mill employs 140 people", 0)), Finite(word.Split("The plans for a bridge", 0)))
	// Output: 2 -1
}

func TestFinite(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The mill employs 140 people.", "employs"},
		{"Nine ships carry coal.", "carry"},
		{"Police rarely investigate such fires.", "investigate"},
		{"Fifteen people died.", "died"},
		{"The law names twelve firms.", "names"},
		{"Rosa Field plans to sell it.", "plans"},
		{"Names and numbers of the nine ships.", ""},
		{"The new plans to close the depot.", ""},
		{"The issues that nobody meets.", ""},
		{"A way to include the canal.", ""},
		{"The Canal Employs Trust.", ""},
		{"The depot's gate.", ""},
		{"", ""},
	}
	for _, c := range tests {
		words, got := word.Split(c.text, 0), ""
		if k := Finite(words); k >= 0 {
			got = words[k].Norm
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
