package article

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// gap stands in a phrase for any words.
const gap = "..."

// fold makes s comparable with the phrases of the lists: lower case, straight
// quotation marks, each number as "9" and single blanks.
func fold(s string) string {
	var buf [maxFold]byte // a longer line is rare, and append makes room for it
	out := buf[:0]
	last := byte(' ') // no blank stands first
	for i := 0; i < len(s); {
		c, n := byte(0), 1
		if s[i] < utf8.RuneSelf {
			c = folded[s[i]]
		} else if c, n = foldWide(s[i:]); c == 0 {
			r, _ := utf8.DecodeRuneInString(s[i:])
			out = utf8.AppendRune(out, unicode.ToLower(r))
		}
		if i += n; c == last && (c == ' ' || c == '9') {
			continue
		}
		if last = c; c != 0 {
			out = append(out, c)
		}
	}
	return string(bytes.TrimRight(out, " "))
}

// foldWide is the byte of ASCII that the first rune of s, of several bytes,
// folds to, and the rune's size; 0 for other letters and marks.
func foldWide(s string) (c byte, size int) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == '’' || r == '‘':
		return '\'', n
	case r == '“' || r == '”':
		return '"', n
	case unicode.IsSpace(r) || isInvisible(r):
		return ' ', n
	case unicode.IsDigit(r):
		return '9', n
	}
	return 0, n
}

// folded are the bytes of ASCII as fold has them.
var folded = func() (t [utf8.RuneSelf]byte) {
	for i := range t {
		switch r := rune(i); {
		case unicode.IsSpace(r):
			t[i] = ' '
		case unicode.IsDigit(r):
			t[i] = '9'
		default:
			t[i] = byte(unicode.ToLower(r))
		}
	}
	return t
}()

// bare is a folded line without the punctuation around it.
func bare(folded string) string {
	s := strings.TrimRightFunc(folded, func(r rune) bool { return !isWord(r) && r != ')' })
	s = strings.TrimLeftFunc(s, func(r rune) bool { return !isWord(r) && !strings.ContainsRune("©@#", r) })
	if !strings.ContainsRune(s, '(') {
		s = strings.TrimRight(s, ")")
	}
	return s
}

// isWord reports whether r belongs to a word.
func isWord(r rune) bool {
	if uint32(r) < utf8.RuneSelf {
		return asciiWord[r]
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// asciiWord tells of each byte of ASCII whether it belongs to a word.
var asciiWord = func() (t [utf8.RuneSelf]bool) {
	for i := range t {
		t[i] = unicode.IsLetter(rune(i)) || unicode.IsDigit(rune(i))
	}
	return t
}()

// isInvisible reports whether r takes no room on a page.
func isInvisible(r rune) bool {
	return r >= '\u00ad' && (r == '\u200b' || r == '\ufeff' || r == '\u200e' || r == '\u200f' || r == '\u00ad' || r == '\u2060')
}

// phrases finds the phrases of a list in a folded line, by their first word.
type phrases struct {
	byFirst map[string][][]string
	heads   [1 << 15 / 64]uint64 // of what the phrases begin with: nearly every word of a line is told to begin none
}

// newPhrases prepares a list. Each phrase is kept as its parts between gaps.
func newPhrases(list []string) phrases {
	out := phrases{byFirst: map[string][][]string{}}
	for _, p := range list {
		var parts []string
		for _, part := range strings.Split(p, gap) {
			parts = append(parts, strings.TrimSpace(part))
		}
		key := firstWord(parts[0])
		out.byFirst[key] = append(out.byFirst[key], parts)
		for rest := range uint(1) << (5 * max(0, 3-len(parts[0]))) { // whatever follows a short one
			h := head(parts[0]) | rest
			out.heads[h/64] |= 1 << (h % 64)
		}
	}
	return out
}

// head is five bits of each of the first three bytes of s.
func head(s string) uint {
	switch len(s) {
	case 0:
		return 0
	case 1:
		return uint(s[0]&31) << 10
	case 2:
		return uint(s[0]&31)<<10 | uint(s[1]&31)<<5
	}
	return uint(s[0]&31)<<10 | uint(s[1]&31)<<5 | uint(s[2]&31)
}

// firstWord is the run of letters and digits that s begins with, or its first
// rune where that is neither.
func firstWord(s string) string {
	n := 0
	for n < len(s) && s[n] < utf8.RuneSelf && asciiWord[s[n]] {
		n++
	}
	if n > 0 && (n == len(s) || s[n] < utf8.RuneSelf) {
		return s[:n]
	}
	end := strings.IndexFunc(s, func(r rune) bool { return !isWord(r) })
	if end == 0 {
		_, end = utf8.DecodeRuneInString(s)
	}
	if end < 0 {
		end = len(s)
	}
	return s[:end]
}

// begin reports whether the folded line begins with a phrase.
func (p *phrases) begin(line string) bool {
	if h := head(line); p.heads[h/64]&(1<<(h%64)) == 0 {
		return false
	}
	for _, parts := range p.byFirst[firstWord(line)] {
		if matches(line, parts) {
			return true
		}
	}
	return false
}

// within reports whether a phrase begins at any word of the folded line.
func (p *phrases) within(line string) bool {
	for i := range len(line) {
		if i > 0 && line[i-1] != ' ' {
			continue
		}
		if p.begin(line[i:]) || line[i] == '(' && p.begin(line[i+1:]) {
			return true
		}
	}
	return false
}

// matches reports whether line begins with the first part and holds the others
// behind it, in order and at the edges of words.
func matches(line string, parts []string) bool {
	if !strings.HasPrefix(line, parts[0]) || !edge(line, len(parts[0])) {
		return false
	}
	line = line[len(parts[0]):]
	for _, part := range parts[1:] {
		_, rest, found := strings.Cut(line, " "+part)
		if !found || !edge(rest, 0) && isWordEnd(part) {
			return false
		}
		line = rest
	}
	return true
}

// edge reports whether no word of s goes on across at.
func edge(s string, at int) bool {
	if at >= len(s) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return !isWord(r) || at > 0 && !isWordEnd(s[:at])
}

// isWordEnd reports whether s ends in a letter or digit.
func isWordEnd(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isWord(r)
}

// book is a list of phrases, each section prepared.
type book struct {
	whole            map[string]bool // "line": the whole line
	begins, contains phrases
	ends             []string // a blank before each
	teaser, follow   map[string]bool
	closing          phrases
}

// openBook reads a list of phrases.
func openBook(name string) func() *book {
	return sync.OnceValue(func() *book {
		l := list(name)
		all := func(lines []string) map[string]bool {
			m := map[string]bool{}
			for _, s := range lines {
				m[bare(s)] = true
			}
			return m
		}
		ends := make([]string, len(l["ends"]))
		for i, e := range l["ends"] {
			ends[i] = " " + e
		}
		return &book{
			whole: all(l["line"]), teaser: all(l["teaser"]), follow: all(l["follow"]),
			begins: newPhrases(l["begins"]), contains: newPhrases(l["contains"]), closing: newPhrases(l["closing"]), ends: ends,
		}
	})
}

// ended reports whether the folded line ends in one of the phrases.
func (b *book) ended(line string) bool {
	for _, e := range b.ends {
		if strings.HasSuffix(line, e) {
			return true
		}
	}
	return false
}

// The lists of phrases.
var (
	junkBook    = openBook("boilerplate")
	captionBook = openBook("captions")
)
