package quantity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// token is a word, a part of a hyphenated word, a figure or a mark.
type token struct {
	claims.Span
	norm    string // lower case
	hyphen  bool   // joined by a hyphen to the token before
	tight   bool   // no white space before it
	punct   bool
	capital bool
	seed    bool // a number word, or with a digit
}

// digits reports whether the token begins with a digit.
func (t token) digits() bool { return t.norm != "" && t.norm[0] >= '0' && t.norm[0] <= '9' }

// split cuts words at hyphens ("13-year-old") and figures from the letters
// behind them ("1.4bn"), but for ordinals and decades ("20th", "1990s"), and
// adds the parts to out.
func split(out []token, ws []word.Word, text string) []token {
	end := -1
	for _, w := range ws {
		first := len(out)
		at := w.Start
		switch {
		case w.Punct:
			out = append(out, token{Span: w.Span, norm: w.Norm, punct: true})
		case plain(w.Norm):
			out = append(out, token{Span: w.Span, norm: w.Norm, capital: w.Capital, seed: seedWords.Has(w.Norm)})
		default:
			for at < w.End {
				next := partEnd(text, at, w.End)
				out = appendPart(out, text, claims.Span{Start: at, End: next}, at > w.Start)
				at = next
				for at < w.End && hyphenAt(text, at) > 0 {
					at += hyphenAt(text, at)
				}
			}
		}
		if first < len(out) {
			out[first].tight = w.Start == end
		}
		end = w.End
	}
	return out
}

// plain reports a word of letters alone, which is one token.
func plain(norm string) bool {
	for i := range len(norm) {
		if c := norm[i]; (c < 'a' || c > 'z') && c != '\'' {
			return false
		}
	}
	return true
}

// partEnd is where the part of a word that begins at i ends: at a hyphen.
func partEnd(text string, i, end int) int {
	for i < end {
		if hyphenAt(text, i) > 0 {
			return i
		}
		_, n := utf8.DecodeRuneInString(text[i:end])
		i += n
	}
	return end
}

// hyphenAt is the length of the hyphen at i, or 0.
func hyphenAt(text string, i int) int {
	switch r, n := utf8.DecodeRuneInString(text[i:]); r {
	case '-', '‐', '‑':
		return n
	}
	return 0
}

// appendPart appends the part of a word at s, in two where letters follow a
// figure directly.
func appendPart(out []token, text string, s claims.Span, hyphen bool) []token {
	if s.Len() == 0 {
		return out
	}
	raw := s.In(text)
	r, _ := utf8.DecodeRuneInString(raw)
	t := token{Span: s, norm: word.Norm(raw), hyphen: hyphen, tight: hyphen, capital: unicode.IsUpper(r)}
	t.seed = seeds(t.norm)
	cut := figureEnd(raw)
	if cut == 0 || cut == len(raw) || suffixed(strings.ToLower(raw[cut:])) {
		return append(out, t)
	}
	tail := t
	t.End, t.norm = s.Start+cut, raw[:cut]
	tail.Start, tail.norm = s.Start+cut, word.Norm(raw[cut:])
	tail.hyphen, tail.tight, tail.capital, tail.seed = false, true, false, seeds(tail.norm)
	return append(out, t, tail)
}

// figureEnd is where the digits, with their inner commas and points, that s
// begins with end; 0 where it begins with none.
func figureEnd(s string) int {
	i := 0
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || i > 0 && (s[i] == ',' || s[i] == '.')) {
		i++
	}
	return i
}

// suffixed reports whether letters behind a figure belong to it: an ordinal's
// or a decade's.
func suffixed(s string) bool {
	switch s {
	case "st", "nd", "rd", "th", "s", "'s":
		return true
	}
	return false
}
