package dispute

import (
	"slices"
	"sort"
	"strings"

	"crosscheck/claims"
	"crosscheck/claims/quote"
	"crosscheck/claims/sentence"
	"crosscheck/claims/word"
	"crosscheck/compare/term"
)

// page is an article cut into sentences and words.
type page struct {
	text   string
	list   []claims.Claim
	terms  *term.Reader
	words  []word.Word
	cues   []cue     // the verbs of dispute among them, in order
	answer []rejects // of each claim, how it rejects what it answers
	lines  []line
	quotes []claims.Span   // in order
	line   []int           // of each claim, the sentence that its cue, or else its content, stands in; -1 for none
	told   []int           // the claims by that sentence
	read   [][]part        // of each claim, its sentences, where they were asked for
	people map[string]bool // the surnames of those who speak
	shared map[string]bool // of those, what two have
	sex    map[string]sex  // of each speaker, by his ID, what pronouns tell; nil before it is asked for
	sought int             // how many claims were looked for in the whole article
}

// line is a sentence of the narrative: a boundary inside a quotation is none.
type line struct {
	claims.Span
	from, to int // its words
	block    int
}

func newPage(terms *term.Reader, a *claims.Article, words []word.Word, list []claims.Claim) *page {
	p := &page{text: a.Text, list: list, terms: terms, words: words, people: map[string]bool{}, shared: map[string]bool{}}
	if !ofLines(a.Text, a.Blocks) {
		p.words = nil
		for _, b := range a.Blocks {
			if narrates(b) {
				p.words = word.Append(p.words, b.In(p.text), b.Start)
			}
		}
	}
	return p
}

// narrates reports whether disputes are looked for in a block.
func narrates(b claims.Block) bool { return b.Kind == claims.Paragraph || b.Kind == claims.Summary }

// lay cuts the blocks into sentences, and puts the claims to them.
func (p *page) lay(blocks []claims.Block) {
	if len(blocks) == 0 {
		blocks = []claims.Block{{Span: claims.Span{End: len(p.text)}, Kind: claims.Paragraph}}
	}
	quotations := quote.Blocks(p.text, blocks)
	for n, b := range blocks {
		if narrates(b) {
			p.cut(n, b.Span, quotations[n])
		}
	}
	p.place()
}

// ofLines reports whether blocks are of whole lines: then the words of the text are
// theirs, for no word goes on behind a line break.
func ofLines(text string, blocks []claims.Block) bool {
	return !slices.ContainsFunc(blocks, func(b claims.Block) bool {
		return b.Start > 0 && text[b.Start-1] != '\n' || b.End < len(text) && text[b.End] != '\n'
	})
}

// cut cuts a block into sentences.
func (p *page) cut(n int, block claims.Span, quotes []quote.Quotation) {
	first := p.wordAt(0, block.Start)
	for _, q := range quotes {
		p.quotes = append(p.quotes, q.Span)
	}
	begin, q := -1, 0
	for _, s := range sentence.Split(p.text, block) {
		if begin < 0 {
			begin = s.Start
		}
		for q < len(quotes) && quotes[q].End <= s.End {
			q++
		}
		if q < len(quotes) && quotes[q].Start < s.End && s.End < block.End {
			continue
		}
		l := line{Span: claims.Span{Start: begin, End: s.End}, block: n}
		l.from, l.to = p.wordAt(first, l.Start), p.wordAt(first, l.End)
		p.lines = append(p.lines, l)
		first, begin = l.to, -1
	}
}

// wordAt is the first word from one on that begins at an offset or behind it.
func (p *page) wordAt(from, offset int) int {
	return from + sort.Search(len(p.words)-from, func(i int) bool { return p.words[from+i].Start >= offset })
}

// place notes the sentence of each claim.
func (p *page) place() {
	p.line = make([]int, len(p.list))
	who := map[string]string{} // by surname, the ID of the first who has it
	for i := range p.list {
		c := &p.list[i]
		at := c.Content[0].Start
		if len(c.Cue) > 0 {
			at = c.Cue[0].Start
		}
		p.line[i] = p.lineAt(at)
		p.told = append(p.told, i)
		if isPerson(c) {
			name := lastName(c.Speaker.Name)
			if p.people[name] {
				p.shared[name] = p.shared[name] || who[name] != c.Speaker.ID
			} else {
				p.people[name], who[name] = true, c.Speaker.ID
			}
		}
	}
	slices.SortStableFunc(p.told, func(i, j int) int { return p.line[i] - p.line[j] })
}

// lineAt is the sentence at an offset, -1 where there is none.
func (p *page) lineAt(at int) int {
	i := sort.Search(len(p.lines), func(i int) bool { return p.lines[i].End > at })
	if i == len(p.lines) || p.lines[i].Start > at {
		return -1
	}
	return i
}

// tells are the claims of a sentence.
func (p *page) tells(n int) []int {
	from := sort.Search(len(p.told), func(k int) bool { return p.line[p.told[k]] >= n })
	to := from
	for to < len(p.told) && p.line[p.told[to]] == n {
		to++
	}
	return p.told[from:to]
}

// quoted reports whether an offset lies between quotation marks.
func (p *page) quoted(at int) bool {
	i := sort.Search(len(p.quotes), func(i int) bool { return p.quotes[i].End > at })
	return i < len(p.quotes) && p.quotes[i].Start <= at
}

// norm is word i of the sentence, "" outside of it.
func (p *page) norm(l *line, i int) string {
	if i < l.from || i >= l.to {
		return ""
	}
	return p.words[i].Norm
}

// is reports whether word i belongs to one of the classes.
func (p *page) is(l *line, i int, c class) bool {
	w := p.norm(l, i)
	if w == "" {
		return false
	}
	have, _ := classes().Look(w)
	return have&c != 0
}

// span is the text from word i to before word j.
func (p *page) span(i, j int) claims.Span {
	return claims.Span{Start: p.words[i].Start, End: p.words[j-1].End}
}

// manner reports a word that may stand between a verb and what belongs to it.
func (p *page) manner(l *line, i int) bool {
	return p.is(l, i, adverb) || strings.HasSuffix(p.norm(l, i), "ly")
}

// sameSpeaker reports whether two claims are of one speaker.
func sameSpeaker(a, b *claims.Claim) bool {
	return a.Speaker != nil && b.Speaker != nil && a.Speaker.ID == b.Speaker.ID
}
