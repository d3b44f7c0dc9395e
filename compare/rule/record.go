package rule

import (
	"fmt"
	"time"

	"crosscheck/claims"
	"crosscheck/claims/quantity"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// record finds two figures for what is put on record of a place in many ways: when
// it was built, how many work there.
//
// Note: the dead were tried, too. Of 23 pairs in 34,000 articles of the news a third
// were of one event and moment.
var record = Rule{
	ID:   "record",
	Doc:  `Two articles differ in what is on record of one thing, in whatever words: "built in 1921" / "dates from 1911", "employs 140 people" / "a staff of 104".`,
	Type: compare.Number,
	Run:  recorded,
	May: func(g *glance) bool {
		for _, a := range g.a.filings {
			for _, b := range g.b.filings {
				if a.of == b.of && !quantity.Compatible(g.a.Values[a.value], g.b.Values[b.value]) {
					return true
				}
			}
		}
		return false
	},
}

// filed is a figure that is put on record of something.
type filed struct {
	value int           // place among the statement's values
	of    lexicon.Class // Founded or Staff
}

// leastRecord is the weight of what two statements share at least that put one
// thing on record, leastOnRecord the share of the longer one.
const leastRecord, leastOnRecord = 4, .3

func recorded(al *align.Alignment, p compare.Pair) (Opposition, bool) {
	a, b := p.A.Claim, p.B.Claim
	if a == nil || b == nil || a.Article == b.Article || al.A.Conditional() || al.B.Conditional() {
		return Opposition{}, false
	}
	for _, x := range filings(al.A) {
		for _, y := range filings(al.B) {
			if x.of != y.of || !lasting(x.of, a, b) || quantity.Compatible(al.A.Values[x.value], al.B.Values[y.value]) {
				continue
			}
			i, j := wordAt(al.A, &al.A.Values[x.value]), wordAt(al.B, &al.B.Values[y.value])
			if i < 0 || j < 0 {
				continue
			}
			o := Opposition{Rule: "record", Type: compare.Number, A: []int{i}, B: []int{j}}
			o.share(al)
			if o.Mass < leastRecord || o.Even < leastOnRecord {
				continue
			}
			o.Why = func() string {
				return fmt.Sprintf("%s and %s are different figures for what is on record.", quoted(al.A, i), quoted(al.B, j))
			}
			return o, true
		}
	}
	return Opposition{}, false
}

// lasting reports that what is on record should be the same at the dates of two
// claims: when a thing was built always, how many work there for a month.
func lasting(of lexicon.Class, a, b *claims.Claim) bool {
	if of == lexicon.Founded || a.Date == b.Date {
		return true
	}
	x, errA := time.Parse(time.DateOnly, a.Date)
	y, errB := time.Parse(time.DateOnly, b.Date)
	return of == lexicon.Staff && errA == nil && errB == nil && x.Sub(y).Abs() <= 31*24*time.Hour
}

// filings are the figures of a statement that are put on record.
func filings(s *align.Statement) []filed {
	if s.Classes&(lexicon.Founded|lexicon.Staff) == 0 {
		return nil
	}
	var out []filed
	for n := range s.Values {
		v := &s.Values[n]
		i := wordAt(s, v)
		switch {
		case i < 0:
		case v.Kind == quantity.Year && standsBefore(s, i, lexicon.Founded) && !s.Words[i].Unreal:
			out = append(out, filed{n, lexicon.Founded})
		case v.Kind != quantity.Cardinal || v.Low < 2 && v.High < 2:
		case standsBefore(s, i, lexicon.Staff) || standsBehind(s, i, lexicon.Staff) && i > 0 && owning[s.Words[i-1].Norm]:
			out = append(out, filed{n, lexicon.Staff})
		}
	}
	return out
}

// standsBefore reports that a word of a class stands before word i, with no other word
// of weight between: "built in 1921", "a staff of 104".
func standsBefore(s *align.Statement, i int, c lexicon.Class) bool {
	for k := i - 1; k >= 0 && oneClause(s, k, i); k-- {
		switch w := &s.Words[k]; {
		case w.Class&c != 0:
			return !w.Off && !w.Unreal
		case w.Weight > 0 && !w.Number || w.Part:
			return false
		}
	}
	return false
}

// standsBehind reports that a word of a class stands behind word i, with at most the
// people between who are counted: "140 employees", "140 people are employed".
func standsBehind(s *align.Statement, i int, c lexicon.Class) bool {
	people := false
	for k := i + 1; k < len(s.Words) && oneClause(s, k, i); k++ {
		switch w := &s.Words[k]; {
		case w.Class&c != 0:
			return !w.Off && !w.Unreal
		case w.Class&(lexicon.Function|lexicon.Pronoun) != 0 && w.Class&lexicon.Be == 0:
			return false // "of", "who"
		case w.Weight > 0 && (people || !folk[w.Norm]):
			return false
		case w.Weight > 0:
			people = true
		}
	}
	return false
}

// owning are the words before how many employees there are.
var owning = wordsOf("owning")

// folk are people of whom nothing is said but how many they are.
var folk = wordsOf("folk")
