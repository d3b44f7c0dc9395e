package sentence

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// class tells how an abbreviation's full stop is read; see lists/README.md.
type class int

const (
	plain  class = iota // no abbreviation
	title               // "Mr": never ends a sentence
	within              // "e.g": never ends a sentence
	number              // "No": ends one unless a digit follows
	either              // "U.S", "Inc": ends one where a starter follows
	clock               // "a.m": ends one unless a day or time zone follows
)

var (
	//go:embed lists/abbreviations.txt
	abbreviationList string
	//go:embed lists/starters.txt
	starterList string
	//go:embed lists/reporting.txt
	reportingList string
	//go:embed lists/clock.txt
	clockList string

	abbreviations = readClasses(abbreviationList)
	starters      = readWords(starterList)
	reporting     = readWords(reportingList)
	afterClock    = readWords(clockList)
)

// readWords reads a list of words, with "#" before a note.
func readWords(list string) map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(list) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			out[w] = true
		}
	}
	return out
}

// readClasses reads lines of "class: word word".
func readClasses(list string) map[string]class {
	names := map[string]class{"title": title, "within": within, "number": number, "either": either, "clock": clock}
	out := map[string]class{}
	for line := range strings.Lines(list) {
		name, rest, ok := strings.Cut(line, ":")
		if !ok || names[name] == plain {
			continue
		}
		for _, w := range strings.Fields(rest) {
			out[w] = names[name]
		}
	}
	return out
}

// classOf is the class of the word before a full stop, given without that stop.
func classOf(w string) class {
	if c, ok := abbreviations[w]; ok {
		return c
	}
	if isLetters(w) && abbreviations[strings.ToLower(w)] != clock {
		return either
	}
	if c, ok := abbreviations[strings.ToLower(w)]; ok {
		return c
	}
	if abbreviations[titled(w)] != plain {
		return either // "GEN. SMITH", but "the SEC. The"
	}
	return plain
}

// titled is the form "Gen" of "GEN", and "" for a word that is not all capitals.
func titled(w string) string {
	if len(w) < 2 || strings.ToUpper(w) != w {
		return ""
	}
	return w[:1] + strings.ToLower(w[1:])
}

// isLetters reports whether w is an initial or letters with stops between
// them: "W", "U.S", "p.o.w". A lone small letter is a word.
func isLetters(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if n == len(w) {
		return unicode.IsUpper(r)
	}
	for part := range strings.SplitSeq(w, ".") {
		r, n := utf8.DecodeRuneInString(part)
		if n == 0 || n != len(part) || !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}
