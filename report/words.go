package report

import (
	"cmp"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
)

// Term is one of the report's own terms, in words for the reader.
type Term struct {
	ID   string // as in the JSON: "dispute"
	Name string // as on the page: "Dispute"
	Doc  string // one sentence that explains it; "" for a term this version does not know
}

var relations = []Term{
	{string(compare.Dispute), "Dispute", "Two sources oppose each other."},
	{string(compare.Conflict), "Conflict", "Two outlets tell the same fact differently, each in its own voice."},
	{string(compare.Shift), "Shift", "One source says one thing at one time and the opposite at another."},
	{string(compare.Misquote), "Misquote", "One remark is given in different words, or to different speakers."},
	{string(compare.Heading), "Headline", "A headline or summary does not agree with its article, or an article not with itself."},
	{string(compare.Edit), "Edit", "One text that several outlets print was changed on the way."},
}

var types = []Term{
	{string(compare.Negation), "negation", "One side denies what the other states."},
	{string(compare.Antonym), "antonym", "The two sides use words of opposite meaning."},
	{string(compare.Number), "number", "The two sides give different figures for the same thing."},
	{string(compare.Date), "date", "The two sides give different times for the same event."},
	{string(compare.Quantifier), "quantifier", "One side says all or none, the other allows exceptions."},
	{string(compare.Modality), "modality", "One side says it is so, the other that it may be, or cannot be."},
	{string(compare.Factivity), "factivity", "One side takes for granted what the other does not accept."},
	{string(compare.Structure), "structure", "The two sides disagree on who does what to whom."},
	{string(compare.Lexical), "lexical", "The two sides describe the same thing in words that cannot both fit."},
	{string(compare.Wording), "wording", "The same quotation has different words."},
	{string(compare.Attribution), "attribution", "The same words are given to different speakers."},
}

var kinds = []Term{
	{string(claims.Direct), "quoted", "Wholly inside quotation marks."},
	{string(claims.Mixed), "quoted in part", "Reported, with a part in quotation marks."},
	{string(claims.Reported), "reported", "Reported in the outlet's words."},
	{string(claims.Titled), "headline", "A headline or summary line."},
	{string(claims.Own), "own voice", "A statement of fact in the outlet's own voice."},
}

// OfRelation explains a relation.
func OfRelation(r compare.Relation) Term { return explain(relations, string(r)) }

// OfType explains a type of opposition.
func OfType(t compare.Type) Term { return explain(types, string(t)) }

// OfKind explains how a claim stands in its article.
func OfKind(k claims.Kind) Term { return explain(kinds, string(k)) }

// stances are what a cue commits its speaker to, as it is added to the kind.
var stances = map[claims.Stance]string{
	claims.Denied: "denied", claims.Doubted: "doubted", claims.Asked: "asked", claims.Hoped: "hoped for", claims.Unsaid: "left unsaid", claims.Attitude: "an attitude",
}

// OfStance names what a cue commits its speaker to; the zero Term where he stands by it.
func OfStance(s claims.Stance) Term { return Term{ID: string(s), Name: stances[s]} }

// OfClaim explains how a claim stands in its article, and that its speaker
// denies it or takes no position: "reported, denied".
func OfClaim(c claims.Claim) Term {
	t := OfKind(c.Kind)
	if s := stances[c.Stance]; s != "" {
		t.Name += ", " + s
	}
	return t
}

// reasons name guards whose code does not read as words.
var reasons = []Term{
	{ID: "same-side", Name: "same side twice"},
	{ID: "supersession", Name: "a later update"},
	{ID: "scope", Name: "different scope"},
	{ID: "refinement", Name: "a closer description"},
	{ID: "restatement", Name: "said again in other words"},
	{ID: "unsure-speaker", Name: "speaker not sure"},
	{ID: "reported-position", Name: "a position only reported"},
}

// OfReason names the reason for which a pair was set aside. Most codes, the
// guards' own, read as words once the hyphens are gone.
func OfReason(code string) Term {
	if t := explain(reasons, code); t.Name != name(code) {
		return t
	}
	words := strings.NewReplacer("-", " ", "_", " ").Replace(name(code))
	return Term{ID: code, Name: cmp.Or(words, "no reason given")}
}

// explain finds id among the terms. An unknown one, of a newer version of the
// report, stands for itself.
func explain(terms []Term, id string) Term {
	for _, t := range terms {
		if t.ID == id {
			return t
		}
	}
	return Term{ID: id, Name: name(id)}
}

// The thresholds of [Strength]. They are those at which Meedan Check, the
// nearest tool in daily newsroom use, matches texts by itself (.875) and
// suggests a match to a person (.70).
const (
	Strong = 0.875
	Likely = 0.70
)

// Strength puts a finding's score in words: "strong" from [Strong] on,
// "likely" from [Likely] on, "weak" below.
func Strength(score float64) string {
	switch {
	case score >= Strong:
		return "strong"
	case score >= Likely:
		return "likely"
	}
	return "weak"
}
