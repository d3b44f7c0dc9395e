package main

import (
	"fmt"
	"strings"

	"crosscheck/compare/eval"
)

// shownParts and shownArticles are how many parts of a story, and articles of a
// part, are listed: enough to see what each is about.
const shownParts, shownArticles = 8, 5

// mistakesText lists stories under a heading, nothing where none was wrong.
// Name is what to call the story, part what to call each of its parts.
func mistakesText(b *strings.Builder, heading, name, part string, list []eval.Mistake) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintln(b, "\n"+heading)
	for _, m := range list {
		fmt.Fprintf(b, "\n  %s %s: %s put wrong\n", name, printable(m.Story), plural(m.Pairs, "pair", "pairs"))
		for _, p := range m.Parts[:min(len(m.Parts), shownParts)] {
			fmt.Fprintf(b, "    %s %s, %s\n", part, printable(p.Story), plural(len(p.Articles), "article", "articles"))
			headlinesText(b, p.Articles)
		}
		if more := len(m.Parts) - shownParts; more > 0 {
			fmt.Fprintf(b, "    and %s\n", plural(more, "part more", "parts more"))
		}
	}
}

func headlinesText(b *strings.Builder, list []eval.Headline) {
	for _, h := range list[:min(len(list), shownArticles)] {
		line := strings.TrimRight(fmt.Sprintf("      %s  %s  %s", h.ID, h.Date, h.Title), " ")
		fmt.Fprintln(b, printable(line))
	}
	if more := len(list) - shownArticles; more > 0 {
		fmt.Fprintf(b, "      and %d more\n", more)
	}
}
