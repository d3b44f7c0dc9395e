package main

import (
	"fmt"
	"strings"

	"crosscheck/compare/eval"
)

// nliMistakesText lists a file's mistakes, nothing where none were asked for.
func nliMistakesText(b *strings.Builder, s eval.NLISet) {
	m := s.Mistakes
	if m == nil {
		return
	}
	fmt.Fprintf(b, "\n%s\n", printable(s.Name))
	printGroups(b, "called a contradiction and right, by rule", s.Rules)
	printGroups(b, "held back and right, by guard", s.Guards)
	nliList(b, "false alarms, the highest scores", m.FalseAlarms)
	nliList(b, "misses, the lowest scores", m.Misses)
}

func nliList(b *strings.Builder, heading string, list []eval.NLIMistake) {
	if len(list) > 0 {
		fmt.Fprintln(b, "\n"+heading)
	}
	for _, m := range list {
		line := fmt.Sprintf("line %d, %s", m.Line, m.ID)
		if m.Tag != "" {
			line += ", " + m.Tag
		}
		fmt.Fprintf(b, "\n  %.3f  %s, called %s  (%s)\n", m.Score, m.Gold, m.Said, printable(line))
		fmt.Fprintf(b, "         A  %s\n         B  %s\n", printable(m.Premise), printable(m.Hypothesis))
		reasonText(b, string(m.Type), m.Rule, m.Guard, m.Why)
	}
}

// reasonText is why a judge said what it said, as far as it says so.
func reasonText(b *strings.Builder, kind, rule, guard, why string) {
	var parts []string
	for _, p := range [][2]string{{"rule", rule}, {"held back by", guard}, {"type", kind}} {
		if p[1] != "" {
			parts = append(parts, p[0]+" "+p[1])
		}
	}
	if len(parts) > 0 {
		fmt.Fprintf(b, "         %s\n", printable(strings.Join(parts, ", ")))
	}
	if why != "" {
		fmt.Fprintf(b, "         %s\n", printable(why))
	}
}
