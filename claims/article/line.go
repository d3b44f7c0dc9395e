package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
)

// maxFold is how many bytes of a line are compared with the lists. The
// longest offers and rules of comment sections run to a few hundred bytes, and
// what tells them stands at their beginning.
const maxFold = 400

// mark is what a line begins with on the page.
type mark int

const (
	noMark mark = iota
	bullet      // "•", "*", "-"
	number      // "1."
)

// line is one line of an article and what is known of it.
type line struct {
	claims.Span      // without white space and layout mark
	mark        mark // the layout mark before it
	gap         bool // a blank line stands before it
	role        roleKind
	folded      string // the first maxFold bytes, folded
	words       int    // how many blanks part folded, and one
	last        rune   // the last rune but closing quotation marks and brackets
	quoted      bool   // it begins with a quotation mark
	kind        claims.BlockKind
}

// split parts text into its lines, blank ones left out. A line ends at LF, CR,
// both, VT, FF, NEL or one of Unicode's two separators.
func split(text string, roles []role) []line {
	var out []line
	start, blank := 0, 0
	add := func(end int) {
		at := trim(text, claims.Span{Start: start, End: end})
		if at.Len() == 0 {
			blank++
			return
		}
		l := line{Span: at, gap: blank > 0 || len(out) == 0}
		l.Span, l.mark = cutMark(text, at)
		for len(roles) > 0 && roles[0].End <= l.Start {
			roles = roles[1:]
		}
		if len(roles) > 0 && roles[0].Start <= l.Start {
			l.role = roles[0].kind
		}
		if l.role == roleItem && l.mark == noMark {
			l.mark = bullet
		}
		l.look(text)
		out, blank = append(out, l), 0
	}
	for i, r := range text {
		if !isLineEnd(r) || i < start {
			continue
		}
		add(i)
		start = i + utf8.RuneLen(r)
		if r == '\r' && strings.HasPrefix(text[start:], "\n") {
			start++
		}
	}
	add(len(text))
	return out
}

// isLineEnd reports whether r ends a line (Unicode Standard, section 5.8).
func isLineEnd(r rune) bool {
	return r >= '\n' && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// trim leaves out the white space at both ends of a span.
func trim(text string, at claims.Span) claims.Span {
	blank := func(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) }
	s := at.In(text)
	at.Start += len(s) - len(strings.TrimLeftFunc(s, blank))
	return claims.Span{Start: at.Start, End: at.Start + len(strings.TrimFunc(s, blank))}
}

// cutMark parts a bullet or a number from the line behind it.
func cutMark(text string, at claims.Span) (claims.Span, mark) {
	s := at.In(text)
	r, n := utf8.DecodeRuneInString(s)
	found := noMark
	switch {
	case strings.ContainsRune("•●▪◦‣·○■⦁", r):
		found = bullet
	case strings.ContainsRune("*-–—+", r) && strings.HasPrefix(s[n:], " "):
		found = bullet
	case unicode.IsDigit(r):
		n = strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
		if n > 0 && n <= 2 && (strings.HasPrefix(s[n:], ". ") || strings.HasPrefix(s[n:], ") ")) {
			n, found = n+1, number
		}
	}
	if found == noMark {
		return at, noMark
	}
	rest := trim(text, claims.Span{Start: at.Start + n, End: at.End})
	if rest.Len() == 0 {
		return at, noMark
	}
	return rest, found
}

// look takes a line's features, from a bounded part of it.
func (l *line) look(text string) {
	s := l.In(text)
	head := s
	if len(head) > maxFold {
		head = strings.ToValidUTF8(head[:maxFold], "")
	}
	l.folded = fold(head)
	l.words = strings.Count(l.folded, " ") + 1
	r, _ := utf8.DecodeRuneInString(s)
	l.quoted = strings.ContainsRune("\"'“‘”«„`", r)
	tail := s[max(0, len(s)-64):]
	tail = strings.TrimRightFunc(tail, func(r rune) bool {
		return strings.ContainsRune("\"'“”’‘»)]*", r) || unicode.IsSpace(r) || isInvisible(r)
	})
	l.last, _ = utf8.DecodeLastRuneInString(tail)
}

// stops reports whether the line ends as a sentence does.
func (l line) stops() bool { return strings.ContainsRune(".!?…", l.last) }

// opens reports whether the line ends in a mark that leads on.
func (l line) opens() bool { return strings.ContainsRune(":;,-–—", l.last) }

// solid reports whether the line has the shape of a paragraph: it ends as one
// and is not a mere label, or is too long for anything else. Half a hundred
// bytes is nine or ten words.
func (l line) solid() bool {
	return (l.stops() || l.opens()) && l.Len() >= 50 || l.Len() >= 300
}

// reports tells whether the line holds a verb of speaking, as what is said of
// or by somebody does and an offer does not.
func (l line) reports() bool {
	for _, w := range []string{" said", " says", " told ", " tweeted", " wrote", " according to ", " added"} {
		if strings.Contains(l.folded, w) {
			return true
		}
	}
	return false
}

// sameLine reports whether two lines are the same but for case, quotation
// marks, figures and white space.
func sameLine(a, b string) bool {
	return a != "" && bare(fold(a)) == bare(fold(b))
}
