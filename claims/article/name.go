package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylineEnd is where the names of a byline end and something else begins.
var bylineEnd = regexp.MustCompile(`(?i)\s+(?:for|in|at|from|reports?|reporting)\s|\s*[|•·(@]|\s+[-–—]\s|,?\s*(?:updated|published|posted)\b|,?\s+\d`)

// byline reads a line that names the authors: "By Ann Brown and Bo Grey", or
// "Ann Brown" by itself. It is asked only about lines near the headline.
func byline(s string, x line) (names string, ok bool) {
	if x.Len() > 120 || x.words > 16 || x.stops() && !isInitial(s) {
		return "", false
	}
	if lead, rest, found := strings.Cut(s, " "); found && strings.EqualFold(strings.TrimRight(lead, ":"), "by") {
		rest = strings.TrimSpace(rest)
		if at := bylineEnd.FindStringIndex(rest); at != nil {
			rest = rest[:at[0]]
		}
		r, _ := utf8.DecodeRuneInString(rest)
		return squeeze(strings.TrimRight(rest, " ,")), unicode.IsUpper(r) || byNobody(rest)
	}
	if x.mark == noMark && isName(s) && !isOutletName(s) {
		return squeeze(s), true
	}
	return "", false
}

// byNobody reports a byline behind "by" that gives no name: "our own
// correspondent", "staff reporters".
func byNobody(rest string) bool {
	words := strings.Fields(strings.ToLower(rest))
	return len(words) > 0 && len(words) <= 5 && reporters[strings.TrimRight(words[len(words)-1], ".")]
}

// reporters are who writes a newspaper.
var reporters = map[string]bool{
	"correspondent": true, "correspondents": true, "reporter": true, "reporters": true, "staff": true, "writer": true, "writers": true,
	"desk": true, "newsroom": true, "agencies": true,
}

// isInitial reports whether s ends in an initial or "Jr.".
func isInitial(s string) bool {
	return strings.HasSuffix(s, "Jr.") || strings.HasSuffix(s, "Sr.")
}

// isName reports whether s has the shape of one or more persons' names, each
// of two to four capitalised words.
func isName(s string) bool {
	if len(s) > 100 {
		return false
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, " and ", ","), " & ", ",")
	for _, name := range strings.Split(s, ",") {
		if !isPerson(strings.Fields(name)) {
			return false
		}
	}
	return true
}

// isPerson reports whether the words are one person's name: capitalised, not
// all capitals, small particles allowed inside.
func isPerson(words []string) bool {
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	section := 0
	for i, w := range words {
		switch {
		case i > 0 && i < len(words)-1 && isParticle(w):
		case !isNamePart(w):
			return false
		}
		if sectionWords()[strings.ToLower(w)] {
			section++
		}
	}
	return section == 0
}

func isParticle(w string) bool {
	switch w {
	case "de", "da", "di", "van", "von", "der", "den", "al", "bin", "la", "le", "el":
		return true
	}
	return false
}

// isNamePart reports whether w is a capitalised word or an initial.
func isNamePart(w string) bool {
	upper, lower := 0, 0
	for i, r := range w {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return false
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		case !strings.ContainsRune(".-'’", r):
			return false
		}
	}
	return lower > 0 || upper == 1 || strings.HasSuffix(w, ".")
}
