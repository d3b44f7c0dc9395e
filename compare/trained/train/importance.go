package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"crosscheck/compare/trained"
	"crosscheck/compare/trained/boost"
)

// importance prints the features by how often the forest asks for them.
func importance(w io.Writer, f *boost.Forest) {
	names, asked := trained.Names(), f.Asked()
	order := make([]int, len(names))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(asked[b], asked[a]) })
	fmt.Fprintf(w, "\nasked for most often:")
	for _, i := range order[:min(30, len(order))] {
		fmt.Fprintf(w, " %s %d", names[i], asked[i])
	}
	fmt.Fprintln(w)
	fmt.Fprintf(w, "never asked for:")
	for _, i := range order {
		if asked[i] == 0 {
			fmt.Fprintf(w, " %s", names[i])
		}
	}
	fmt.Fprintln(w)
}
