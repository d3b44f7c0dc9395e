package rule

import (
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// opposed finds predicates that the hand-made part of the lexicon opposes.
var opposed = Rule{
	ID:   "opposed",
	Doc:  `The two sides say of one thing what cannot both hold: "the council approved the plan" / "the council rejected the plan".`,
	Type: compare.Antonym,
	Run: func(al *align.Alignment, _ compare.Pair) (Opposition, bool) {
		return opposites(al, "opposed", lexicon.Opposed)
	},
	May: (*glance).opposite,
}

// antonym finds dictionary antonyms, and pairs that the lexicon calls weak.
var antonym = Rule{
	ID:   "antonym",
	Doc:  `The two sides differ in a word and its antonym and in little else: "a long illness" / "a short illness".`,
	Type: compare.Antonym,
	Run: func(al *align.Alignment, _ compare.Pair) (Opposition, bool) {
		return opposites(al, "antonym", lexicon.Antonym)
	},
	May: (*glance).opposite,
}

// opposites returns the opposites of a kind with most shared context.
func opposites(al *align.Alignment, id string, kind lexicon.Relation) (Opposition, bool) {
	best, found := Opposition{}, false
	for _, l := range al.Opposed {
		a, b := &al.A.Words[l.A], &al.B.Words[l.B]
		if l.Rel&kind == 0 || a.Off != b.Off || both(al, l) || !near(al, l.A, l.B) {
			continue
		}
		o := Opposition{Rule: id, Type: compare.Antonym, A: []int{l.A}, B: []int{l.B}}
		o.share(al)
		if kind == lexicon.Antonym {
			o.Cover = (o.Cover + o.Even) / 2 // a weak pair asks for two like sentences
		}
		if found && o.Cover <= best.Cover {
			continue
		}
		o.Nucleus = min(a.Weight, b.Weight)
		o.Why = func() string {
			return fmt.Sprintf("%s and %s are said of the same thing and oppose each other.", quoted(al.A, l.A), quoted(al.B, l.B))
		}
		best, found = o, true
	}
	return best, found
}

// both reports whether either word of an opposed pair has its own counterpart
// on the other side, as in "prices rise and fall" against "prices fall".
func both(al *align.Alignment, l align.Link) bool {
	return al.ToB[l.A] >= 0 && al.Links[al.ToB[l.A]].Weight > leastLink || al.ToA[l.B] >= 0 && al.Links[al.ToA[l.B]].Weight > leastLink
}
