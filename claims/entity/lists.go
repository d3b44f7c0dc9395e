package entity

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/roles.txt
var roleList string

//go:embed data/modifiers.txt
var modifierList string

//go:embed data/honorifics.txt
var honorificList string

//go:embed data/groups.txt
var groupList string

//go:embed data/places.tsv
var placeList string

//go:embed data/male.txt
var maleList string

//go:embed data/nicknames.txt
var nicknameList string

//go:embed data/female.txt
var femaleList string

// lists is what the embedded data files say, in lower case.
type lists struct {
	roles      map[string]bool    // role -> whether it speaks for its institution
	roleLen    int                // words in the longest role
	modifiers  map[string]bool    // "former": belongs to the role, not to the affiliation
	honorifics map[string]Gender  // "mr"
	groups     map[string]bool    // "department" -> whether it stands for unnamed people
	party      map[string]string  // "kremlin", "russian", "moscow" -> "Russia"
	first      map[string]Gender  // "dmitry"
	nicknames  map[[2]string]bool // "richard", "dick"; both ways
}

var data = sync.OnceValue(func() *lists {
	l := &lists{
		roles: map[string]bool{}, honorifics: map[string]Gender{}, groups: map[string]bool{},
		party: map[string]string{}, first: map[string]Gender{}, nicknames: map[[2]string]bool{}, modifiers: map[string]bool{},
	}
	for line := range entries(modifierList) {
		l.modifiers[line] = true
	}
	for line := range entries(roleList) {
		role, speaks := strings.CutPrefix(line, "+")
		l.roles[role] = speaks
		l.roleLen = max(l.roleLen, len(strings.Fields(role)))
	}
	for line := range entries(honorificList) {
		word, g, _ := strings.Cut(line, " ")
		l.honorifics[word] = map[string]Gender{"m": Male, "f": Female}[g]
	}
	for line := range entries(groupList) {
		word, people := strings.CutPrefix(line, "*")
		l.groups[word] = people
	}
	l.readPlaces()
	for line := range entries(nicknameList) {
		names := strings.Fields(line)
		for _, short := range names[1:] {
			l.nicknames[[2]string{names[0], short}], l.nicknames[[2]string{short, names[0]}] = true, true
		}
	}
	l.readNames(maleList, Male)
	l.readNames(femaleList, Female)
	return l
})

func (l *lists) readPlaces() {
	for line := range entries(placeList) {
		columns := strings.Split(line, "\t")
		country, _, _ := strings.Cut(columns[0], ";")
		for _, c := range columns {
			for name := range strings.SplitSeq(c, ";") {
				if name != "" {
					l.party[strings.ToLower(name)] = country
				}
			}
		}
	}
}

// readNames adds first names; one that both lists hold has no gender.
func (l *lists) readNames(list string, g Gender) {
	for name := range entries(list) {
		name = strings.ToLower(name)
		if _, both := l.first[name]; both {
			g := Unknown
			l.first[name] = g
			continue
		}
		l.first[name] = g
	}
}

// entries yields the lines of a data file without comments and blank lines.
func entries(list string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(list) {
			line = strings.TrimRight(line, "\r\n")
			if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
				continue
			}
			if !yield(strings.TrimLeft(line, " ")) {
				return
			}
		}
	}
}
