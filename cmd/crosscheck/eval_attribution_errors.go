package main

import (
	"cmp"
	"fmt"
	"strings"

	"crosscheck/compare/eval"
)

// errorsText is the list of the shapes of error, nothing where there is none.
func errorsText(b *strings.Builder, shapes []eval.Shape) {
	if len(shapes) > 0 {
		fmt.Fprintf(b, "\nshapes of error, of the first annotation file of each text\n")
	}
	for _, s := range shapes {
		fmt.Fprintf(b, "%6d  %-46s %s\n", s.Count, printable(s.Name), printable(s.Doc))
		for _, x := range s.Examples {
			exampleText(b, x)
		}
	}
}

func exampleText(b *strings.Builder, x eval.Example) {
	fmt.Fprintf(b, "\n        %s\n        text  %s\n", printable(x.Path), printable(x.Text))
	markedText(b, "gold", x.Gold)
	markedText(b, "ours", x.Ours)
	b.WriteByte('\n')
}

// markedText prints who, cue and what on one line.
func markedText(b *strings.Builder, whose string, m *eval.Marked) {
	if m == nil {
		fmt.Fprintf(b, "        %s  nothing\n", whose)
		return
	}
	fmt.Fprintf(b, "        %s  %s | %s | %s\n", whose, printable(cmp.Or(m.Source, "-")), printable(cmp.Or(m.Cue, "-")), printable(m.Content))
}
