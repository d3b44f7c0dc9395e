package rule

import (
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// quantifier finds one thing counted as all of it on one side and as less on
// the other.
var quantifier = Rule{
	ID:   "quantifier",
	Doc:  `The two sides speak of all, most, some or none of the same thing: "all flights are cancelled" / "nearly all flights are cancelled".`,
	Type: compare.Quantifier,
	Run:  quantify,
	May: func(g *glance) bool {
		return g.counted(func(a, b lexicon.Class) bool {
			_, ok := clash(a, b)
			return ok
		})
	},
}

// reach is how many words a quantifier may stand before its noun: "all of the
// remaining".
const reach = 4

func quantify(al *align.Alignment, _ compare.Pair) (Opposition, bool) {
	for _, l := range al.Links {
		if al.A.Words[l.A].Name || l.Weight < leastLink {
			continue
		}
		i, ca := amount(al.A, l.A)
		j, cb := amount(al.B, l.B)
		if ca == cb || i < 0 && j < 0 || al.A.Words[l.A].Off != al.B.Words[l.B].Off && ca != lexicon.None && cb != lexicon.None {
			continue
		}
		grade, ok := clash(ca, cb)
		if !ok {
			continue
		}
		o := Opposition{Rule: "quantifier", Type: compare.Quantifier, Grade: grade, A: trim(i, l.A), B: trim(j, l.B)}
		o.share(al)
		o.Why = func() string {
			return fmt.Sprintf("%s and %s are different amounts of the same thing.", quoted(al.A, o.A...), quoted(al.B, o.B...))
		}
		return o, true
	}
	return Opposition{}, false
}

func trim(quantifier, noun int) []int {
	if quantifier < 0 {
		return []int{noun}
	}
	return []int{min(quantifier, noun), max(quantifier, noun)}
}

const quantifiers = lexicon.All | lexicon.Most | lexicon.Some | lexicon.None

// amount returns the quantifier of word i, which stands before it or floats
// behind its verb, and its class, -1 and 0 where there is none.
func amount(s *align.Statement, i int) (int, lexicon.Class) {
	if k := floating(s, i); k >= 0 {
		return k, lexicon.NotAll
	}
	content := 0
	for k := i - 1; k >= 0 && k >= i-reach; k-- {
		w := &s.Words[k]
		if w.Class&quantifiers != 0 && !w.Part {
			return k, strongest(w.Class)
		}
		if w.Weight > 0 {
			content++
		}
		if content > 1 || w.Clause != s.Words[i].Clause {
			break
		}
	}
	return -1, 0
}

// floating returns the "not all" behind the verb that the first thing of a
// clause is the subject of, as in "the exits were not all open", -1 where word i
// is none or there is none.
func floating(s *align.Statement, i int) int {
	if s.Classes&lexicon.NotAll == 0 {
		return -1
	}
	for k := i - 1; k >= 0 && s.Words[k].Clause == s.Words[i].Clause; k-- {
		if s.Words[k].Weight > 0 {
			return -1
		}
	}
	for k := i + 2; k < len(s.Words) && s.Words[k].Clause == s.Words[i].Clause; k++ {
		if s.Words[k].Class&lexicon.NotAll != 0 && s.Words[k-1].Class&lexicon.Be != 0 {
			return k
		}
	}
	return -1
}

// ofSome reports whether what the clause of word i says holds of less than all.
func ofSome(s *align.Statement, i int) bool {
	if s.Classes&lexicon.NotAll == 0 {
		return false
	}
	for k := range s.Words {
		if s.Words[k].Class&lexicon.NotAll != 0 && s.Words[k].Clause == s.Words[i].Clause {
			return true
		}
	}
	return false
}

// amounts are the content words of a statement that have a quantifier.
func amounts(s *align.Statement) []counted {
	var out []counted
	for _, i := range s.Content {
		if k, c := amount(s, i); k >= 0 {
			out = append(out, counted{i, c})
		}
	}
	return out
}

func strongest(c lexicon.Class) lexicon.Class {
	for _, q := range [...]lexicon.Class{lexicon.None, lexicon.Most, lexicon.NotAll, lexicon.Some, lexicon.All} {
		if c&q != 0 {
			return q
		}
	}
	return 0
}

// clash grades two amounts: all against some is no contradiction, since some
// of all are some.
func clash(a, b lexicon.Class) (int, bool) {
	if a > b {
		a, b = b, a
	}
	switch {
	case a == lexicon.All && (b == lexicon.None || b == lexicon.NotAll), a == lexicon.Most && b == lexicon.None:
		return 0, true
	case a == lexicon.Some && b == lexicon.None:
		return 1, true
	case a == lexicon.All && b == lexicon.Most:
		return 2, true
	}
	return 0, false
}
