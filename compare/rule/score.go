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
// were the rows that need claims (paraphrase, modality, wording, attribution).
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
	"modality/0":    {.1, .2, .3, .5, .6, .65},
	"quantifier/0":  {.20, .30, .50, .70, .80, .85},
	"quantifier/1":  {.20, .30, .40, .60, .65, .75},
	"quantifier/2":  {.05, .10, .30, .55, .60, .65},
	"evidence/0":    {.10, .40, .55, .70, .75, .80},
	"evidence/1":    {.05, .05, .10, .40, .45, .45},
	"role/0":        {.10, .12, .15, .20, .30, .55},
	"wording/0":     {.05, .10, .20, .70, .80, .90},
	"wording/1":     {.05, .10, .20, .55, .60, .65},
	"paraphrase/0":  {.30, .60, .65, .70, .75, .80},
	"attribution/0": {.05, .10, .20, .30, .70, .80},
}

const (
	// leastMass is the weight of shared context below which a full cover
	// tells little: one or two words of a scrap of a sentence.
	leastMass = 4
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
	between := sides(p)
	s := table[o.Rule+"/"+string(rune('0'+o.Grade))][band(o.Cover)]
	switch {
	case quotes(o) || o.Type == compare.Structure && !between:
		return s
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
	if between && o.Grade == 0 && o.Core >= coreOf(o) && clausal[o.Rule] {
		s = max(s, coreSides)
	}
	switch {
	case !o.Explicit || o.Nucleus < leastNucleus:
	case between && p.A.Claim.Speaker != nil && p.B.Claim.Speaker != nil:
		s = max(s, explicitSides)
	case o.Cover >= bands[1]:
		s = max(s, explicitScore)
	}
	return s
}

// sides reports whether both statements have a speaker, or an outlet's own
// voice, of their own.
func sides(p compare.Pair) bool {
	return p.A.Claim != nil && p.B.Claim != nil && !sameSpeaker(p) && (p.A.Claim.Speaker != nil || p.B.Claim.Speaker != nil || p.A.Claim.Article != p.B.Claim.Article)
}
