package rule

import "crosscheck/compare"

// bands are the shares of context at which the table has a figure.
var bands = [...]float64{0, .3, .5, .7, .85, .95}

// band is the index of the highest band not above cover.
func band(cover float64) int {
	n := 0
	for i, b := range bands {
		if cover >= b {
			n = i
		}
	}
	return n
}

// table holds how often a rule is right, by rule and grade, in each band. It
// was counted on MultiNLI dev (by premise, half), RTE-3 dev, FEVER-symmetric
// dev and Climate-FEVER, mixed with 15,000 pairs of sentences from within one
// news article that share a fifth of their words, which count as wrong. Where a
// cell had fewer than ten cases it was set between its neighbours by hand; so
// were the rows that need claims (paraphrase, modality, attribution). Those of wording are
// an order, and no shares: see misquote.go.
// TestCalibrate prints the counts.
var table = map[string][len(bands)]float64{
	"polarity/0":    {.05, .17, .47, .60, .78, .82},
	"polarity/1":    {.04, .14, .39, .48, .63, .70},
	"polarity/2":    {.03, .11, .30, .48, .62, .65},
	"denial/0":      {.02, .06, .30, .40, .55, .70},
	"denial/1":      {.02, .06, .10, .20, .30, .50},
	"denial/2":      {.01, .03, .05, .10, .20, .30},
	"opposed/0":     {.01, .05, .40, .70, .74, .76},
	"antonym/0":     {.03, .30, .66, .74, .78, .82},
	"number/0":      {.05, .07, .43, .49, .75, .80},
	"number/1":      {.01, .19, .41, .45, .55, .60},
	"swap/0":        {0, .1, .1, .1, .2, .48},
	"swap/1":        {0, .1, .1, .1, .2, .33},
	"date/0":        {.02, .18, .6, .65, .7, .75},
	"modality/0":    {.02, .1, .3, .5, .6, .65},
	"quantifier/0":  {.20, .30, .50, .70, .80, .85},
	"quantifier/1":  {.20, .30, .40, .60, .65, .75},
	"quantifier/2":  {.05, .10, .30, .55, .60, .65},
	"evidence/0":    {.10, .40, .55, .70, .75, .80},
	"evidence/1":    {.05, .05, .10, .40, .45, .45},
	"role/0":        {.10, .12, .15, .20, .30, .55},
	"wording/0":     {.05, .10, .20, .70, .80, .90},
	"wording/1":     {.05, .10, .20, .60, .65, .70},
	"wording/2":     {.05, .10, .20, .55, .60, .60},
	"paraphrase/0":  {.30, .60, .65, .70, .75, .80},
	"attribution/0": {.05, .10, .20, .30, .70, .80},
	"attribution/1": {.05, .10, .15, .20, .20, .20},
	"truth/0":       {.06, .075, .102, .102, .144, .144},
	"legality/0":    {.06, .075, .102, .102, .144, .144},
	"change/0":      {.04, .05, .068, .068, .096, .096},
	"knowledge/0":   {.05, .062, .085, .085, .12, .12},
	"secrecy/0":     {.08, .1, .136, .136, .192, .192},
	"clarity/0":     {.1, .125, .17, .17, .24, .24},
	"harm/0":        {.03, .037, .051, .051, .072, .072},
	"custom/0":      {.06, .075, .102, .102, .144, .144},
	"extent/0":      {.09, .112, .153, .153, .216, .216},
	"need/0":        {.03, .037, .051, .051, .072, .072},
	"blame/0":       {.03, .037, .051, .051, .072, .072},
	"outcome/0":     {.07, .088, .119, .119, .168, .168},
	"appraisal/0":   {.05, .062, .085, .085, .12, .12},
	"demand/0":      {.07, .088, .119, .119, .168, .168},
	"rebuttal/0":    {.03, .03, .03, .08, .08, .08},
	"nobody/0":      {.55, .55, .6, .6, .65, .7},
	"record/0":      {.55, .55, .6, .6, .65, .7},
}

const (
	// leastMass is the weight of shared context below which a full cover
	// tells little: one or two words of a scrap of a sentence.
	leastMass = 4
	// sidesMass, sidesEven and thinSides are the same where two sources speak,
	// perhaps of two matters: "nobody looks in the mirror", "look in the mirror".
	// Of 30 such oppositions in a thousand articles four were right when read.
	// One word alone in common is too little however short the sentences.
	sidesMass, sidesEven, thinSides = 8, .4, .55
	// leastEven is the share of the longer side that makes up for it.
	leastEven = .6
	// thinFactor is what such a case keeps of its score, and thinLoose where
	// the case is not of the clearest grade either.
	thinFactor, thinLoose = .8, .6
	// uneven is the share of the longer side below which much else is said
	// there, and unevenFactor what is left of the score.
	uneven, unevenFactor = .2, .8
	// leastNucleus is the weight from which on a word is a matter of its own.
	leastNucleus = 2.5
	// explicitScore is for words that both sides expressly call on or off: in
	// 15,000 pairs of sentences from within one article that was so twice.
	// explicitSides is for two known speakers that do.
	explicitScore, explicitSides = .6, .72
)

