package rule

import (
	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
)

// question holds back what is only asked, be it for effect, or doubted.
var question = Guard{
	ID:  "question",
	Doc: "One side only asks, be it for effect, or doubts: a question, or “whether”, states nothing that could be denied, and whoever doubts a thing does not say its opposite either.",
	Run: func(o Opposition, al *align.Alignment, p compare.Pair) string {
		switch {
		case quotes(o):
			return ""
		case doubts(p.A):
			return "The first side only doubts it."
		case doubts(p.B):
			return "The second side only doubts it."
		case asked(al.A, o.A) && asked(al.B, o.B):
			return "Both sides only ask."
		case asked(al.A, o.A):
			return "The first side only asks."
		case asked(al.B, o.B):
			return "The second side only asks."
		}
		return ""
	},
}

// doubts reports the claim of a speaker who is not sure of its content.
func doubts(s compare.Statement) bool { return s.Claim != nil && s.Claim.Stance == claims.Doubted }

// asked reports whether the deciding words of a statement are asked: its
// sentence is a question, and no tag behind an assertion ("he came, didn't he?"),
// or "whether" stands before them.
func asked(s *align.Statement, at []int) bool {
	i := first(at)
	if i < 0 {
		return s.Question() && ends(s, len(s.Words)) == "?" && !tagged(s)
	}
	for k := i; k < len(s.Words); k++ {
		switch s.Words[k].Norm {
		case "?":
			return !tagged(s)
		case ".", "!":
			return weighed(s, i)
		}
	}
	return weighed(s, i)
}

// ends is the mark at the end of the words before n, quotation marks left aside.
func ends(s *align.Statement, n int) string {
	for n > 0 && quoteMark(&s.Words[n-1]) {
		n--
	}
	if n == 0 {
		return ""
	}
	return s.Words[n-1].Norm
}

// weighed reports whether "whether" stands before word i: whether it is so is
// not said. "Regardless of whether" is.
func weighed(s *align.Statement, i int) bool {
	for k := i - 1; k >= 0 && !stops(&s.Words[k]); k-- {
		if s.Words[k].Norm == "whether" {
			return k == 0 || s.Words[k-1].Norm != "regardless" && s.Words[k-1].Norm != "of"
		}
	}
	return false
}

// stops reports whether a sentence, or its main part, ends at a word.
func stops(w *align.Word) bool {
	return w.Norm == "." || w.Norm == ";" || w.Norm == "but" || w.Norm == "?" || w.Norm == "!"
}

// tagged reports whether a statement ends in a question tag: a mark, a verb
// and a pronoun, and the question mark.
func tagged(s *align.Statement) bool {
	n := len(s.Words) - 1
	for n > 0 && s.Words[n].Norm != "?" {
		n--
	}
	for k := n - 1; k > 0 && k >= n-4; k-- {
		if s.Words[k].Norm == "," {
			return n-k >= 3 && s.Words[k+1].Weight == 0 && s.Words[n-1].Weight == 0
		}
	}
	return false
}
