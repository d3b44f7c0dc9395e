// Package jury gives one verdict where several judges look at a pair: the rules
// say what the opposition is and why, a trained model says how the two
// statements lie beside each other, and the weights of a third, learned from
// findings that people have read, say how far to believe it.
//
//  1. a statement is read once, by the rules' reader;
//  2. the rules find an opposition, or the guard that holds it back; where none
//     finds anything the pair is left alone (package rule);
//  3. it is measured: what the rule went by, what turns the deciding words off
//     and what they are, who speaks, how much is shared, what the trained model
//     says of both orders (feature.go and the files it names);
//  4. boosted trees turn that into a score: how often a finding like this was
//     right when somebody read it (weights.bin; MODEL_CARD.md has the figures,
//     folder fit the program and the labels).
//
// Remarks that are quoted differently are not weighed by the trees: whether two
// texts differ is no matter of belief.
//
// [Judge.Judge] also gives every pair the three labels of natural language
// inference, from the rules and the trained model (label.go).
package jury

import (
	"context"
	"slices"
	"sync"

	"crosscheck/claims/cores"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
	"crosscheck/compare/rule"
	"crosscheck/compare/trained"
	"crosscheck/compare/trained/boost"
)

// Version is part of the judge's name.
const Version = "jury/1"

// Flag is the score from which on an opposition is called a contradiction: more
// likely right than not.
const Flag = .5

// Judge weighs what the rules find.
type Judge struct {
	rules *rule.Judge
	model *trained.Model // one of the features of a finding
	pairs *trained.Model // for bare statements
	trees *weights
	least float64
}

var (
	_ compare.Judge  = (*Judge)(nil)
	_ compare.Leaner = (*Judge)(nil)
)

// New returns the judge with the embedded lexicon.
func New() *Judge { return NewWith(lexicon.Default()) }

// NewWith returns the judge with a lexicon, such as one that a newsroom added to.
func NewWith(lex *lexicon.Lexicon) *Judge {
	return &Judge{rules: rule.NewWith(lex).Down(leastRule), model: trained.Default(), pairs: trained.Pairs(), trees: embedded(), least: Flag}
}

// leastRule is the score of a rule from which on its opposition is weighed: of
// the findings that were read, those below were right one time in fifty.
const leastRule = .02

// Down returns a judge that also calls a contradiction what scores less than
// Flag, down to a score.
func (j *Judge) Down(to float64) *Judge {
	k := *j
	k.least = min(to, Flag)
	return &k
}

// Bar is the score from which on the judge calls an opposition a contradiction.
func (j *Judge) Bar() float64 { return j.least }

// Lean is Down, for who knows the judge by its interface.
func (j *Judge) Lean(least float64) compare.Reader { return j.Down(least) }

// Name is the judge's name and version.
func (*Judge) Name() string { return Version }

// Read makes a statement ready, once for all its pairs.
func (j *Judge) Read(s compare.Statement) compare.Reading { return j.rules.Read(s) }

// Oppose returns the verdict on two readings where it is a contradiction or
// names a guard, and false elsewhere.
func (j *Judge) Oppose(a, b compare.Reading) (compare.Verdict, bool) {
	d := desks.Get().(*desk)
	defer desks.Put(d)
	o, guard, ok := j.rules.Consider(&d.al, a, b)
	if !ok {
		return compare.Verdict{}, false
	}
	o.Score = j.weigh(d, o, j.least)
	o, guard = update(&d.al, o, guard, j.least)
	if o.Score < j.least {
		return compare.Verdict{}, false
	}
	return rule.Verdict(&d.al, o, guard, j.least), true
}

