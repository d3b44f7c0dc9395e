package rule

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"crosscheck/claims"
	"crosscheck/claims/word"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// wording finds one remark of one speaker quoted in different words.
var wording = Rule{
	ID:   "wording",
	Doc:  `One remark of one speaker stands in quotation marks on both sides, in different words: "we may go back" / "we will go back".`,
	Type: compare.Wording,
	Run:  misquoted,
	May:  func(g *glance) bool { return g.speaker && g.quoted(leastShared) },
}

const (
	// leastShared words in common make two quotations one remark, ...
	leastShared = 6
	// ... when they are also this share of the shorter one, ends cut off.
	leastShare = .65
	// leastClose is that share where fewer than leastBehind words are the same and
	// some stand in the place of others, which may be those of another remark: a
	// slogan comes in many. Of four misquotes with less that were read, two were two
	// remarks; the third only left words out, and the fourth was surer than the other.
	leastClose = .75
	// leastBehind words must be the same behind two openings that differ.
	leastBehind = 8
	// leastAgain words must be the same where days lie between: who campaigns
	// says a thing every day, in slightly other words. Of 30 misquotes of more
	// than two days that were read, all seven with fewer were two remarks.
	leastAgain = 11
	// fewDays are those within which papers tell of one occasion.
	fewDays = 2 * 24 * time.Hour
)

func misquoted(al *align.Alignment, p compare.Pair) (Opposition, bool) {
	if !sameSpeaker(p) || covered(al) < .3 {
		return Opposition{}, false
	}
	a, b := quotation(al.A), quotation(al.B)
	if len(a) < leastShared || len(b) < leastShared {
		return Opposition{}, false
	}
	steps, common := closest(a, b)
	head := opening(a, b, steps, common)
	steps = inner(steps)
	like := share(steps)
	steps = slices.DeleteFunc(append(head, steps...), func(s step) bool { return !s.same && (idle(a, b, s) || respelt(a[s.a0:s.a1], b[s.b0:s.b1])) })
	steps = slices.DeleteFunc(joined(steps), func(s step) bool { return !s.same && (excused(a, b, s) || sameAmount(al, a, b, s)) })
	first := slices.IndexFunc(steps, func(s step) bool { return !s.same })
	switch {
	case common < leastShared || first < 0 || like < leastShare:
		return Opposition{}, false
	case common < leastBehind && like < leastClose && slices.ContainsFunc(steps, func(s step) bool { return replaced(a, b, s) }):
		return Opposition{}, false
	case common < leastAgain && twoOccasions(p.A.Claim, p.B.Claim):
		return Opposition{}, false
	case again(a) != again(b) && (p.A.Claim.Date != p.B.Claim.Date || worst(al, a, b, steps) < turns):
		return Opposition{}, false
	}
	from, to := steps[0], steps[len(steps)-1]
	if says(p.A.Claim, b[from.b0:to.b1]) || says(p.B.Claim, a[from.a0:to.a1]) {
		return Opposition{}, false
	}
	tidy(a, b, steps)
	o := Opposition{Rule: "wording", Type: compare.Wording, Cover: like, Mass: float64(common)}
	for _, s := range steps {
		if !s.same {
			o.SpanA = append(o.SpanA, spanOf(a, s.a0, s.a1)...)
			o.SpanB = append(o.SpanB, spanOf(b, s.b0, s.b1)...)
		}
	}
	switch {
	case worst(al, a, b, steps) == 0, len(head) > 0 && first == 0: // a speaker who says a thing twice begins it in two ways
		o.Grade = trifling
	case !replaces(al, a, b, steps):
		o.Grade = adding
	}
	o.SpanA, o.SpanB = shown(a, o.SpanA, steps[first].a0), shown(b, o.SpanB, steps[first].b0)
	o.Why = func() string { return whyWording(al, a, b, steps[plainest(al, a, b, steps)]) }
	return o, true
}

