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
}

func weakened(al *align.Alignment, p compare.Pair) (Opposition, bool) {
	if !sameSpeaker(p) {
		return Opposition{}, false // from two mouths it is a difference of opinion
	}
	for _, l := range al.Links {
		if l.Kind > align.Lemma || al.A.Words[l.A].Name || al.A.Words[l.A].Off != al.B.Words[l.B].Off {
			continue
		}
		i, a := modalBefore(al.A, l.A)
		j, b := modalBefore(al.B, l.B)
		if i < 0 && j < 0 || !(a == lexicon.Maybe && b != lexicon.Maybe && b != lexicon.Probable || b == lexicon.Maybe && a != lexicon.Maybe && a != lexicon.Probable) {
			continue
		}
		o := Opposition{Rule: "modality", Type: compare.Modality, A: trim(i, l.A), B: trim(j, l.B)}
		o.share(al)
		o.Cover = o.Even
		o.Why = fmt.Sprintf("%s and %s are not equally certain.", quoted(al.A, o.A...), quoted(al.B, o.B...))
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
