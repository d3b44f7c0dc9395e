// Command bench compares package topic's similarity with npm's fuzzball and
// Debian's python3-rapidfuzz on the same pairs. run.sh does it all:
//
//  1. bench pairs writes the pairs, made of the measuring data (pairs.go);
//  2. bench ours, fuzzball.mjs and rapidfuzz_scores.py each read them and write
//     a result for every scorer: its scores and the time they took (ours.go);
//  3. bench table makes the table of all results (table.go).
//
// It is no part of the tests: it fetches the other two from their registries.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "bench: %v\nhint: compare/topic/bench/run.sh calls it as it should be called\n", err)
		os.Exit(2)
	}
}

func run(args []string, in io.Reader, out io.Writer) error {
	switch {
	case len(args) == 2 && args[0] == "pairs":
		return writePairs(args[1], out)
	case len(args) == 1 && args[0] == "ours":
		return writeOurs(in, out)
	case len(args) == 2 && args[0] == "table":
		return writeTable(args[1], in, out)
	}
	return errors.New("usage: bench pairs DATA | bench ours < PAIRS | bench table PAIRS < RESULTS")
}

// pair is two texts and what people say of them.
type pair struct {
	Set  string  `json:"set"`  // headlines or claims
	Gold float64 `json:"gold"` // headlines: how alike, from 0 to 5; claims: 1 of one story, 0 of two
	A    string  `json:"a"`
	B    string  `json:"b"`

	Story string `json:"story,omitempty"` // claims of one story: its name
}

// The sets of pairs.
const headlines, sameStory = "headlines", "claims"

// result is what one scorer made of all pairs, in their order.
type result struct {
	Tool    string    `json:"tool"`   // with its version
	Scorer  string    `json:"scorer"` // the function
	Pairs   int       `json:"pairs"`  // that were timed
	Seconds float64   `json:"seconds"`
	Scores  []float64 `json:"scores"` // nil where only the time counts
}

// decodeAll reads JSON values up to the end.
func decodeAll[T any](in io.Reader) ([]T, error) {
	var out []T
	for d := json.NewDecoder(in); ; {
		var v T
		err := d.Decode(&v)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading value %d: %w", len(out)+1, err)
		}
		out = append(out, v)
	}
}
