// Package review keeps what people decide about findings, so that a decision
// lasts: a pair that was rejected stays rejected when the articles are read
// again, by another judge, from another folder, in another order.
//
// Everything that is done at the desk is an [Event] in a ledger that only grows:
//
//  1. [Keys] names a pair by the words of its claims (key.go), whatever their
//     order, topic, judge or file;
//  2. a [Store] keeps the events (store.go): [Memory] for tests, package sqlite
//     on disk, and reviewtest says what every store must do;
//  3. [State] tells from the events where every pair stands (state.go,
//     standing.go), what a person can undo (hands.go), and who agrees with whom
//     (agree.go);
//  4. a [Ledger] puts both together and writes, refusing to overwrite what the
//     writer has not seen (ledger.go);
//  5. [State.Apply] applies the decisions to a report: what was rejected is set
//     aside, what was corrected is corrected (apply.go, amend.go, regroup.go);
//  6. the ledger leaves and enters as JSONL, CSV and ClaimReview (port.go).
//
// It shows nothing and knows no page, no password and no database.
package review

import "slices"

// Verdict is what a person says of a pair.
type Verdict string

// The verdicts.
const (
	Contradiction    Verdict = "contradiction"
	Reported         Verdict = "dispute"
	Superseded       Verdict = "superseded"
	DifferentSubject Verdict = "different-subject"
	SameMeaning      Verdict = "same-meaning"
	NotComparable    Verdict = "not-comparable"
	Unclear          Verdict = "unclear"
)

// VerdictInfo explains a verdict.
type VerdictInfo struct {
	Verdict Verdict
	Name    string // "different subject"
	Doc     string // one sentence for whoever decides
	// Key is the key that gives the verdict: Prodigy's a (accept) and x (reject)
	// for the commonest yes and no, the verdict's initial elsewhere.
	Key      string
	Opposes  bool // the two statements do oppose each other
	Rejected bool // the finding is wrong, and is not to be shown again
}

// verdicts is the one list of verdicts, in the order of the screen.
var verdicts = []VerdictInfo{
	{Contradiction, "contradiction", "Both cannot be true, and no article says so itself.", "a", true, false},
	{Reported, "dispute as reported", "They oppose each other, and the articles report it as a dispute.", "d", true, false},
	{Superseded, "superseded", "The later one tells a later state; both were true in their time.", "s", false, true},
	{DifferentSubject, "different subject", "They speak of different people, places, times or things.", "x", false, true},
	{SameMeaning, "same meaning", "They say the same in other words.", "e", false, true},
	{NotComparable, "not comparable", "One is no statement of fact, or was read wrongly.", "n", false, true},
	{Unclear, "unclear", "The articles do not tell; somebody has to ask.", "c", false, false},
}

// Verdicts returns all verdicts, in the order of the screen.
func Verdicts() []VerdictInfo { return slices.Clone(verdicts) }

// Info explains the verdict; ok is false for one that is not on the list.
func (v Verdict) Info() (info VerdictInfo, ok bool) {
	for _, i := range verdicts {
		if i.Verdict == v {
			return i, true
		}
	}
	return VerdictInfo{Verdict: v, Name: string(v)}, false
}

// Rejects reports whether the verdict says that the finding is wrong.
func (v Verdict) Rejects() bool {
	i, _ := v.Info()
	return i.Rejected
}

// Opposes reports whether the verdict says that the statements do oppose each
// other.
func (v Verdict) Opposes() bool {
	i, _ := v.Info()
	return i.Opposes
}
