package jury

import (
	"math"
	"strings"
	"time"
	"unicode"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/rule"
	"crosscheck/compare/trained"
)

// finding is an opposition that the rules found, with all that is weighed of it.
type finding struct {
	o     rule.Opposition
	al    *align.Alignment
	p     compare.Pair
	model *trained.Model
}

// family is a group of features that are measured together.
type family struct {
	names   []string
	measure func(f *finding, out []float32)
}

// What the trained model is asked for comes last.
var families = [...]family{grounds, kinds, turns, sides, whole, learned}

// asked is the place of learned among them.
const asked = len(families) - 1

// grounds are what the rule itself goes by.
var grounds = family{
	[]string{"score", "grade", "cover", "even", "core", "mass", "nucleus", "explicit", "view"},
	func(f *finding, out []float32) {
		o := &f.o
		copy(out, []float32{float32(o.Score), float32(o.Grade), float32(o.Cover), float32(o.Even), float32(o.Core),
			float32(o.Mass), float32(o.Nucleus), flag(o.Explicit), flag(o.View)})
	},
}

// ruleNames are the rules that have a feature of their own.
var ruleNames = []string{"polarity", "denial", "opposed", "antonym", "number", "date", "evidence", "quantifier", "modality", "rebuttal", "role", "swap"}

// kinds say which rule it is.
var kinds = family{ruleNames, func(f *finding, out []float32) {
	for i, name := range ruleNames {
		out[i] = flag(f.o.Rule == name)
	}
}}

// turns say by what the deciding words are turned off, and what they are. The
// side that is turned off comes first, or the one with more turns.
var turns = family{
	[]string{"off-negator", "off-denial", "off-clause", "off-object", "off-noun", "off-stance", "on-turned", "on-negator", "on-kept", "both-off",
		"off-bare", "on-first", "off-first", "on-determined", "on-behind", "off-kind", "on-kind", "same-kind", "negators", "never", "nothing"},
	measureTurns,
}

func measureTurns(f *finding, out []float32) {
	off, on := &deciding{s: f.al.A, words: f.o.A}, &deciding{s: f.al.B, words: f.o.B}
	off.look()
	on.look()
	if on.turned > off.turned || on.turned == off.turned && on.negator && !off.negator {
		off, on = on, off
	}
	c := off.class
	copy(out, []float32{
		flag(off.negator), flag(off.denial), flag(c&lexicon.StopsClause != 0), flag(c&(lexicon.StopsObject|lexicon.StopsSubject|lexicon.StopsOf) != 0),
		flag(c&lexicon.StopsNoun != 0), flag(off.stance), flag(on.turned > 0), flag(on.negator), flag(on.kept), flag(off.off == on.off),
		flag(off.turned == 0), on.place(), off.place(), flag(on.determined()), flag(on.behind()), float32(off.kind(3)), float32(on.kind(3)), flag(off.kind(5) == on.kind(5)),
		float32(off.negators + on.negators), flag(off.has("never") || on.has("never")), flag(off.has("nothing") || on.has("nothing")),
	})
}

// sides say who speaks, where and how.
var sides = family{
	[]string{"speakers", "same-speaker", "party", "same-article", "same-outlet", "direct", "own", "headline", "denied", "poll", "days", "scrap", "bare"},
	measureSides,
}

func measureSides(f *finding, out []float32) {
	a, b := f.p.A.Claim, f.p.B.Claim
	if a == nil || b == nil {
		out[len(out)-1] = 1
		return
	}
	x, y := a.Speaker, b.Speaker
	both := x != nil && y != nil
	copy(out, []float32{
		count(x != nil, y != nil), flag(both && x.ID == y.ID), flag(both && x.Party != "" && y.Party != "" && x.Party != y.Party),
		flag(a.Article == b.Article), flag(a.Outlet == b.Outlet),
		count(a.Kind == claims.Direct || a.Kind == claims.Mixed, b.Kind == claims.Direct || b.Kind == claims.Mixed),
		count(a.Kind == claims.Own, b.Kind == claims.Own), count(a.Kind == claims.Titled, b.Kind == claims.Titled),
		count(a.Stance == claims.Denied, b.Stance == claims.Denied), count(polled(x), polled(y)), days(a.Date, b.Date),
		count(scrap(f.p.A.Text), scrap(f.p.B.Text)), 0,
	})
}

// whole says how much of the statements is shared, and what they are like.
var whole = family{
	[]string{"cover-min", "cover-max", "content-min", "content-max", "words-min", "question", "names-apart", "numbers-apart", "unreal", "clauses", "before", "behind"},
	measureWhole,
}

