package entity

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Names is a newsroom's own list, in YAML:
//
//	people:
//	  - name: Ann Lee
//	    aliases: [A. M. Lee, "Annie Lee"]
//	    role: harbour master
//	    affiliation: Port Elm
//	    party: Port Elm
//	    gender: female
//	bodies:
//	  - name: Port Elm Harbour Board
//	    aliases: [PEHB]
//	    party: Port Elm
//	places:
//	  - name: Elm House
//	    aliases: [the Elm]
//	    party: Port Elm
//	roles:
//	  - name: harbour reeve
//	    speaks: true
type Names struct {
	People []Person `yaml:"people"`
	Bodies []Body   `yaml:"bodies"`
	Places []Place  `yaml:"places"`
	Roles  []Role   `yaml:"roles"`
}

// Person is somebody who is known beforehand. What an article says of his role
// and affiliation goes before what is said here; the name and the party are
// taken from here.
type Person struct {
	Name        string   `yaml:"name"`    // the full name, as it is to be shown
	Aliases     []string `yaml:"aliases"` // other full names, spellings, or a single name
	Role        string   `yaml:"role"`
	Affiliation string   `yaml:"affiliation"`
	Party       string   `yaml:"party"`
	Gender      string   `yaml:"gender"` // "male", "female" or ""
}

// Body is an institution with its acronyms and other names. Its party is
// itself where none is given.
type Body struct {
	Name    string   `yaml:"name"`
	Aliases []string `yaml:"aliases"`
	Party   string   `yaml:"party"`
}

// Place is the name of a place, a building or a people that stands for a
// government: its party, or itself where none is given.
type Place struct {
	Name    string   `yaml:"name"`
	Aliases []string `yaml:"aliases"`
	Party   string   `yaml:"party"`
}

// Role is a noun for what somebody does. Speaks is true where the holder
// speaks for his institution, as a spokesman does.
type Role struct {
	Name   string `yaml:"name"`
	Speaks bool   `yaml:"speaks"`
}

// NamesError is a fault in a newsroom's list.
type NamesError struct {
	Path   string
	Line   int // 1-based; 0 where it is about all of the file
	Reason string
	Hint   string // what to do about it
}

// Error is the fault with its place, without the hint.
func (e *NamesError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.Path, e.Reason)
	}
	return fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Reason)
}

// namesHint says what a list looks like.
const namesHint = `the keys are people, bodies, places and roles, each a list; an entry has a name, and may have aliases, role, affiliation, party, gender or speaks`

// ParseNames reads a newsroom's list; path is for the errors, which are all
// *NamesError: what is no YAML, an unknown key, an entry without a name, a
// gender of another kind.
func ParseNames(path string, data []byte) (Names, error) {
	var n Names
	if len(bytes.TrimSpace(data)) == 0 {
		return n, &NamesError{Path: path, Reason: "the list is empty", Hint: namesHint}
	}
	if err := decode(data, &n); err != nil {
		return n, located(path, err)
	}
	if where, reason := n.fault(); reason != "" {
		return n, &NamesError{Path: path, Line: lineOf(data, where), Reason: reason, Hint: namesHint}
	}
	return n, nil
}

// decode reads YAML strictly. The decoder panics on some faulty tags (go-yaml
// v1.19.2, ast.ArrayNodeIter.Len), which is an error here.
func decode(data []byte, n *Names) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("faulty YAML: %v", r)
		}
	}()
	return yaml.NewDecoder(bytes.NewReader(data), yaml.Strict()).Decode(n)
}

// located makes a NamesError of the decoder's.
func located(path string, err error) error {
	e := &NamesError{Path: path, Reason: err.Error(), Hint: namesHint}
	var y yaml.Error
	if errors.As(err, &y) {
		e.Reason = y.GetMessage()
		if t := y.GetToken(); t != nil && t.Position != nil {
			e.Line = t.Position.Line
		}
	}
	e.Reason, _, _ = strings.Cut(e.Reason, "\n")
	return e
}

