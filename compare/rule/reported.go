package rule

import (
	"fmt"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// reported holds back a position that its speaker only passes on.
var reported = Guard{
	ID:  "reported-position",
	Doc: "One side only reports what others say, or what is claimed, and does not hold it.",
	Run: func(o Opposition, al *align.Alignment, p compare.Pair) string {
		if quotes(o) || o.Type == compare.Factivity {
			return ""
		}
		switch i, j := passed(p.A, al.A, o.A), passed(p.B, al.B, o.B); {
		case i >= 0 && j < 0:
			return fmt.Sprintf("The first side only reports it: %s.", quoted(al.A, i))
		case j >= 0 && i < 0:
			return fmt.Sprintf("The second side only reports it: %s.", quoted(al.B, j))
		}
		return ""
	},
}

// passed returns the word by which a speaker passes on what others say, before
// the deciding words: "critics say", "the claim that"; -1 where he holds it
// himself. A bare text may be anybody's, and its saying verb is its speaker's.
func passed(c compare.Statement, s *align.Statement, at []int) int {
	if c.Claim == nil {
		return -1
	}
	if c.Claim.Stance == claims.Unsaid || c.Claim.Stance == claims.Attitude {
		return 0
	}
	i := first(at)
	for k := i - 1; k > 0; k-- {
		w := &s.Words[k]
		switch {
		case stops(w) || w.Norm == "which":
			return -1
		case w.Class&lexicon.Utterance != 0 && content(s, k+1) && !w.Off:
			return k
		case w.Class&lexicon.Saying != 0 && w.Weight > 0 && !nouns[w.Norm] && c.Claim.Speaker != nil && elsewhere(s, k, c.Claim.Speaker):
			return k
		}
	}
	return -1
}

// nouns are forms of saying verbs that are nouns as often.
var nouns = wordsOf("nouns")

// content reports whether the word at k is a "that" behind which stands what is
// claimed: "the claim that the dam leaks", not "the report that shows it".
func content(s *align.Statement, k int) bool {
	if k+1 >= len(s.Words) || s.Words[k].Norm != "that" {
		return false
	}
	next := &s.Words[k+1]
	return next.Name || next.Weight == 0 && next.Class&lexicon.Be == 0
}

// elsewhere reports whether the subject of the saying verb at k is others than
// the speaker, whom he does not name: "critics say". A pronoun may be himself,
// and a participle's subject ("despite announcing") is that of the sentence. Who
// names the one who said it sets that one's word against the other side's: of
// the pairs that were read, such were right as often as any.
func elsewhere(s *align.Statement, k int, speaker *claims.Speaker) bool {
	if strings.HasSuffix(s.Words[k].Norm, "ing") && s.Words[k-1].Class&lexicon.Utterance == 0 {
		return false
	}
	own := strings.ToLower(speaker.Name + " " + speaker.Role + " " + speaker.Affiliation)
	for n := k - 1; n >= 0 && n >= k-3; n-- {
		w := &s.Words[n]
		switch {
		case w.Name:
			return false
		case w.Weight > 0 && w.Class&(lexicon.Saying|lexicon.Plan) == 0:
			return !strings.Contains(own, w.Norm)
		case w.Punct || w.Class&lexicon.Pronoun != 0 || w.Norm == "to":
			return false
		}
	}
	return false
}
