package dispute

import (
	"cmp"
	"slices"

	"crosscheck/compare/term"
)

// Index finds the statements of a story that are about something, by their
// words. The zero value is empty; it is not for use by several at once.
type Index struct {
	postings map[uint32][]int32 // stem -> the statements that have it, in order
	texts    []string
	polarity []polarity // of the texts, as far as it was asked for
	share    []float32  // of the search in hand, for each statement
	words    []int16
}

// polarity says whether a text says no.
type polarity uint8

const (
	unread polarity = iota
	plain
	saysNo
)

// negated reports whether statement i says no.
func (x *Index) negated(i int32) bool {
	if x.polarity[i] == unread {
		x.polarity[i] = plain
		if negated(x.texts[i]) {
			x.polarity[i] = saysNo
		}
	}
	return x.polarity[i] == saysNo
}

// Match is a statement that is about what was looked for.
type Match struct {
	Statement int
	Share     float64 // of the weight of what was looked for, in (0, 1]
	Words     int     // how many of its words other than names
}

// mostPostings is how many statements a word may be in that finds any: one that
// half of a large story has tells nothing.
const mostPostings = 1000

// Add adds the next statement, which is number 0 if it is the first.
func (x *Index) Add(text string, tokens []term.Token) {
	if x.postings == nil {
		x.postings = map[uint32][]int32{}
	}
	i := int32(len(x.texts))
	for _, t := range tokens {
		if list := x.postings[t.ID]; len(list) == 0 || list[len(list)-1] != i {
			x.postings[t.ID] = append(list, i)
		}
	}
	x.texts, x.polarity = append(x.texts, text), append(x.polarity, unread)
	x.share, x.words = append(x.share, 0), append(x.words, 0)
}

// does reports whether statement i speaks of a deed.
func (x *Index) does(i int32, deed uint32) bool {
	if deed == 0 {
		return true
	}
	_, ok := slices.BinarySearch(x.postings[deed], i)
	return ok
}

// About returns the statements that have at least a share of the weight of the
// words of a text, the best first. Where the text says no they do too, and
// where it does not they do not; and what it says was done ("releasing the files") they
// say too.
func (x *Index) About(words *term.Reader, text string, share float64) []Match {
	p := page{terms: words}
	t := p.about(text)
	var touched []int32
	for _, w := range t.stems {
		list := x.postings[w.id]
		if len(list) > mostPostings {
			continue
		}
		for _, i := range list {
			if x.share[i] == 0 {
				touched = append(touched, i)
			}
			x.share[i] += w.weight
			if !w.name {
				x.words[i]++
			}
		}
	}
	deed := p.deed(text)
	if deed == 0 {
		deed = p.done(text)
	}
	var out []Match
	for _, i := range touched {
		if s := float64(x.share[i] / t.total); s >= share && x.negated(i) == t.negated && x.does(i, deed) {
			out = append(out, Match{int(i), s, int(x.words[i])})
		}
		x.share[i], x.words[i] = 0, 0
	}
	slices.SortFunc(out, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.Statement, b.Statement))
	})
	return out
}
