package cross_test

import (
	"compress/gzip"
	"fmt"
	"math"
	"os"

	"crosscheck/compare/token"
	"crosscheck/compare/trained/cross"
)

// What the network is given of a pair.
func ExampleJoin() {
	tokens, err := token.Default()
	if err != nil {
		fmt.Println(err)
		return
	}
	reader, err := cross.NewReader(tokens)
	if err != nil {
		fmt.Println(err)
		return
	}
	a, _ := reader.Encode("The bridge is closed.")
	b, _ := reader.Encode("The bridge is not closed.")
	in := cross.Join(a, b)
	fmt.Println(in.Sides)
	fmt.Println(in.Met)
	// Output:
	// [0 0 0 0 0 0 0 1 1 1 1 1 1 1]
	// [0 2 2 2 2 2 0 2 2 2 1 2 2 0]
}

// A network from a file: here one that nobody has trained, and whose opinions are
// worth nothing.
func ExampleRead() {
	f, err := os.Open("testdata/toy.bin.gz")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	weights, err := gzip.NewReader(f)
	if err != nil {
		fmt.Println(err)
		return
	}
	model, err := cross.Read(weights)
	if err != nil {
		fmt.Println(err)
		return
	}
	// Each statement is cut into pieces once, and then meets any number of others.
	a, b := model.Encode("The bridge is closed."), model.Encode("The bridge is not closed.")
	there, back := model.Both(a, b), model.Both(b, a)
	fmt.Println(math.Abs(there.Contradiction-back.Contradiction) < 1e-9)
	// Output: true
}
