package eval_test

import (
	"context"
	"fmt"

	"crosscheck/claims/extract"
	"crosscheck/compare/eval"
)

// A corpus of one text that two people marked, in PolNeAR's layout.
func Example() {
	texts, warnings, err := eval.ReadPolNeAR("testdata/corpus")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, w := range warnings {
		fmt.Printf("%s:%d: %s\n", w.Path, w.Line, w.Reason)
	}
	found, err := eval.Extract(context.Background(), extract.Finder{}, texts)
	if err != nil {
		fmt.Println(err)
		return
	}
	table := eval.Score(texts, found)
	for _, row := range table.Content {
		fmt.Printf("%-8s %d marked\n", row.Kind, row.Loose.Gold) // how many of them are found: row.Loose.Found
	}
	// Output:
	// testdata/corpus/attributions/lost_a1.ann:0: has no text: there is no text/lost_a1.txt
	// testdata/corpus/attributions/roof_a2.ann:3: E1: Source:T7 points at nothing
	// testdata/corpus/attributions/roof_a2.ann:4: is no line of an annotation: it does not begin with an ID and a tab
	// direct   0 marked
	// mixed    1 marked
	// indirect 3 marked
	// all      4 marked
}
