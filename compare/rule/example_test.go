package rule_test

import (
	"context"
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/rule"
)

func Example() {
	pair := compare.Pair{
		A: compare.Statement{Text: "Talks with the islanders are frozen."},
		B: compare.Statement{Text: "There has been no break in talks with the islanders."},
	}
	verdicts, err := rule.New().Judge(context.Background(), []compare.Pair{pair})
	if err != nil {
		fmt.Println(err)
		return
	}
	v := verdicts[0]
	fmt.Println(v.Label, v.Type, v.Rule)
	fmt.Println(v.Why)
	// Output:
	// contradiction negation polarity
	// “frozen” denies “Talks”; “no … break in” affirms “talks”.
}
