package lexicon_test

import (
	"fmt"

	"crosscheck/compare/lexicon"
)

func Example() {
	l := lexicon.Default()
	fmt.Println(l.Antonyms("approved", "rejecting"))
	rel, weight := l.Related("communicate", "communication")
	fmt.Println(rel&lexicon.Derivation != 0, weight)
	fmt.Println(l.Look("collapsed").Class&lexicon.StopsSubject != 0)
	// Output:
	// true
	// true 0.9
	// true
}
