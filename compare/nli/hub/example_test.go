package hub_test

import (
	"fmt"

	"crosscheck/compare/nli/hub"
)

// What the table says of a model.
func Example() {
	m, err := hub.Named("nli-deberta-v3-base")
	if err != nil {
		fmt.Println(err)
		return
	}
	bytes, _ := hub.Total(m.For("amd64"))
	fmt.Println(m.Repository, m.Licence)
	fmt.Printf("%.3f on MNLI mismatched, %d MB\n", m.Accuracy("MNLI mismatched"), bytes/1e6)
	// Output:
	// cross-encoder/nli-deberta-v3-base Apache-2.0
	// 0.900 on MNLI mismatched, 747 MB
}
