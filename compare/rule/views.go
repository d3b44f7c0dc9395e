package rule

import (
	"fmt"
	"sync"

	"crosscheck/compare"
	"crosscheck/compare/align"
)

// views are the rules by which two sources take contrary sides in a matter of
// views.txt, without a word in common that opposes. What they find is right
// too seldom to score Flag; a judge that goes [Judge.Down] tells it.
var views = []Rule{
	view("truth", `One side calls a statement right, the other wrong: "the paper stands by its story" / "the story is bogus".`),
	view("legality", `One side calls something lawful or proper, the other unlawful: "within his authority" / "an abuse of power".`),
	view("change", `One side says that somebody has changed his position, the other that he has not: "a dramatic reversal" / "our position is unchanged".`),
	view("knowledge", `One side says that somebody was told or knew, the other that he was not: "the board was informed" / "the board was kept in the dark".`),
	view("secrecy", `One side calls something secret, the other open: "a secret fund" / "there was nothing secret about it".`),
	view("clarity", `One side says that something is clear, the other that it is open: "the cause is obvious" / "it is too early to name a cause".`),
	view("harm", `One side says that something harms, the other that it helps or saves: "it would gut the service" / "it protects the service".`),
	view("custom", `One side calls something ordinary, the other out of the ordinary: "standard procedure" / "an outrageous breach of custom".`),
	view("extent", `One side calls something large or sweeping, the other small or limited: "a massive cut" / "a modest saving".`),
	view("need", `One side says that something must be, the other that there is no need: "an urgent crisis" / "a manufactured crisis".`),
	view("blame", `One side lays guilt or a motive at somebody's door, the other clears him: "a cover-up" / "she has nothing to hide".`),
	view("outcome", `One side says that somebody won, the other that he lost.`),
	view("appraisal", `One side praises what the other condemns: "a welcome step" / "a tragic mistake".`),
	view("demand", `One side calls for a step that the other rules out: "he must resign" / "I am staying put".`),
}

func view(id, doc string) Rule {
	return Rule{ID: id, Doc: doc, Type: compare.Lexical, Run: contrary(id), May: mayContrary(id)}
}

// mayContrary reports whether both sides take a stand in a matter, contrary
// ones.
func mayContrary(id string) func(*glance) bool {
	bit := matterBit(id)
	return func(g *glance) bool {
		against := g.a.pro&g.b.con | g.a.con&g.b.pro
		return against != 0 && against&bit() != 0
	}
}

// matterBit is the bit of a matter in a reading, 0 where there is none such.
func matterBit(id string) func() uint32 {
	return sync.OnceValue(func() uint32 {
		if n := wordLists().number(id); n >= 0 {
			return 1 << n
		}
		return 0
	})
}

// factual are the guards that do not concern opinions: these may be of what is
// planned or feared, and surroundings weighs who and what they are about.
var factual = map[string]bool{otherSubject.ID: true, unrealised.ID: true, scope.ID: true, supersession.ID: true}

// happened are the matters of what was or was not so, which a condition is not: "had you
// not read the cables".
var happened = map[string]bool{"knowledge": true, "change": true, "outcome": true}

// contrary looks for the two contrary stands that have most in common.
func contrary(id string) func(*align.Alignment, compare.Pair) (Opposition, bool) {
	return func(al *align.Alignment, p compare.Pair) (Opposition, bool) {
		best, found := Opposition{}, false
		n := wordLists().number(id)
		if !twoSources(p) {
			return best, false
		}
		theirs := stands(al.B)
		for _, a := range stands(al.A) {
			for _, b := range theirs {
				if int(a.matter) != n || a.matter != b.matter || a.sign == b.sign {
					continue
				}
				if o := versus(al, p, id, a, b); !found || o.Score > best.Score {
					best, found = o, true
				}
			}
		}
		return best, found
	}
}

// fullClause is the weight of the words shared in the clauses of two stands
// from which on they are surely about one thing: three or four words.
const fullClause = 8

// versus makes an opposition of two stands.
func versus(al *align.Alignment, p compare.Pair, id string, a, b stand) Opposition {
	o := Opposition{Rule: id, Type: compare.Lexical, View: true, A: a.words(), B: b.words()}
	clause := 0.0
	for _, l := range al.Links {
		if inside(l.A, a.at-1, a.last+1) || inside(l.B, b.at-1, b.last+1) {
			continue
		}
		w := l.Weight * min(al.A.Words[l.A].Weight, al.B.Words[l.B].Weight)
		o.Mass += w
		if oneClause(al.A, l.A, a.at) && oneClause(al.B, l.B, b.at) {
			clause += w
		}
	}
	o.Cover = min(1, clause/fullClause)
	o.Score = min(mostView, table[id+"/0"][band(o.Cover)]*surroundings(al, p, o, o.Mass-clause))
	o.Why = func() string {
		return fmt.Sprintf("%s and %s take contrary sides.", show(al.A, a), show(al.B, b))
	}
	return o
}

// show is a stand in quotation marks.
func show(s *align.Statement, t stand) string {
	return "“" + s.Span(t.at, t.last).In(s.Text) + "”"
}
