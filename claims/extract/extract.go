// Package extract turns an article into the claims it prints. It is the one
// package that knows all finders.
//
//  1. every block is cut into its quotations and its sentences, a quotation
//     being one unit however many sentences it holds (units.go); a paragraph
//     that boilerplate is set into is one block again (whole.go);
//  2. package attribution tells source, cue and content of each sentence apart
//     (tokens.go, attribute.go), which rules set right (bounds.go, ending.go, divide.go, closing.go, last.go, mend.go) or
//     find where the model has not learned to (headline.go, inwords.go,
//     signed.go); the content is searched for attributions within (inner.go);
//  3. the source becomes a speaker (source.go, narrow.go, speaker.go), the cue a stance
//     (stance.go), unless nobody said it (unspoken.go), or what cannot speak (who.go, recorded.go);
//  4. a quotation without a cue of its own goes to whoever is being quoted
//     (carry.go);
//  5. what nobody is said to have said is the outlet's own, where it is worth
//     checking (own.go);
//  6. the fields and the ID are filled from the words (fields.go, id.go).
//
// It does not compare, and it sees one article at a time: the same person in
// two articles is joined afterwards by entity.Unify.
package extract

import (
	"cmp"
	"slices"

	"crosscheck/claims"
	"crosscheck/claims/entity"
	"crosscheck/claims/quote"
	"crosscheck/claims/when"
	"crosscheck/claims/word"
)

// Claims returns the claims of an article in the order of their content. It is
// a pure function of the article, whose Blocks must be set.
func Claims(a claims.Article) []claims.Claim { return Finder{}.Claims(a) }

// Finder finds claims by the names that a newsroom knows. The zero value has
// the embedded ones.
type Finder struct {
	Names *entity.Gazetteer // nil is entity.Default()
}

// Claims is the function Claims by the finder's names.
func (f Finder) Claims(a claims.Article) []claims.Claim {
	m := memories.Get().(*memory)
	defer m.free()
	printed := a.Text
	a, seams := whole(a)
	words := m.wordsOf(a)
	x := &extractor{a: a, printed: printed, seams: seams, roster: cmp.Or(f.Names, entity.Default()).Roster(a, words), words: words, memory: m}
	if d, err := when.ParseDate(a.Date); err == nil {
		x.date = d
	}
	quotes := quote.Blocks(a.Text, a.Blocks)
	for i, b := range a.Blocks {
		if readable(b) {
			x.block(i, b, quotes[i])
		}
	}
	return x.finish()
}

// readable reports a block that claims may come from.
func readable(b claims.Block) bool { return b.Kind != claims.Boilerplate && b.Kind != claims.Caption }

// extractor holds what is known while one article is read from top to bottom.
type extractor struct {
	a       claims.Article // with its paragraphs whole
	printed string         // its text as it came
	seams   seams          // by which a's text differs from it
	date    when.Date
	roster  *entity.Roster
	words   [][]word.Word // of each block that was read
	*memory
	carry carry
	// subjects are the people who were the subject of the sentences before,
	// the last one last; a pronoun most likely means one of them.
	subjects []*claims.Speaker
	sole     *claims.Speaker // whom alone the sentence before quoted, without a name
	said     struct {        // the day that saidOn found last: the claims of a sentence share it
		at  claims.Span
		day string
	}
}

// draft is a claim in the making: everything but its ID and outlet.
type draft struct {
	claims.Claim
	block int
	at    claims.Span // the sentence
	// number counts the drafts from 1; outer is the number of the one in whose
	// content this one stands, 0 for none.
	number, outer int
}

func (x *extractor) block(i int, b claims.Block, quotes []quote.Quotation) {
	var sentences []*sentence
	sentences, x.units = cut(x.a.Text, b.Span, quotes, x.words[i], x.units[:0])
	x.carry.enter(b)
	if b.Kind == claims.Paragraph {
		x.subjects = tail(x.subjects, 1)
	}
	for _, s := range sentences {
		s.block, s.kind = i, b.Kind
		x.sentence(s)
	}
}