// weak holds how often a rule is right where two sources speak and the table
// gives less than Flag, by rule and grade: of what the pairs of the public sets
// share, statements of two people share little, whether they oppose each other
// or not. Counted on the annotated stories, where 780 pairs of two speakers had
// such an opposition and 28 of them were marked; what had fewer than ten cases
// was set by hand.
var weak = map[string]float64{
	"antonym/0": .12, "opposed/0": .05, "polarity/0": .04, "polarity/1": .025, "polarity/2": .03,
	"denial/0": .01, "denial/1": .01, "denial/2": .01, "number/0": .1, "number/1": .08, "evidence/0": .05, "evidence/1": .02,
	"quantifier/0": .03, "quantifier/1": .03, "quantifier/2": .03, "date/0": .03, "role/0": .03, "swap/0": .03, "swap/1": .03,
}

const (
	// nearBy is by how much an opposition is righter where one statement
	// stands within answerReach of the other in one article, and heavyBy where
	// the word that decides weighs heavyNucleus, or what is shared heavyMass.
	nearBy, heavyBy         = 3, 2.5
	heavyNucleus, heavyMass = 3, 9
	// ownVoice is what is left where one of them is the outlet's own voice.
	ownVoice = .5
	// mostWeak bounds the result.
	mostWeak = .3
)

// weakScore is the score of an opposition between two sources whose words have
// too little in common for Flag.
func weakScore(o Opposition, p compare.Pair) float64 {
	s := weak[o.Rule+"/"+string(rune('0'+o.Grade))]
	if d := apartBytes(p.A.Claim, p.B.Claim); d >= 0 && d < answerReach {
		s *= nearBy
	}
	if o.Nucleus >= heavyNucleus || o.Mass >= heavyMass {
		s *= heavyBy
	}
	if p.A.Claim.Speaker == nil || p.B.Claim.Speaker == nil {
		s *= ownVoice
	}
	return min(s, mostWeak)
}

const (
	// leastCore is the share of both deciding clauses that must be the same
	// for two sides who are known to speak of one event to oppose each other
	// whatever else their sentences say.
	leastCore = .7
	// coreSides is the score of such a pair: of twelve findings on the BASIL
	// stories that had it, eight were right when read.
	coreSides = .62
)

// leastWord is the weight of the lightest word that is a subject: two articles'
// statements must share one beside the words that decide.
const leastWord = 1.2

// coreOf is leastCore, less for two parties that have changed places: three
// words of the clause are the same already.
func coreOf(o Opposition) float64 {
	if o.Rule == "role" {
		return leastCore - .1
	}
	return leastCore
}

// clausal are the rules whose opposition lies within a clause.
var clausal = map[string]bool{"polarity": true, "opposed": true, "antonym": true, "number": true, "date": true, "role": true}

// Flag is the score from which on an opposition is called a contradiction.
const Flag = .5

// score looks an opposition up for a pair.
func score(o Opposition, p compare.Pair) float64 {
	if o.View {
		return o.Score
	}
	between := sides(p)
	s := table[o.Rule+"/"+string(rune('0'+o.Grade))][band(o.Cover)]
	switch {
	case quotes(o) || o.Type == compare.Structure && !between, o.Rule == "nobody", o.Rule == "record":
		return s
	case between && o.Mass < sidesMass && (o.Even < sidesEven || o.shared == 1) && o.Nucleus != 0:
		s *= thinSides
	case o.Mass < leastMass && o.Even < leastEven && o.Grade == 0 && (!between || o.Nucleus == 0 || o.Nucleus >= leastNucleus):
		s *= thinFactor
	case o.Mass < leastMass && o.Even < leastEven:
		s *= thinLoose
	case o.Even < uneven && o.Cover < bands[len(bands)-1]:
		s *= unevenFactor
	}
	if between && !o.Explicit && o.Mass < leastWord && clausal[o.Rule] {
		return 0 // one word in common, and who knows in which sense
	}
	if between && o.Grade == 0 && o.Core >= coreOf(o) && clausal[o.Rule] && (o.Nucleus == 0 || o.shared != 1) {
		s = max(s, coreSides)
	}
	switch {
	case !o.Explicit || o.Nucleus < leastNucleus:
	case between && p.A.Claim.Speaker != nil && p.B.Claim.Speaker != nil:
		s = max(s, explicitSides)
	case o.Cover >= bands[1]:
		s = max(s, explicitScore)
	}
	if between && s < Flag {
		return weakScore(o, p)
	}
	return s
}

// sides reports whether both statements have a speaker, or an outlet's own
// voice, of their own.
func sides(p compare.Pair) bool {
	return p.A.Claim != nil && p.B.Claim != nil && !sameSpeaker(p) && (p.A.Claim.Speaker != nil || p.B.Claim.Speaker != nil || p.A.Claim.Article != p.B.Claim.Article)
}
