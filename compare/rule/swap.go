package rule

import (
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// swap finds two statements that differ in one word, where both words are of
// one kind: two names, two trades, two colours.
var swap = Rule{
	ID:   "swap",
	Doc:  `The two sides are alike but for one name or noun, each of the same kind: "the fire began in the kitchen" / "the fire began in the cellar".`,
	Type: compare.Lexical,
	Run:  swappedWord,
	May:  func(*glance) bool { return false }, // it never scores Flag (TestRegistry)
}

func swappedWord(al *align.Alignment, _ compare.Pair) (Opposition, bool) {
	i, j := only(al.A, al.ToB), only(al.B, al.ToA)
	if i < 0 || j < 0 {
		return Opposition{}, false
	}
	a, b := &al.A.Words[i], &al.B.Words[j]
	if a.Off != b.Off || dayOrMonth(a) || dayOrMonth(b) || a.Class&lexicon.Saying != 0 {
		return Opposition{}, false
	}
	grade, ok := oneKind(a, b)
	if !ok || !beside(al, i, j) {
		return Opposition{}, false
	}
	o := Opposition{Rule: "swap", Type: compare.Lexical, Grade: grade, A: []int{i}, B: []int{j}}
	o.share(al)
	o.Cover = o.Even
	o.Why = func() string {
		return fmt.Sprintf("The sides differ in %s and %s and in nothing else.", quoted(al.A, i), quoted(al.B, j))
	}
	return o, true
}

// only returns the one content word without a counterpart, -1 where there is
// none or more than one.
func only(s *align.Statement, to []int) int {
	at := -1
	for _, i := range s.Content {
		if to[i] < 0 {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

// oneKind reports whether two words name things of one kind, and grades how
// surely both cannot be meant: names are told apart by more than their words.
func oneKind(a, b *align.Word) (int, bool) {
	if a.Name || b.Name {
		return 1, a.Name && b.Name
	}
	return 0, a.Alike(b) >= leastAlike
}

// leastAlike is the cosine from which on two words are of one kind.
const leastAlike = .3

// beside reports whether the words before or behind i and j are the same.
func beside(al *align.Alignment, i, j int) bool {
	before := i > 0 && j > 0 && al.A.Words[i-1].Norm == al.B.Words[j-1].Norm || i == 0 && j == 0
	behind := i+1 < len(al.A.Words) && j+1 < len(al.B.Words) && al.A.Words[i+1].Norm == al.B.Words[j+1].Norm
	return before || behind
}
