package align_test

import (
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

func Example() {
	r := align.NewReader(lexicon.Default())
	a := r.Read(compare.Statement{Text: "The talks are frozen."})
	b := r.Read(compare.Statement{Text: "There is no break in dialogue."})
	for _, l := range align.New(a, b).Links {
		x, y := a.Words[l.A], b.Words[l.B]
		fmt.Println(x.Norm, x.Off, y.Norm, y.Off)
	}
	// Output:
	// talks true dialogue false
}
