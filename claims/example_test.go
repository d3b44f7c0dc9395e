package claims_test

import (
	"fmt"

	"crosscheck/claims"
)

func ExampleSpan() {
	a := claims.Article{Text: "“It is over,” Lee said."}
	c := claims.Claim{Content: []claims.Span{{Start: 3, End: 14}}}
	for _, s := range c.Content {
		fmt.Println(s.In(a.Text), s.Len())
	}
	// Output: It is over, 11
}
