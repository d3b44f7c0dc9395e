package dispute_test

import (
	"fmt"

	"crosscheck/claims"
	"crosscheck/claims/extract"
	"crosscheck/compare/dispute"
	"crosscheck/compare/term"
)

func ExampleFind() {
	text := "Maria Lind said the dam was safe. The water ministry rejected Ms. Lind's claim."
	a := claims.Article{ID: "a_1", Text: text, Blocks: []claims.Block{{Span: claims.Span{End: len(text)}, Kind: claims.Paragraph}}}
	list := extract.Claims(a)
	for _, d := range dispute.Find(&term.Reader{}, &a, list) {
		fmt.Printf("%s %s %q\n", list[d.By].Speaker.Name, d.Kind, d.At[0].In(text))
		fmt.Printf("of %s: %s\n", list[d.Of[0].Claim].Speaker.Name, claims.Join(text, d.Of[0].At))
	}
	// Output:
	// water ministry rejects "rejected Ms. Lind's claim"
	// of Maria Lind: the dam was safe
}