// plainest is the difference that matters most of steps: in a figure, in a word that
// turns what is said, in any other but the small words; of equals the one of most weight.
func plainest(al *align.Alignment, a, b []token, steps []step) int {
	best, most, heaviest := 0, -1, -1.0
	for i, s := range steps {
		if s.same {
			continue
		}
		x, y := a[s.a0:s.a1], b[s.b0:s.b1]
		n, weight := max(gravity(al.A, x), gravity(al.B, y)), max(weightOf(al.A, x), weightOf(al.B, y))
		if n > most || n == most && weight > heaviest {
			best, most, heaviest = i, n, weight
		}
	}
	return best
}

// at is the place of a token among the words of its statement.
func at(s *align.Statement, t token) int {
	return slices.IndexFunc(s.Words, func(w align.Word) bool { return w.Span == t.span })
}

// weightOf is the weight of words of a statement.
func weightOf(s *align.Statement, words []token) (sum float64) {
	for _, t := range words {
		sum += s.Words[at(s, t)].Weight
	}
	return sum
}

// turns is the gravity of a word that turns what is said.
const turns = 2

// worst is the greatest gravity of the differences.
func worst(al *align.Alignment, a, b []token, steps []step) int {
	s := steps[plainest(al, a, b, steps)]
	return max(gravity(al.A, a[s.a0:s.a1]), gravity(al.B, b[s.b0:s.b1]))
}

// gravity is how much words that only one side has matter: 3 with a figure, turns with a
// word that turns what is said, 1 with one of weight, else 0.
func gravity(s *align.Statement, words []token) int {
	most := 0
	for _, t := range words {
		switch w := &s.Words[at(s, t)]; {
		case isFigure(s, t):
			return 3
		case w.Class&turning != 0:
			most = max(most, turns)
		case w.Weight > 0:
			most = max(most, 1)
		}
	}
	return most
}

// replaced reports words of one side in the place of others, of which none tells how
// sure it is.
func replaced(a, b []token, s step) bool {
	x, y := a[s.a0:s.a1], b[s.b0:s.b1]
	sure := func(t token) bool { return sureness[t.text] }
	return !s.same && len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, sure) && !slices.ContainsFunc(y, sure)
}

var sureness = wordsOf("sureness")

// twoOccasions reports claims of which days are known that lie apart.
func twoOccasions(a, b *claims.Claim) bool {
	x, errA := time.Parse(time.DateOnly, a.Date)
	y, errB := time.Parse(time.DateOnly, b.Date)
	return errA == nil && errB == nil && x.Sub(y).Abs() > fewDays
}

// again reports a quotation in which the speaker says that he says it again: he may
// choose his words anew.
func again(t []token) bool {
	for i := 2; i < len(t); i++ {
		had := i > 2 && t[i-1].text == "have"
		if t[i].text == "said" && (t[i-1].text == "i" && repeats[t[i-2].text] || had && t[i-2].text == "i" && repeats[t[i-3].text]) {
			return true
		}
	}
	return false
}

var repeats = wordsOf("repeats")

// says reports whether a claim has these very words somewhere: who says a thing
// twice in a row says it in two ways, and one of them is the other side's.
func says(c *claims.Claim, words []token) bool {
	var all, some strings.Builder
	for w := range word.All(c.Text) {
		if w.Punct && w.Norm != "%" {
			continue
		}
		head, tail := written(w.Norm)
		all.WriteString(head + " ")
		if tail != "" {
			all.WriteString(tail + " ")
		}
	}
	for _, t := range words {
		some.WriteString(t.text + " ")
	}
	return strings.Contains(" "+all.String(), " "+some.String())
}

func sameSpeaker(p compare.Pair) bool { return oneSpeaker(p.A.Claim, p.B.Claim) }

func oneSpeaker(a, b *claims.Claim) bool {
	return a != nil && b != nil && a.Speaker != nil && b.Speaker != nil && a.Speaker.ID != "" && a.Speaker.ID == b.Speaker.ID
}

// shown are the words that a side has for the difference, or, where it has
// none, those on either side of the place, before token i.
func shown(t []token, at []claims.Span, i int) []claims.Span {
	if len(at) > 0 {
		return at
	}
	return spanOf(t, max(0, i-1), min(len(t), i+1))
}

