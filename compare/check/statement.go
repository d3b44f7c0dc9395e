package check

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscheck/claims"
	"crosscheck/claims/sentence"
	"crosscheck/claims/word"
	"crosscheck/compare"
	"crosscheck/compare/story"
	"crosscheck/compare/term"
	"crosscheck/compare/topic"
)

// minWords is the fewest words of a statement that can be compared: "It was"
// says nothing on its own.
const minWords = 3

// ref names a statement of an article: a sentence of a claim.
type ref struct {
	claim int32 // place among the article's claims
	nth   int32 // which of the claim's sentences
}

// statement is a sentence of a claim.
type statement struct {
	compare.Statement
	ref
	article int32 // place in the run
	at      int32 // place among the statements of the article
}

// state cuts the claims of an article into statements. A claim that states
// nothing (asked, left unsaid, hoped for, an attitude) has none.
func (s sheet) state(article int32) []*statement {
	var out []*statement
	for i := range s.claims {
		out = append(out, s.sentences(int32(i))...)
	}
	for n, one := range out {
		one.article, one.at = article, int32(n)
	}
	return out
}

// sentences are the statements of one claim.
func (s sheet) sentences(claim int32) []*statement {
	c := &s.claims[claim]
	switch c.Stance {
	case claims.Asked, claims.Unsaid, claims.Hoped, claims.Attitude:
		return nil
	}
	var out []*statement
	for n, pieces := range sentences(s.Text, c.Content) {
		pieces = supposed(s.Text, pieces)
		one := &statement{ref: ref{claim, int32(n)}, Statement: compare.Statement{
			Claim: c, Pieces: pieces, Text: claims.Join(s.Text, pieces), Context: claims.Join(s.Text, whole(c.Context)), Named: s.named(int(claim), pieces),
		}}
		if hasWords(one.Text, minWords) {
			out = append(out, one)
		}
	}
	return out
}

// nameReach is how many bytes before the source of a claim a name may stand that a
// pronoun is sure to mean: about two sentences.
const nameReach = 250

// named reports whether the article names the person who makes a statement of a claim in
// the paragraph of its words: in the claim's source, or in that of one of the last claims
// before it, if all since are his. A pronoun from further off, a description, or a
// quotation that stands by itself may have been read wrongly, and must not make a
// misquotation: of a hundred in years of news in which one of these was allowed, one in
// seven was right.
func (s sheet) named(claim int, words []claims.Span) bool {
	const longest = 3 // words of a name
	c := &s.claims[claim]
	if c.Speaker == nil || len(c.Source) == 0 || s.away(words, c.Source[0]) || !strings.HasPrefix(c.Speaker.ID, "person:") || len(strings.Fields(c.Speaker.Name)) > longest {
		return false
	}
	name := c.Speaker.Surname()
	for k := claim; k >= 0; k-- {
		one := &s.claims[k]
		if one.Speaker == nil || one.Speaker.ID != c.Speaker.ID || len(one.Source) == 0 || s.parted(one, c) || c.Source[0].Start-one.Source[0].Start > nameReach {
			return false
		}
		if strings.Contains(claims.Join(s.Text, one.Source), name) {
			return true
		}
	}
	return false
}

// away reports whether a paragraph ends between words and a source.
func (s sheet) away(words []claims.Span, source claims.Span) bool {
	from, to := source.Start, source.End
	for _, at := range words {
		from, to = min(from, at.Start), max(to, at.End)
	}
	return strings.Contains(s.Text[from:to], "\n\n")
}

// parted reports whether a paragraph ends between the sources of two claims.
func (s sheet) parted(a, b *claims.Claim) bool {
	from, to := a.Source[0].End, b.Source[0].Start
	return a != b && (from > to || strings.Contains(s.Text[from:to], "\n\n"))
}

// hasWords reports whether a text has at least n words, parted by white space.
func hasWords(text string, n int) bool {
	for range strings.FieldsSeq(text) {
		if n--; n <= 0 {
			return true
		}
	}
	return false
}

// whole are the spans that cover anything.
func whole(spans []claims.Span) []claims.Span {
	return slices.DeleteFunc(slices.Clone(spans), func(s claims.Span) bool { return s.Len() <= 0 })
}

// statement makes one statement again.
func (s sheet) statement(article, at int32, which ref) *statement {
	for _, one := range s.sentences(which.claim) {
		if one.nth == which.nth {
			one.article, one.at = article, at
			return one
		}
	}
	return nil
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

// page is an article read once for all of its statements.
type page struct {
	article     *claims.Article
	day         int32
	title, text []term.Token
}

func newPage(terms *term.Reader, a *claims.Article) page {
	return newPageOf(terms, a, terms.Split(a.Text))
}

// newPageOf is newPage for an article whose words are known.
func newPageOf(terms *term.Reader, a *claims.Article, words []word.Word) page {
	return page{a, int32(story.Day(a.Date)), terms.Read(a.Title, 0), terms.ReadWords(a.Text, words, 0)}
}

// item describes a statement to the topics. What surrounds it counts as
// context: "we don't talk" says little without it.
func (p page) item(s *statement) *topic.Item {
	it := &topic.Item{ID: s.Claim.ID, Claim: s.Claim.ID, Article: s.Claim.Article, Day: p.day, Source: p.article.Text}
	if s.Claim.Speaker != nil {
		it.Speaker = s.Claim.Speaker.ID
	}
	it.Text, it.About = p.all(s.Pieces), p.all(s.Claim.Context)
	from, to := s.Pieces[0].Start, s.Pieces[len(s.Pieces)-1].End
	before, behind := p.in(claims.Span{Start: from - around, End: from}), p.in(claims.Span{Start: to, End: to + around})
	it.Context = make([]term.Token, 0, len(p.title)+len(before)+len(behind))
	it.Context = append(append(append(it.Context, p.title...), before...), behind...)
	return it
}

// all are the words that lie wholly in one of some stretches of the text. Those of
// one stretch are the page's own.
func (p page) all(list []claims.Span) []term.Token {
	if len(list) == 1 {
		return slices.Clip(p.in(list[0]))
	}
	var out []term.Token
	for _, at := range list {
		out = append(out, p.in(at)...)
	}
	return out
}

// in are the words that lie wholly in a stretch of the text.
func (p page) in(at claims.Span) []term.Token {
	from := sort.Search(len(p.text), func(i int) bool { return p.text[i].Start >= at.Start })
	to := from + sort.Search(len(p.text)-from, func(i int) bool { return p.text[from+i].End > at.End })
	return p.text[from:to]
}
