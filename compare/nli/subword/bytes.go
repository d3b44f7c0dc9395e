package subword

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// alphabet is how each byte is written in the vocabulary of a model over bytes:
// visible characters as they are, the others from U+0100 on (GPT-2's
// bytes_to_unicode).
var alphabet = sync.OnceValue(func() (out [256]rune) {
	next := rune(0x100)
	for b := range out {
		switch r := rune(b); {
		case '!' <= r && r <= '~', '¡' <= r && r <= '¬', '®' <= r && r <= 'ÿ':
			out[b] = r
		default:
			out[b] = next
			next++
		}
	}
	return out
})

// letters says which byte a letter of the alphabet stands for.
var letters = sync.OnceValue(func() map[rune]byte {
	out := make(map[rune]byte, 256)
	for b, letter := range alphabet() {
		out[letter] = byte(b)
	}
	return out
})

// spell writes the bytes of a word in the letters of the alphabet.
func spell(word string) string {
	var out strings.Builder
	out.Grow(len(word) + 4)
	known := alphabet()
	for i := range len(word) {
		out.WriteRune(known[word[i]])
	}
	return out.String()
}

// byteWords cuts text as GPT-2 does, whose pattern is
//
//	's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
//
// Go's patterns cannot look ahead: so it is written out.
func byteWords(words []string) []string {
	out := make([]string, 0, 2*len(words))
	for _, text := range words {
		for text != "" {
			n := byteWord(text)
			out = append(out, text[:n])
			text = text[n:]
		}
	}
	return out
}

// byteWord is how long the first word of text is, in bytes.
func byteWord(text string) int {
	if n := contraction(text); n > 0 {
		return n
	}
	from := 0
	if text[0] == ' ' {
		from = 1
	}
	if r, _ := utf8.DecodeRuneInString(text[from:]); from < len(text) && !unicode.IsSpace(r) {
		return from + alike(text[from:], kindOfRune(r))
	}
	return spaces(text)
}

// contraction is how long the ending is that text begins with, 0 for none.
func contraction(text string) int {
	for _, ending := range [...]string{"'s", "'t", "'re", "'ve", "'m", "'ll", "'d"} {
		if strings.HasPrefix(text, ending) {
			return len(ending)
		}
	}
	return 0
}

// kindOfRune tells letters, digits, white space and the rest apart.
func kindOfRune(r rune) int {
	switch {
	case unicode.IsLetter(r):
		return 1
	case unicode.IsNumber(r):
		return 2
	case unicode.IsSpace(r):
		return 3
	}
	return 4
}

// alike is how many bytes of text are of one kind.
func alike(text string, kind int) int {
	for i, r := range text {
		if kindOfRune(r) != kind {
			return i
		}
	}
	return len(text)
}

// spaces is how many bytes of white space make one word: all but the last
// character of it, which belongs to the next word, unless it is all there is.
func spaces(text string) int {
	n := alike(text, 3)
	_, last := utf8.DecodeLastRuneInString(text[:n])
	if n == len(text) || n == last {
		return n
	}
	return n - last
}
