package report

import (
	"slices"
	"strings"
	"unicode"

	"crosscheck/compare"
)

// Change is a run of words that two versions of a text share, or that one of
// them has alone.
type Change struct {
	Text string
	Only string // "" for both, "a" or "b" for the one that has it
}

// The bounds on a comparison word by word.
const (
	maxDiffer  = 400 // words of one version: what two columns of a newspaper's page hold
	leastAlike = 0.4 // share of the shorter version that both must have; below, colours would hide rather than show
	around     = 8   // words of a sentence before the first or behind the last word that both have; of more, none is shown
)

// wordByWord compares the two claims of a finding word by word.
func (f *filler) wordByWord(x compare.Finding) []Change {
	a, b := f.claims[x.A], f.claims[x.B]
	if a == nil || b == nil {
		return nil
	}
	return differ(clean(a.Text), clean(b.Text))
}

// differ compares two versions of a text word by word, without regard to case,
// punctuation and the shape of quotation marks: the longest common subsequence
// (Wagner and Fischer 1974). It is nil where they have too little in common,
// and where nothing differs.
func differ(a, b string) []Change {
	wa, wb := strings.Fields(a), strings.Fields(b)
	if len(wa) == 0 || len(wb) == 0 || len(wa) > maxDiffer || len(wb) > maxDiffer {
		return nil
	}
	links := lateCommon(folded(wa), folded(wb))
	if len(links) == 0 || float64(len(links)) < leastAlike*float64(min(len(wa), len(wb))) {
		return nil
	}
	var out changes
	i, j := 0, 0
	for n, l := range links {
		if n == 0 {
			out.ends(before(wa[:l[0]]), before(wb[:l[1]]), true)
		} else {
			out.add("a", wa[i:l[0]])
			out.add("b", wb[j:l[1]])
		}
		out.add("", wa[l[0]:l[0]+1])
		i, j = l[0]+1, l[1]+1
	}
	out.ends(behind(wa, i), behind(wb, j), false)
	if !slices.ContainsFunc(out, func(c Change) bool { return c.Only != "" }) {
		return nil
	}
	return out
}

// changes are what two versions have, in the making.
type changes []Change

// add appends words, to the last change where that is of the same kind.
func (c *changes) add(only string, words []string) {
	if len(words) == 0 {
		return
	}
	text := strings.Join(words, " ")
	if last := len(*c) - 1; last >= 0 && (*c)[last].Only == only {
		(*c)[last].Text += " " + text
		return
	}
	*c = append(*c, Change{text, only})
}

// end is what one version has before the first or behind the last word that
// both have: an outlet that quotes more of a speech does not quote it otherwise,
// so only the sentence counts that the two have in common.
type end struct {
	words []string
	cut   bool // more is left out
}

// ends appends both versions' ends, with an ellipsis on the outer side where
// something is left out.
func (c *changes) ends(a, b end, first bool) {
	dots := []string{"…"}
	if first && (a.cut || b.cut) {
		c.add("", dots)
	}
	c.add("a", a.words)
	c.add("b", b.words)
	if !first && (a.cut || b.cut) {
		c.add("", dots)
	}
}

// before are the words of the sentence that leads into what both have.
func before(words []string) end {
	i := len(words)
	for i > 0 && !closes(words[i-1]) {
		i--
	}
	if len(words)-i > around {
		i = len(words)
	}
	return end{words[i:], i > 0}
}

// behind are the words that end the sentence begun before words[at:].
func behind(words []string, at int) end {
	i := at
	for i < len(words) && (i == 0 || !closes(words[i-1])) {
		i++
	}
	if i-at > around {
		i = at
	}
	return end{words[at:i], i < len(words)}
}

// closes reports whether a sentence may end with the word.
func closes(word string) bool {
	word = strings.TrimRight(word, `"'”’)]`)
	return strings.HasSuffix(word, ".") || strings.HasSuffix(word, "!") || strings.HasSuffix(word, "?")
}

// folded are the words as they are compared.
func folded(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		w = strings.TrimFunc(strings.ToLower(w), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		out[i] = strings.NewReplacer("’", "'", "‘", "'").Replace(w)
	}
	return out
}

// lateCommon is common with every match as late as can be: what comes in between
// is then told whole, as "and (if it rains) stays shut", and not "(if" and "rains" apart.
func lateCommon(a, b []string) [][2]int {
	slices.Reverse(a)
	slices.Reverse(b)
	links := common(a, b)
	slices.Reverse(links)
	for i, l := range links {
		links[i] = [2]int{len(a) - 1 - l[0], len(b) - 1 - l[1]}
	}
	return links
}

// common are the places of a longest common subsequence, in order. Words that
// are nothing but punctuation match nothing.
func common(a, b []string) [][2]int {
	longest := make([][]int16, len(a)+1) // of a[i:] and b[j:]
	for i := range longest {
		longest[i] = make([]int16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if a[i] == b[j] && a[i] != "" {
				longest[i][j] = max(longest[i][j], longest[i+1][j+1]+1)
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j] && a[i] != "" && longest[i][j] == longest[i+1][j+1]+1:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}
