package article

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"crosscheck/claims"
)

// A name as a house line has it: capitalised words with small ones inside.
const namePattern = `((?:[Tt]he )?[A-Z0-9][\w&.'’!-]*(?: (?:(?:of|the|and|&|on|de|in) )?[A-Z][\w&.'’!-]*)*)`

// house is a form of words with which a page names its own outlet.
type house struct {
	form   *regexp.Regexp
	weight int
	known  bool // the name has to be one of the list: others stand there too
}

// houses are those forms. A credit, "contributed to this report", "told X" and
// an offer of access to another paper are none of them.
var houses = []house{
	{regexp.MustCompile(`(?i:reflect|represent)[^.]{0,60}(?i:views?|opinions?|positions?|policy)(?: (?i:or|and) \w+)? (?i:of) ` + namePattern), 3, false},
	{regexp.MustCompile(`\b[Nn]o ` + namePattern + ` (?i:journalists?|reporters?|staff|editors?|editorial)\b`), 3, false},
	{regexp.MustCompile(`(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[ ©\d,–-]{0,24}\d{4}(?: by|,)? ` + namePattern), 3, false},
	{regexp.MustCompile(namePattern + ` (?i:is not responsible for|accepts no responsibility|assumes no responsibility|does not endorse|has not edited)`), 3, false},
	{regexp.MustCompile(`(?i:^subscribe to|^sign up to|^support|^follow|^like|^join us at|^visit|^read more (?:on|at|from)) ` + namePattern), 2, true},
	{regexp.MustCompile(`(?i:\bget|\bdownload|\bfor) (?i:the )?` + namePattern + ` (?i:app|android app|iphone app)\b`), 2, true},
	{regexp.MustCompile(`^` + namePattern + ` (?i:app|newsletter|podcast|subscribers)\b`), 1, true},
}

// votes counts which outlet a page names as its own.
type votes struct {
	order  []string
	weight map[string]int
}

func (v *votes) add(name string, weight int) {
	if name == "" {
		return
	}
	if v.weight == nil {
		v.weight = map[string]int{}
	}
	if v.weight[name] == 0 {
		v.order = append(v.order, name)
	}
	v.weight[name] += weight
}

// best is the name of most weight, the first of equals, "" without any.
func (v *votes) best() string {
	best := ""
	for _, name := range v.order {
		if best == "" || v.weight[name] > v.weight[best] {
			best = name
		}
	}
	return best
}

// pageOutlet is the outlet that the page itself names: in house lines, on a
// line of its own, behind its headline, or in an agency's dateline; "" where
// it names none.
func (l *layout) pageOutlet() string {
	var v votes
	v.add(houseName(l.site, false), 3)
	headed := false
	for _, x := range l.lines {
		s := x.In(l.text)
		switch {
		case x.kind == claims.Boilerplate && x.Len() <= maxFold:
			l.vote(&v, s)
		case x.kind == claims.Headline && !headed:
			headed = true
			v.add(titleSuffix(s), 3)
		}
	}
	if name := v.best(); name != "" {
		return name
	}
	if d, ok := l.dateline(); ok {
		return d.agency
	}
	return ""
}

// vote reads one line of boilerplate.
func (l *layout) vote(v *votes, s string) {
	if isOutletName(s) {
		name, _ := knownOutlet(s)
		v.add(name, 1)
		return
	}
	for _, h := range houses {
		if m := h.form.FindStringSubmatch(s); m != nil {
			v.add(houseName(m[1], h.known), h.weight)
		}
	}
}

// houseName makes a name found in a house line an outlet's: the known outlet
// that it begins with, else the name without "US" or "Ltd" at its end. With
// mustKnow a name that is not on the list is "".
func houseName(s string, mustKnow bool) string {
	words := strings.Fields(strings.TrimRight(s, " .,;:"))
	for i, w := range words { // "Evening Post. All rights reserved"
		if len(w) > 4 && strings.HasSuffix(w, ".") && !isSuffix(w) {
			words[i] = strings.TrimSuffix(w, ".")
			words = words[:i+1]
			break
		}
	}
	if o, ok := leadingOutlet(words); ok {
		if o.kind == syndicate {
			return ""
		}
		return o.name
	}
	for len(words) > 0 && isSuffix(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if mustKnow || len(words) == 0 || len(words) > 5 || strings.EqualFold(words[0], "all") || strings.EqualFold(words[0], "by") {
		return ""
	}
	return strings.TrimRight(strings.Join(words, " "), ".,")
}

// isSuffix reports whether w stands behind a name and is not of it: an
// edition or the form of a company.
func isSuffix(w string) bool {
	switch strings.ToLower(strings.Trim(w, ".,")) {
	case "us", "uk", "llc", "ltd", "limited", "inc", "plc", "co", "company", "corp", "gmbh", "all":
		return true
	}
	return false
}

// titleSuffix is the known outlet behind the last "|" or dash of a headline.
func titleSuffix(s string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — "} {
		if i := strings.LastIndex(s, sep); i > 0 {
			if name, ok := knownOutlet(s[i+len(sep):]); ok {
				return name
			}
		}
	}
	return ""
}

