package rule

import (
	_ "embed" // the word lists
	"fmt"
	"slices"
	"strings"
	"sync"

	"crosscheck/claims/word"
)

//go:embed data/views.txt
var viewsFile string

//go:embed data/appraisal.txt
var appraisalFile string

// entry is a word or phrase of the lists.
type entry struct {
	matter uint8
	sign   int8     // 1 or -1; 0 takes no side
	words  []string // dictionary forms
	exact  bool     // stands for that form alone
}

// matters are the word lists.
type matters struct {
	names   []string
	entries map[string][]entry   // by their first word
	first   *word.Table[[]entry] // the same, for asking
}

// wordLists are the embedded lists.
var wordLists = sync.OnceValue(func() *matters {
	m, err := parseMatters(viewsFile, appraisalFile)
	if err != nil { // a test reads the same files
		return &matters{first: &word.Table[[]entry]{}}
	}
	return m
})

// signOf are the signs of the lines of the lists.
var signOf = map[string]int8{"+": 1, "-": -1, "0": 0}

// mostMatters is how many matters a reading has bits for.
const mostMatters = 32

// parseMatters reads lists of lines "matter sign words". The error names the
// line.
func parseMatters(files ...string) (*matters, error) {
	m := &matters{entries: map[string][]entry{}}
	for _, file := range files {
		n := 0
		for line := range strings.Lines(file) {
			n++
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			if err := m.add(line); err != nil {
				return nil, fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	m.first = word.NewTable(m.entries)
	return m, nil
}

// add reads a line.
func (m *matters) add(line string) error {
	part := strings.SplitN(line, " ", 3)
	if len(part) < 3 {
		return fmt.Errorf("%q is not a matter, a sign and words", line)
	}
	sign, ok := signOf[part[1]]
	matter := m.index(part[0])
	if !ok || matter >= mostMatters {
		return fmt.Errorf("%q is no sign, or there are more than %d matters\nhint: the signs are +, - and 0", part[1], mostMatters)
	}
	for one := range strings.SplitSeq(part[2], ",") {
		text, exact := strings.CutPrefix(strings.TrimSpace(one), "=")
		words := strings.Fields(text)
		if len(words) == 0 {
			return fmt.Errorf("%q has an empty entry", part[0])
		}
		m.entries[words[0]] = append(m.entries[words[0]], entry{uint8(matter), sign, words, exact})
	}
	return nil
}

// index is the number of a matter, a new one where it has none.
func (m *matters) index(name string) int {
	if i := slices.Index(m.names, name); i >= 0 {
		return i
	}
	m.names = append(m.names, name)
	return len(m.names) - 1
}

// number is the number of a matter, -1 where it has none.
func (m *matters) number(name string) int { return slices.Index(m.names, name) }