func measureWhole(f *finding, out []float32) {
	a, b := f.al.A, f.al.B
	x, y := f.al.Cover(nil, nil)
	before, behind := around(f.al, f.o)
	copy(out, []float32{
		float32(min(x, y)), float32(max(x, y)), float32(min(len(a.Content), len(b.Content))), float32(max(len(a.Content), len(b.Content))),
		float32(min(len(a.Words), len(b.Words))), count(a.Question(), b.Question()),
		float32(min(apart(a, f.al.ToB), apart(b, f.al.ToA))), float32(min(len(a.Values), len(b.Values))),
		count(unreal(a, f.o.A), unreal(b, f.o.B)), float32(clauses(a) + clauses(b)), before, behind,
	})
}

// learned is what the trained model says of both orders.
var learned = family{
	[]string{"contradiction-max", "contradiction-min", "entailment-max", "entailment-min"},
	func(f *finding, out []float32) {
		x, y := f.model.Both(f.al)
		copy(out, []float32{float32(max(x.Contradiction, y.Contradiction)), float32(min(x.Contradiction, y.Contradiction)),
			float32(max(x.Entailment, y.Entailment)), float32(min(x.Entailment, y.Entailment))})
	},
}

// width is the number of features.
var width = func() int {
	n := 0
	for i := range families {
		n += len(families[i].names)
	}
	return n
}()

// measure puts the features of some families into out.
func (f *finding) measure(families []family, out []float32) {
	at := 0
	for i := range families {
		n := len(families[i].names)
		families[i].measure(f, out[at:at+n])
		at += n
	}
}

func flag(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

func count(a, b bool) float32 { return flag(a) + flag(b) }

// polled reports a speaker who is a share of people asked: "two-thirds of
// voters", "72 percent".
func polled(s *claims.Speaker) bool {
	if s == nil {
		return false
	}
	n := strings.ToLower(s.Name)
	for _, w := range lists().polls {
		if strings.Contains(n, w) {
			return true
		}
	}
	return strings.IndexFunc(n, unicode.IsDigit) == 0
}

// days is how many days lie between two dates, at most 30; -1 where one is not
// known.
func days(a, b string) float32 {
	x, errA := time.Parse(time.DateOnly, a)
	y, errB := time.Parse(time.DateOnly, b)
	if errA != nil || errB != nil {
		return -1
	}
	return float32(min(math.Abs(x.Sub(y).Hours()/24), 30))
}

// scrap reports whether a text begins in the middle of a sentence with what is
// no clause: "the summit with Kim", told by the first word.
func scrap(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return first != "" && first[0] >= 'a' && first[0] <= 'z' && lists().scraps[strings.ToLower(first)]
}

// around is the weight of what is linked before and behind the deciding words
// of both sides, within their clauses: subject and object.
func around(al *align.Alignment, o rule.Opposition) (before, behind float32) {
	i, j := last(o.A), last(o.B)
	if i < 0 || j < 0 {
		return -1, -1
	}
	for _, l := range al.Links {
		a, b := &al.A.Words[l.A], &al.B.Words[l.B]
		if l.A == i || l.B == j || a.Clause != al.A.Words[i].Clause || b.Clause != al.B.Words[j].Clause {
			continue
		}
		w := float32(l.Weight * min(a.Weight, b.Weight))
		switch {
		case l.A < i && l.B < j:
			before += w
		case l.A > i && l.B > j:
			behind += w
		}
	}
	return before, behind
}

func last(words []int) int {
	if len(words) == 0 {
		return -1
	}
	return words[len(words)-1]
}

// apart counts the names of a side that the other does not have.
func apart(s *align.Statement, to []int) int {
	n := 0
	for _, i := range s.Content {
		if s.Words[i].Name && to[i] < 0 {
			n++
		}
	}
	return n
}

// unreal reports whether a deciding word is planned, wished or conditional.
func unreal(s *align.Statement, words []int) bool {
	for _, i := range words {
		if i >= 0 && s.Words[i].Unreal {
			return true
		}
	}
	return false
}

// clauses is how many clauses a statement has.
func clauses(s *align.Statement) int {
	if len(s.Words) == 0 {
		return 0
	}
	return s.Words[len(s.Words)-1].Clause + 1
}

// Names are the names of the features in order.
func Names() []string {
	var out []string
	for i := range families {
		out = append(out, families[i].names...)
	}
	return out
}