// dateline is the beginning of a report that tells where it was written and,
// for an agency's, by whom.
type dateline struct {
	place  string // with the date, if there is one
	agency string // "" for a paper's own
}

// The forms of datelines: "PARIS, May 2 (Reuters) - ", "MOSCOW, May 2. /TASS/.",
// "(AP) — ", "(CNN)", and "BOSTON — " of a paper's own.
var (
	agencyLine = regexp.MustCompile(`^(\p{Lu}[\p{L}.,'’/ \d-]{1,80}?)[ .,]*(?:\(([^()]{2,30})\)|/([^/]{2,30})/)\s*(?:--|[-–—.:])`)
	soleAgency = regexp.MustCompile(`^\(([^()]{2,20})\)\s*(?:--|[-–—]|\p{Lu}|")?`)
	paperLine  = regexp.MustCompile(`^(\p{Lu}[\p{Lu}.,'’ -]{2,40}(?:, [\p{L}. ]{2,20})?(?:, \p{Lu}\p{L}{2,8}\.? \d{1,2}(?:, \d{4})?)?)(?: ?(?:--|–-|[–—])| -) `)
)

// readDateline reads the dateline that s begins with.
func readDateline(s string) (dateline, bool) {
	s = clip(s, maxDate)
	if strings.ContainsAny(s, "(/") {
		if d, ok := agencyDateline(s); ok {
			return d, true
		}
	}
	if !strings.ContainsAny(s, "-–—") {
		return dateline{}, false
	}
	if m := paperLine.FindStringSubmatch(s); m != nil && isPlace(m[1]) {
		return dateline{m[1], ""}, true
	}
	return dateline{}, false
}

// agencyDateline reads the dateline of an agency, which names it in brackets or
// between slashes.
func agencyDateline(s string) (dateline, bool) {
	if m := agencyLine.FindStringSubmatch(s); m != nil {
		by := m[2] + m[3]
		if o, ok := lookUp(by); ok && o.kind != syndicate {
			return dateline{m[1], o.name}, true
		}
		if isPlace(m[1]) && isAgencyName(by) {
			return dateline{m[1], by}, true
		}
	}
	if m := soleAgency.FindStringSubmatch(s); m != nil {
		if o, ok := lookUp(m[1]); ok && o.kind != syndicate {
			return dateline{"", o.name}, true
		}
	}
	return dateline{}, false
}

// isDateline reports whether s begins with a dateline.
func isDateline(s string) bool {
	_, ok := readDateline(s)
	return ok
}

// isPlace reports whether s begins with a word in capitals, as the place of a
// dateline does.
func isPlace(s string) bool {
	w, _, _ := strings.Cut(s, " ")
	w = strings.Trim(w, ".,")
	return len(w) >= 3 && strings.ToUpper(w) == w
}

// isAgencyName reports whether s can be the name of an agency that the list
// does not have.
func isAgencyName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 4 || strings.ContainsAny(s, "0123456789,") {
		return false
	}
	for _, w := range words {
		if strings.ToUpper(w[:1]) != w[:1] {
			return false
		}
	}
	return true
}

// clip is at most the first n bytes of s, cut at the edge of a rune.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	if s = s[:n]; utf8.ValidString(s) {
		return s
	}
	return strings.ToValidUTF8(s, "")
}

// dateline is the article's: that of one of its first three paragraphs.
func (l *layout) dateline() (dateline, bool) {
	n := 0
	for _, x := range l.lines {
		if x.kind != claims.Paragraph {
			continue
		}
		if d, ok := readDateline(x.In(l.text)); ok {
			return d, true
		}
		if n++; n == 3 {
			break
		}
	}
	return dateline{}, false
}
