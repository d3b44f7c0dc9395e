package term

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed stems.txt
var stemCounts string

//go:embed light.txt
var lightWords string

// prior is how many statements at hand weigh as much as the whole background:
// with so many, a stem's frequency is half the corpus's and half theirs.
const prior = 500

// unseen is the count taken for a stem that the background does not list; the
// file lists those that occur 25 times or more.
const unseen = 10

// Weight is how much a term says in a text, its inverse document frequency: the
// natural logarithm of one over the share of statements that hold it, about 2
// for the commonest name and 11 for a new word. count and of are how many of
// the statements at hand hold it and how many these are: what everybody in a
// story speaks of tells little there. With 0 of 0 the news alone decide.
func (t *Term) Weight(count, of int) float32 {
	return float32(-math.Log((t.Share*prior + float64(count)) / float64(prior+of)))
}

// corpus is the embedded background: paragraphs of news and, for each stem, in
// how many of them it occurs. Light are the words that carry no topic.
type corpus struct {
	paragraphs int
	counts     map[string]int
	light      map[string]bool
}

// share is the share of the paragraphs that hold a stem.
func (c *corpus) share(stem string) float64 {
	n, ok := c.counts[stem]
	if !ok {
		n = unseen
	}
	return float64(n) / float64(max(1, c.paragraphs))
}

// background reads the embedded files, once.
var background = sync.OnceValue(func() *corpus {
	c := &corpus{counts: map[string]int{}, light: map[string]bool{}}
	for line := range strings.Lines(stemCounts) {
		stem, count, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok {
			stem, count = "", stem
		}
		n, err := strconv.Atoi(count)
		switch {
		case err != nil:
			continue // a test reads every line
		case stem == "":
			c.paragraphs = n
		default:
			c.counts[stem] = n
		}
	}
	for line := range strings.Lines(lightWords) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			c.light[w] = true
		}
	}
	return c
})
