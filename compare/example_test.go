package compare_test

import (
	"fmt"

	"crosscheck/claims"
	"crosscheck/compare"
)

// A statement may be joined from two stretches of its article; evidence found
// in it is moved back to where it stands.
func ExampleStatement_Locate() {
	article := `"The talks," she said, "are over."`
	s := compare.Statement{Text: "The talks, are over.", Pieces: []claims.Span{{Start: 1, End: 11}, {Start: 24, End: 33}}}
	for _, at := range s.Locate(claims.Span{Start: 4, End: 14}) {
		fmt.Println(at.In(article))
	}
	fmt.Println(s.Text[4:14])
	// Output:
	// talks,
	// are
	// talks, are
}
