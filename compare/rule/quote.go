package rule

import (
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare/align"
)

// token is a word of a quotation as it is compared: folded, contractions
// written out, marks left out.
type token struct {
	text string
	span claims.Span
	gap  bool // an ellipsis stands before it
}

// tokens returns the words of a statement that are quoted: all of a direct
// quotation, what stands in quotation marks of a mixed one. Words in square
// brackets are the editor's and are left out.
func tokens(s *align.Statement) []token {
	var out []token
	inside := s.Claim != nil && s.Claim.Kind == claims.Direct
	bracket, gap := false, false
	for i := range s.Words {
		w := &s.Words[i]
		switch {
		case w.Norm == "[":
			bracket, gap = true, true
		case w.Norm == "]":
			bracket = false
		case strings.HasPrefix(w.Norm, "..") || w.Norm == "…" || w.Norm == "." && i+1 < len(s.Words) && s.Words[i+1].Norm == ".":
			gap = true
		case s.Claim != nil && s.Claim.Kind == claims.Mixed && w.Punct && strings.Contains("“”\"‘’'", w.Norm):
			inside, _ = mark(w.Norm, inside)
			gap = true
		case w.Punct || bracket || !inside:
		default:
			for n, t := range written(w.Norm) {
				out = append(out, token{text: t, span: w.Span, gap: gap && n == 0})
			}
			gap = false
		}
	}
	return out
}

// contractions are written out, so that "don't" and "do not" are the same words.
var contractions = map[string]string{
	"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am", "'s": "is",
}

// written returns the words that a folded word stands for.
func written(norm string) []string {
	switch norm {
	case "won't":
		return []string{"will", "not"}
	case "can't", "cannot":
		return []string{"can", "not"}
	}
	for end, full := range contractions {
		if head, ok := strings.CutSuffix(norm, end); ok && head != "" && (end != "'s" || pronounIs[head]) {
			return []string{head, full}
		}
	}
	return []string{strings.ReplaceAll(norm, "-", "")}
}

// pronounIs are the words whose "'s" is a verb.
var pronounIs = map[string]bool{
	"it": true, "he": true, "she": true, "that": true, "there": true, "what": true,
	"who": true, "here": true, "where": true, "how": true, "this": true,
}

// step is one stretch of a comparison: words of a and b that are the same, or
// words of either that the other does not have.
type step struct {
	same   bool
	a0, a1 int
	b0, b1 int
}

// diff compares two lists of tokens by their longest common subsequence
// (Wagner and Fischer 1974) and returns the stretches in order, with the number
// of common words.
func diff(a, b []token) (steps []step, common int) {
	n, m := len(a), len(b)
	t := make([]int16, (n+1)*(m+1))
	at := func(i, j int) int { return i*(m+1) + j }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if a[i].text == b[j].text {
				t[at(i, j)] = t[at(i+1, j+1)] + 1
			} else {
				t[at(i, j)] = max(t[at(i+1, j)], t[at(i, j+1)])
			}
		}
	}
	for i, j := 0, 0; i < n || j < m; {
		switch {
		case i < n && j < m && a[i].text == b[j].text:
			steps = grow(steps, true, i, j, 1, 1)
			i, j = i+1, j+1
		case j >= m || i < n && t[at(i+1, j)] >= t[at(i, j+1)]:
			steps = grow(steps, false, i, j, 1, 0)
			i++
		default:
			steps = grow(steps, false, i, j, 0, 1)
			j++
		}
	}
	return steps, int(t[0])
}

// grow adds da words of a and db words of b to the last step, or begins one.
func grow(s []step, same bool, i, j, da, db int) []step {
	if n := len(s); n > 0 && s[n-1].same == same {
		s[n-1].a1, s[n-1].b1 = i+da, j+db
		return s
	}
	return append(s, step{same: same, a0: i, a1: i + da, b0: j, b1: j + db})
}

// spanOf covers tokens i to j, j excluded, and is empty where they are none.
func spanOf(t []token, i, j int) []claims.Span {
	if i >= j {
		return nil
	}
	return []claims.Span{{Start: t[i].span.Start, End: t[j-1].span.End}}
}

// maxQuote bounds the quotations that are compared word by word: longer ones
// are not sentences, and the table grows with the square.
const maxQuote = 120

// quotation returns the quoted words of a statement, nil where it is no
// quotation or too short or long to compare.
func quotation(s *align.Statement) []token {
	if !s.Quote {
		return nil
	}
	t := tokens(s)
	if len(t) > maxQuote {
		return nil
	}
	return slices.Clip(t)
}
