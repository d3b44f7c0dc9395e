package cross

import (
	"unicode"
	"unicode/utf8"

	"crosscheck/compare/token"
)

// Marks of a piece, which its vector cannot tell or tells too faintly.
const (
	markInner   = 1 << iota // does not begin its word
	markCapital             // its word begins with a capital
	markDigit               // begins with a digit
	markUpper               // its word is in capitals, two or more
	markDenies              // turns a clause into its opposite: "not", the "t" of "don't"
	markKinds   = 1 << iota // how many combinations there are
)

// ownMarks are the marks that a piece has whatever its word.
func ownMarks(p token.Piece, text string) (m uint8) {
	if p.Inner {
		m |= markInner
	}
	if p.Span.Start < len(text) && '0' <= text[p.Span.Start] && text[p.Span.Start] <= '9' {
		m |= markDigit
	}
	return m
}

// capitals are the marks of the word that text begins with.
func capitals(text string) uint8 {
	first, size := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(first) {
		return 0
	}
	if second, _ := utf8.DecodeRuneInString(text[size:]); unicode.IsUpper(second) {
		return markCapital | markUpper
	}
	return markCapital
}
