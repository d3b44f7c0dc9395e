package entity

import (
	_ "embed"
	"strings"

	"crosscheck/claims/word"
)

//go:embed data/words.txt
var wordList string

//go:embed data/things.txt
var thingList string

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

//go:embed data/bodies.tsv
var bodyList string

//go:embed data/camps.tsv
var campList string

//go:embed data/offices.tsv
var officeList string

//go:embed data/states.tsv
var stateList string

//go:embed data/male.txt
var maleList string

//go:embed data/female.txt
var femaleList string

//go:embed data/genders.txt
var genderList string

//go:embed data/nicknames.txt
var nicknameList string

//go:embed data/family-first.txt
var familyFirstList string

// loadEmbedded reads the data files into one gazetteer.
func loadEmbedded() *Gazetteer {
	g := &Gazetteer{
		words: make(map[string]class, 1<<14), roles: map[string]class{}, places: map[string]place{}, bodies: map[string]body{},
		camps: map[string]string{}, offices: map[string][]string{}, states: map[string]string{}, nicknames: map[[2]string]bool{}, people: map[string]*figure{},
	}
	g.readNames()
	g.readClasses()
	g.readWords()
	g.readPlaces()
	for line := range entries(bodyList) {
		columns := append(strings.Split(line, "\t"), "", "")
		g.addBody(columns[0], split(columns[1]), columns[2])
	}
	g.readCamps()
	for line := range entries(officeList) {
		country, offices, _ := strings.Cut(line, "\t")
		g.offices[country] = split(offices)
	}
	for line := range entries(stateList) {
		columns := strings.Split(line, "\t")
		for _, short := range columns {
			g.states[key(short)] = columns[0]
		}
	}
	return g
}

// classNames are the classes of words.txt.
var classNames = map[string]class{
	"opener": opener, "determiner": determiner, "possessive": possessive, "article": article, "preposition": preposition, "finite": finite,
	"follows": follows, "owner": owner, "particle": particle, "suffix": suffix, "pending": pending, "governing": governing, "firm": firm,
	"relative": relative, "chamber": chamber, "member": member, "rank": rank, "time": timeNoun, "event": event,
	"furniture": furniture, "staff": staff, "thing": thing, "joint": joint, "several": several, "written": written,
}

func (g *Gazetteer) readClasses() {
	for _, list := range []string{wordList, thingList} {
		for name, w := range word.Listed(list) {
			g.words[w] |= classNames[name]
		}
	}
}

// readWords reads the lists that have one word or role a line.
func (g *Gazetteer) readWords() {
	for line := range entries(modifierList) {
		g.words[line] |= modifier
	}
	for line := range entries(familyFirstList) {
		g.words[line] |= familyFirst
	}
	for line := range entries(honorificList) {
		word, gender, _ := strings.Cut(line, " ")
		g.words[word] = g.words[word]&^(male|female) | honorific | map[string]class{"m": male, "f": female}[gender]
	}
	for line := range entries(groupList) {
		word, people := strings.CutPrefix(line, "*")
		g.words[word] |= bodyNoun
		if people {
			g.words[word] |= crowd
		}
	}
	for line := range entries(roleList) {
		role, c := strings.TrimLeft(line, "+^"), class(0)
		if strings.Contains(line[:len(line)-len(role)], "+") {
			c |= speaks
		}
		if strings.Contains(line[:len(line)-len(role)], "^") {
			c |= office
		}
		g.addRole(role, c)
	}
	for line := range entries(nicknameList) {
		names := strings.Fields(line)
		for _, short := range names[1:] {
			g.nicknames[[2]string{names[0], short}], g.nicknames[[2]string{short, names[0]}] = true, true
		}
	}
}

// addRole adds a role, and its plural in -s, to the gazetteer.
func (g *Gazetteer) addRole(role string, c class) {
	words := strings.Fields(role)
	if len(words) == 0 {
		return
	}
	g.longRole = max(g.longRole, len(words))
	many := strings.HasSuffix(role, "men") || strings.HasSuffix(role, "people") || strings.HasSuffix(role, "s")
	if len(words) > 1 {
		g.words[words[0]] |= roleStart
		g.roles[role] = c | roleWord | pluralIf(many)
		g.roles[role+"s"] = c | roleWord | plural
		return
	}
	g.words[role] |= c | roleWord | pluralIf(many)
	if !many {
		g.words[role+"s"] |= c | roleWord | plural
	}
}

func pluralIf(many bool) class {
	if many {
		return plural
	}
	return 0
}

func (g *Gazetteer) readPlaces() {
	for line := range entries(placeList) {
		columns := strings.Split(line, "\t")
		party, _, _ := strings.Cut(columns[0], ";")
		for i, column := range columns {
			for _, name := range split(column) {
				g.addPlace(name, place{party: party, seat: i == 3, adjective: i == 1})
			}
		}
	}
}

func (g *Gazetteer) addPlace(name string, p place) {
	k := key(name)
	if k == "" {
		return
	}
	g.places[k] = p
	g.noteStart(name)
}

// noteStart makes the first word of a name one that scans stop at.
func (g *Gazetteer) noteStart(name string) {
	words := strings.Fields(strings.ToLower(name))
	g.longPlace = max(g.longPlace, len(words)+1) // "No. 10" is three
	g.words[strings.TrimSuffix(strings.ReplaceAll(words[0], "’", "'"), ".")] |= nameStart
	g.words[words[0]] |= nameStart
}

// addBody adds a body under its name and acronyms; its party is itself where
// none is given.
func (g *Gazetteer) addBody(name string, short []string, party string) {
	if party == "" {
		party = name
	}
	for _, n := range append(short, name) {
		g.bodies[key(n)] = body{name, party}
	}
}

func (g *Gazetteer) readCamps() {
	for line := range entries(campList) {
		columns := strings.Split(line, "\t")
		g.camps[key(columns[0])] = columns[0]
		for _, column := range columns[1:] {
			for _, name := range split(column) {
				g.camps[key(name)] = columns[0]
			}
		}
	}
}

// readNames adds first names; one that both lists hold tells no gender, unless
// the third list says which it mostly is.
func (g *Gazetteer) readNames() {
	for name := range entries(maleList) {
		g.words[strings.ToLower(name)] |= firstName | male
	}
	for name := range entries(femaleList) {
		g.words[strings.ToLower(name)] |= firstName | female
	}
	for line := range entries(genderList) {
		letter, names, _ := strings.Cut(line, ":")
		for name := range strings.FieldsSeq(names) {
			g.words[name] = firstName | map[string]class{"m": male, "f": female}[letter]
		}
	}
}

// split cuts a column at its semicolons.
func split(column string) []string {
	return strings.FieldsFunc(column, func(r rune) bool { return r == ';' })
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
