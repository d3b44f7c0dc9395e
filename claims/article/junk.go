package article

import (
	"regexp"
	"strings"
	"unicode"

	"crosscheck/claims"
)

// The shapes of lines that are never part of an article.
var (
	imageName   = regexp.MustCompile(`(?i)^\S+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|mp4|m3u8)$`)
	placeholder = regexp.MustCompile(`\{\{[^{}]*\}\}|\$\{[\w.]+\}|\[(?:embed|gallery|caption|video|audio)\w*[^\]]*\]`)
	price       = regexp.MustCompile(`^(?:Rs\.? ?|US|A|C)?[$€£₹¥] ?\d[\d,.]*(?: ?(?:/|per|a|for|every) ?\w+(?: \w+)?)?$`)
	term        = regexp.MustCompile(`(?i)^(?:\d{1,3}|one|two|three|six|twelve) (?:day|week|month|year|min|minute|hour)s?(?: (?:ago|read))?$`)
	counter     = regexp.MustCompile(`^(\d{1,4}) ?(?:/|of) ?(\d{1,4})$`)
	address     = regexp.MustCompile(`^(?:https?://|www\.)\S+$|^\S+@\S+\.\w+$|^@\w+$|^#\w+$`)
	label       = regexp.MustCompile(`^[A-Z][A-Za-z]+(?: [A-Za-z]+)?:[\p{Lu}'"‘“]`)
	code        = regexp.MustCompile(`^(?:\{"|<[a-z!/]|//|/\*|var |\(?function ?\(|window\.|document\.|@media)`)
)

// isJunk reports whether a line is boilerplate by itself.
func isJunk(text string, l line) bool {
	s := l.In(text)
	b := l.bare
	switch {
	case b == "":
		return true // "***", "___", "."
	case isListed(l, b) || isSection(l, b) || isCaps(text, l):
		return true
	case l.Len() > maxFold:
		return false
	case strings.ContainsAny(s, "{[") && placeholder.MatchString(s):
		return true
	case l.words == 1 && (imageName.MatchString(s) || address.MatchString(s)):
		return true
	case l.words <= 5 && (counter.MatchString(s) || price.MatchString(s) || term.MatchString(s)):
		return true
	case strings.IndexByte("{</vf(wd@", s[0]) >= 0 && code.MatchString(s) || isTrail(s):
		return true
	case !l.stops() && strings.Contains(s, ":") && label.MatchString(s):
		return true // "Related:Council votes again": a link, its label glued on
	}
	return isStamp(s)
}

// isTrail reports a line of links: "Home > News > Inland", "News | Sport".
func isTrail(s string) bool {
	const maxWords = 3 // in one link
	for _, mark := range []string{" | ", " > ", " » ", " › ", " · "} {
		if strings.Count(s, mark[1:len(mark)-1]) < 2 {
			continue // told faster than by the blanks
		}
		parts := strings.Split(s, mark)
		if len(parts) < 3 {
			continue
		}
		short := true
		for _, p := range parts {
			short = short && len(strings.Fields(p)) <= maxWords && !strings.ContainsAny(p, ".,;:\"”")
		}
		if short {
			return true
		}
	}
	return false
}

// isListed reports whether the list of boilerplate knows the line. What
// somebody says is left alone: a quotation, or a line with a verb of speaking.
func isListed(l line, bare string) bool {
	book := junkBook()
	if book.whole[bare] || book.teaser[bare] || book.follow[bare] {
		return true
	}
	if l.reports || l.quoted || l.Len() > 2*maxFold {
		return false
	}
	if !l.stops() && l.Len() <= 160 && book.ended(bare) {
		return true // a teaser; several sentences are none
	}
	return book.begins.begin(bare) || book.contains.within(l.folded) || isClosing(l)
}

// isClosing reports whether what comes behind the line is no article any more.
func isClosing(l line) bool {
	return !l.reports && !l.quoted && l.Len() <= maxFold && junkBook().closing.within(l.folded)
}

// isSection reports whether the line is made of words of navigation: "World",
// "US politics".
func isSection(l line, bare string) bool {
	if l.words > 4 || l.stops() {
		return false
	}
	for _, w := range strings.Fields(bare) {
		if w != "&" && w != "|" && w != "/" && w != "-" && !sectionWords()[strings.Trim(w, ",")] {
			return false
		}
	}
	return true
}

// isCaps reports whether the line is a link to another article as some sites
// set them between paragraphs: four words or more, all in capitals.
func isCaps(text string, l line) bool {
	if l.words < 4 || l.Len() > maxFold || l.quoted {
		return false
	}
	letters := 0
	for _, r := range l.In(text) {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 12
}

// markJunk gives boilerplate its kind. Where a third of all lines is in
// capitals, the article is, and they say nothing; nor do they where only
// boilerplate stands above, since the line may be the headline.
func markJunk(text string, lines []line) {
	caps := 0
	for _, l := range lines {
		if isCaps(text, l) {
			caps++
		}
	}
	leads := true
	for i, l := range lines {
		switch {
		case l.role == roleTitle:
			lines[i].kind = claims.Headline
		case isCaps(text, l) && (caps*3 > len(lines) || leads):
		case isJunk(text, l) || isOutletName(l.In(text)):
			lines[i].kind = claims.Boilerplate
		}
		leads = leads && lines[i].kind == claims.Boilerplate
	}
}
