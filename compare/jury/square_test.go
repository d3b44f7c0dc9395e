package jury

import (
	"testing"

	"crosscheck/claims"
	"crosscheck/compare"
)

// printed is a statement of an outlet's own.
func printed(outlet, date, text string) compare.Statement {
	return compare.Statement{Text: text, Claim: &claims.Claim{Kind: claims.Own, Article: outlet, Outlet: outlet, Date: date, Text: text}}
}

// TestSquare holds two outlets of one day against each other, either way.
func TestSquare(t *testing.T) {
	const day = "2021-03-02"
	for _, c := range []struct {
		name, a, b, date string
		want             bool
	}{
		{"opposed verbs, unequal tails", "The town council approved the plan for a tram depot on Tuesday after four hours in which the gallery shouted.", "The council rejected the plan for a tram depot on Tuesday night.", day, true},
		{"another day", "The town council approved the plan for a tram depot on Tuesday after four hours in which the gallery shouted.", "The council rejected the plan for a tram depot on Tuesday night.", "2021-05-02", false},
		{"until when", "Lee left the race after a dismal vote in her own valley.", "Lee stayed in the race through the vote in her own valley.", day, false},
		{"no noun", "There is no tram line to the northern valleys of the province.", "The court protects the tram line to the southern valleys.", day, false},
		{"a part of a figure", "The glass works will cut 200 jobs at its plant.", "The glass works is to cut 300 of its 900 jobs.", day, true},
		{"nobody", "Nobody was hurt.", "Three of the crew were hurt when the barge sank.", day, true},
	} {
		a, b := printed("one", day, c.a), printed("two", c.date, c.b)
		for range 2 {
			v, _ := oppose(shared(), compare.Pair{A: a, B: b})
			if got := v.Label == compare.Contradiction; got != c.want {
				t.Errorf("%s: %s / %s: opposed is %v (%s %.2f %s), want %v", c.name, a.Text, b.Text, got, v.Rule, v.Score, v.Guard, c.want)
			}
			a, b = b, a
		}
	}
}
