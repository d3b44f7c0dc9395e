package eval

import (
	"slices"
	"strings"

	"crosscheck/claims"
)

// Example is one error.
type Example struct {
	Path string  `json:"path"` // the text
	Line int     `json:"line"` // 1-based, of the annotation; 0 where none was marked
	Text string  `json:"text"` // the words around it
	Gold *Marked `json:"gold"` // nil where a claim is of our invention
	Ours *Marked `json:"ours"` // nil where one was missed
}

// Marked are the words of an attribution; " … " stands between two spans.
type Marked struct {
	Source  string `json:"source"`
	Cue     string `json:"cue"`
	Content string `json:"content"`
}

// spread picks n of a list, evenly.
func spread(all []Example, n int) []Example {
	if len(all) <= n {
		return all
	}
	var out []Example
	for i := range n {
		out = append(out, all[i*len(all)/n])
	}
	return out
}

// around is how many bytes of text an example shows on either side.
const around = 160

// example shows one error; gold or claim may be nil.
func (s erring) example(g *Attribution, c *claims.Claim) Example {
	out := Example{Path: s.article.Path}
	var all []claims.Span
	if g != nil {
		out.Line = g.Line
		out.Gold = s.marked(g.Source, g.Cue, g.Content)
		all = append(slices.Concat(all, g.Cue), g.Content...)
	}
	if c != nil {
		out.Ours = s.marked(c.Source, c.Cue, c.Content)
		all = append(all, c.Content...)
	}
	all = merged(all)
	out.Text = s.clip(claims.Span{Start: all[0].Start, End: all[len(all)-1].End})
	return out
}

func (s erring) marked(source, cue, content []claims.Span) *Marked {
	return &Marked{s.words(source), s.words(cue), s.words(content)}
}

func (s erring) words(spans []claims.Span) string {
	parts := make([]string, len(spans))
	for i, p := range spans {
		parts[i] = flat(p.In(s.article.Text))
	}
	return strings.Join(parts, " … ")
}

// clip is the text around a span, cut between words.
func (s erring) clip(at claims.Span) string {
	text := s.article.Text
	start, end := max(0, at.Start-around), min(len(text), at.End+around)
	for start > 0 && text[start-1] != ' ' && text[start-1] != '\n' {
		start--
	}
	for end < len(text) && text[end] != ' ' && text[end] != '\n' {
		end++
	}
	return flat(text[start:end])
}

// flat is text on one line.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }
