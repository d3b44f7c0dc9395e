package gate

import (
	"cmp"
	"slices"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report"
	"crosscheck/report/review"
)

// Decide says whether the drafts may run. The same input gives the same
// decision.
func Decide(in Input) Decision {
	d := newDesk(in)
	d.failures()
	for i, f := range d.report.Findings {
		if s := d.standing(f); d.counts(s) {
			d.weigh(i, f, s)
		}
	}
	d.updates()
	d.allowances()
	d.unchecked()
	return d.conclude()
}

// desk is the state of one decision.
type desk struct {
	in     Input
	policy *Policy
	report *compare.Report
	claims map[string]*claims.Claim
	drafts map[string]*Draft // by article ID
	keys   *review.Keys
	texts  map[string]string // of articles, by ID
	alike  printed
	told   map[told]bool
	known  map[known]bool // the findings of the baseline
	view   []report.Finding
	out    Decision

	used   map[*Allow]bool
	said   map[saying]bool // about exceptions, each once
	failed []string        // drafts that were not judged; "" for all
}

func newDesk(in Input) *desk {
	d := &desk{in: in, policy: in.Policy, report: in.Report, claims: map[string]*claims.Claim{}, drafts: map[string]*Draft{},
		used: map[*Allow]bool{}, said: map[saying]bool{}}
	if d.policy == nil {
		d.policy = Default()
	}
	if d.report == nil {
		d.report = &compare.Report{}
	}
	if in.Decisions != nil {
		d.report, _ = in.Decisions.Corrected(d.report)
	}
	for i := range d.report.Claims {
		d.claims[d.report.Claims[i].ID] = &d.report.Claims[i]
	}
	for i := range in.Drafts {
		d.drafts[in.Drafts[i].Article] = &in.Drafts[i]
	}
	d.known = knownIn(in.Baseline)
	d.take()
	d.out.Against, d.out.Unread = in.Against, in.Unread
	return d
}

// take makes the findings that concern a draft the desk's own, each with the
// draft's claim on a side.
func (d *desk) take() {
	d.texts, d.alike, d.told = map[string]string{}, printedAlike(d.report), map[told]bool{}
	for _, a := range d.report.Articles {
		d.texts[a.ID] = a.Text
	}
	r := *d.report
	r.Findings = nil
	for _, f := range d.report.Findings {
		if f, ok := d.ours(f); ok && d.claims[f.A] != nil && d.claims[f.B] != nil {
			d.tells(f)
			r.Findings = append(r.Findings, f)
		}
	}
	d.report = &r
	d.keys = review.NewKeys(&r)
	d.view = report.Fill(&r).Findings
}

// failures turns what could not be done into reasons.
func (d *desk) failures() {
	for _, f := range d.in.Failures {
		info, _ := f.Code.Info()
		r := Reason{Code: f.Code, Draft: f.Draft, What: cmp.Or(plain(f.What), info.Doc), Do: info.Do}
		if info.About != OfFailure {
			r.Level = d.policy.Level(Matter{Code: f.Code, Score: 1})
		} else if r.Level = Warning; d.policy.holdsOnError() {
			r.Level = Error
			d.failed = append(d.failed, f.Draft)
		}
		d.add(r)
	}
}

// weigh makes a reason of a finding, unless something lets it through.
func (d *desk) weigh(i int, f compare.Finding, s stand) {
	c := d.clash(i, f, s)
	ruling := d.ruling(f)
	c.Confirmed = ruling.confirmed
	if c.Confirmed {
		c.Score = 1
	}
	m := Matter{Code: d.code(f, s), Relation: f.Relation, Type: f.Type, Score: c.Score}
	level := d.policy.Level(m)
	if level == Ignore {
		return
	}
	if let, ok := d.lets(m, c, f, s, ruling); ok {
		d.out.Let = append(d.out.Let, let)
		return
	}
	info, _ := m.Code.Info()
	d.add(Reason{Code: m.Code, Level: level, Draft: s.ours.Article, What: info.Doc, Do: info.Do, Place: c.Ours.Place, Clash: c})
}

// clash is a finding in words, the draft's side first.
func (d *desk) clash(i int, f compare.Finding, s stand) *Clash {
	v := d.view[i]
	c := &Clash{Finding: f.ID, Pair: d.keys.Pair(f.A, f.B), Relation: f.Relation, Type: f.Type, Score: f.Score, Why: v.Why,
		Ours: v.A, Theirs: v.B, Within: s.within, Other: s.theirs.Article}
	if s.swapped {
		c.Ours, c.Theirs = v.B, v.A
	}
	return c
}

