package rule

import (
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// reading is a statement made ready, with what the rules would look for in it.
// It is safe for concurrent use.
type reading struct {
	*align.Statement
	speaker uint64    // hash of the speaker's ID, 0 where there is none
	turned  []int     // content words in the focus of a turn
	amounts []counted // content words with a quantifier
	maybe   bool      // has a word for what may be
	missing bool      // says that there is no evidence
	denies  bool      // has a verb of denial at work
	day     moment
	spared  int // what is said to have befallen nobody, -1 for nothing
	filings []filed
	said    []uint64 // hashes of the words of a quotation, in rising order
	// For a judge that goes below Flag only:
	pro, con uint32 // the matters in which it takes either side, a bit for each
}

// counted is a content word with the class of the quantifier before it.
type counted struct {
	at    int
	class lexicon.Class
}

// read looks a statement over for the rules.
func read(s *align.Statement) *reading {
	r := &reading{Statement: s, day: momentOf(s)}
	if c := s.Claim; c != nil && c.Speaker != nil && c.Speaker.ID != "" {
		r.speaker = hash(c.Speaker.ID)
	}
	r.maybe = s.Classes&lexicon.Maybe != 0
	if s.Classes&lexicon.EvidenceFor != 0 {
		at, _ := missing(s)
		r.missing = at >= 0
	}
	r.spared, r.filings = -1, filings(s)
	if s.Classes&lexicon.Befall != 0 && s.Classes&lexicon.None != 0 {
		_, r.spared = spared(s)
	}
	for _, t := range s.Turns {
		r.denies = r.denies || t.Denial
	}
	if len(s.Turns) > 0 {
		r.turned = turnedWords(s)
	}
	if s.Classes&quantifiers != 0 {
		r.amounts = amounts(s)
	}
	if s.Quote {
		r.said = hashes(s)
	}
	return r
}

// view notes the sides that a statement takes.
func (r *reading) view() {
	for _, t := range stands(r.Statement) {
		if t.sign > 0 {
			r.pro |= 1 << t.matter
		} else {
			r.con |= 1 << t.matter
		}
	}
}

// turnedWords are the content words in the focus of a turn.
func turnedWords(s *align.Statement) []int {
	var out []int
	for _, i := range s.Content {
		if s.Turned(i) {
			out = append(out, i)
		}
	}
	return out
}
