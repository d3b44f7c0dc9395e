package align

import (
	"slices"

	"crosscheck/compare/lexicon"
)

// bidding are the verbs behind which nothing is known of what was bidden once they
// are negated: who was "not ordered to slow down" may have slowed down or not.
//
// Note: "not want to" and "not plan to" are none of them, for they do say that it
// will not be; nor is "not required to", which is the opposite of "must".
var bidding = map[string]bool{
	"order": true, "instruct": true, "direct": true, "command": true, "tell": true,
	"force": true, "compel": true, "pressure": true, "persuade": true,
}

const (
	// bidReach is how many words behind a negator its verb may stand: "was not
	// yet even told".
	bidReach = 4
	// biddenReach is how many words there may be to what is bidden: "not ordered
	// by the mayor of the town to".
	biddenReach = 8
)

// release takes what nobody was bidden to do out of the turn of the negator at i, and
// makes it unreal.
func (p *Statement) release(i int, t *Turn) {
	to := p.unbidden(i)
	if to < 0 {
		return
	}
	t.To = min(t.To, to)
	for k := to; k < len(p.Words) && p.Words[k].Clause == p.Words[to].Clause; k++ {
		p.Words[k].Unreal = true
	}
}

// unbidden returns the "to" before what the negator at i says nobody was bidden to
// do; -1 where it says no such thing.
func (p *Statement) unbidden(i int) int {
	verb := p.bid(i)
	if verb < 0 {
		return -1
	}
	for k := verb + 1; k+1 < len(p.Words) && k <= verb+biddenReach; k++ {
		switch w := &p.Words[k]; {
		case w.Norm == "to" && p.Words[k+1].Weight > 0 && !p.Words[k+1].Name:
			return k
		case w.Punct && !w.form.quote && !p.titled(k):
			return -1
		}
	}
	return -1
}

// bid returns the verb of bidding that the negator at i stands before, -1 where its
// verb is another.
func (p *Statement) bid(i int) int {
	for k := p.Words[i].Last + 1; k < len(p.Words) && k <= i+bidReach; k++ {
		w := &p.Words[k]
		if p.bids(w) {
			return k
		}
		if w.Weight > 0 && !w.form.adverb || w.Punct {
			return -1
		}
	}
	return -1
}

// bids reports whether a word is a form of a verb of bidding.
func (p *Statement) bids(w *Word) bool {
	return slices.ContainsFunc(w.form.lemmas, func(id lexicon.ID) bool { return bidding[p.reader.lex.Name(id)] })
}

// titled reports whether the mark at k is the stop of a title: "Mr. Roe".
func (p *Statement) titled(k int) bool {
	const longest = 4 // letters of one
	return p.Words[k].Norm == "." && k > 0 && k+1 < len(p.Words) && p.Words[k-1].Capital && len(p.Words[k-1].Norm) <= longest && p.Words[k+1].Capital
}
