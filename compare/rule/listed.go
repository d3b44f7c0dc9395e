package rule

import (
	"fmt"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// listed holds back two entries of one list.
var listed = Guard{
	ID:  "list-valued",
	Doc: "The two sides name different places, people or things of which there may be several: who visited Lisbon may have visited Oslo.",
	Run: func(o Opposition, al *align.Alignment, p compare.Pair) string {
		i, j := first(o.A), first(o.B)
		if o.Type != compare.Lexical || i < 0 || j < 0 || firm(al, al.ToB[i]) || firm(al, al.ToA[j]) {
			return ""
		}
		a, b := &al.A.Words[i], &al.B.Words[j]
		if a.Off || b.Off || a.Number || b.Number || dayOrMonth(a) || dayOrMonth(b) || a.Name != b.Name {
			return ""
		}
		if !a.Name && (p.A.Claim == nil || p.B.Claim == nil) {
			return "" // two bare texts are set side by side by somebody who means one scene
		}
		if !complement(al.A, i) || !complement(al.B, j) || single(al.A, i) || single(al.B, j) {
			return ""
		}
		return fmt.Sprintf("“%s” and “%s” may both be so.", whole(al.A, o.A), whole(al.B, o.B))
	},
}

// whole is the text from the first to the last of some words.
func whole(s *align.Statement, words []int) string {
	return s.Span(words[0], s.Words[words[len(words)-1]].Last).In(s.Text)
}

// firm reports whether link n, -1 for none, is of more than words used alike.
func firm(al *align.Alignment, n int) bool { return n >= 0 && al.Links[n].Kind < align.Similar }

// complement reports whether word i stands behind a content word of its clause
// that is no name: it is not what the clause is about.
func complement(s *align.Statement, i int) bool {
	for k := 0; k < i; k++ {
		if w := &s.Words[k]; w.Clause == s.Words[i].Clause && w.Weight > 0 && !w.Name && k+1 < i {
			return true
		}
	}
	return false
}

// single reports whether something in the clause of word i says that there is
// one value only: "was born in", "the only", "the winner"; or that it is so at
// one moment or place: "is leaving Rome", "met in Rome".
func single(s *align.Statement, i int) bool {
	for k := range s.Words {
		w := &s.Words[k]
		if w.Clause != s.Words[i].Clause {
			continue
		}
		if w.Class&(lexicon.Single|lexicon.All|lexicon.None) != 0 || k < i && w.Class&lexicon.Be != 0 {
			return true
		}
	}
	if i > 0 && s.Words[i-1].Norm == "the" && !s.Words[i].Name {
		return true // "makes the tram": the one
	}
	return adjoining[adjunct(s, i)] // one event has one place
}
