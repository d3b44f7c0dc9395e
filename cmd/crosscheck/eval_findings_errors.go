package main

import (
	"cmp"
	"fmt"
	"strings"

	"crosscheck/compare/eval"
)

// missedText lists matters that were missed, nothing where there are none.
func missedText(b *strings.Builder, list []eval.Missed) {
	if len(list) > 0 {
		fmt.Fprintln(b, "\nmatters missed, the plainest")
	}
	for _, m := range list {
		fmt.Fprintf(b, "\n  strength %d  %s, %s  (story %s, matter %s)\n", m.Strength, printable(cmp.Or(string(m.Relation), "-")),
			printable(cmp.Or(string(m.Type), "-")), printable(m.Story), printable(m.Matter))
		fmt.Fprintf(b, "         A  %s: %s\n         B  %s: %s\n", printable(m.A.Article), printable(m.A.Text), printable(m.B.Article), printable(m.B.Text))
		switch {
		case m.Cut:
			fmt.Fprintln(b, "         found, but not among the best of its story")
		case m.Reason != "":
			fmt.Fprintf(b, "         set aside: %s. %s\n", printable(m.Reason), printable(m.Why))
		}
	}
}

// wrongText lists findings, nothing where there are none.
func wrongText(b *strings.Builder, heading string, list []eval.Wrong) {
	if len(list) > 0 {
		fmt.Fprintln(b, "\n"+heading)
	}
	for _, w := range list {
		fmt.Fprintf(b, "\n  %.3f  %s, %s, rule %s", w.Score, w.Relation, w.Type, printable(cmp.Or(w.Rule, "-")))
		if w.Reason != "" {
			fmt.Fprintf(b, "; marked as %s", printable(w.Reason))
		}
		fmt.Fprintf(b, "\n%s%s         %s\n", saidText("A", w.A), saidText("B", w.B), printable(w.Why))
	}
}

func saidText(side string, s eval.Said) string {
	return fmt.Sprintf("         %s  %s, %s: %s\n", side, printable(s.Article), printable(cmp.Or(s.Speaker, "-")), printable(s.Text))
}
