package rule

import (
	"fmt"

	"crosscheck/claims/quantity"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// nobody finds what befell somebody on one side and nobody on the other. The two
// need share no other word: what a story is about its shortest sentences do not say.
var nobody = Rule{
	ID:   "nobody",
	Doc:  `One side says that it befell nobody, the other tells of somebody: "nobody was hurt" / "three passengers were injured", in two articles of one day.`,
	Type: compare.Negation,
	Run:  befallen,
	May: func(g *glance) bool {
		return (g.a.spared >= 0 || g.b.spared >= 0) && g.a.Classes&g.b.Classes&lexicon.Befall != 0
	},
}

func befallen(al *align.Alignment, p compare.Pair) (Opposition, bool) {
	if p.A.Claim == nil || p.B.Claim == nil || p.A.Claim.Date != p.B.Claim.Date || p.A.Claim.Article == p.B.Claim.Article {
		return Opposition{}, false
	}
	n, v := spared(al.A)
	if w := befell(al.B, al.A, v); v >= 0 && w >= 0 && aloneWith(al.A, al.B, al.ToB, v) {
		return spare(al, []int{n, v}, []int{w}), true
	}
	n, v = spared(al.B)
	if w := befell(al.A, al.B, v); v >= 0 && w >= 0 && aloneWith(al.B, al.A, al.ToA, v) {
		return spare(al, []int{w}, []int{n, v}), true
	}
	return Opposition{}, false
}

func spare(al *align.Alignment, a, b []int) Opposition {
	o := Opposition{Rule: "nobody", Type: compare.Negation, A: a, B: b}
	o.share(al)
	o.Why = func() string {
		return fmt.Sprintf("One side says %s, the other %s.", quoted(al.A, o.A...), quoted(al.B, o.B...))
	}
	return o
}

// spared is the "nobody" that a clause begins with and what did not befall it,
// -1 where there is none.
func spared(s *align.Statement) (subject, verb int) {
	for n := range s.Words {
		w := &s.Words[n]
		if w.Class&lexicon.None == 0 || !persons[w.Norm] && s.Show(n) != "no one" && s.Show(n) != "No one" || !opens(s, n) {
			continue
		}
		for k := w.Last + 1; k < len(s.Words) && s.Words[k].Clause == w.Clause; k++ {
			switch v := &s.Words[k]; {
			case v.Class&lexicon.Befall != 0 && v.Off:
				if v.Norm == "died" || s.Has(lexicon.Be, n, k) && !s.Has(lexicon.Maybe|lexicon.Sure, n, k) {
					return n, k
				}
				return -1, -1 // "so that no one dies"
			case v.Weight > 0 && v.Class&lexicon.Be == 0 || v.Norm == "of" || v.Norm == "had":
				k = len(s.Words)
			}
		}
	}
	return -1, -1
}

// persons are the words for nobody that are one word.
var persons = wordsOf("persons")

// opens reports that only words of no weight stand before word i in its clause.
func opens(s *align.Statement, i int) bool { return !speaks(s, clauseOf(s, i), i) }

// clauseOf is the first word of the clause of word i.
func clauseOf(s *align.Statement, i int) int {
	for i > 0 && oneClause(s, i-1, i) {
		i--
	}
	return i
}

// befell is the word of s that says that word v of the other side befell
// somebody at the time that both tell of; -1 where none does.
func befell(s, other *align.Statement, v int) int {
	if v < 0 || s.Classes&lexicon.Befall == 0 || s.Conditional() || s.Question() || formerly(s) {
		return -1
	}
	for k := range s.Words {
		w := &s.Words[k]
		if w.Class&lexicon.Befall != 0 && !w.Off && !w.Unreal && !w.Name && w.Near(&other.Words[v]) && !mentioned(s, k) && ofSomebody(s, k) {
			return k
		}
	}
	return -1
}

// ofSomebody reports that word i tells of people who are counted or nobody in
// particular, or of an arrest: "five died", "a man was hurt". Whom somebody killed
// may have been killed in another place.
func ofSomebody(s *align.Statement, i int) bool {
	if seizures[s.Words[i].Norm] || s.Has(lexicon.Be, max(i-3, clauseOf(s, i)), i) {
		return true
	}
	for n := range s.Values {
		if k := wordAt(s, &s.Values[n]); s.Values[n].Kind == quantity.Cardinal && k >= 0 && oneClause(s, k, i) {
			return true
		}
	}
	return false
}

var seizures = wordsOf("seizures")

// mentioned reports that word i is a noun, or not said of what has happened: "the
// charge", "to arrest", "had been hurt".
func mentioned(s *align.Statement, i int) bool {
	for k := i - 1; k >= 0 && k >= i-2 && oneClause(s, k, i); k-- {
		switch w := &s.Words[k]; {
		case nounMarks[w.Norm]:
			return true
		case w.Class&lexicon.Be == 0 && w.Weight > 0:
			return false
		}
	}
	return false
}

var nounMarks = wordsOf("nounMarks")

// formerly reports that a statement tells of another time than that of the news.
func formerly(s *align.Statement) bool {
	if s.Classes&lexicon.Earlier != 0 {
		return true
	}
	for _, v := range s.Values {
		if v.Kind == quantity.Year {
			return true
		}
	}
	for i := range s.Words {
		if n := s.Words[i].Norm; n == "ago" || n == "since" || i > 0 && period[n] && shifts[s.Words[i-1].Norm] {
			return true
		}
	}
	return false
}

// aloneWith reports that a side says little else in the clause of word v: of whom
// and where, the other side says too.
func aloneWith(s, other *align.Statement, to []int, v int) bool {
	for _, k := range s.Content {
		if k > v && oneClause(s, k, v) && to[k] < 0 && s.Words[k].Named()&lexicon.Calendar == 0 && !other.Implies(&s.Words[k]) {
			return false
		}
	}
	return true
}