// sentence extracts the claims of one sentence.
func (x *extractor) sentence(s *sentence) {
	from := len(x.out)
	if s.onlyQuote() {
		x.floating(s)
		return
	}
	x.attributions(s)
	x.settle(s, x.out[from:])
	x.own(s)
	x.carry.remember(x.out[from:])
	if s.announced != nil {
		x.carry.remember([]draft{*s.announced})
	}
	x.noteSubject(s)
	x.sole = x.soleSpeaker(s, x.out[from:])
}

// attributions finds everything that the sentence attributes to somebody.
func (x *extractor) attributions(s *sentence) {
	s.context = answersTo(s)
	if x.headline(s) {
		return
	}
	if !x.inWords(s) && !x.per(s) && !x.signed(s) {
		x.attributed(s, 0, len(s.units), 0)
	}
}

// add files an attribution: content spans are trimmed, an empty one is dropped.
func (x *extractor) add(s *sentence, d draft) bool {
	spans := trimmed(x.a.Text, d.Content)
	if len(spans) == 0 {
		return false
	}
	slices.SortFunc(spans, func(a, b claims.Span) int { return cmp.Compare(a.Start, b.Start) })
	d.Content = spans
	if d.Kind == "" {
		d.Kind = s.kindOf(spans)
	}
	if s.kind == claims.Headline || s.kind == claims.Summary {
		d.Kind = claims.Titled
	}
	d.Context = s.contextOf(d.Source, spans[0])
	d.block, d.at, d.number = s.block, s.Span, len(x.out)+1
	x.out = append(x.out, d)
	return true
}

// trimmed are the spans without what trim takes off, those with nothing left
// out.
func trimmed(text string, spans []claims.Span) []claims.Span {
	out := make([]claims.Span, 0, len(spans))
	for _, c := range spans {
		if c = trim(text, c); c.Len() > 0 {
			out = append(out, c)
		}
	}
	return out
}

// finish orders the drafts, joins the text and gives each claim its ID.
func (x *extractor) finish() []claims.Claim {
	drafts := make([]*draft, len(x.out)) // less to move than the drafts themselves
	for i := range x.out {
		drafts[i] = &x.out[i]
	}
	slices.SortStableFunc(drafts, func(a, b *draft) int {
		return cmp.Or(cmp.Compare(a.Content[0].Start, b.Content[0].Start), cmp.Compare(b.Content[0].End, a.Content[0].End))
	})
	out := make([]claims.Claim, len(drafts))
	place := make([]int, len(drafts)+1) // of each draft by its number
	ids := newNamer(x.a.ID, len(drafts))
	for i, d := range drafts {
		c := &out[i]
		*c = d.Claim
		c.Article, c.Outlet = x.a.ID, x.a.Outlet
		c.Text = claims.Join(x.a.Text, c.Content)
		c.Date = cmp.Or(x.saidOn(d), x.a.Date)
		ids.add(c, x.a.Text, x.words[d.block])
		place[d.number] = i
		fields(c, x.a.Text, x.words[d.block], x.date)
		c.Source, c.Cue = list(c.Source), list(c.Cue)
	}
	ids.name(out)
	for i, d := range drafts {
		if d.outer > 0 {
			out[i].Within = out[place[d.outer]].ID
		}
		if len(x.seams) > 0 {
			x.seams.restore(&out[i], x.printed)
		}
	}
	pack(out)
	return out
}

// saidOn is the day that the sentence gives for the act of saying, "" where it
// gives none: "said on Tuesday", "On Tuesday, Lee said".
func (x *extractor) saidOn(d *draft) string {
	if d.Kind == claims.Own || len(d.Cue) == 0 {
		return ""
	}
	if x.said.at != d.at {
		x.said.at = d.at
		x.said.day, _ = when.DayWords(exactly(x.words[d.block], x.a.Text, d.at), x.a.Text[:d.at.End], x.date)
	}
	return x.said.day
}

// list makes an empty list of a nil one, as the JSON wants it.
func list(spans []claims.Span) []claims.Span {
	if spans == nil {
		return []claims.Span{}
	}
	return spans
}

func tail[T any](s []T, n int) []T {
	if len(s) > n {
		return s[len(s)-n:]
	}
	return s
}
