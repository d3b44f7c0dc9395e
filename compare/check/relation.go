package check

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
)

// The guards that only the whole pipeline can see, besides those of the judge.
const (
	// sameSide: one speaker, one side or one outlet, not against itself.
	sameSide = "same-side"
)

// relate says which desk an opposition goes to, or the code of the guard that
// holds it back.
func relate(a, b claims.Claim, v compare.Verdict, sameDay bool) (compare.Relation, string) {
	switch {
	case v.Type == compare.Wording || v.Type == compare.Attribution:
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
		if paraphrases(a, b) && a.Article != b.Article {
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
	case a.Article != b.Article && paraphrases(a, b) && sameDay:
		return compare.Misquote, ""
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
	return affiliated(a, b) || affiliated(b, a)
}

func affiliated(a, b claims.Speaker) bool {
	return a.Affiliation != "" && b.Role == "" && strings.EqualFold(a.Affiliation, b.Name)
}

// sameDay reports whether two statements may be of one day: an unknown date
// may be any.
func (r *run) sameDay(p judged) bool {
	a, b := p.a.Claim.Date, p.b.Claim.Date
	return a == "" || b == "" || a == b
}
