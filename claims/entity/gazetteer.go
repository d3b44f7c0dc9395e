package entity

import (
	"strings"
	"sync"

	"crosscheck/claims/word"
)

// Gazetteer is what is known of names before an article is read: roles,
// bodies, places that stand for a government, first names, and people whom a
// newsroom has listed. It is never changed once made, so any number of
// goroutines may share it.
type Gazetteer struct {
	words     map[string]class    // folded word -> what it may be
	roles     map[string]class    // roles of several words -> role | speaks | office | plural
	places    map[string]place    // key of a name -> the government it stands for
	bodies    map[string]body     // key of a name or acronym -> the body
	camps     map[string]string   // "republican", "gop", "r" -> "Republican Party"
	offices   map[string][]string // country -> its offices, where they are listed
	states    map[string]string   // "calif", "ca" -> "California"
	nicknames map[[2]string]bool  // "richard", "dick"; both ways
	people    map[string]*figure  // folded full name or alias -> a person of the newsroom's list
	longRole  int                 // words in the longest role
	longPlace int                 // words in the longest name of a place or body
}

// class is a set of things that a word may be.
type class uint64

const (
	roleWord    class = 1 << iota // a role: "spokesman"
	roleStart                     // the first word of a longer role: "prime"
	speaks                        // of a role: it speaks for its institution
	office                        // of a role: an office of a government
	plural                        // of a role: several people
	modifier                      // belongs to the role behind it: "former"
	honorific                     // "mr"
	male                          // of a first name, an honorific or a noun
	female                        // likewise; both: the word does not tell
	firstName                     // a first name
	bodyNoun                      // ends the name of a body: "department"
	crowd                         // people without a name: "officials"
	nameStart                     // the first word of a place or body that is known
	opener                        // begins a sentence, and no name: "but"
	determiner                    // begins a noun phrase
	possessive                    // "his"
	article                       // "the", "a", "an"
	preposition                   // ends the head of a noun phrase
	finite                        // ends an apposition without a comma
	follows                       // may stand behind a role
	owner                         // joins a role to its institution: "of", "for"
	particle                      // inside a surname: "van"
	suffix                        // behind a surname: "jr"
	pending                       // may begin a role or its institution: "press"
	governing                     // makes a body an arm of a government: "ministry"
	firm                          // ends the name of a company or institution
	familyFirst                   // a family name that stands before the given name
	relative                      // "brother"
	member                        // of a political party: "republican"
	rank                          // a rank that stands before a name: "gen"
	chamber                       // a legislature, whose members speak for themselves
	timeNoun                      // "year"
	event                         // "rally"
	furniture                     // of a page, not of its text: "CLOSE"
	staff                         // whom firms have: "users"
	thing                         // means nobody and nothing that speaks: "silence"
	joint                         // ends the head of a noun phrase, as a preposition does: "between"
	several                       // several who are named by a singular, or a plural without an s: "couple", "women"
	written                       // of bodyNoun: to be read, and nobody: "report"
)

// gender is what a class tells of a person.
func (c class) gender() Gender {
	switch c & (male | female) {
	case male:
		return Male
	case female:
		return Female
	}
	return Unknown
}

// place is a name that stands for a government or an alliance of them.
type place struct {
	party string
	seat  bool // names the government itself ("Kremlin"), not its country

	adjective bool // "Russian"
}

// body is an institution that is known by several names.
type body struct{ name, party string }

// figure is a person of a newsroom's list.
type figure struct {
	name, role, affiliation, party string
	gender                         Gender
}

// Default is the gazetteer of the embedded lists.
func Default() *Gazetteer { return embedded() }

var embedded = sync.OnceValue(loadEmbedded)

// class looks a folded word up, without its possessive ending.
func (g *Gazetteer) class(norm string) class {
	if c, ok := g.words[norm]; ok {
		return c
	}
	if n := len(norm); n > 2 && norm[n-1] == 's' && norm[n-2] == '\'' {
		return g.words[norm[:n-2]]
	} else if n > 1 && norm[n-1] == '\'' {
		return g.words[norm[:n-1]]
	}
	return 0
}

// is reports whether a folded word may be any of the classes.
func (g *Gazetteer) is(norm string, c class) bool { return g.class(norm)&c != 0 }

// roleAt is the longest role that begins at ws[i]: how many words it has, 0
// where none does.
func (g *Gazetteer) roleAt(ws []word.Word, i int) (int, class) {
	first := g.class(ws[i].Norm)
	if first&roleStart != 0 {
		var buf [64]byte
		for n := min(g.longRole, len(ws)-i); n > 1; n-- {
			if c, ok := g.roles[string(phrase(buf[:0], ws[i:i+n]))]; ok {
				return n, c
			}
		}
	}
	if first&roleWord != 0 && !strings.HasSuffix(ws[i].Norm, "'s") {
		return 1, first
	}
	return 0, 0
}

// placeAt is the longest known name of a government that begins at ws[i]: how
// many words it has, 0 where none does.
func (g *Gazetteer) placeAt(ws []word.Word, i int) (int, place) {
	if !g.is(ws[i].Norm, nameStart) {
		return 0, place{}
	}
	var buf [64]byte
	for n := g.reach(ws, i); n >= 1; n-- {
		if p, ok := g.places[string(phrase(buf[:0], ws[i:i+n]))]; ok {
			return n, p
		}
	}
	return 0, place{}
}

// reach is how many words from ws[i] may belong to one name: capitals, small
// words between them, and one word in lower case at the end.
func (g *Gazetteer) reach(ws []word.Word, i int) int {
	n := 1
	for n < g.longPlace && i+n < len(ws) {
		w := &ws[i+n]
		n++
		if !w.Capital && w.Norm != "of" && w.Norm != "and" && w.Norm != "the" && w.Norm != "d" && w.Norm != "." && w.Norm != "for" {
			if w.Punct {
				return n - 1
			}
			break
		}
	}
	return n
}

// phrase appends the words as the keys of the lists have them: one space
// between two, no dots, no possessive ending.
func phrase(b []byte, ws []word.Word) []byte {
	for i, w := range ws {
		if w.Punct && w.Norm == "." {
			continue
		}
		if i > 0 {
			b = append(b, ' ')
		}
		for k := range len(w.Norm) {
			if w.Norm[k] != '.' {
				b = append(b, w.Norm[k])
			}
		}
	}
	return trimPossessive(b)
}

// key is a name as phrase has it.
func key(name string) string {
	ws := word.Split(name, 0)
	return string(phrase(make([]byte, 0, len(name)), ws))
}

// trimPossessive takes "'s" or "'" off the end of a folded name.
func trimPossessive[S string | []byte](s S) S {
	for _, x := range [...]string{"'s", "’s", "'", "’"} {
		if n := len(s) - len(x); n >= 0 && string(s[n:]) == x {
			return s[:n]
		}
	}
	return s
}
