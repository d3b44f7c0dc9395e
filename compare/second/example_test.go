package second_test

import (
	"context"
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/second"
)

// doubter is a second judge that believes nothing.
type doubter struct{}

func (doubter) Name() string { return "doubter/1" }

func (doubter) Scores(_ context.Context, pairs []compare.Pair) ([]compare.Scores, error) {
	out := make([]compare.Scores, len(pairs))
	for i := range out {
		out[i] = compare.Scores{Neutral: 1}
	}
	return out, nil
}

func ExampleAsk() {
	cases := []second.Case{{
		Pair:  compare.Pair{A: compare.Statement{Text: "The bridge is open."}, B: compare.Statement{Text: "The bridge is shut."}},
		Score: .8,
	}}
	out, err := second.Ask(context.Background(), cases, second.Options{Scorer: doubter{}, Least: second.Least, Most: second.Most})
	fmt.Println(out.Asked, out.Second[0], err)
	// Output: 1 0 <nil>
}
