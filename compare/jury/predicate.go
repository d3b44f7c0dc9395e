package jury

import (
	"strings"

	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// predicate reports that word i is what its clause says of its subject: a verb
// or adjective behind the subject and its auxiliaries, in no relative clause and
// behind no preposition.
func predicate(s *align.Statement, i int) bool {
	k := i - 1
	for ; k >= 0 && s.Words[k].Clause == s.Words[i].Clause && (light(s, k) || s.Words[k].Class&lexicon.Negator != 0); k-- {
		switch norm := s.Words[k].Norm; {
		case norm == "to":
			k = settled(s, k)
			return k >= 0 && predicate(s, k)
		case lists().prepositions[norm] || lists().relatives[norm] || lists().articles[norm]:
			return false
		}
	}
	first := clauseStart(s, i)
	if start := subjectStart(s, i); start < first {
		return !lists().relatives[s.Words[start].Norm]
	}
	return k >= first && !s.Words[k].Punct && !lists().relatives[s.Words[k].Norm] && !lists().relatives[s.Words[first].Norm] && !lists().relatives[s.Words[max(first-1, 0)].Norm]
}

// subjectStart is where the clause of predicate i begins, or the one before the
// apposition that parts it from its subject: "Ann Lee, the mayor, announced".
func subjectStart(s *align.Statement, i int) int {
	first := clauseStart(s, i)
	k := first
	for k < i && light(s, k) {
		k++
	}
	if k < i || first == 0 || s.Words[first-1].Norm != "," {
		return first
	}
	for k = first - 2; k > 0 && s.Words[k].Norm != ","; k-- {
		if s.Words[k].Norm == "." || s.Words[k].Norm == ";" {
			return first
		}
	}
	if k <= 0 {
		return first
	}
	return clauseStart(s, k-1)
}

// light reports a word between a subject and its predicate that says nothing of
// either: an auxiliary, an adverb.
func light(s *align.Statement, k int) bool {
	w := &s.Words[k]
	return !w.Punct && !w.Name && w.Class&lexicon.Pronoun == 0 && (w.Weight == 0 || strings.HasSuffix(w.Norm, "ly"))
}

// settled is the verb that the "to" at k hangs on where that tells what is
// settled: "is to close", "voted by ten to two to close"; -1 where it does not.
func settled(s *align.Statement, k int) int {
	for n := k - 1; n >= 0 && s.Words[n].Clause == s.Words[k].Clause; n-- {
		w := &s.Words[n]
		if lists().settling[w.Norm] || n == k-1 && w.Class&lexicon.Be != 0 {
			return n
		}
		if w.Weight > 0 && w.Named()&lexicon.Calendar == 0 {
			return -1
		}
	}
	return -1
}

// clauseStart is the first word of the clause of word i.
func clauseStart(s *align.Statement, i int) int {
	k := i
	for k > 0 && s.Words[k-1].Clause == s.Words[i].Clause {
		k--
	}
	for k < i && s.Words[k].Punct {
		k++
	}
	return k
}

// sameSubject reports that what stands before the predicates i and j in their
// clauses shares a noun, and that not each side has one of weight of its own.
func sameSubject(al *align.Alignment, i, j int) bool {
	a, b := subjectStart(al.A, i), subjectStart(al.B, j)
	n, loneA, loneB := common(al, span{a, i}, span{b, j})
	return n > 0 && !(loneA && loneB)
}

// sameObject reports that what stands behind the predicates shares a word, or
// that one says nothing there but when.
func sameObject(al *align.Alignment, i, j int) bool {
	a, b := object(al.A, i), object(al.B, j)
	if a.bounded(al.A) != b.bounded(al.B) {
		return false // "left the race", "stayed in the race through Tuesday"
	}
	n, _, _ := common(al, a, b)
	return n > 0 || !a.speaks(al.A) || !b.speaks(al.B)
}

// span are the words from..to of a statement.
type span struct{ from, to int }

// nearObject is how many words of weight behind a predicate are its object; what
// follows says where, when and why.
const nearObject = 3

// object is what stands behind predicate i in its clause.
func object(s *align.Statement, i int) span {
	n, k := 0, s.Words[i].Last+1
	for ; k < len(s.Words) && s.Words[k].Clause == s.Words[i].Clause && n < nearObject; k++ {
		if s.Words[k].Weight > 0 && s.Words[k].Named()&lexicon.Calendar == 0 {
			n++
		}
	}
	return span{s.Words[i].Last + 1, k}
}

// speaks reports a word of weight that is no time.
func (p span) speaks(s *align.Statement) bool {
	for k := p.from; k < p.to; k++ {
		if w := &s.Words[k]; w.Weight >= timeWeight && w.Named()&lexicon.Calendar == 0 && !w.Number {
			return true
		}
	}
	return false
}

// bounded reports a word that says until or since when.
func (p span) bounded(s *align.Statement) bool {
	for k := p.from; k < len(s.Words) && k < p.to+1; k++ {
		if lists().bounds[s.Words[k].Norm] {
			return true
		}
	}
	return false
}

// timeWeight is the weight up to which a word may be "year", "time", "end".
const timeWeight = 1.2

// firmLink is the firmness of a link of words for one thing; those that are only
// used alike have less.
const firmLink = .75

// common is how many words of weight two spans share, and whether either has a
// noun or name of weight that the other side has not at all.
func common(al *align.Alignment, a, b span) (n int, loneA, loneB bool) {
	for k := a.from; k < a.to; k++ {
		w := &al.A.Words[k]
		switch at := al.ToB[k]; {
		case w.Weight == 0 || w.Named()&lexicon.Calendar != 0:
		case at >= 0 && al.Links[at].Weight >= firmLink:
			if m := al.Links[at].B; b.from <= m && m < b.to {
				n++
			}
		case w.Weight >= loneWeight && !al.B.Implies(w):
			loneA = true
		}
	}
	for k := b.from; k < b.to; k++ {
		if w := &al.B.Words[k]; al.ToA[k] < 0 && w.Weight >= loneWeight && w.Named()&lexicon.Calendar == 0 && !al.A.Implies(w) {
			loneB = true
		}
	}
	return n, loneA, loneB
}

// loneWeight is the weight from which on a word tells subjects apart.
const loneWeight = 2