// fault is the first thing wrong with the entries and where it is, "" where
// all is well.
func (n Names) fault() (where, reason string) {
	for i, p := range n.People {
		where = fmt.Sprintf("$.people[%d]", i)
		if blank(p.Name, p.Aliases) {
			return where, "a person without a name, or with an empty alias"
		}
		if p.Gender != "" && p.Gender != "male" && p.Gender != "female" {
			return where, fmt.Sprintf("the gender of %s is %q; it can be male or female", p.Name, p.Gender)
		}
	}
	for i, b := range n.Bodies {
		if blank(b.Name, b.Aliases) {
			return fmt.Sprintf("$.bodies[%d]", i), "a body without a name, or with an empty alias"
		}
	}
	for i, p := range n.Places {
		if blank(p.Name, p.Aliases) {
			return fmt.Sprintf("$.places[%d]", i), "a place without a name, or with an empty alias"
		}
	}
	for i, r := range n.Roles {
		if blank(r.Name, nil) {
			return fmt.Sprintf("$.roles[%d]", i), "a role without a name"
		}
	}
	return "", ""
}

// blank reports a name, or one of several, without a letter or digit.
func blank(name string, aliases []string) bool {
	for _, n := range append([]string{name}, aliases...) {
		if key(n) == "" || Fold(n) == "" {
			return true
		}
	}
	return false
}

// lineOf is the line of the entry that a YAML path names, 0 where it cannot be
// found.
func lineOf(data []byte, where string) int {
	path, err := yaml.PathString(where)
	if err != nil {
		return 0
	}
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return 0
	}
	node, err := path.FilterFile(file)
	if err != nil {
		return 0
	}
	return firstLine(node)
}

func firstLine(node ast.Node) int {
	if m, ok := node.(*ast.MappingNode); ok && len(m.Values) > 0 {
		node = m.Values[0].Key
	}
	if t := node.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line
	}
	return 0
}

// With is the gazetteer with a newsroom's list added. Where both know a name,
// the list's entry goes before.
func (g *Gazetteer) With(n Names) *Gazetteer {
	c := g.clone()
	for _, p := range n.Places {
		for _, name := range append(p.Aliases, p.Name) {
			c.addPlace(name, place{party: orSelf(p.Party, p.Name), seat: true})
		}
	}
	for _, b := range n.Bodies {
		c.addBody(b.Name, b.Aliases, b.Party)
	}
	for _, r := range n.Roles {
		c.addRole(strings.ToLower(r.Name), map[bool]class{true: speaks}[r.Speaks])
	}
	for _, p := range n.People {
		f := &figure{p.Name, p.Role, p.Affiliation, p.Party, map[string]Gender{"male": Male, "female": Female}[p.Gender]}
		for _, name := range append(p.Aliases, p.Name) {
			c.addFigure(name, f)
		}
	}
	return c
}

func orSelf(party, name string) string {
	if party == "" {
		return name
	}
	return party
}

// addFigure adds a person under one name.
func (g *Gazetteer) addFigure(name string, f *figure) {
	g.people[Fold(strings.ToLower(name))] = f
	if n := g.names(name); n.first != "" {
		g.people[n.first+n.last] = f
		if first := strings.Fields(strings.ToLower(name))[0]; f.gender != Unknown && !g.is(first, firstName) {
			g.words[first] |= firstName | map[Gender]class{Male: male, Female: female}[f.gender]
		} else if !g.is(first, firstName) {
			g.words[first] |= firstName
		}
	}
}

// clone is a copy that can be added to.
func (g *Gazetteer) clone() *Gazetteer {
	c := *g
	c.words, c.roles, c.places, c.bodies = maps.Clone(g.words), maps.Clone(g.roles), maps.Clone(g.places), maps.Clone(g.bodies)
	c.people = maps.Clone(g.people)
	return &c
}