// update sets aside, whatever its score, an opposition of two figures that nothing parts
// but their days, or that the day of one is not known.
func update(al *align.Alignment, o rule.Opposition, guard string, least float64) (rule.Opposition, string) {
	if !ofFigures(o) || o.Even < plainEven || o.Score >= least {
		return o, guard
	}
	a, b := al.A.Claim, al.B.Claim
	switch {
	case guard == compare.Supersession:
	case guard == "" && a != nil && b != nil && (a.Date == "") != (b.Date == ""):
		why := o.Why
		o.Why = func() string { return why() + " It is not known of which day one of them is: it may be newer." }
	default:
		return o, guard
	}
	o.Score = plainScore
	return o, compare.Supersession
}

// Judge returns one verdict for each pair. Its only error is ctx's.
func (j *Judge) Judge(ctx context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	out := make([]compare.Verdict, len(pairs))
	err := cores.Each(ctx, len(pairs), func(i int) { out[i] = j.one(pairs[i]) })
	if err != nil {
		return nil, err
	}
	return out, nil
}

// desk is the memory in which a pair is judged.
type desk struct {
	al       align.Alignment
	finding  finding
	features [boost.MaxFeatures + 1]float32
	bins     [boost.MaxFeatures + 1]uint8
}

var desks = sync.Pool{New: func() any { return &desk{} }}

// weigh is the score of an opposition, or 0 where that is less than least: most are,
// and it can be told before the trained model is asked, which takes most of the time.
func (j *Judge) weigh(d *desk, o rule.Opposition, least float64) float64 {
	if rule.Quotes(o) {
		return o.Score * quoted[o.Rule]
	}
	f := &d.finding
	*f = finding{o, &d.al, compare.Pair{A: d.al.A.Statement, B: d.al.B.Statement}, j.model}
	f.measure(families[:asked], d.features[:])
	d.features[dayAt()] = max(0, d.features[dayAt()])
	sure := max(plain(&d.al, o), square(&d.al, o))
	if max(j.trees.most(d), sure) < least-slack {
		return 0
	}
	f.measure(families[asked:], d.features[width-len(learned.names):])
	return rounded(max(j.trees.score(d), sure))
}

// dayAt is the place of the feature "days". Where a date is not known, which the trees have
// learned to doubt from an archive of years, the pair is weighed as one of one day: a draft
// has no date, nor have the texts of a first try.
var dayAt = sync.OnceValue(func() int { return slices.Index(Names(), "days") })

// slack is more than a score and the bound on it may differ by in rounding.
const slack = .001

// quoted is what is left of the score of a rule about how words were quoted. The
// rules find what differs; whether it matters an editor will say: of those that
// were read, fewer mattered than their rules' scores say.
var quoted = map[string]float64{"wording": .85, "paraphrase": .8, "modality": .7, "attribution": .65}

// plain is the least score of an opposition whose two sides say the same but for
// the words that decide, 0 for any other: nobody would understand that "The sea was
// calm" is not set against "The sea was rough".
//
// Note: claims of articles had the least scores of sentences, too. In 34,000
// articles they brought in more findings than the trees did, and of 446 that were
// read and that the trees scored below the bar 71 were right.
func plain(al *align.Alignment, o rule.Opposition) float64 {
	alone := al.A.Claim == nil || al.B.Claim == nil
	switch {
	case o.View || o.Rule == "role": // who has changed places with whom is known by the verb
		return 0
	case o.Grade == 0 && o.Even >= wholly && min(len(al.A.Content), len(al.B.Content)) >= leastWords && (alone || plainClaims(al, o)):
		return plainScore
	case o.Score < rule.Flag:
		return 0
	case o.Explicit && twoSpeakers(al) && (reversed(al.A, o.A) && restored(al.B, o.B) || reversed(al.B, o.B) && restored(al.A, o.A)):
		return plainScore
	case o.Grade > 0:
		return 0
	case ofFigures(o) && o.Even >= plainFigures && (alone || ofOneDay(al) && twoOutlets(al)):
		return plainClause
	case alone && o.Even >= plainEven:
		return plainScore
	case alone && !ofFigures(o) && o.Core >= plainCore && o.Rule != "opposed":
		return plainClause
	}
	return 0
}

