package gate

import (
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
)

// stand is how the two sides of a finding stand to the drafts.
type stand struct {
	ours, theirs *claims.Claim // ours is of a draft
	swapped      bool          // ours is the finding's B
	within       bool          // both are of one draft
}

// standing finds the draft's side of a finding that take has taken. Where both
// sides are of one draft a headline is ours: it is what an editor looks at.
func (d *desk) standing(f compare.Finding) stand {
	a, b := d.claims[f.A], d.claims[f.B]
	s := stand{ours: a, theirs: b, within: a.Article == b.Article}
	if !d.ofDraft(f.A) || s.within && b.Kind == claims.Titled && a.Kind != claims.Titled {
		s.ours, s.theirs, s.swapped = b, a, true
	}
	return s
}

// voiced reports whether a claim is in its outlet's own voice: nobody else is
// said to say it. An unnamed source is a source.
func voiced(c *claims.Claim) bool {
	return c.Speaker == nil && (c.Kind == claims.Own || c.Kind == claims.Titled)
}

// code names what a finding is to an editor. The relation alone does not tell:
// it knows outlets and speakers, and not which side is about to be published.
func (d *desk) code(f compare.Finding, s stand) Code {
	switch {
	case f.Relation == compare.Edit && voiced(s.ours) && voiced(s.theirs) && d.ownHouse(s.ours.Outlet, s.theirs.Outlet):
		return d.twoVoices(f, s) // nobody's copy but one's own
	case f.Relation == compare.Edit && !voiced(s.ours) && !voiced(s.theirs):
		return Misquote // what was changed is somebody's remark
	case f.Relation == compare.Edit:
		return CopyChanged
	case f.Relation == compare.Misquote && f.Type == compare.Attribution:
		return Misattribution
	case f.Relation == compare.Misquote:
		return Misquote
	case s.within:
		return within(s)
	case voiced(s.ours) && voiced(s.theirs):
		return d.twoVoices(f, s)
	case voiced(s.ours) && d.quotesToo(f, s):
		return VoiceAgainstSource
	case voiced(s.ours):
		return DisputedBySource
	case voiced(s.theirs):
		return SourceAgainstArchive
	case f.Relation == compare.Shift:
		return SourceShifted
	case d.quotesToo(f, s):
		return DisputeInDraft
	}
	return DisputeWithArchive
}

// within is the code of a finding between two passages of one draft.
func within(s stand) Code {
	title := s.ours.Kind == claims.Titled && voiced(s.ours) || s.theirs.Kind == claims.Titled && voiced(s.theirs)
	switch {
	case title:
		return HeadlineBody
	case voiced(s.ours) && voiced(s.theirs):
		return SelfContradiction
	case voiced(s.ours) || voiced(s.theirs):
		return VoiceAgainstSource
	}
	return DisputeInDraft
}

// twoVoices is the code of a finding between the draft's own voice and that of
// another article.
func (d *desk) twoVoices(f compare.Finding, s stand) Code {
	switch {
	case !d.ownHouse(s.ours.Outlet, s.theirs.Outlet):
		return ContradictsArchive
	case f.Type == compare.Number || f.Type == compare.Date:
		return NumberAgainstOwn
	}
	return ContradictsOwn
}

// ownHouse reports whether another outlet is the draft's own newsroom: it has
// its name, or one that the policy gives the newsroom.
func (d *desk) ownHouse(draft, other string) bool {
	if other == "" {
		return false
	}
	return strings.EqualFold(draft, other) || named(d.policy.Own, other)
}

// named reports whether a name is on a list, in whatever case.
func named(list []string, name string) bool {
	for _, n := range list {
		if strings.EqualFold(strings.TrimSpace(n), strings.TrimSpace(name)) {
			return true
		}
	}
	return false
}

// counts reports whether the policy wants to hear of a finding: its outlet and
// its speakers count.
func (d *desk) counts(s stand) bool {
	if !s.within && !d.policy.Outlets.takes(s.theirs.Outlet) {
		return false
	}
	spoken, wanted := false, false
	for _, c := range []*claims.Claim{s.ours, s.theirs} {
		if c.Speaker == nil {
			continue
		}
		names := []string{c.Speaker.Name, c.Speaker.Party, c.Speaker.Affiliation}
		if d.policy.Speakers.ignores(names...) {
			return false
		}
		spoken = true
		wanted = wanted || d.policy.Speakers.wants(names...)
	}
	return !spoken || wanted
}
