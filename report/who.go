package report

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/compare"
)

// speaker is who speaks, and the role and affiliation as one phrase.
// What the name says already is not said again.
func speaker(s *claims.Speaker) (who, office string) {
	if s == nil {
		return "", ""
	}
	who = name(s.Name)
	var parts []string
	for _, p := range []string{name(s.Role), name(s.Affiliation)} {
		if p != "" && !strings.EqualFold(p, who) {
			parts = append(parts, p)
		}
	}
	return who, strings.Join(parts, ", ")
}

// speakerLine names who speaks, or says in which voice nobody does.
func speakerLine(kind claims.Kind, who, office string) string {
	switch {
	case who != "" && office != "":
		return who + ", " + office
	case who+office != "":
		return who + office
	case kind == claims.Own:
		return "in its own voice"
	case kind == claims.Titled:
		return "in its headline"
	}
	return "speaker not named"
}

// title says in a few words who is against whom.
func title(f compare.Finding, a, b Side) string {
	s := predicate(f, a, b)
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:] // "the town council and ..."
}

func predicate(f compare.Finding, a, b Side) string {
	switch f.Relation {
	case compare.Conflict:
		return pair(a.Outlet, b.Outlet, "tell it differently", "tells it in two ways")
	case compare.Shift:
		return pair(a.Voice(), b.Voice(), "say different things at different times", "says different things at different times")
	case compare.Misquote:
		return misquoteTitle(f, a, b)
	case compare.Heading:
		return headingTitle(a, b)
	case compare.Edit:
		return editTitle(a, b)
	}
	return pair(a.Voice(), b.Voice(), "oppose each other", "is given opposite statements")
}

func misquoteTitle(f compare.Finding, a, b Side) string {
	if f.Type == compare.Attribution {
		return "The same words are given to " + a.Voice() + " and to " + b.Voice()
	}
	whose := "a remark"
	if a.Name != "" {
		whose = "a remark by " + a.Name
	}
	return pair(a.Outlet, b.Outlet, "give "+whose+" in different words", "gives "+whose+" in different words")
}

func headingTitle(a, b Side) string {
	if a.Outlet != b.Outlet {
		return "A headline of " + a.Outlet + " and the article of " + b.Outlet + " do not agree"
	}
	if a.Kind.ID == string(claims.Titled) || b.Kind.ID == string(claims.Titled) {
		return "A headline of " + a.Outlet + " does not agree with its article"
	}
	return "An article of " + a.Outlet + " does not agree with itself"
}

// editTitle says who changed the text where the days of the articles tell.
func editTitle(a, b Side) string {
	if a.published > b.published && b.published != "" {
		a, b = b, a
	}
	if a.published == b.published || a.published == "" || a.Outlet == b.Outlet {
		return pair(a.Outlet, b.Outlet, "print one text in two versions", "prints one text in two versions")
	}
	return b.Outlet + " changed a text that " + a.Outlet + " printed before"
}

// pair joins two names and a predicate in the plural, or takes the one in the
// singular where they are the same.
func pair(a, b, plural, singular string) string {
	if a == b {
		return a + " " + singular
	}
	return a + " and " + b + " " + plural
}

// outlet is who published the side.
func (s Side) outlet() string { return s.Outlet }

// Voice is who a side stands for: its speaker, else its outlet.
func (s Side) Voice() string {
	if s.Name != "" {
		return s.Name
	}
	return s.Outlet
}

// webURL is raw if it leads to a page on the web, and "" otherwise: a
// "javascript:" in an article's metadata must not become a link.
func webURL(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return pointed.Replace(clean(u.String()))
}

// pointed escapes what an address may hold in its query and a page's markup
// would trip over.
var pointed = strings.NewReplacer("<", "%3C", ">", "%3E", `"`, "%22", `\`, "%5C", "`", "%60", " ", "%20")
