package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/compare"
)

// Stories is what an editor marked in several stories, each told by several
// outlets: what a report should show, what it should not, and who said what.
type Stories struct {
	Pairs      []Opposition `json:"pairs"`
	Negatives  []Negative   `json:"negatives"`
	Statements []Statement  `json:"statements"`
}

// Side is a stretch of an article.
type Side struct {
	Article string `json:"article"` // claims.Article.ID
	Field   string `json:"field"`   // "title" or "body"
	Start   int    `json:"start"`   // offset of the first character in that field
	Text    string `json:"text"`    // the words, by which the place is found
}

// Opposition is a pair that a report should show. Several pairs may tell one
// matter, which is found when one of them is.
type Opposition struct {
	Story    string `json:"story"`
	A        Side   `json:"a"`
	B        Side   `json:"b"`
	Strength int    `json:"strength"` // 3 plain, 2 fair, 1 borderline
	Matter   string `json:"matter"`   // a name of its own within the story
	// Relation and Type are what the editor takes it for; "" where he does not
	// say. Values that package compare does not know are kept.
	Relation compare.Relation `json:"relation"`
	Type     compare.Type     `json:"type"`
}

// Negative is a pair that looks opposed and is not.
type Negative struct {
	Story  string `json:"story"`
	A      Side   `json:"a"`
	B      Side   `json:"b"`
	Reason string `json:"reason"` // what kind of look-alike: "scope", "restatement"
}

// Statement is something said, with its speaker.
type Statement struct {
	Side
	Story   string      `json:"story"`
	Speaker string      `json:"speaker"` // as a person would write the name, or a description
	Kind    claims.Kind `json:"kind"`
}

// ReadStories reads such a gold from JSON. Fields it does not know are passed
// over.
func ReadStories(data []byte) (Stories, error) {
	var g Stories
	if err := json.Unmarshal(data, &g); err != nil {
		return g, fmt.Errorf("reading the gold: %s", claims.JSONFault(data, err))
	}
	if len(g.Pairs)+len(g.Negatives)+len(g.Statements) == 0 {
		return g, errors.New("reading the gold: it has no pairs, no negatives and no statements")
	}
	return g, nil
}

// each calls visit for every side of the gold, with its place in the JSON.
func (g Stories) each(visit func(place, story string, s Side)) {
	for i, p := range g.Pairs {
		visit(fmt.Sprintf("pairs[%d].a", i), p.Story, p.A)
		visit(fmt.Sprintf("pairs[%d].b", i), p.Story, p.B)
	}
	for i, n := range g.Negatives {
		visit(fmt.Sprintf("negatives[%d].a", i), n.Story, n.A)
		visit(fmt.Sprintf("negatives[%d].b", i), n.Story, n.B)
	}
	for i, s := range g.Statements {
		visit(fmt.Sprintf("statements[%d]", i), s.Story, s.Side)
	}
}

// Check warns of every side whose words are not in its article. Such a side
// counts as missed. path is for the warnings.
func (g Stories) Check(path string, articles []claims.Article) []claims.Warning {
	byID := index(articles)
	var warnings []claims.Warning
	warn := func(format string, args ...any) {
		warnings = append(warnings, claims.Warning{Path: path, Reason: fmt.Sprintf(format, args...)})
	}
	g.each(func(place, _ string, s Side) {
		if a, known := byID[s.Article]; !known {
			warn("%s: there is no article %q", place, s.Article)
		} else if locate(s, a).Len() == 0 {
			warn("%s: the words are not in article %q", place, s.Article)
		}
	})
	return warnings
}

func index(articles []claims.Article) map[string]claims.Article {
	byID := make(map[string]claims.Article, len(articles))
	for _, a := range articles {
		byID[a.ID] = a
	}
	return byID
}

// locate finds the words of a side in its article. The span is empty where
// they are not there.
func locate(s Side, a claims.Article) claims.Span {
	words := strings.TrimSpace(s.Text)
	if s.Field != "title" && strings.HasPrefix(a.Text, a.Title) {
		if at := nearest(a.Text, words, len(a.Title), s.Start); at.Len() > 0 {
			return at
		} // else the body repeats the title, and the text has it once
	}
	return nearest(a.Text, words, 0, s.Start)
}

// nearest is the place of words in text that is nearest to the offset of a
// character, counted from the byte base.
func nearest(text, words string, base, offset int) claims.Span {
	best, off := claims.Span{}, -1
	for i := base; words != ""; i += len(words) {
		next := strings.Index(text[i:], words)
		if next < 0 {
			break
		}
		i += next
		if d := distance(utf8.RuneCountInString(text[base:i]), offset); off < 0 || d < off {
			best, off = claims.Span{Start: i, End: i + len(words)}, d
		}
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }
