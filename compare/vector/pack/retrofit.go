package main

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"crosscheck/claims/word"
)

// turns is how often retrofitting passes over the words, as in the paper.
const turns = 10

// retrofit draws each vector towards those of its synonyms and of the words
// with its stem (Faruqui et al. 2015): half of it stays its own, half becomes
// the mean of theirs. What news keeps apart for its own reasons ("contacts"
// stands with the names of one affair) meets again.
func retrofit(vocabulary []string, rows [][]float64, synonyms [][2]string) {
	near := neighbours(vocabulary, synonyms)
	own := make([][]float64, len(rows))
	for i, row := range rows {
		scale(row, 1/max(length(row), 1e-12))
		own[i] = slices.Clone(row)
	}
	for range turns {
		for i, row := range rows {
			if len(near[i]) == 0 {
				continue
			}
			copy(row, own[i])
			for _, j := range near[i] {
				add(row, rows[j], 1/float64(len(near[i])))
			}
			scale(row, 0.5)
		}
	}
}

// neighbours are the rows of each word's synonyms and of the words of its stem.
func neighbours(vocabulary []string, synonyms [][2]string) [][]int {
	near := make([][]int, len(vocabulary))
	join := func(i, j int) { near[i], near[j] = append(near[i], j), append(near[j], i) }
	row := map[string]int{}
	stems := map[string][]int{}
	for i, w := range vocabulary {
		row[w] = i
		stem := word.Stem(w)
		for _, j := range stems[stem] {
			join(i, j)
		}
		stems[stem] = append(stems[stem], i)
	}
	for _, pair := range synonyms {
		i, here := row[pair[0]]
		j, there := row[pair[1]]
		if here && there && i != j {
			join(i, j)
		}
	}
	for i := range near {
		slices.Sort(near[i])
		near[i] = slices.Compact(near[i])
	}
	return near
}

// pairs reads two words a line.
func pairs(r io.Reader) ([][2]string, error) {
	var out [][2]string
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		if f := strings.Fields(lines.Text()); len(f) == 2 {
			out = append(out, [2]string{f[0], f[1]})
		}
	}
	return out, lines.Err()
}
