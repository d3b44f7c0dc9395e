package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/sentence"
	"crosscheck/claims/word"
	"crosscheck/claims/word/class"
)

// The first numbers of a ranked stream are no words: the boundary between two
// sentences, and any word that is too rare for a class.
const (
	boundary = iota
	rare
	reserved // how many there are
)

// corpus is a text as one stream of numbers.
type corpus struct {
	ids    map[string]int32
	words  []string
	counts []int
	stream []int32
}

func newCorpus() *corpus {
	c := &corpus{ids: map[string]int32{}}
	c.add("") // the boundary
	return c
}

// read adds the articles of the gzipped JSONL file at path.
func (c *corpus) read(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("opening %q: %w", path, err)
	}
	dec := json.NewDecoder(bufio.NewReaderSize(z, 1<<20))
	for row := 1; ; row++ {
		var a struct{ Body string }
		if err := dec.Decode(&a); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("row %d of %q: %w", row, path, err)
		}
		for paragraph := range strings.SplitSeq(a.Body, "\n") {
			c.paragraph(paragraph)
		}
	}
}

func (c *corpus) paragraph(text string) {
	for _, s := range sentence.Split(text, claims.Span{End: len(text)}) {
		c.sentence(word.Split(s.In(text), 0))
		c.add("")
	}
}

// sentence adds the words of a sentence. A full stop within it belongs to an
// abbreviation and is left out, so that "Mr. Peskov" is "mr peskov" and nothing
// is learnt of where a newspaper puts its dots.
func (c *corpus) sentence(words []word.Word) {
	last := len(words)
	for last > 0 && words[last-1].Punct {
		last--
	}
	for i, w := range words {
		if w.Norm != "." || i >= last {
			c.add(class.Shape(w.Norm))
		}
	}
}

func (c *corpus) add(w string) {
	id, ok := c.ids[w]
	if !ok {
		id = int32(len(c.words))
		w = strings.Clone(w) // not the article it stands in
		c.ids[w] = id
		c.words = append(c.words, w)
		c.counts = append(c.counts, 0)
	}
	c.counts[id]++
	c.stream = append(c.stream, id)
}

// rank renumbers the stream by frequency: [boundary], [rare], then the n most
// frequent words. It returns words and counts by number.
func (c *corpus) rank(n int) (words []string, counts []int) {
	order := make([]int32, 0, len(c.words)-1)
	for id, w := range c.words {
		if id != boundary && len(w) <= class.Longest {
			order = append(order, int32(id))
		}
	}
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(c.counts[b], c.counts[a]), cmp.Compare(c.words[a], c.words[b]))
	})
	order = order[:min(n, len(order))]
	number := make([]int32, len(c.words))
	for id := range number[1:] {
		number[id+1] = rare
	}
	words, counts = []string{"", ""}, []int{c.counts[0], 0}
	for _, id := range order {
		number[id] = int32(len(words))
		words, counts = append(words, c.words[id]), append(counts, c.counts[id])
	}
	for i, id := range c.stream {
		c.stream[i] = number[id]
		if number[id] == rare {
			counts[rare]++
		}
	}
	return words, counts
}

// covered is the share of the words of a ranked stream that are not rare.
func (c *corpus) covered() float64 {
	var all, known int
	for _, id := range c.stream {
		if id != boundary {
			all++
		}
		if id >= reserved {
			known++
		}
	}
	return float64(known) / float64(max(all, 1))
}
