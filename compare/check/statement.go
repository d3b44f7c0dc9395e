package check

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/sentence"
	"crosscheck/compare"
	"crosscheck/compare/topic"
)

// minWords is the fewest words of a statement that can be compared: "It was"
// says nothing on its own.
const minWords = 3

// statement is a sentence of a claim.
type statement struct {
	compare.Statement
	id string
}

// state cuts the claims into statements and describes each to the topics. A
// claim that states nothing (asked, left unsaid, hoped for, an attitude) has none.
func (r *run) state() {
	r.statements = map[string]*statement{}
	for i := range r.report.Claims {
		c := &r.report.Claims[i]
		switch c.Stance {
		case claims.Asked, claims.Unsaid, claims.Hoped, claims.Attitude:
			continue
		}
		a := r.articles[c.Article]
		for n, pieces := range sentences(a.Text, c.Content) {
			s := &statement{id: c.ID + "#" + strconv.Itoa(n), Statement: compare.Statement{
				Claim: c, Pieces: pieces, Text: claims.Join(a.Text, pieces), Context: claims.Join(a.Text, c.Context),
			}}
			if len(strings.Fields(s.Text)) < minWords {
				continue
			}
			r.statements[s.id] = s
			r.items = append(r.items, item(a, r.stories[a.ID], s))
		}
	}
}

// sentences cuts content into sentences. A content span that begins in small
// letters goes on with the sentence of the span before: "talks," he said,
// "are over".
func sentences(text string, content []claims.Span) [][]claims.Span {
	var out [][]claims.Span
	for i, span := range content {
		for j, s := range sentence.Split(text, span) {
			if len(out) > 0 && i > 0 && j == 0 && goesOn(text, content[i-1], s) {
				out[len(out)-1] = append(out[len(out)-1], s)
				continue
			}
			out = append(out, []claims.Span{s})
		}
	}
	return out
}

// goesOn reports whether the sentence of the span before has not ended.
func goesOn(text string, before, s claims.Span) bool {
	last := strings.TrimRight(before.In(text), "\"'”’»)")
	first, _ := utf8.DecodeRuneInString(s.In(text))
	return !strings.HasSuffix(last, ".") && !strings.HasSuffix(last, "!") && !strings.HasSuffix(last, "?") && !unicode.IsUpper(first)
}

// around is how many bytes of the article on either side of a statement tell
// what it is about: about a sentence.
const around = 200

// item describes a statement to the topics. What surrounds it counts as
// context: "we don't talk" says little without it.
func item(a *claims.Article, story string, s *statement) topic.Item {
	it := topic.Item{
		ID: s.id, Claim: s.Claim.ID, Text: s.Text, Article: a.ID, Outlet: a.Outlet, Date: a.Date, Story: story,
		About: s.Context, Context: a.Title + "\n" + nearby(a.Text, s.Pieces),
	}
	if s.Claim.Speaker != nil {
		it.Speaker = s.Claim.Speaker.ID
	}
	return it
}

// nearby is the text around the pieces, cut at spaces.
func nearby(text string, pieces []claims.Span) string {
	from := max(0, pieces[0].Start-around)
	to := min(len(text), pieces[len(pieces)-1].End+around)
	if from > 0 {
		from += strings.IndexByte(text[from:], ' ') + 1
	}
	if k := strings.LastIndexByte(text[:to], ' '); to < len(text) && k > pieces[len(pieces)-1].End {
		to = k
	}
	return text[min(from, pieces[0].Start):pieces[0].Start] + text[pieces[len(pieces)-1].End:max(to, pieces[len(pieces)-1].End)]
}
