package report

import (
	"strings"
	"unicode/utf8"
)

// The bounds on a gist: two lines of a column, the words that decide within
// the first.
const (
	maxGist  = 190 // runes
	gistLead = 70  // runes before the first word that decides
)

// Gist is the statement without its neighbours, cut to two lines around the
// words that decide.
func (p Passage) Gist() Paragraph {
	flat := p.core()
	lead := 0 // runes before the first mark
	for _, s := range flat {
		if s.Marked {
			break
		}
		lead += utf8.RuneCountInString(s.Text)
	}
	all := 0
	for _, s := range flat {
		all += utf8.RuneCountInString(s.Text)
	}
	if lead == all {
		lead = 0 // nothing is marked
	}
	skip := 0
	if all > maxGist && lead > gistLead {
		skip = min(lead-gistLead, all-maxGist)
	}
	return cut(flat, skip, maxGist)
}

// core are the segments of the statement itself, a space between paragraphs.
func (p Passage) core() Paragraph {
	var out Paragraph
	for _, para := range p {
		for i, s := range para {
			if s.Near {
				continue
			}
			if i == 0 && len(out) > 0 {
				s.Text = " " + s.Text
			}
			out = append(out, s)
		}
	}
	return out
}

// cut leaves runes out at the beginning, and keeps at most n after them. It cuts
// between words, and says so with an ellipsis.
func cut(p Paragraph, skip, n int) Paragraph {
	var out Paragraph
	for _, s := range p {
		size := utf8.RuneCountInString(s.Text)
		if skip >= size {
			skip -= size
			continue
		}
		if skip > 0 {
			s.Text = "…" + afterWord(string([]rune(s.Text)[skip:]))
			skip = 0
		}
		if size := utf8.RuneCountInString(s.Text); size > n {
			s.Text = beforeWord(clip(s.Text, n))
			return append(out, s)
		} else if n -= size; n == 0 {
			return append(out, s)
		}
		out = append(out, s)
	}
	return out
}

// soon is how near a space must be, in bytes, for a cut there: a longer word is
// cut itself.
const soon = 20

// beforeWord takes back a word that an ellipsis cuts.
func beforeWord(s string) string {
	i := strings.LastIndexByte(s, ' ')
	if !strings.HasSuffix(s, "…") || i < 0 || len(s)-i > soon {
		return s
	}
	return s[:i] + "…"
}

// afterWord is s from its first space on, if it has one soon.
func afterWord(s string) string {
	if i := strings.IndexByte(s, ' '); i >= 0 && i < soon {
		return s[i+1:]
	}
	return s
}
