package wire

import (
	"unicode"
	"unicode/utf8"
)

// folded is a passage as Find compares it.
type folded struct {
	words  []uint32 // the hash of each word, at most maxWords
	hash   uint64   // of all words
	n      int      // how many words there are
	quoted int      // how many of them stand in quotation marks
}

// maxWords is how many words of a passage are compared when it is not the same
// as another in full: no sentence is longer.
const maxWords = 400

// fold reads the words of text into f, whose words it reuses. Case, marks,
// hyphens and the dots of "U.S." do not count.
//
// Note: it does not use word.Split, which finds the place of each word and keeps
// it: here only a hash is wanted, of every word of every article.
func (f *folded) fold(text string, quoted bool) {
	*f = folded{words: f.words[:0], hash: seed64}
	var q quotes
	var h uint32 = seed32
	inWord := false
	for i := 0; i < len(text); {
		for i < len(text) && plain[text[i]] != 0 { // nearly always to the word's end
			h, inWord = (h^uint32(plain[text[i]]))*prime32, true
			i++
		}
		if i == len(text) {
			break
		}
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case size > 1 && isLetter(r):
			h, inWord = (h^uint32(unicode.ToLower(r)))*prime32, true
		case inWord && inside(r) && letterAt(text, i+size):
			if r == '.' && text[i-1] <= '9' {
				h = (h ^ '.') * prime32 // "3.5" is not "35"
			}
		default:
			if inWord {
				f.add(h, quoted || q.open != 0)
				h, inWord = seed32, false
			}
			if r != ' ' && q.mark(text, i, r) == unopened {
				f.quoted = f.n
			}
		}
		i += size
	}
	if inWord {
		f.add(h, quoted || q.open != 0)
	}
}

// plain are the letters and digits of ASCII in small letters; 0 for all else.
var plain = func() (p [256]byte) {
	for c := range byte(utf8.RuneSelf) {
		if isLetter(rune(c)) {
			p[c] = byte(unicode.ToLower(rune(c)))
		}
	}
	return p
}()

// The constants of FNV-1a (Fowler, Noll and Vo 1991).
const (
	seed32, prime32 = 2166136261, 16777619
	seed64, prime64 = 14695981039346656037, 1099511628211
)

func (f *folded) add(h uint32, quoted bool) {
	h ^= h >> 15 // FNV's low bits are better mixed than its high ones
	f.hash = (f.hash ^ uint64(h)) * prime64
	f.n++
	if quoted {
		f.quoted++
	}
	if len(f.words) < maxWords {
		f.words = append(f.words, h)
	}
}

// isLetter reports whether r is part of a word.
func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// inside reports whether r may stand inside a word: "don't", "U.S", "1,000".
func inside(r rune) bool { return r == '\'' || r == '’' || r == '.' || r == ',' }

func letterAt(text string, i int) bool {
	if i < len(text) && text[i] < utf8.RuneSelf {
		return plain[text[i]] != 0
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return isLetter(r)
}
