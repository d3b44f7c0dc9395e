package align_test

import (
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

func Example() {
	lex := lexicon.Default()
	a := align.Prepare(compare.Statement{Text: "The talks are frozen."}, lex)
	b := align.Prepare(compare.Statement{Text: "There is no break in dialogue."}, lex)
	for _, l := range align.New(a, b, lex).Links {
		x, y := a.Words[l.A], b.Words[l.B]
		fmt.Println(x.Norm, x.Off, y.Norm, y.Off)
	}
	// Output:
	// talks true dialogue false
}
