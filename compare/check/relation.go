package check

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/word"
	"crosscheck/compare"
)

// The guards that only the whole pipeline can see, besides those of the judge.
const (
	// sameSide: one speaker, one side or one outlet, not against itself.
	sameSide = "same-side"
	// restatement: one claim holds both statements, or their very words.
	restatement = "restatement"
	// unsureSpeaker: one remark, two speakers, but not both are named with it.
	unsureSpeaker = "unsure-speaker"
	// reportedPosition: a paper that tells what somebody found does not hold it.
	reportedPosition = "reported-position"
	// farApart: two statements that share too little to be about one thing.
	farApart = "different-subject"
)

// The topic similarities below which an opposition is taken for one about
// different things. They were set by reading: 75 findings on the 45 BASIL
// stories and 44 on 300 unrelated articles, of which those below were wrong
// with few exceptions.
const (
	leastAlike = 0.36 // two articles on one story
	muchAlike  = 0.57 // one article with itself; one speaker on two days; figures
	dateAlike  = 0.61 // days and years, which most sentences have
	// plainScore is the score from which two articles need no such likeness:
	// the judge gives it where both sides say expressly that the thing is so
	// or not.
	plainScore = 0.5
	// headScore is the least score of a headline against its own article.
	headScore = 0.5
)

// byWords are the rules that go by words which other matters may share.
var byWords = map[string]bool{"polarity": true, "opposed": true, "antonym": true, "number": true, "date": true, "role": true, "swap": true, "quantifier": true}

// doubt is the code of the guard that holds a pair back for what surrounds its
// statements, or "".
func (t *settling) doubt(p judged, relation compare.Relation) string {
	rule, a, b := p.verdict.Rule, p.a.Claim, p.b.Claim
	switch {
	case misquotes[rule] && a.Article == b.Article:
		return restatement // a paper that tells a remark twice, or a quotation in a quotation
	case rule == "attribution":
		if !p.a.Named || !p.b.Named || a.Speaker.Surname() == b.Speaker.Surname() {
			return unsureSpeaker
		}
	case misquotes[rule]:
	case rule == "denial" && (a.Speaker == nil || b.Speaker == nil):
		return reportedPosition
	case byWords[rule] && p.similarity < alike(p, relation):
		return farApart
	case relation == compare.Heading && (rule == "polarity" || rule == "quantifier" || p.verdict.Score < headScore):
		return farApart // a headline leaves too much out to be taken at its word
	case a.Stance == b.Stance && (repeats(p.a.Text, b.Text) || repeats(p.b.Text, a.Text)):
		return restatement
	}
	return ""
}

// alike is how similar the statements of a pair must be.
func alike(p judged, relation compare.Relation) float64 {
	a, b := p.a.Claim, p.b.Claim
	parties := a.Speaker != nil && b.Speaker != nil && a.Speaker.Party != "" && b.Speaker.Party != ""
	switch {
	case p.verdict.Rule == "date":
		return dateAlike
	case p.verdict.Rule == "number" || a.Article == b.Article && !parties:
		return muchAlike
	case p.verdict.Score >= plainScore:
		return 0
	case relation == compare.Shift || relation == compare.Misquote:
		return muchAlike
	}
	return leastAlike
}

// repeats reports whether the words of a statement stand in a text, whatever
// the marks and capitals.
func repeats(statement, text string) bool {
	return strings.Contains(" "+plainWords(text)+" ", " "+plainWords(statement)+" ")
}

func plainWords(s string) string {
	var out []string
	for _, w := range word.Split(s, 0) {
		if !w.Punct {
			out = append(out, w.Norm)
		}
	}
	return strings.Join(out, " ")
}

// misquotes are the rules about how a remark is passed on, not about facts.
var misquotes = map[string]bool{"wording": true, "attribution": true, "paraphrase": true, "modality": true}

// relate says which desk an opposition goes to, or the code of the guard that
// holds it back.
func relate(a, b claims.Claim, v compare.Verdict, sameDay bool) (compare.Relation, string) {
	switch {
	case misquotes[v.Rule]:
		return compare.Misquote, ""
	case a.Speaker == nil && b.Speaker == nil:
		return ownVoices(a, b, sameDay)
	case a.Speaker == nil || b.Speaker == nil:
		if a.Article == b.Article && (a.Kind == claims.Titled || b.Kind == claims.Titled) {
			return compare.Heading, ""
		}
		return compare.Dispute, ""
	case a.Speaker.ID == b.Speaker.ID:
		return sameSpeaker(a, b, sameDay)
	case sameParty(*a.Speaker, *b.Speaker):
		if a.Article != b.Article && (paraphrases(a, b) || sameDay && a.Outlet != b.Outlet && a.Speaker.Party == "") {
			return compare.Misquote, ""
		}
		return "", sameSide
	}
	return compare.Dispute, ""
}

// ownVoices relates what two outlets, or one, say in their own voice.
func ownVoices(a, b claims.Claim, sameDay bool) (compare.Relation, string) {
	switch {
	case a.Article == b.Article:
		return compare.Heading, ""
	case a.Outlet != b.Outlet:
		return compare.Conflict, ""
	case sameDay:
		return compare.Conflict, ""
	}
	return compare.Shift, ""
}

// sameSpeaker relates a speaker to himself: in another paper's paraphrase he
// is misquoted, on another day he has shifted, and else he only went on.
func sameSpeaker(a, b claims.Claim, sameDay bool) (compare.Relation, string) {
	switch {
	case a.Article != b.Article && a.Outlet != b.Outlet && sameDay:
		return compare.Misquote, "" // two papers have him say opposite things
	case !sameDay && a.Date != "" && b.Date != "":
		return compare.Shift, ""
	}
	return "", sameSide
}

// paraphrases reports whether one claim is a quotation and the other an
// outlet's wording of what the same speaker said.
func paraphrases(a, b claims.Claim) bool {
	return (a.Kind == claims.Direct) != (b.Kind == claims.Direct)
}

// sameParty reports whether two speakers speak for one side: one party, or
// one of them is the other's affiliation.
func sameParty(a, b claims.Speaker) bool {
	if a.Party != "" && a.Party == b.Party {
		return true
	}
	return affiliated(a, b) || affiliated(b, a) || officeOf(a, b) || officeOf(b, a)
}

// officeOf reports a body that is known as somebody's, as "Lee's office" is Ann Lee's.
func officeOf(body, owner claims.Speaker) bool {
	whose, _, ok := strings.Cut(strings.ReplaceAll(body.Name, "’", "'"), "'s ")
	return ok && owner.Surname() != "" && (whose == owner.Name || whose == owner.Surname())
}

func affiliated(a, b claims.Speaker) bool {
	return a.Affiliation != "" && b.Role == "" && strings.EqualFold(a.Affiliation, b.Name)
}

// sameDay reports whether two statements may be of one day: an unknown date
// may be any.
func sameDay(p judged) bool {
	a, b := p.a.Claim.Date, p.b.Claim.Date
	return a == "" || b == "" || a == b
}
