package token

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"

	"golang.org/x/text/unicode/norm"
)

// Folded is a text in lower-case printable ASCII. The zero value is the empty
// text.
type Folded struct {
	Text string
	// from and to say of each byte of Text which bytes of the original it
	// stands for; both are nil where byte i is byte i.
	from, to []int32
}

// Span is the stretch of the original that Text[start:end] stands for, 0 <=
// start <= end <= len(Text). It begins and ends at the edge of a rune, or of an
// invalid byte, and takes in the accents that follow a letter.
func (f Folded) Span(start, end int) claims.Span {
	switch {
	case f.from == nil:
		return claims.Span{Start: start, End: end}
	case start < end:
		return claims.Span{Start: int(f.from[start]), End: int(f.to[end-1])}
	case start < len(f.from):
		return claims.Span{Start: int(f.from[start]), End: int(f.from[start])}
	case start > 0:
		return claims.Span{Start: int(f.to[start-1]), End: int(f.to[start-1])}
	}
	return claims.Span{}
}

// Fold takes accents off, writes letters small, and marks as a typewriter has
// them. White space and controls become a space each, and so do square
// brackets, for "[SEP]" and its like are words of the vocabulary. What is
// invisible is left out. A letter of another script becomes a space: nothing of
// ours could read it.
func Fold(text string) Folded {
	if plain(text) {
		return Folded{Text: strings.Map(small, text)}
	}
	w := folding{text: make([]byte, 0, len(text)), from: make([]int32, 0, len(text)), to: make([]int32, 0, len(text))}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		w.rune(r, size, i)
		i += size
	}
	return Folded{Text: string(w.text), from: w.from, to: w.to}
}

// plain reports whether the text is ASCII without controls that are left out.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// small is what a character of ASCII is folded to: one character, always.
func small(r rune) rune {
	switch {
	case r <= ' ' || r >= 0x7f || r == '[' || r == ']':
		return ' '
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	}
	return r
}

// folding is a text on its way.
type folding struct {
	text     []byte
	from, to []int32
}

// rune folds the rune r that stands at from and has size bytes.
func (w *folding) rune(r rune, size, from int) {
	switch {
	case r < utf8.RuneSelf:
		w.add(byte(small(r)), from, from+size)
	case r == utf8.RuneError:
		w.add(' ', from, from+size)
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r):
		if n := len(w.to); n > 0 && int(w.to[n-1]) == from && w.text[n-1] != ' ' {
			w.to[n-1] = int32(from + size)
		}
	case unicode.Is(unicode.Cf, r):
	default:
		w.letter(r, from, from+size)
	}
}

// letter folds a rune that is seen: by the table, by what Unicode says that it
// is made of (NFKD), or to a space.
func (w *folding) letter(r rune, from, to int) {
	r = unicode.ToLower(r)
	if r < utf8.RuneSelf { // of the dotted capital I, say
		w.add(byte(small(r)), from, to)
		return
	}
	if s, ok := table()[r]; ok {
		w.string(s, from, to)
		return
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	before := len(w.text)
	for _, part := range string(norm.NFKD.Properties(buf[:n]).Decomposition()) {
		if s, ok := table()[part]; ok {
			w.string(s, from, to)
		} else if part < utf8.RuneSelf {
			w.add(byte(small(part)), from, to)
		}
	}
	if len(w.text) == before {
		w.add(' ', from, to)
	}
}

func (w *folding) string(s string, from, to int) {
	for i := range len(s) {
		w.add(s[i], from, to)
	}
}

func (w *folding) add(b byte, from, to int) {
	w.text, w.from, w.to = append(w.text, b), append(w.from, int32(from)), append(w.to, int32(to))
}

//go:embed data/fold.txt
var foldFile string

// table says what a rune is written as that Unicode does not take apart.
var table = sync.OnceValue(func() map[rune]string { return readTable(foldFile) })

// readTable reads lines of a word and the runes that are written as it.
func readTable(file string) map[rune]string {
	out := map[rune]string{}
	for line := range strings.Lines(file) {
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[0] == "#" {
			continue
		}
		for _, f := range fields[1:] {
			r, _ := utf8.DecodeRuneInString(f)
			out[r] = fields[0]
		}
	}
	return out
}
