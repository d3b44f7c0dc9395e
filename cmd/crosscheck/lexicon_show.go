package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscheck/compare/lexicon"
)

const lexiconShowLong = `show says what the lexicon knows of a word or phrase, in any of its forms: what
it does in a sentence, what opposes it and where that is said, and which words
stand for the same thing. Opposites that are weak need more shared context.

The classes are those of the lexicon's hand-made part; those that a newsroom adds
to are these:

  stops_object, stops_subject, stops_noun, stops_of, stops_clause   reversers
  keeper                                                            keepers
  denial                                                            denials`

func (a *app) lexiconShowCommand() *cobra.Command {
	c := &cobra.Command{
		Use:               "show WORD...",
		Short:             "Say what is known of a word, and from where",
		Long:              lexiconShowLong,
		Example:           "  crosscheck lexicon show frozen\n  crosscheck lexicon show --lexicon ours.yaml \"lay up\"",
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	format := formatFlag(c, "text", "json")
	a.lexiconFlag(c)
	c.RunE = func(_ *cobra.Command, words []string) error {
		if len(words) == 0 {
			return misuse("name a word: crosscheck lexicon show frozen", "lexicon show takes words, but was given none")
		}
		for i, w := range words {
			d := cmp.Or(a.lexicon, lexicon.Default()).Describe(strings.ToValidUTF8(w, "\ufffd"))
			if err := a.showWord(d, format.value, i); err != nil {
				return err
			}
		}
		return nil
	}
	return c
}

// showWord prints what is known of the nth word.
func (a *app) showWord(d lexicon.Description, format string, nth int) error {
	if format == "json" {
		return json.NewEncoder(a.stdout).Encode(d)
	}
	text := describe(d)
	if nth > 0 {
		text = "\n" + text
	}
	_, err := a.stdout.Write([]byte(text))
	return err
}

// describe says in lines what is known of a word.
func describe(d lexicon.Description) string {
	var b strings.Builder
	b.WriteString(printable(d.Word) + "\n")
	if !d.Known {
		b.WriteString("  the lexicon does not have it\n")
		return b.String()
	}
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %-12s %s\n", name, value)
		}
	}
	line("form of", strings.Join(d.Forms, ", "))
	if d.Every > 0 {
		line("in the news", fmt.Sprintf("one article in %d", d.Every))
	}
	line("classes", strings.Join(d.Classes, ", "))
	line("same thing", strings.Join(d.Same, ", "))
	line("phrases", strings.Join(d.Phrases, ", "))
	if len(d.Opposites) == 0 {
		line("opposites", "none")
	}
	name := "opposites"
	for _, group := range bySource(d.Opposites) {
		line(name, group)
		name = ""
	}
	return b.String()
}

// bySource are the opposites of each source, in a line.
func bySource(list []lexicon.Opponent) []string {
	var out []string
	for i := 0; i < len(list); {
		first := list[i]
		var words []string
		for ; i < len(list) && list[i].Source == first.Source && list[i].Weak == first.Weak; i++ {
			if n := len(words); n == 0 || words[n-1] != list[i].Word {
				words = append(words, list[i].Word)
			}
		}
		weak := ""
		if first.Weak {
			weak = ", weak"
		}
		out = append(out, fmt.Sprintf("%s (%s%s)", strings.Join(words, ", "), first.Source, weak))
	}
	return out
}
