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
	bare        string // folded without the punctuation around it
	reports     bool   // it holds a verb of speaking, as what is said of or by somebody does and an offer does not
	words       int    // how many blanks part folded, and one
	last        rune   // the last rune but closing quotation marks and brackets
	quoted      bool   // it begins with a quotation mark
	kind        claims.BlockKind
}

// split parts text into its lines, blank ones left out. A line ends at LF, CR,
// both, VT, FF, NEL or one of Unicode's two separators.
func split(text string, roles []role) []line {
	// A line in two is blank as a rule. More is only made where it is needed.
	out := make([]line, 0, min(strings.Count(text, "\n")/2+2, 64))
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
	for i := 0; i < len(text); {
		n := 0
		if c := text[i]; c <= '\r' || c >= utf8.RuneSelf {
			n = lineEnd(text, i)
		}
		if n == 0 {
			i++
			continue
		}
		add(i)
		i += n
		start = i
	}
	add(len(text))
	return out
}

// lineEnd is the size in bytes of the line end at i, 0 where none is there
// (Unicode Standard, section 5.8).
func lineEnd(text string, i int) int {
	switch c := text[i]; {
	case c == '\r' && strings.HasPrefix(text[i+1:], "\n"):
		return 2
	case c >= '\n' && c <= '\r':
		return 1
	case c < utf8.RuneSelf:
		return 0
	case strings.HasPrefix(text[i:], "\u0085"):
		return len("\u0085")
	case strings.HasPrefix(text[i:], "\u2028"), strings.HasPrefix(text[i:], "\u2029"):
		return len("\u2028")
	}
	return 0
}

// trim leaves out the white space at both ends of a span.
func trim(text string, at claims.Span) claims.Span {
	for at.Start < at.End && text[at.Start] == ' ' { // nearly always all there is
		at.Start++
	}
	s := at.In(text)
	if s != "" && isInk(s[0]) && isInk(s[len(s)-1]) {
		return at
	}
	blank := func(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) }
	at.Start += len(s) - len(strings.TrimLeftFunc(s, blank))
	return claims.Span{Start: at.Start, End: at.Start + len(strings.TrimFunc(s, blank))}
}

// isInk reports whether a byte is a mark or letter of ASCII.
func isInk(c byte) bool { return c > ' ' && c < 0x7f }

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
	l.folded = fold(clip(s, maxFold))
	l.bare = bare(l.folded)
	l.reports = hasVerb(l.folded)
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

// hasVerb reports whether a folded line holds a verb of speaking.
func hasVerb(folded string) bool {
	for i := 0; i+1 < len(folded); i++ {
		if folded[i] != ' ' {
			continue
		}
		var says bool
		switch s := folded[i+1:]; s[0] {
		case 's':
			says = strings.HasPrefix(s, "said") || strings.HasPrefix(s, "says")
		case 't':
			says = strings.HasPrefix(s, "told ") || strings.HasPrefix(s, "tweeted")
		case 'w':
			says = strings.HasPrefix(s, "wrote")
		case 'a':
			says = strings.HasPrefix(s, "according to ") || strings.HasPrefix(s, "added")
		}
		if says {
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
