package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is how many bytes of a word around a mark are looked at: enough for
// any abbreviation and any English word, and what keeps the scan linear.
const longest = 48

// following is what comes behind a stop.
type following struct {
	opened bool   // an opening quotation mark or bracket comes first
	quoted bool   // the last of those is a double quotation mark
	dashed bool   // a dash comes first
	first  rune   // the first letter, digit or other mark behind those
	word   string // the word that begins with first, "" where none does
	at     int    // where word begins
}

// follow reads what comes behind st.
func (s *splitter) follow(st stop) following {
	var f following
	i := st.next
	for i < len(s.text) && i < st.next+longest {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		switch {
		case strings.ContainsRune(`"'“‘„«‹([{¿¡`, r), r == '”' && s.letterAt(i+n):
			f.opened, f.quoted = true, r == '"' || r == '“' || r == '„' || r == '”'
		case strings.ContainsRune("-–—•*", r) && i > st.close && !s.letterAt(i+n):
			f.dashed = true
		case isSpace(r) && (f.dashed || f.opened):
		default:
			f.first, f.at, f.word = r, i, wordAt(s.text, i)
			return f
		}
		i += n
	}
	return f
}

// capital reports whether a new sentence may begin here, by its first letter.
func (f following) capital() bool {
	switch r := f.first; {
	case unicode.IsLower(r):
		return isBrand(f.word)
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return true
	}
	return unicode.In(f.first, unicode.Sc, unicode.So) || f.first == '#' || f.first == '@'
}

// isBrand reports whether w is a name that begins with a small letter:
// "iPhone", "al-Shabab".
func isBrand(w string) bool {
	for i, r := range w {
		switch {
		case i == 0 || i > 3:
		case unicode.IsUpper(r):
			return true
		}
	}
	return false
}

// starter reports whether the word opens a sentence and is no name's initial.
func (f following) starter(text string) bool {
	w := f.word
	if cut := strings.IndexAny(w, "'’"); cut > 0 {
		w = w[:cut]
	}
	initial := len(w) == 1 && strings.HasPrefix(text[f.at+1:], ".")
	return starters[strings.ToLower(w)] && !initial
}

// longestTerm is the longest name or term between quotation marks that may
// follow an abbreviation in the same sentence, in bytes: "No Child Left Behind".
const longestTerm = 24

// speaks reports whether a quotation opens behind the stop that is longer than
// a name or a term: `near Tampa, Fla. "We`, but not `the U.S. "Deep State"`.
func (f following) speaks(text string) bool {
	return f.quoted && f.capital() && !strings.ContainsAny(text[f.at:min(len(text), f.at+longestTerm)], `"”`)
}

// isI reports "I", alone or with a verb: "I’m".
func isI(w string) bool {
	return w == "I" || strings.HasPrefix(w, "I'") || strings.HasPrefix(w, "I’")
}

// wordAt is the word that begins at i, at most longest bytes of it.
func wordAt(text string, i int) string {
	j := i
	for j < len(text) && j < i+longest {
		r, n := utf8.DecodeRuneInString(text[j:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("'’-", r) {
			break
		}
		j += n
	}
	return text[i:j]
}

// wordBefore is the word that ends at i, with its inner stops, at most longest
// bytes of it and not from before begin: "U.S" or "J.K". Of a hyphened word it
// is the last part.
func (s *splitter) wordBefore(i int) string {
	j := i
	for j > s.begin && j > i-longest {
		r, n := utf8.DecodeLastRuneInString(s.text[s.begin:j])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '!' {
			break
		}
		j -= n
	}
	return strings.TrimLeft(s.text[j:i], ".!")
}
