package main

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
)

func TestPrintVerdict(t *testing.T) {
	evidence := compare.Evidence{A: []claims.Span{{Start: 14, End: 18}}, B: []claims.Span{{Start: 11, End: 17}, {Start: 0, End: 3}, {Start: 1, End: 99}}}
	for _, test := range []struct {
		name    string
		colour  bool
		verdict compare.Verdict
		want    string
	}{
		{"contradiction", false,
			compare.Verdict{Label: compare.Contradiction, Type: compare.Antonym, Score: .876, Why: "Open is not closed.", Rule: "antonym", Evidence: evidence},
			"contradiction (antonym), score 0.88\n\nA  The bridge is «open».\nB  «The» bridge «closed».\n\nOpen is not closed.\n(judge rules/1, rule antonym)\n"},
		{"in colour", true,
			compare.Verdict{Label: compare.Contradiction, Type: compare.Antonym, Score: .876, Why: "Open is not closed.", Evidence: evidence},
			"contradiction (antonym), score 0.88\n\nA  The bridge is \x1b[1;4mopen\x1b[0m.\nB  \x1b[1;4mThe\x1b[0m bridge \x1b[1;4mclosed\x1b[0m.\n\nOpen is not closed.\n(judge rules/1)\n"},
		{"held back", false,
			compare.Verdict{Label: compare.Neutral, Guard: "supersession", Rule: "antonym", Why: "It closed later."},
			"neutral, held back: supersession\n\nA  The bridge is open.\nB  The bridge closed.\n\nIt closed later.\n(judge rules/1, rule antonym)\n"},
		{"nothing to say", false,
			compare.Verdict{Label: compare.Neutral, Scores: compare.Scores{Neutral: .9}},
			"neutral, weight 0.90\n\nA  The bridge is open.\nB  The bridge closed.\n\nNothing was found in which the two statements oppose each other.\n(judge rules/1)\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var b bytes.Buffer
			a := &app{stdout: &b, colour: test.colour}
			if err := a.printVerdict("rules/1", bare("The bridge is open.", "The bridge closed."), test.verdict); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, b.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestEveryLabelHasAReason(t *testing.T) {
	for _, label := range []compare.Label{compare.Entailment, compare.Neutral} {
		if why(compare.Verdict{Label: label}) == "" {
			t.Errorf("no reason for %s", label)
		}
	}
}
