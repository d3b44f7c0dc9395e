package entity

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
)

func ExampleGazetteer_With() {
	names, err := ParseNames("ours.yaml", []byte(`
bodies:
  - name: Port Elm Harbour Board
    aliases: [PEHB]
    party: Port Elm
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "PEHB"
	r := Default().With(names).Roster(claims.Article{Text: text}, nil)
	s := r.Speaker(r.Parse(text, claims.Span{End: len(text)}), nil)
	fmt.Printf("%s, for %s\n", s.Name, s.Party)
	// Output: Port Elm Harbour Board, for Port Elm
}

const ours = `
people:
  - name: Anneliese Rook
    aliases: [Annelise Rook, Rook]
    role: harbour reeve
    affiliation: Port Elm
    party: Port Elm
    gender: female
places:
  - name: Elm House
    party: Port Elm
roles:
  - name: harbour reeve
    speaks: true
`

func TestWith(t *testing.T) {
	names, err := ParseNames("ours.yaml", []byte(ours))
	if err != nil {
		t.Fatal(err)
	}
	before := len(Default().words)
	g := Default().With(names)
	rook := claims.Speaker{ID: "person:anneliese-rook", Name: "Anneliese Rook", Role: "harbour reeve", Affiliation: "Port Elm", Party: "Port Elm"}
	for phrase, want := range map[string]claims.Speaker{
		"Annelise Rook": rook, "Ms. Rook": rook, "Rook": rook,
		"Elm House":                     {ID: "group:elm-house", Name: "Elm House", Party: "Port Elm"},
		"Elm House harbour reeve Zo Ha": {ID: "person:zo-ha", Name: "Zo Ha", Role: "harbour reeve", Affiliation: "Elm House", Party: "Port Elm"},
	} {
		r := g.Roster(claims.Article{}, nil)
		got := r.Speaker(r.Parse(phrase, claims.Span{End: len(phrase)}), nil)
		if diff := cmp.Diff(&want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", phrase, diff)
		}
	}
	if len(Default().words) != before {
		t.Error("the embedded lists were changed")
	}
}

func TestParseNamesErrors(t *testing.T) {
	for data, want := range map[string]string{
		"":                                        "n.yaml: the list is empty",
		"people:\n  - name: \"x":                  "n.yaml:2: could not find end character of double-quoted text",
		"people:\n  - nom: x":                     "n.yaml:2: unknown field \"nom\"",
		"persons: []":                             "n.yaml:1: unknown field \"persons\"",
		"people:\n  - name: x\n  - role: y":       "n.yaml:3: a person without a name, or with an empty alias",
		"people:\n  - name: x\n    gender: q":     "n.yaml:2: the gender of x is \"q\"; it can be male or female",
		"bodies:\n  - name: '!'":                  "n.yaml:2: a body without a name, or with an empty alias",
		"places:\n  - name: x\n    aliases: ['']": "n.yaml:2: a place without a name, or with an empty alias",
		"roles:\n  - speaks: true":                "n.yaml:2: a role without a name",
		"people: 3":                               "n.yaml:1: ",
	} {
		_, err := ParseNames("n.yaml", []byte(data))
		var e *NamesError
		if !errors.As(err, &e) || e.Hint == "" || len(e.Error()) < len(want) || e.Error()[:len(want)] != want {
			t.Errorf("%q: %v, want %s", data, err, want)
		}
	}
}

func FuzzParseNames(f *testing.F) {
	f.Add(ours)
	f.Add("people: [{name: a}]")
	f.Add("? !!x [")
	f.Fuzz(func(t *testing.T, s string) {
		n, err := ParseNames("n.yaml", []byte(s))
		var e *NamesError
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("%v is no NamesError", err)
		}
		if err == nil {
			NewRoster(claims.Article{})
			Default().With(n).Roster(paragraph("Ann Lee met "+s), nil)
		}
	})
}
