package align

import (
	"github.com/agnivade/levenshtein"

	"crosscheck/compare/lexicon"
	"crosscheck/compare/vector"
)

const (
	// minSimilar is the least cosine that links two words. Among pairs of
	// words at it, four in five are alike enough to speak of one thing.
	minSimilar = .55
	// similarFactor turns a cosine into the weight of a link.
	similarFactor = .8
	// crossing is taken off a link for each sentence length that it reaches
	// over, so that of two equal words the nearer is linked.
	crossing = .1
	// neighbour is added where the words beside are linked candidates too.
	neighbour = .06
)

// pair compares two words and returns the firmest link between them.
func pair(a, b *Word, lex *lexicon.Lexicon) (Link, bool) {
	if a.Norm == b.Norm {
		return Link{Kind: Exact, Weight: 1}, true
	}
	if a.stem != "" && a.stem == b.stem && !(a.Name != b.Name) {
		return Link{Kind: Lemma, Weight: .97}, true
	}
	if a.own&b.own != 0 && shareLemma(a, b) {
		return Link{Kind: Lemma, Weight: .95}, true
	}
	if a.near&b.own != 0 {
		if rel := lex.Between(a.Lemmas, b.Lemmas); rel != 0 {
			return Link{Kind: Relation, Weight: rel.Weight(), Rel: rel}, rel.Weight() > 0
		}
	}
	if a.Name && b.Name && misspelt(a.Norm, b.Norm) {
		return Link{Kind: Spelling, Weight: .9}, true
	}
	return Link{}, false
}

func shareLemma(a, b *Word) bool {
	for _, x := range a.Lemmas {
		for _, y := range b.Lemmas {
			if x == y {
				return true
			}
		}
	}
	return false
}

// misspelt reports whether two names are spellings of one ("Dmitri", "Dmitry").
func misspelt(a, b string) bool {
	n := max(len(a), len(b))
	if n < 5 || distance(len(a), len(b)) > 2 || a[0] != b[0] {
		return false
	}
	return levenshtein.ComputeDistance(a, b) <= 1+n/9
}

// similar lists the links of words used alike among those not yet linked.
func (al *Alignment) similar() []scored {
	var out []scored
	for _, i := range al.A.Content {
		a := &al.A.Words[i]
		if al.ToB[i] >= 0 || a.vector < 0 || a.Name {
			continue
		}
		for _, j := range al.B.Content {
			b := &al.B.Words[j]
			if al.ToA[j] >= 0 || b.vector < 0 || b.Name || al.opposed(i, j) {
				continue
			}
			if c := vector.Between(a.vector, b.vector); c >= minSimilar {
				l := Link{A: i, B: j, Kind: Similar, Weight: similarFactor * c}
				out = append(out, scored{l, al.rank(l)})
			}
		}
	}
	return out
}

// opposed reports whether words i and j are opposites.
func (al *Alignment) opposed(i, j int) bool {
	for _, o := range al.Opposed {
		if o.A == i && o.B == j {
			return true
		}
	}
	return false
}
