package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"crosscheck/claims/word"
)

// counts are what the corpus tells of its words.
type counts struct {
	articles int            // all articles
	in       map[string]int // in how many articles a word occurs
	capital  map[string]int // in how many of them first with a capital, inside a sentence
	small    map[string]int // in how many of them first without one
}

// nameShare is the share of capitals inside sentences from which on a word is
// a name.
const nameShare = .85

// name reports whether w is mostly a name.
func (c *counts) name(w string) bool {
	return float64(c.capital[w]) > nameShare*float64(c.capital[w]+c.small[w])
}

// countWords counts the words of the corpus.
func countWords(path string) (*counts, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening the news corpus: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("reading %q: %w", path, err)
	}
	c := &counts{in: map[string]int{}, capital: map[string]int{}, small: map[string]int{}}
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var row struct{ Title, Body string }
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("reading %q: %w", path, err)
		}
		c.articles++
		c.add(row.Body)
	}
	return c, sc.Err()
}

// add counts one for each different word of text.
func (c *counts) add(text string) {
	seen, cased := map[string]bool{}, map[string]bool{}
	begin := true
	for _, w := range word.Split(text, 0) {
		n := strings.TrimSuffix(w.Norm, "'s")
		if !w.Punct && plain(n) {
			if !seen[n] {
				seen[n] = true
				c.in[strings.Clone(n)]++
			}
			if !begin && !cased[n] {
				cased[n] = true
				if w.Capital {
					c.capital[strings.Clone(n)]++
				} else {
					c.small[strings.Clone(n)]++
				}
			}
		}
		begin = w.Punct && w.Norm != ","
	}
}

// plain reports whether s is made of letters, hyphens and apostrophes only.
func plain(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && r != '-' && r != '\'' {
			return false
		}
	}
	return s != ""
}

// commonest returns the n words found in most articles, in alphabetical order.
func commonest(freq map[string]int, n int) []string {
	all := make([]string, 0, len(freq))
	for w := range freq {
		all = append(all, w)
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(freq[b], freq[a]), cmp.Compare(a, b))
	})
	all = all[:min(n, len(all))]
	slices.Sort(all)
	return all
}

// writeWords writes one line a word: form, number of articles with an N behind
// it for a name, dictionary forms where they are not just the form. The first
// line has the number of all articles.
func writeWords(path string, words []string, c *counts, forms map[string][]string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# articles\t%d\n", c.articles)
	for _, w := range words {
		fmt.Fprintf(&b, "%s\t%d", w, c.in[w])
		if c.name(w) {
			b.WriteByte('N')
		}
		if f := forms[w]; len(f) > 1 || len(f) == 1 && f[0] != w {
			fmt.Fprintf(&b, "\t%s", strings.Join(f, " "))
		}
		b.WriteByte('\n')
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
