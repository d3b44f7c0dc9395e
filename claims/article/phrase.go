package article

import (
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
	var b strings.Builder
	b.Grow(len(s))
	var last rune
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || isInvisible(r):
			r = ' '
		case unicode.IsDigit(r):
			r = '9'
		case r == '’' || r == '‘':
			r = '\''
		case r == '“' || r == '”':
			r = '"'
		default:
			r = unicode.ToLower(r)
		}
		if (r == ' ' || r == '9') && r == last || r == ' ' && b.Len() == 0 {
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return strings.TrimRight(b.String(), " ")
}

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
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isInvisible reports whether r takes no room on a page.
func isInvisible(r rune) bool {
	return r == '\u200b' || r == '\ufeff' || r == '\u200e' || r == '\u200f' || r == '\u00ad' || r == '\u2060'
}

// phrases finds the phrases of a list in a folded line, by their first word.
type phrases map[string][][]string

// newPhrases prepares a list. Each phrase is kept as its parts between gaps.
func newPhrases(list []string) phrases {
	out := phrases{}
	for _, p := range list {
		var parts []string
		for _, part := range strings.Split(p, gap) {
			parts = append(parts, strings.TrimSpace(part))
		}
		key := firstWord(parts[0])
		out[key] = append(out[key], parts)
	}
	return out
}

// firstWord is the run of letters and digits that s begins with, or its first
// rune where that is neither.
func firstWord(s string) string {
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
func (p phrases) begin(line string) bool {
	for _, parts := range p[firstWord(line)] {
		if matches(line, parts) {
			return true
		}
	}
	return false
}

// within reports whether a phrase begins at any word of the folded line.
func (p phrases) within(line string) bool {
	for line != "" {
		if p.begin(line) || line[0] == '(' && p.begin(line[1:]) {
			return true
		}
		_, line, _ = strings.Cut(line, " ")
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
	ends             []string
	teaser, follow   map[string]bool
	closing          phrases
}

// openBook reads a list of phrases.
func openBook(name string) func() book {
	return sync.OnceValue(func() book {
		l := list(name)
		all := func(lines []string) map[string]bool {
			m := map[string]bool{}
			for _, s := range lines {
				m[bare(s)] = true
			}
			return m
		}
		return book{
			whole: all(l["line"]), teaser: all(l["teaser"]), follow: all(l["follow"]),
			begins: newPhrases(l["begins"]), contains: newPhrases(l["contains"]), closing: newPhrases(l["closing"]), ends: l["ends"],
		}
	})
}

// ended reports whether the folded line ends in one of the phrases.
func (b book) ended(line string) bool {
	for _, e := range b.ends {
		if strings.HasSuffix(line, " "+e) {
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
