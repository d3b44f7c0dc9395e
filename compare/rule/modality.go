package rule

import (
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// modality finds one speaker's words made firmer or weaker.
var modality = Rule{
	ID:   "modality",
	Doc:  `The same is said of one speaker as certain on one side and as possible on the other: "the plant will close" / "the plant may close".`,
	Type: compare.Modality,
	Run:  weakened,
	May:  mayWeaken,
}

func mayWeaken(g *glance) bool {
	if !g.speaker || !g.a.maybe && !g.b.maybe {
		return false
	}
	for _, c := range g.common(1) {
		if _, _, ok := unequal(g.a.Statement, g.b.Statement, c.A, c.B); ok {
			return true
		}
	}
	return false
}

// unequal reports whether word i of a and word j of b, which are one, are not
// said to be equally certain, and returns their modal verbs, -1 for none.
func unequal(a, b *align.Statement, i, j int) (m, n int, ok bool) {
	if a.Words[i].Name || a.Words[i].Off != b.Words[j].Off {
		return -1, -1, false
	}
	m, x := modalBefore(a, i)
	n, y := modalBefore(b, j)
	const likely = lexicon.Maybe | lexicon.Probable
	return m, n, x == lexicon.Maybe && y&likely == 0 || y == lexicon.Maybe && x&likely == 0
}

func weakened(al *align.Alignment, p compare.Pair) (Opposition, bool) {
	if !sameSpeaker(p) {
		return Opposition{}, false // from two mouths it is a difference of opinion
	}
	for _, l := range al.Links {
		i, j, ok := unequal(al.A, al.B, l.A, l.B)
		if l.Kind > align.Lemma || !ok {
			continue
		}
		o := Opposition{Rule: "modality", Type: compare.Modality, A: trim(i, l.A), B: trim(j, l.B)}
		o.share(al)
		o.Cover = o.Even
		o.Why = func() string {
			return fmt.Sprintf("%s and %s are not equally certain.", quoted(al.A, o.A...), quoted(al.B, o.B...))
		}
		return o, true
	}
	return Opposition{}, false
}

// modalReach is how many words a modal verb may stand before its verb.
const modalReach = 3

// modalBefore returns the modal verb before word i and its strength, -1 and 0
// where there is none.
func modalBefore(s *align.Statement, i int) (int, lexicon.Class) {
	for k := i - 1; k >= 0 && k >= i-modalReach && s.Words[k].Clause == s.Words[i].Clause; k-- {
		if c := s.Words[k].Class & (lexicon.Sure | lexicon.Probable | lexicon.Maybe); c != 0 {
			return k, c & -c
		}
		if s.Words[k].Weight > 0 {
			break
		}
	}
	return -1, 0
}
