package rule

import (
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// restatement holds back one event told twice.
var restatement = Guard{
	ID:  "restatement",
	Doc: "Both sides say the same, in the same words or in others for the same things.",
	Run: func(o Opposition, al *align.Alignment, p compare.Pair) string {
		if !quotes(o) && sameRemark(al, p) {
			return "One remark is quoted on both sides, and nothing that turns it differs."
		}
		if !quotes(o) && o.Type != compare.Structure && o.Type != compare.Quantifier && missed(al.A, al.ToB) < 0 && missed(al.B, al.ToA) < 0 && agrees(al) && within(al.A, al.B) && within(al.B, al.A) {
			return "Each side says all that the other does."
		}
		return ""
	},
}

// leastRemark is the share of the shorter of two quotations that is the same in one remark.
const leastRemark = .9

// sameRemark reports one remark of one speaker that two papers quote with some small word
// more or less: no opposition within it is his.
func sameRemark(al *align.Alignment, p compare.Pair) bool {
	if !sameSpeaker(p) {
		return false
	}
	a, b := quotation(al.A), quotation(al.B)
	if min(len(a), len(b)) < leastBehind {
		return false
	}
	steps, common := closest(a, b)
	if float64(common) < leastRemark*float64(min(len(a), len(b))) {
		return false
	}
	steps = inner(steps)
	return share(steps) >= leastRemark && (len(steps) == 1 || worst(al, a, b, steps) < turns)
}
