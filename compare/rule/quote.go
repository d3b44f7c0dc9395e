package rule

import (
	"slices"
	"strings"
	"unicode"

	"crosscheck/claims"
	"crosscheck/compare/align"
)

// token is a word of a quotation as it is compared: folded, contractions
// written out, marks left out.
type token struct {
	text string
	span claims.Span
	gap  bool // an ellipsis, or letters left out, stand before it or in it
	dash bool // a dash stands before it
	// round is true for a word in round brackets.
	round bool
	// capital is true where it is written with a capital.
	capital bool
}

// tokens returns the words of a statement that are quoted.
func tokens(s *align.Statement) []token {
	var out []token
	eachToken(s, func(t token) { out = append(out, t) })
	return out
}

// eachToken calls yield with the words of a statement that are quoted: all of
// a direct quotation, what stands in quotation marks of a mixed one. Words in
// square brackets are the editor's and are left out.
func eachToken(s *align.Statement, yield func(token)) {
	inside := s.Claim != nil && s.Claim.Kind == claims.Direct
	mixed := s.Claim != nil && s.Claim.Kind == claims.Mixed
	bracket, round, gap, dash := false, false, false, false
	for i := range s.Words {
		w := &s.Words[i]
		switch {
		case strings.Trim(w.Norm, "-–—") == "":
			dash, gap = true, gap || maskedAt(s, i)
		case filler(s, i):
		case w.Norm == "[":
			bracket, gap = true, true
		case w.Norm == "]":
			bracket = false
		case w.Norm == "(" || w.Norm == ")":
			round = w.Norm == "(" && closed(s, i)
		case strings.Trim(w.Norm, "*") == "": // letters that a paper does not print
			gap = true
		case strings.HasPrefix(w.Norm, "..") || w.Norm == "…" || w.Norm == "." && i+1 < len(s.Words) && s.Words[i+1].Norm == ".":
			gap = true
		case mixed && w.Punct && strings.Contains("“”\"‘’'", w.Norm):
			inside, _ = mark(w.Norm, inside)
			gap = true
		case w.Punct && w.Norm != "%" && !isFraction(w.Norm) || bracket || !inside:
		default:
			head, tail := written(w.Norm)
			yield(token{text: head, span: w.Span, gap: gap, dash: dash, round: round, capital: w.Capital})
			if tail != "" {
				yield(token{text: tail, span: w.Span, round: round})
			}
			gap, dash = false, false
		}
	}
}

// isFraction reports a fraction that is one character: "½".
func isFraction(mark string) bool { return isOne(mark, unicode.No) }

// maskedAt reports whether mark i stands within a word, for letters that a paper does not
// print: "d–n", but not "5–4" or "US–China".
func maskedAt(s *align.Statement, i int) bool {
	if i == 0 || i+1 >= len(s.Words) {
		return false
	}
	before, behind := &s.Words[i-1], &s.Words[i+1]
	const most = 4 // letters behind it
	return before.Span.End == s.Words[i].Span.Start && behind.Span.Start == s.Words[i].Span.End && isLetter(before.Norm) && !behind.Capital && len(behind.Norm) <= most && !strings.ContainsAny(behind.Norm, "0123456789")
}

func isLetter(norm string) bool { return len(norm) == 1 && norm[0] >= 'a' && norm[0] <= 'z' }

// filler reports whether word i is one with which a speaker fills a pause, and which
// one paper writes down and another does not: "um", "you know" between marks.
func filler(s *align.Statement, i int) bool {
	if pauses[s.Words[i].Norm] {
		return true
	}
	for k := i; k >= 0 && k >= i-1; k-- {
		if set := k+2 < len(s.Words) && fills[s.Words[k].Norm] == s.Words[k+1].Norm && s.Words[k+2].Norm == ","; set && (k == 0 || s.Words[k-1].Punct) {
			return true
		}
	}
	return false
}

// pauses are words for a pause, fills those of two.
var (
	pauses = wordsOf("pauses")
	fills  = map[string]string{"you": "know", "i": "mean"}
)

// closed reports a round bracket that is closed within a few words.
func closed(s *align.Statement, i int) bool {
	const most = 8 // words
	for k := i + 1; k < len(s.Words) && k <= i+most; k++ {
		if s.Words[k].Norm == ")" {
			return true
		}
	}
	return false
}

// contractions are written out, so that "don't" and "do not" are the same words.
var contractions = map[string]string{
	"'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am", "'s": "is",
}

// written returns the word, or the two words, that a folded word stands for.
func written(norm string) (head, tail string) {
	cut := strings.LastIndexByte(norm, '\'')
	switch {
	case norm == "won't":
		return "will", "not"
	case norm == "can't" || norm == "cannot":
		return "can", "not"
	case norm == "%":
		return "percent", ""
	case colloquial[norm][0] != "":
		return colloquial[norm][0], colloquial[norm][1]
	case cut > 1 && norm[cut-1:] == "n't":
		return norm[:cut-1], "not"
	case cut > 0:
		if full := contractions[norm[cut:]]; full != "" && (full != "is" || pronounIs[norm[:cut]]) {
			return norm[:cut], full
		}
	}
	return hyphens.Replace(norm), ""
}

// hyphens are left out: the hard one, and that where a line may be broken.
var hyphens = strings.NewReplacer("-", "", "\u00ad", "")

// colloquial are words that one paper spells as they were spoken: "gonna" is "going to".
var colloquial = map[string][2]string{"gonna": {"going", "to"}, "wanna": {"want", "to"}, "gotta": {"got", "to"}, "ya": {"you", ""}, "y'all": {"you", "all"}}

// pronounIs are the words whose "'s" is a verb.
var pronounIs = map[string]bool{
	"it": true, "he": true, "she": true, "that": true, "there": true, "what": true,
	"who": true, "here": true, "where": true, "how": true, "this": true, "somebody": true, "someone": true, "everybody": true,
	"everyone": true, "nobody": true, "anybody": true, "anyone": true, "something": true, "everything": true, "nothing": true,
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

// closest is the one of the two longest common subsequences, found from the
// front and from the back, that leaves out less between its ends: of a remark
// that comes twice in a, b may be the second.
func closest(a, b []token) (steps []step, common int) {
	steps, common = diff(a, b)
	x, y := slices.Clone(a), slices.Clone(b)
	slices.Reverse(x)
	slices.Reverse(y)
	back, _ := diff(x, y)
	slices.Reverse(back)
	for i, s := range back {
		back[i] = step{s.same, len(a) - s.a1, len(a) - s.a0, len(b) - s.b1, len(b) - s.b0}
	}
	if share(inner(back)) > share(inner(steps)) {
		return back, common
	}
	return steps, common
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
// quotation or too long to compare.
func quotation(s *align.Statement) []token {
	if !s.Quote {
		return nil
	}
	t := tokens(s)
	if len(t) > maxQuote {
		return nil
	}
	return t
}

// hashes are those of the words of a quotation, in rising order.
func hashes(s *align.Statement) []uint64 {
	out := make([]uint64, 0, len(s.Words))
	eachToken(s, func(t token) { out = append(out, hash(t.text)) })
	if len(out) > maxQuote {
		return nil
	}
	slices.Sort(out)
	return out
}

// hash is 64-bit FNV-1a (Fowler, Noll and Vo 1991).
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