// plainClaims reports whether claims that say the same but for the words that decide
// are to be set against each other: not the answers of two groups of one poll, nor
// what one paper tells as a fact and the other as said without evidence, nor figures
// that somebody is said to have given.
//
// Note: of 22 negations that this lifts one was right, most of them one quotation that
// was printed twice. Passing over long quotations would lose a speaker who takes
// his words back in the same words.
func plainClaims(al *align.Alignment, o rule.Opposition) bool {
	x, y := al.A.Claim.Speaker, al.B.Claim.Speaker
	return ofOneDay(al) && o.Rule != "evidence" && !polled(x) && !polled(y) && (!ofFigures(o) || x == nil && y == nil)
}

// ofFigures reports an opposition of two numbers or two dates.
func ofFigures(o rule.Opposition) bool { return o.Type == compare.Number || o.Type == compare.Date }

// ofOneDay reports whether two sources speak not more than a day apart, or two
// outlets of one day: what they tell of two days differs because the days do.
// One speaker is held to his word. Of two texts without a date nothing says that
// their days differ; of one, everything may: of thirty negations of years of news that
// such a pair had, four were right.
func ofOneDay(al *align.Alignment) bool {
	a, b := al.A.Claim, al.B.Claim
	if a.Speaker != nil && b.Speaker != nil && a.Speaker.ID == b.Speaker.ID {
		return true
	}
	if a.Date == "" || b.Date == "" {
		return a.Date == b.Date
	}
	n := days(a.Date, b.Date)
	return n == 0 || (a.Speaker != nil || b.Speaker != nil) && n == 1
}

// twoOutlets reports whether two outlets tell something themselves.
func twoOutlets(al *align.Alignment) bool {
	a, b := al.A.Claim, al.B.Claim
	return a.Outlet != b.Outlet && a.Speaker == nil && b.Speaker == nil
}

// twoSpeakers reports whether somebody is known to speak on both sides, or it is
// not known of either.
func twoSpeakers(al *align.Alignment) bool {
	a, b := al.A.Claim, al.B.Claim
	return a == nil || b == nil || a.Speaker != nil && b.Speaker != nil
}

// reversed reports whether the deciding words say that something has ended:
// "frozen", "break in".
func reversed(s *align.Statement, words []int) bool { return turnedBy(s, words) == lexicon.Reverser }

// restored reports whether they say that it has not: "no break in".
func restored(s *align.Statement, words []int) bool {
	return turnedBy(s, words) == lexicon.Reverser|lexicon.Negator
}

// turnedBy are the classes of the turns among the deciding words.
func turnedBy(s *align.Statement, words []int) lexicon.Class {
	var c lexicon.Class
	for _, i := range words {
		switch {
		case i < 0:
		case s.Words[i].Class&lexicon.Negator != 0:
			c |= lexicon.Negator
		case s.Words[i].Class&lexicon.Reverser != 0 && s.Words[i].Class&lexicon.Keeper == 0:
			c |= lexicon.Reverser
		}
	}
	return c
}

const (
	// plainEven is the share of the longer sentence that is shared.
	plainEven, plainScore = .85, .62
	// wholly is the share from which on nothing else is said, whatever little
	// the two share, if either says leastWords content words.
	wholly, leastWords = .97, 2
	// plainCore is the share of the deciding clauses, plainFigures the share from
	// which on two different figures are of one thing.
	plainCore, plainFigures, plainClause = .9, .7, .5
)

// Features are what is weighed of a pair, as [Names] names it, and what the
// rules found; false where they find nothing, or what is not weighed.
func (j *Judge) Features(p compare.Pair) ([]float32, rule.Opposition, bool) {
	d := desks.Get().(*desk)
	defer desks.Put(d)
	o, guard, ok := j.rules.Consider(&d.al, j.Read(p.A), j.Read(p.B))
	if !ok || guard != "" || rule.Quotes(o) {
		return nil, o, false
	}
	j.weigh(d, o, 0)
	return slices.Clone(d.features[:width]), o, true
}
