package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
)

// printVerdict shows a pair with the words that decide, and says why.
func (a *app) printVerdict(judge string, p compare.Pair, v compare.Verdict) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", headline(v))
	fmt.Fprintf(&b, "A  %s\n", a.mark(p.A.Text, v.Evidence.A))
	fmt.Fprintf(&b, "B  %s\n\n", a.mark(p.B.Text, v.Evidence.B))
	fmt.Fprintf(&b, "%s\n%s\n", printable(why(v)), decider(judge, v))
	_, err := a.stdout.Write([]byte(b.String()))
	return err
}

// headline is the verdict in one line: "contradiction (negation), score 0.87".
func headline(v compare.Verdict) string {
	weight := map[compare.Label]float64{
		compare.Entailment: v.Scores.Entailment, compare.Neutral: v.Scores.Neutral,
	}[v.Label]
	switch {
	case v.Label == compare.Contradiction:
		return fmt.Sprintf("%s (%s), score %.2f", v.Label, v.Type, v.Score)
	case v.Guard != "":
		return fmt.Sprintf("%s, held back: %s", v.Label, v.Guard)
	}
	return fmt.Sprintf("%s, weight %.2f", v.Label, weight)
}

// unsaid are the reasons for a label where the judge points at nothing.
var unsaid = map[compare.Label]string{
	compare.Entailment: "The second statement repeats what the first one says.",
	compare.Neutral:    "Nothing was found in which the two statements oppose each other.",
}

// why is the judge's reason, in a sentence.
func why(v compare.Verdict) string { return cmp.Or(v.Why, unsaid[v.Label]) }

// decider names who decided.
func decider(judge string, v compare.Verdict) string {
	if v.Rule == "" {
		return "(judge " + judge + ")"
	}
	return "(judge " + judge + ", rule " + v.Rule + ")"
}

// The marks around evidence, as in package report's text: underlined, or in
// guillemets where there is no colour.
var (
	inColour = [2]string{"\x1b[1;4m", "\x1b[0m"}
	inPlain  = [2]string{"«", "»"}
)

// mark is text with marks around the spans. Spans that do not fit the text or
// overlap an earlier one are passed over.
func (a *app) mark(text string, spans []claims.Span) string {
	with := inPlain
	if a.colour {
		with = inColour
	}
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(x, y claims.Span) int { return x.Start - y.Start })
	var b strings.Builder
	at := 0
	for _, s := range spans {
		if s.Start < at || s.End > len(text) || s.Len() <= 0 {
			continue
		}
		b.WriteString(printable(text[at:s.Start]) + with[0] + printable(s.In(text)) + with[1])
		at = s.End
	}
	return b.String() + printable(text[at:])
}
