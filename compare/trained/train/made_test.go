package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

func maker1(name string) func(*align.Statement) []pair {
	for _, m := range makers {
		if m.name == name {
			return m.make
		}
	}
	return nil
}

func TestMakers(t *testing.T) {
	reader := align.NewReader(lexicon.Default())
	for _, c := range []struct {
		maker, text string
		want        []pair // the first ones made; none where the shape is wrong
	}{
		{"made: negated", "The harbour will be dredged again next spring.", []pair{
			{"The harbour will be dredged again next spring.", "The harbour will not be dredged again next spring.", contradiction},
		}},
		{"made: negated", "The harbour will never be dredged again next spring.", nil},
		{"made: negated", "On Sunday Brandt praised the offer of the town.", []pair{
			{"On Sunday Brandt praised the offer of the town.", "On Sunday Brandt did not praise the offer of the town.", contradiction},
		}},
		{"made: opposite", "Rents in the old town rose by a tenth last winter.", []pair{
			{"Rents in the old town rose by a tenth last winter.", "Rents in the old town fell by a tenth last winter.", contradiction},
		}},
		{"made: opposite", "The board agreed to meet the farmers of the valley.", nil},
		{"made: number", "The fire destroyed 40 barns in the lower valley.", []pair{
			{"The fire destroyed 40 barns in the lower valley.", "The fire destroyed 63 barns in the lower valley.", contradiction},
		}},
		{"made: number", "The fire destroyed at least 40 barns in the lower valley.", nil},
		{"made: roles", "Lindqvist praised Okafor on the steps of the museum.", []pair{
			{"Lindqvist praised Okafor on the steps of the museum.", "Okafor was praised by Lindqvist on the steps of the museum.", entailment},
		}},
		{"made: roles", "Lindqvist praised Okafor aides on the steps of the museum.", nil},
		{"made: cut", "The bridge was closed on Friday, which surprised the town.", []pair{
			{"The bridge was closed on Friday, which surprised the town.", "The bridge was closed on Friday.", entailment},
		}},
		{"made: cut", "The bridge was closed on Friday, Saturday and Sunday.", nil},
	} {
		s := reader.Read(compare.Statement{Text: c.text})
		got := maker1(c.maker)(s)
		if diff := cmp.Diff(c.want, got[:min(len(got), len(c.want))], cmp.AllowUnexported(pair{})); diff != "" || (len(c.want) == 0) != (len(got) == 0) {
			t.Errorf("%s of %q makes %d pairs; -want +got\n%s", c.maker, c.text, len(got), diff)
		}
	}
}

func TestPlain(t *testing.T) {
	for text, want := range map[string]bool{
		"The harbour will be dredged again next spring.":      true,
		"Will the harbour be dredged again in the spring?":    false,
		"He said: “The harbour will be dredged next spring.”": false,
		"The harbour will not be dredged again next spring.":  false,
		"The harbour closed.":                                 false,
	} {
		if got := plain(text); got != want {
			t.Errorf("plain(%q) = %v", text, got)
		}
	}
}

// TestRoles asks that each label follows from who does what.
func TestRoles(t *testing.T) {
	s := align.NewReader(lexicon.Default()).Read(compare.Statement{Text: "Lindqvist praised Okafor on the steps of the museum."})
	for _, p := range swapRoles(s) {
		if p.b == "Okafor praised Lindqvist." && p.label != contradiction || p.b == "Okafor was praised by Lindqvist." && p.label != entailment {
			t.Errorf("%+v", p)
		}
	}
}