// updates tells of figures of the drafts that are newer than what this newsroom has
// published, which is no finding: figures change.
func (d *desk) updates() {
	for _, s := range d.report.SetAside {
		ours, theirs := d.claims[s.A], d.claims[s.B]
		if ours == nil || theirs == nil || s.Reason != compare.Supersession {
			continue
		}
		if d.ofDraft(theirs.ID) {
			ours, theirs = theirs, ours
		}
		older := ours.Date != "" && ours.Date < theirs.Date
		if !d.ofDraft(ours.ID) || d.ofDraft(theirs.ID) || older || !voiced(ours) || !voiced(theirs) || !d.ownHouse(ours.Outlet, theirs.Outlet) {
			continue
		}
		info, _ := FigureUpdated.Info()
		r := Reason{Code: FigureUpdated, Level: d.policy.Level(Matter{Code: FigureUpdated, Type: s.Type, Score: 1}), Draft: ours.Article, What: info.Doc + " " + plain(s.Why), Do: info.Do}
		if r.Level != Ignore {
			d.add(r)
		}
	}
}

// unchecked says of which drafts no claim was found at all.
func (d *desk) unchecked() {
	has := map[string]bool{}
	for _, c := range d.claims {
		has[c.Article] = true
	}
	for _, x := range d.in.Drafts {
		if !has[x.Article] && !d.unjudged(x.Article) {
			d.tell(NothingChecked, x.Article, "")
		}
	}
}

// unjudged reports whether something kept a draft from being judged, by whatever
// the policy makes of that.
func (d *desk) unjudged(draft string) bool {
	return slices.ContainsFunc(d.in.Failures, func(f Failure) bool {
		info, _ := f.Code.Info()
		return info.About == OfFailure && (f.Draft == "" || f.Draft == draft)
	})
}

// saying is what was said of a draft; what is said twice is noise.
type saying struct {
	code        Code
	draft, what string
}

// tell adds a reason that is no finding, at the level that the policy gives it.
func (d *desk) tell(code Code, draft, what string) {
	info, _ := code.Info()
	what = cmp.Or(plain(what), info.Doc)
	if at := (saying{code, draft, what}); d.said[at] {
		return
	} else {
		d.said[at] = true
	}
	r := Reason{Code: code, Level: d.policy.Level(Matter{Code: code, Score: 1}), Draft: draft, What: what, Do: info.Do}
	if r.Level != Ignore {
		d.add(r)
	}
}

// add adds a reason, which stands in the draft's file where nothing else is
// known of its place.
func (d *desk) add(r Reason) {
	if x := d.drafts[r.Draft]; x != nil && r.Place.Path == "" && x.Path != "-" {
		r.Place.Path = plain(x.Path)
	}
	d.out.Reasons = append(d.out.Reasons, r)
}

// conclude sorts the reasons and says what they come to.
func (d *desk) conclude() Decision {
	order := map[string]int{}
	for i, x := range d.in.Drafts {
		order[x.Article] = i
	}
	slices.SortStableFunc(d.out.Reasons, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(a.Level.weight(), b.Level.weight()), cmp.Compare(order[a.Draft], order[b.Draft]))
	})
	for _, x := range d.in.Drafts {
		d.out.Drafts = append(d.out.Drafts, Verdict{x, d.outcome(x.Article)})
	}
	d.out.Outcome = d.outcome("")
	return d.out
}

// outcome is what the reasons about a draft come to, or about all where none is
// named. What is known to be wrong holds, even where not everything was looked at.
func (d *desk) outcome(draft string) Outcome {
	about := func(of string) bool { return draft == "" || of == "" || of == draft }
	for _, r := range d.out.Reasons {
		if !about(r.Draft) && (r.Clash == nil || !about(r.Clash.Other)) {
			continue
		}
		info, _ := r.Code.Info()
		if info.About != OfFailure && (r.Level == Error || r.Level == Warning && d.policy.HoldOn == Warning) {
			return Hold
		}
	}
	if slices.ContainsFunc(d.failed, about) {
		return Unjudged
	}
	return Publish
}
