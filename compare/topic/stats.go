package topic

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

// prior is how many statements of a run weigh as much as the whole background:
// with so many, a stem's frequency is half the corpus's and half the run's.
const prior = 500

// unseen is the count taken for a stem that the background does not list; the
// file lists those that occur 25 times or more.
const unseen = 10

// Stats are what blocking and weighing know about the whole: in how many
// statements each stem occurs, in a corpus of news and in this run. They are
// small, can be added up from parts and sent to every worker. The zero value
// knows the background alone. Safe for concurrent use once it is complete.
type Stats struct {
	Statements int            // statements of the run
	Counts     map[string]int // stem -> statements of the run that hold it
}

// Count adds one statement.
func (s *Stats) Count(it *Item) { s.count(frequencies(reader(nil).terms(it.Text))) }

// frequencies counts the stems of a text.
func frequencies(terms []term) map[string]float64 {
	out := map[string]float64{}
	for _, t := range terms {
		out[t.stem]++
	}
	return out
}

// count adds one text by its stems.
func (s *Stats) count(stems map[string]float64) {
	if s.Counts == nil {
		s.Counts = map[string]int{}
	}
	s.Statements++
	for stem := range stems {
		s.Counts[stem]++
	}
}

// Add adds the statements of another part of the run.
func (s *Stats) Add(part *Stats) {
	if s.Counts == nil {
		s.Counts = map[string]int{}
	}
	s.Statements += part.Statements
	for stem, n := range part.Counts {
		s.Counts[stem] += n
	}
}

// IDF is the weight of a stem: the natural logarithm of one over the share of
// statements that hold it, about 2 for the commonest name and 11 for a new word.
func (s *Stats) IDF(stem string) float64 {
	bg := background()
	n, ok := bg.counts[stem]
	if !ok {
		n = unseen
	}
	share := float64(n) / float64(bg.paragraphs)
	run, of := 0.0, 0.0
	if s != nil {
		run, of = float64(s.Counts[stem]), float64(s.Statements)
	}
	return -math.Log((share*prior + run) / (prior + of))
}

// corpus is the embedded background: paragraphs of news and, for each stem, in
// how many of them it occurs. Light are the words that carry no topic.
type corpus struct {
	paragraphs int
	counts     map[string]int
	light      map[string]bool
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
