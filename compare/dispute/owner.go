package dispute

import (
	"strings"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/word"
)

// owned reports whether a claim is of the one whom the words name: their last
// is a word of the speaker's name or, where that is no person, of the words
// that name the source.
func (p *page) owned(c *claims.Claim, owner claims.Span) bool {
	return Owns(c, claims.Join(p.text, c.Source), lastName(owner.In(p.text)))
}

// Owns reports whether a claim is of the one with a name, as Dispute.Owner has
// it; source are the words of its article that name its speaker.
func Owns(c *claims.Claim, source, name string) bool {
	if name == "" || c.Speaker == nil {
		return false
	}
	if holds(head(c.Speaker.Name), name) {
		return true
	}
	if have, _ := classes().Look(name); have&outletNoun != 0 {
		return !isPerson(c)
	}
	return !isPerson(c) && (holds(head(source), name) || holds(c.Speaker.Affiliation, name)) || lastName(c.Speaker.Role) == name // "the governor's claim"
}

// head is a description without what is told of whom or what it means: "clerk who led
// her to Lind's office" is nobody's but a clerk, and "failure to call Lind" nobody's.
func head(source string) string {
	to := -1
	for w := range word.All(source) {
		switch {
		case isOf(w.Norm, relative):
			return source[:w.Start]
		case to >= 0 && !w.Capital && !isOf(w.Norm, articleWord|ownerWord): // not "aide to Lind"
			return source[:to]
		}
		to = -1
		if w.Norm == "to" {
			to = w.Start
		}
	}
	return source
}

// holds reports whether a name holds a word.
func holds(text, name string) bool {
	for w := range word.All(text) {
		if !w.Punct && alike(possessed(w.Norm), name) {
			return true
		}
	}
	return false
}

// isPerson reports whether a claim is of a person known by name.
func isPerson(c *claims.Claim) bool {
	return c.Speaker != nil && strings.HasPrefix(c.Speaker.ID, "person:")
}

// lastName is the last word of a name or description, folded.
func lastName(s string) string {
	last := ""
	for w := range word.All(s) {
		if n := possessed(w.Norm); !w.Punct && len(n) > 1 {
			last = n
		}
	}
	return last
}

func possessed(norm string) string {
	return strings.TrimSuffix(strings.TrimSuffix(norm, "'"), "'s")
}

// alike reports whether two words are one, or one with its plural.
func alike(a, b string) bool {
	return a == b || strings.TrimSuffix(a, "s") == strings.TrimSuffix(b, "s")
}

// agent reports whether the one who makes claim c is somebody's who makes d: his
// campaign or spokesman.
func (p *page) agent(c, d *claims.Claim) bool {
	if sameSpeaker(c, d) || c.Speaker == nil || d.Speaker == nil {
		return false
	}
	if !isPerson(d) {
		return initials(c.Speaker.Name, d.Speaker.Name)
	}
	whose := c.Speaker.Role + " " + c.Speaker.Affiliation
	if !isPerson(c) {
		whose += " " + c.Speaker.Name
	}
	return holds(whose, lastName(d.Speaker.Name))
}

// initials reports whether a short name is made of the first letters of words that
// stand together in a longer one: "HRL" of "clerk of the Harbour Reform League".
func initials(short, long string) bool {
	var first strings.Builder
	for w := range word.All(long) {
		if w.Capital {
			r, _ := utf8.DecodeRuneInString(w.Norm)
			first.WriteRune(r)
		}
	}
	return len(short) > 2 && short == strings.ToUpper(short) && strings.Contains(strings.ToUpper(first.String()), short)
}

// speaksFor reports whether the one who makes claim c speaks for the one who
// makes d: he is the same, or his description names him.
func (p *page) speaksFor(c, d *claims.Claim) bool {
	switch {
	case c.Speaker == nil || d.Speaker == nil:
		return false
	case sameSpeaker(c, d):
		return true
	case isPerson(d), isPerson(c) && holds(d.Speaker.Name, lastName(c.Speaker.Name)): // "Lind's team" speaks for Lind
		return false
	case d.Speaker.Party != "" && c.Speaker.Party == d.Speaker.Party:
		return true
	}
	said := c.Speaker.Name + " " + c.Speaker.Role + " " + c.Speaker.Affiliation + " " + claims.Join(p.text, c.Source)
	names := 0
	for w := range word.All(d.Speaker.Name) {
		if !w.Capital || w.Norm == "the" {
			continue
		}
		if names++; !holds(said, possessed(w.Norm)) {
			return false
		}
	}
	return names > 0 || holds(said, lastName(d.Speaker.Name)) // "the railway"
}
