package quote

import (
	"strings"
	"unicode"

	"crosscheck/claims"
)

// tail is where speech ends and a reporting clause begins in a stretch that
// lacks its closing mark, 0 where there is none: behind the comma of
// "We went home, he said."
func tail(text string, in claims.Span) int {
	for i := in.Start; i < in.End; i++ {
		switch text[i] {
		case ',', '?', '!':
			rest := text[i+1 : min(in.End, i+longestClause)]
			said := strings.TrimLeft(rest, "'’")
			if strings.HasPrefix(said, " ") && clause(said[1:]) > 0 {
				return i + 1 + len(rest) - len(said)
			}
		}
	}
	return 0
}

// mostWords is how long the subject of a reporting clause may be: "the former
// prime minister" or "Rep. Mary Ann Jones".
const mostWords = 4

// longestClause is how many bytes are enough for a subject and its verb.
const longestClause = 160

// clause is the length of the reporting clause that s begins with, up to its
// verb: "he said", "said the mayor", "Mary Jones, a nurse, told reporters"; 0
// where it begins with none.
func clause(s string) int {
	at, the := 0, false
	for words := 0; words <= mostWords; words++ {
		n := wordLen(s[at:])
		w := s[at : at+n]
		low := strings.ToLower(w)
		switch {
		case n == 0:
			return 0
		case saying(low):
			if words == 0 && !subject(s[at+n:]) || words > 0 && objects[nextWord(s[at+n:])] {
				return 0
			}
			return at + n
		case words == 0 && (low == "the" || pronouns[low]):
			the = low == "the"
		case !the && !capital(w):
			return 0
		}
		at += n
		if strings.HasPrefix(s[at:], ", ") {
			return apposition(s, at)
		}
		for at < len(s) && (s[at] == ' ' || s[at] == '.') {
			at++
		}
	}
	return 0
}

// apposition is where the verb behind the apposition at i ends: ", a nurse,
// told reporters"; 0 where there is none.
func apposition(s string, i int) int {
	n := strings.IndexAny(s[i+1:], ",.!?:;\"“”")
	if n < 0 || !strings.HasPrefix(s[i+1+n:], ", ") {
		return 0
	}
	at := i + n + len(",, ")
	w := wordLen(s[at:])
	if !saying(strings.ToLower(s[at : at+w])) {
		return 0
	}
	return at + w
}

// saying reports whether w is a verb of saying in the past tense.
func saying(w string) bool {
	c, ok := Verb(w)
	return ok && c.Past && c.Complement != Phrase
}

var (
	pronouns = map[string]bool{"he": true, "she": true, "they": true, "it": true, "i": true, "we": true, "who": true}
	// objects begin a clause of their own: "he said that", "he said they".
	objects = map[string]bool{"that": true, "he": true, "she": true, "they": true, "it": true, "we": true, "i": true, "there": true}
)

// subject reports whether s goes on with a name, a pronoun or "the".
func subject(s string) bool {
	s = strings.TrimLeft(s, " ")
	w := s[:wordLen(s)]
	return pronouns[strings.ToLower(w)] || w == "the" || w == "a" || capital(w)
}

func nextWord(s string) string {
	n := len(s)
	s = strings.TrimLeft(s, " ")
	if len(s) == n {
		return ""
	}
	return strings.ToLower(s[:wordLen(s)])
}

func capital(w string) bool {
	r, _ := decode(w)
	return unicode.IsUpper(r)
}

// longestWord is the longest word, in bytes, that is read.
const longestWord = 40

// wordLen is how long the word is that s begins with.
func wordLen(s string) int {
	n := 0
	for n < len(s) && n < longestWord {
		r, size := decode(s[n:])
		if !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' {
			break
		}
		n += size
	}
	return n
}
