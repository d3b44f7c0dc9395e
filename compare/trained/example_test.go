package trained_test

import (
	"context"
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/trained"
)

func Example() {
	pair := compare.Pair{
		A: compare.Statement{Text: "The ferry was not damaged in the storm."},
		B: compare.Statement{Text: "The ferry was damaged in the storm."},
	}
	verdicts, err := trained.NewJudge().Judge(context.Background(), []compare.Pair{pair})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(verdicts[0].Label)
	fmt.Println(verdicts[0].Why)
	// Output:
	// contradiction
	// “not”, “damaged” on one side, “damaged” on the other: what one says the other turns off.
}

func ExampleModel_Scores() {
	reader := align.NewReader(lexicon.Default())
	a := reader.Read(compare.Statement{Text: "Forty farmers blocked the road to the port."})
	b := reader.Read(compare.Statement{Text: "The mayor opened a museum of glass."})
	m := trained.Default()
	fmt.Println(m.Gate(a, b), m.Scores(align.New(a, b)).Contradiction < .5)
	// Output: false true
}