// opening is the difference before the first words that two quotations have in
// common, where one of them begins a sentence with it: "As you know" / "But I
// think you know". Elsewhere there is none: a quotation may be cut short.
func opening(a, b []token, steps []step, common int) []step {
	const most = 3 // words of an opening
	if common < leastBehind || len(steps) == 0 || steps[0].same {
		return nil
	}
	s := steps[0]
	short := a[:s.a1]
	if s.b1 < s.a1 {
		short = b[:s.b1]
	}
	if len(short) == 0 || len(short) > most || !short[0].capital || onlyJoins(a[:s.a1]) || onlyJoins(b[:s.b1]) {
		return nil
	}
	s.a0, s.b0 = max(0, s.a1-most), max(0, s.b1-most)
	return []step{s}
}

// onlyJoins reports whether tokens only join a sentence to what is before it.
func onlyJoins(t []token) bool {
	for _, x := range t {
		if !joins[x.text] {
			return false
		}
	}
	return true
}

var joins = wordsOf("joins")

// inner drops what differs at either end: a quotation may be cut short.
func inner(s []step) []step {
	for len(s) > 0 && !s[0].same {
		s = s[1:]
	}
	for len(s) > 0 && !s[len(s)-1].same {
		s = s[:len(s)-1]
	}
	return s
}

// maxIsland is how many words that are the same may lie between two
// differences that are told as one: "so (as I say) we wait" / "so we wait".
const maxIsland = 2

// joined makes differences with next to nothing between them one.
func joined(steps []step) []step {
	var out []step
	for _, s := range steps {
		n := len(out)
		if n > 2 && !s.same && out[n-1].same && out[n-1].a1-out[n-1].a0 <= maxIsland && !out[n-2].same {
			out[n-2].a1, out[n-2].b1 = s.a1, s.b1
			out = out[:n-1]
			continue
		}
		out = append(out, s)
	}
	return out
}

// turning are the classes of small words that change what is said.
const turning = lexicon.Sure | lexicon.Probable | lexicon.Maybe | lexicon.Negator | lexicon.All | lexicon.Most | lexicon.Some | lexicon.None | lexicon.Conditional

// tidy takes words that are the same off the end of a difference that was told
// as one: "we do" / "if we do, we do" becomes "" / "if we do".
func tidy(a, b []token, steps []step) {
	for i := range steps {
		if !steps[i].same {
			steps[i] = trimmed(a, b, steps[i])
		}
	}
}

// trimmed is a difference without the words that are the same at its end, in one
// word or two: "and high-level" / "in high level" becomes "and" / "in".
func trimmed(a, b []token, s step) step {
	for {
		x, y := last(a[s.a0:s.a1], 1), last(b[s.b0:s.b1], 1)
		switch {
		case x == "" || y == "":
			return s
		case x == y:
			s.a1, s.b1 = s.a1-1, s.b1-1
		case x == last(b[s.b0:s.b1], 2):
			s.a1, s.b1 = s.a1-1, s.b1-2
		case last(a[s.a0:s.a1], 2) == y:
			s.a1, s.b1 = s.a1-2, s.b1-1
		default:
			return s
		}
	}
}

// last are the letters of the last n tokens, "" where there are not as many.
func last(t []token, n int) string {
	if len(t) < n {
		return ""
	}
	return letters(t[len(t)-n:])
}

// share is the part of the longer side of the steps that is the same.
func share(steps []step) float64 {
	same, a, b := 0, 0, 0
	for _, s := range steps {
		if s.same {
			same += s.a1 - s.a0
		}
		a += s.a1 - s.a0
		b += s.b1 - s.b0
	}
	if same == 0 {
		return 0
	}
	return float64(same) / float64(max(a, b))
}

// whyWording shows a difference.
func whyWording(al *align.Alignment, a, b []token, s step) string {
	in := func(st *align.Statement, at []claims.Span) string {
		if len(at) == 0 {
			return ""
		}
		return "“" + at[0].In(st.Text) + "”"
	}
	x, y := in(al.A, spanOf(a, s.a0, s.a1)), in(al.B, spanOf(b, s.b0, s.b1))
	switch {
	case x == "":
		return fmt.Sprintf("The same remark is quoted with %s on one side and without it on the other.", y)
	case y == "":
		return fmt.Sprintf("The same remark is quoted with %s on one side and without it on the other.", x)
	}
	return fmt.Sprintf("The same remark is quoted with %s on one side and %s on the other.", x, y)
}
