package word

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// joint are the bytes that a segment may begin with which joins the one before:
// a full stop, a hyphen, and the first byte of the other hyphens.
var joint = [256]bool{'.': true, '-': true, 0xe2: true}

// join returns where the word ends whose first segment is text[i:end]: behind
// the segments that follow at once and belong to it. letters tells whether the
// first segment has any.
func join(text string, i, end int, letters bool) int {
	hyphen := false // the word ends in a joined hyphen
	for end < len(text) && (hyphen || joint[text[end]]) {
		next, more := segment(text, end)
		now := text[end:next]
		switch {
		case isHyphen(now): // where a letter or digit follows at once
			r, _ := utf8.DecodeRuneInString(text[next:])
			if !letters || !isAlnum(r) {
				return end
			}
			hyphen = true
		case now == ".": // the last dot of "U.S."
			if !isAbbreviation(text[i:end]) {
				return end
			}
			hyphen = false
		case hyphen && more:
			hyphen = false
		default:
			return end
		}
		end = next
	}
	return end
}

func isHyphen(s string) bool { return s == "-" || s == "‑" || s == "‐" }

func isAlnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isAbbreviation reports whether s begins with single letters with a dot
// between: "U.S".
func isAbbreviation(s string) bool {
	first, rest, ok := strings.Cut(s, ".")
	second, _, _ := strings.Cut(rest, ".")
	return ok && isLetter(first) && isLetter(second)
}

func isLetter(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && n == len(s) && unicode.IsLetter(r)
}
