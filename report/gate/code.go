package gate

import "slices"

// Code names a kind of reason. The list is closed: a program may rely on it.
type Code string

// The codes of findings, by whose voice speaks on the two sides.
const (
	HeadlineBody       Code = "headline-body"
	SelfContradiction  Code = "self-contradiction"
	VoiceAgainstSource Code = "own-voice-against-source"
	DisputeInDraft     Code = "dispute-in-draft"

	ContradictsArchive   Code = "contradicts-archive"
	ContradictsOwn       Code = "contradicts-own-archive"
	NumberAgainstOwn     Code = "number-against-own"
	DisputedBySource     Code = "disputed-by-source"
	SourceAgainstArchive Code = "source-against-archive"
	DisputeWithArchive   Code = "dispute-with-archive"
	SourceShifted        Code = "source-shifted"

	Misquote       Code = "misquote"
	Misattribution Code = "misattribution"
	CopyChanged    Code = "copy-changed"
)

// The codes of what kept the gate from judging, or from judging everything, and of what
// is no finding because days lie between.
const (
	CouldNotJudge     Code = "could-not-judge"
	OutOfTime         Code = "out-of-time"
	NotEnglish        Code = "not-english"
	ArchiveIncomplete Code = "archive-incomplete"
	NothingChecked    Code = "nothing-checked"
	FigureUpdated     Code = "figure-updated"
)

// The codes of exceptions that do not count.
const (
	ExpiredWaiver       Code = "expired-waiver"
	WaiverWithoutReason Code = "waiver-without-reason"
	WaiverWithoutOwner  Code = "waiver-without-owner"
	WaiverWithoutExpiry Code = "waiver-without-expiry"
	AllowWithoutReason  Code = "allow-without-reason"
	AllowNotUnderstood  Code = "allow-not-understood"
	AllowRefused        Code = "allow-refused"
	AllowUnused         Code = "allow-unused"
)

// Subject says what a code is about.
type Subject string

// The subjects.
const (
	OfFinding   Subject = "finding"   // two statements that oppose each other
	OfFailure   Subject = "failure"   // the drafts could not be judged; the policy's on_error decides
	OfCheck     Subject = "check"     // how the check went
	OfException Subject = "exception" // a waiver or allowance that does not count
)

// CodeInfo explains a code.
type CodeInfo struct {
	Code  Code
	About Subject
	Doc   string // what it says, one sentence
	Do    string // what to do next, one sentence or two
}

// codes is the one list of codes, in the order of the reference.
var codes = []CodeInfo{
	{HeadlineBody, OfFinding, "The headline or summary says what the body does not bear out.",
		"Read both; correct the headline, or the body."},
	{SelfContradiction, OfFinding, "Two passages of the draft, both in its own voice, oppose each other.",
		"Read both passages and correct one."},
	{VoiceAgainstSource, OfFinding, "The draft says in its own voice what a source in it denies.",
		"If the draft corrects the source, say on what evidence; else attribute it."},
	{DisputeInDraft, OfFinding, "Two sources in the draft oppose each other, both attributed.",
		"Nothing: reporting a dispute is no contradiction."},
	{ContradictsArchive, OfFinding, "The draft says in its own voice the opposite of what another outlet states.",
		"Find out who is right; correct the draft, or say that accounts differ and attribute them."},
	{ContradictsOwn, OfFinding, "The draft says the opposite of what this newsroom has published.",
		"Find out which is right; correct the draft, or correct what was published and say so."},
	{NumberAgainstOwn, OfFinding, "The draft gives another figure or date than this newsroom has published.",
		"Check the figure at its source; where it has changed, say since when, or correct what was published."},
	{DisputedBySource, OfFinding, "The draft says in its own voice what a source in the archive disputes.",
		"Attribute the statement, or report that it is disputed."},
	{SourceAgainstArchive, OfFinding, "A source in the draft contradicts what an article states in its own voice.",
		"If the archive is right, tell readers; the source may be quoted all the same."},
	{DisputeWithArchive, OfFinding, "A source in the draft and a source in the archive oppose each other.",
		"Consider quoting the other side."},
	{SourceShifted, OfFinding, "A source said the opposite on another day.",
		"Consider telling readers what the source said before."},
	{Misquote, OfFinding, "A remark is told in other words, or as its opposite, elsewhere.",
		"Check the remark against the recording or the transcript; correct it, or paraphrase without quotation marks."},
	{Misattribution, OfFinding, "The same words are given to somebody else elsewhere.",
		"Find out who said it, and correct the attribution."},
	{CopyChanged, OfFinding, "A text that others print, too, says something else in the draft.",
		"Compare it with the agency's copy; undo the change, or mark it as your own reporting."},

	{CouldNotJudge, OfFailure, "The drafts could not be checked, or not against everything.",
		"Put right what failed and run the gate again."},
	{OutOfTime, OfFailure, "The time budget ran out before everything was compared.",
		"Run the gate again with a larger budget, or against a kept archive (crosscheck index)."},
	{NotEnglish, OfFailure, "The draft is not in English, which is all that can be read.",
		"Have somebody read it against the archive."},
	{ArchiveIncomplete, OfCheck, "Part of the archive could not be read; what stands there was not compared.",
		"Put right what the warnings name and run the gate again."},
	{NothingChecked, OfCheck, "No statement in the draft could be compared with anything.",
		"See with \"crosscheck claims DRAFT\" what was found in it."},
	{FigureUpdated, OfCheck, "The draft gives another figure than this newsroom has published on an earlier day.",
		"Where it has changed, say since when; else check it at its source."},

	{ExpiredWaiver, OfException, "A waiver or a decision would let this through, but has expired.",
		"Settle the matter, or have the owner renew it with a reason."},
	{WaiverWithoutReason, OfException, "A waiver would let this through, but gives no reason, so it does not count.",
		"Add a reason to the waiver in the policy."},
	{WaiverWithoutOwner, OfException, "A waiver would let this through, but nobody answers for it, so it does not count.",
		"Add an owner to the waiver in the policy."},
	{WaiverWithoutExpiry, OfException, "A waiver would let this through, but has no last day, so it does not count.",
		"Add \"expires: YYYY-MM-DD\" to the waiver in the policy."},
	{AllowWithoutReason, OfException, "The draft asks for something to be let through without a reason, so that does not count.",
		"Write why: crosscheck: allow CODE because REASON."},
	{AllowNotUnderstood, OfException, "What the draft says to the gate was not understood, so it does not count.",
		"Write it as: crosscheck: allow CODE because REASON."},
	{AllowRefused, OfException, "The policy does not let a draft speak for itself.",
		"Ask whoever keeps the policy for a waiver."},
	{AllowUnused, OfException, "The draft asks for something to be let through that was not found.",
		"Take it out of the draft."},
}

// Codes returns all codes, in the order of the reference.
func Codes() []CodeInfo { return slices.Clone(codes) }

// Info explains the code; ok is false for one that is not on the list.
func (c Code) Info() (info CodeInfo, ok bool) {
	for _, i := range codes {
		if i.Code == c {
			return i, true
		}
	}
	return CodeInfo{Code: c}, false
}
