package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// writePairs writes the pairs that are made of the measuring data in dir: the
// annotated headlines of SemEval STS 2013 to 2015, the pairs of claims of
// ClaimDiff, and as many pairs of claims from two stories.
func writePairs(dir string, out io.Writer) error {
	var all []pair
	for _, year := range []string{"2013", "2014", "2015"} {
		list, err := readHeadlines(filepath.Join(dir, "data", "sts", "headlines-"+year+".tsv"))
		if err != nil {
			return fmt.Errorf("headlines: %w", err)
		}
		all = append(all, list...)
	}
	claims, err := readClaims(filepath.Join(dir, "data", "pairs", "claimdiff-weaken.train.jsonl"))
	if err != nil {
		return fmt.Errorf("claims: %w", err)
	}
	e := json.NewEncoder(out)
	for _, p := range append(all, claims...) {
		if err := e.Encode(p); err != nil {
			return err
		}
	}
	return nil
}

func readHeadlines(path string) ([]pair, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []pair
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		score, err := strconv.ParseFloat(fields[0], 64)
		if err != nil || len(fields) < 3 {
			continue // not annotated
		}
		out = append(out, pair{Set: headlines, Gold: score, A: fields[1], B: fields[2]})
	}
	return out, lines.Err()
}

// readClaims makes of each pair of the file a second one: its first claim with
// the second one of a row drawn, with a fixed seed, from the other stories.
func readClaims(path string) ([]pair, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := decodeAll[struct {
		Topic string
		A     string `json:"claim_a"`
		B     string `json:"claim_b"`
	}](f)
	if err != nil {
		return nil, err
	}
	stories := map[string]bool{}
	for _, r := range rows {
		stories[r.Topic] = true
	}
	if len(stories) < 2 {
		return nil, fmt.Errorf("%s: all of it is one story", path)
	}
	draw := rand.New(rand.NewPCG(1, 2))
	var out []pair
	for _, r := range rows {
		other := rows[draw.IntN(len(rows))]
		for other.Topic == r.Topic {
			other = rows[draw.IntN(len(rows))]
		}
		out = append(out, pair{Set: sameStory, Gold: 1, A: r.A, B: r.B, Story: r.Topic}, pair{Set: sameStory, A: r.A, B: other.B})
	}
	return out, nil
}
