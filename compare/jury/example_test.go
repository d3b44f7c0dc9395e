package jury_test

import (
	"context"
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/jury"
)

func Example() {
	pair := compare.Pair{
		A: compare.Statement{Text: "The ferry terminal is open."},
		B: compare.Statement{Text: "The ferry terminal is not open."},
	}
	verdicts, err := jury.New().Judge(context.Background(), []compare.Pair{pair})
	if err != nil {
		fmt.Println(err)
		return
	}
	v := verdicts[0]
	fmt.Println(v.Label, v.Type, v.Rule)
	fmt.Println(v.Why)
	// Output:
	// contradiction negation polarity
	// One side says “not … open”, the other says “open”.
}
