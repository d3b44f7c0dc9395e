// Command pack turns fastText's text file of word vectors into the file that
// package vector embeds:
//
//  1. the first words of the file, which are the most frequent, are kept;
//
//  2. what all vectors have in common is taken off (Mu and Viswanath 2018);
//
//  3. vectors are drawn towards those of listed synonyms (Faruqui et al. 2015);
//
//  4. each vector is quantised to bytes in its own scale.
//
//     go run ./compare/vector/pack -synonyms ppdb_synonyms.txt news.vec compare/vector/vectors.bin
//
// With -near it writes, instead, which rows of the vectors that are embedded now are
// near which, for vector.AppendNear:
//
//	go run ./compare/vector/pack -near compare/vector/near.bin
//
// The same input gives the same bytes.
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"crosscheck/compare/vector"
)

func main() {
	words := flag.Int("words", 32000, "how many words to keep")
	common := flag.Int("common", 2, "how many common directions to take off")
	synonyms := flag.String("synonyms", "", "a file of synonyms, two words a line; none where empty")
	near := flag.String("near", "", "write which rows of the embedded vectors are near which to this file, and nothing else")
	flag.Parse()
	err := error(nil)
	if *near != "" {
		err = writeNear(*near)
	} else {
		err = run(flag.Arg(0), flag.Arg(1), *synonyms, *words, *common)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "pack: %v\nhint: go run ./compare/vector/pack news.vec vectors.bin\n", err)
		os.Exit(2)
	}
}

// run reads the vectors at in and writes the packed file out.
func run(in, out, synonyms string, words, common int) error {
	f, err := os.Open(in)
	if err != nil {
		return err
	}
	defer f.Close()
	vocabulary, rows, err := read(f, words)
	if err != nil {
		return fmt.Errorf("reading %q: %w", in, err)
	}
	whiten(rows, common)
	if synonyms != "" {
		list, err := os.ReadFile(synonyms)
		if err != nil {
			return err
		}
		known, err := pairs(bytes.NewReader(list))
		if err != nil {
			return fmt.Errorf("reading %q: %w", synonyms, err)
		}
		retrofit(vocabulary, rows, known)
	}
	return os.WriteFile(out, pack(vocabulary, rows), 0o644)
}

// read returns the first n words of fastText's text format and their vectors,
// in alphabetical order. Its end-of-line mark and whatever holds no letter is
// left out.
func read(r io.Reader, n int) ([]string, [][]float64, error) {
	lines := bufio.NewScanner(r)
	lines.Scan() // the header: words and dimensions
	rows := map[string][]float64{}
	for lines.Scan() && len(rows) < n {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 || fields[0] == "</s>" || !strings.ContainsFunc(fields[0], unicode.IsLetter) {
			continue
		}
		row := make([]float64, len(fields)-1)
		for d, field := range fields[1:] {
			x, err := strconv.ParseFloat(field, 64)
			if err != nil {
				return nil, nil, fmt.Errorf("word %q: %w", fields[0], err)
			}
			row[d] = x
		}
		rows[fields[0]] = row
	}
	if len(rows) == 0 {
		return nil, nil, errors.Join(lines.Err(), errors.New("no vectors"))
	}
	vocabulary := make([]string, 0, len(rows))
	for w := range rows {
		vocabulary = append(vocabulary, w)
	}
	slices.Sort(vocabulary)
	ordered := make([][]float64, len(vocabulary))
	for i, w := range vocabulary {
		ordered[i] = rows[w]
	}
	return vocabulary, ordered, lines.Err()
}

// pack lays the file out as [vector.Magic] tells.
func pack(vocabulary []string, rows [][]float64) []byte {
	list := strings.Join(vocabulary, "\n") + "\n"
	out := []byte(vector.Magic)
	for _, x := range []int{len(rows), len(rows[0]), len(list)} {
		out = binary.LittleEndian.AppendUint32(out, uint32(x))
	}
	out = append(out, list...)
	for _, row := range rows {
		out = append(out, quantise(row)...)
	}
	return out
}

// quantise scales a vector so that its largest number becomes 127.
func quantise(row []float64) []byte {
	largest := 0.0
	for _, x := range row {
		largest = max(largest, math.Abs(x))
	}
	out := make([]byte, len(row))
	for d, x := range row {
		if largest > 0 {
			out[d] = byte(int8(math.Round(127 * x / largest)))
		}
	}
	return out
}
