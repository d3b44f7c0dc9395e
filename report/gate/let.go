package gate

import (
	"fmt"

	"crosscheck/compare"
	"crosscheck/report/review"
)

// Let is a finding that was let through, and who answers for that.
type Let struct {
	Code    Code
	Draft   string // the draft's article ID
	Finding string // its ID
	Pair    string // the ledger's key
	By      By
	Who     string // who decided, the waiver's owner; "" for the baseline and the draft's author
	Why     string // the reason; "" for the baseline
	Until   string // YYYY-MM-DD, the last day on which this holds; "" where it has none
}

// By is what lets a finding through.
type By string

// What lets findings through, in the order in which it is asked.
const (
	ByDecision By = "decision" // people rejected the pair, or decided that the article reports the dispute
	ByBaseline By = "baseline" // it was known before
	ByWaiver   By = "waiver"   // the policy names it
	ByAllow    By = "allow"    // the draft names it
)

// ruling is what people decided on a pair.
type ruling struct {
	passes    *review.Event // lets it through; nil where nothing does
	lapsed    *review.Event // did, but has expired
	confirmed bool          // the two do oppose each other
}

// ruling looks a finding up in the ledger. "Dispute as reported" passes like a
// rejection: somebody read the article and found both sides in it.
func (d *desk) ruling(f compare.Finding) ruling {
	if d.in.Decisions == nil {
		return ruling{}
	}
	t := d.in.Decisions.Of(d.keys.Ref(f), d.in.Now)
	v := t.Verdict()
	r := ruling{confirmed: v == review.Contradiction}
	if v.Rejects() || v == review.Reported {
		r.passes = t.Decision
	}
	if t.Expired != nil && t.Expired.Verdict.Rejects() {
		r.lapsed = t.Expired
	}
	return r
}

// lets tells what lets a finding through; false where nothing does.
func (d *desk) lets(m Matter, c *Clash, f compare.Finding, s stand, r ruling) (Let, bool) {
	let := Let{Code: m.Code, Draft: s.ours.Article, Finding: f.ID, Pair: c.Pair}
	if e := r.passes; e != nil {
		let.By, let.Who, let.Why = ByDecision, plain(e.Who), plain(decided(e))
		if !e.Expires.IsZero() {
			let.Until = e.Expires.In(d.in.Now.Location()).Format(dayLayout)
		}
		return let, true
	}
	if d.isKnown(f) {
		let.By = ByBaseline
		return let, true
	}
	if w := d.waiver(m, c, s); w != nil {
		let.By, let.Who, let.Why, let.Until = ByWaiver, plain(w.Owner), plain(w.Reason), w.Expires
		return let, true
	}
	if a := d.allowance(m, s); a != nil {
		let.By, let.Why = ByAllow, plain(a.Reason)
		return let, true
	}
	if e := r.lapsed; e != nil {
		d.tell(ExpiredWaiver, s.ours.Article, fmt.Sprintf("A decision by %s has expired (%s), so that finding %s counts again.",
			e.Who, e.Expires.In(d.in.Now.Location()).Format(dayLayout), f.ID))
	}
	return Let{}, false
}

// decided is a decision in words.
func decided(e *review.Event) string {
	i, _ := e.Verdict.Info()
	if e.Why == "" {
		return i.Name
	}
	return i.Name + ": " + e.Why
}

// known is a finding of the baseline by what it says: IDs change with every
// word of a draft, and the words of a claim with few.
type known struct {
	pair     string
	relation compare.Relation
}

// knownIn are the findings of a baseline. A finding folds many places into one,
// and which stands for all may change, so that each counts.
func knownIn(r *compare.Report) map[known]bool {
	if r == nil {
		return nil
	}
	keys := review.NewKeys(r)
	out := map[known]bool{}
	for _, f := range r.Findings {
		for _, p := range places(f) {
			out[known{keys.Pair(p[0], p[1]), f.Relation}] = true
		}
	}
	return out
}

func (d *desk) isKnown(f compare.Finding) bool {
	for _, p := range places(f) {
		if d.known[known{d.keys.Pair(p[0], p[1]), f.Relation}] {
			return true
		}
	}
	return false
}

// places are the finding's own pair of claims and those that each of its two
// claims makes with the further claims of the other side.
func places(f compare.Finding) [][2]string {
	out := [][2]string{{f.A, f.B}}
	for _, id := range f.Also.A {
		out = append(out, [2]string{id, f.B})
	}
	for _, id := range f.Also.B {
		out = append(out, [2]string{f.A, id})
	}
	return out
}
