package check

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/compare/jury"
	"crosscheck/compare/term"
)

// Opened is what is found in one story: a function of its articles and their
// claims. A program that keeps stories on many machines has it from
// [Options.Open]; [Run] puts the same together in one memory.
type Opened struct {
	Story      compare.Story
	Sheets     []Sheet  // its articles, in the order of the news
	Statements []Stated // likewise
	Copies     []Printed
	Opposed    []Opposed
	Capped     int // texts that were compared with part of their like only
}

// Stated is a statement of an opened story.
type Stated struct {
	Place
	Article int32 // place among the sheets
	Claim   *claims.Claim
	Text    string
	Centre  int32  // place among the statements of the centre of its topic; -1 for none
	Label   string // the words that its topic shares, of a centre
	// Keys are its blocking keys and Words the words that stand for it where
	// statements of different stories are compared; nil for one that is not
	// compared, since it is a copy or has no key.
	Keys    []uint32
	Words   []string
	Speaker uint32 // a number for who says it; 0 for nobody
	// Side is the statement for a judge who looks at it beside one of another
	// story; nil where it is not compared, or has no speaker.
	Side *Side
}

// Printed are copies of one text, and the statement that stands for them.
type Printed struct {
	compare.Copies
	First int32 // place among the statements
}

// Side is a statement that may be judged with one of another story.
type Side struct {
	compare.Statement
	Place
	Story string // ID
}

// Open finds what one story has. Speakers are those of the run. The articles
// may come in any order. The error is the context's or the judge's.
func (o Options) Open(ctx context.Context, sheets []Sheet) (*Opened, error) {
	o.Judge = cmp.Or[compare.Judge](o.Judge, jury.New())
	x := &Opened{Sheets: slices.Clone(sheets)}
	slices.SortFunc(x.Sheets, func(a, b Sheet) int { return byNews(&a.Article, &b.Article) })
	papers := make([]paper, len(x.Sheets))
	for i := range x.Sheets {
		papers[i] = paper{sheet{&x.Sheets[i].Article, x.Sheets[i].Claims}, int32(i)}
	}
	x.Story = describe(len(papers), func(i int) *claims.Article { return papers[i].Article })
	var statements []*statement
	d, err := o.open(ctx, papers, func(d *dossier) {
		d.card(d.stands, 0)
		statements = d.statements
	})
	if err != nil {
		return nil, err
	}
	x.Capped = d.cappedCopies
	x.state(d, statements)
	x.print(d)
	x.oppose(d, o.Judge.Name())
	return x, nil
}

// state fills the statements.
func (x *Opened) state(d *dossier, statements []*statement) {
	x.Statements = make([]Stated, len(statements))
	for i, s := range statements {
		x.Statements[i] = Stated{Place: Place{s.at, s.nth}, Article: s.article, Claim: s.Claim, Text: s.Text, Centre: d.centre[i], Label: d.labels[int32(i)]}
	}
	for k, i := range d.keyed {
		one := &x.Statements[i]
		one.Keys, one.Words, one.Speaker = d.keys[k], wordsOf(d.cards[k].Words()), d.cards[k].Speaker
		if s := statements[i]; s.Claim.Speaker != nil {
			one.Side = &Side{s.Statement, one.Place, x.Story.ID}
		}
	}
}

func wordsOf(terms []*term.Term) []string {
	out := make([]string, len(terms))
	for i, t := range terms {
		out[i] = t.Word
	}
	return out
}

// print fills the copies.
func (x *Opened) print(d *dossier) {
	slices.SortFunc(d.copies, func(a, b copies) int { return cmp.Compare(a.members[0], b.members[0]) })
	known := map[string]bool{}
	for _, c := range d.copies {
		for _, one := range reported(nil, []copies{c}, func(i int32) string { return x.Statements[i].Claim.ID }) {
			if key := strings.Join(one.Claims, " "); !known[key] {
				known[key] = true
				x.Copies = append(x.Copies, Printed{one, c.members[0]})
			}
		}
	}
}

// oppose fills what is opposed.
func (x *Opened) oppose(d *dossier, judge string) {
	text := make(map[string]string, len(x.Sheets))
	for i := range x.Sheets {
		text[x.Sheets[i].Article.ID] = x.Sheets[i].Article.Text
	}
	t := settling{
		judge: judge,
		story: func(string) string { return x.Story.ID },
		words: func(s *statement, at claims.Span) string { return at.In(text[s.Claim.Article]) },
	}
	for n, p := range d.pairs {
		if o, ok := t.settle(p); ok {
			o.Nth = int32(n)
			x.Opposed = append(x.Opposed, o)
		}
	}
}

// Met are two statements of different stories that are about one thing.
type Met struct {
	A, B       Side
	Similarity float32 // as package topic finds it
}

// Across judges statements of different stories and returns those that are
// opposed. The error is the context's or the judge's.
func (o Options) Across(ctx context.Context, list []Met) ([]Opposed, error) {
	o.Judge = cmp.Or[compare.Judge](o.Judge, jury.New())
	pairs := make([]couple, len(list))
	side := make(map[*statement]*Side, 2*len(list))
	open := func(s *Side) *statement {
		one := &statement{Statement: s.Statement, ref: ref{nth: s.Nth}, at: s.At}
		side[one] = s
		return one
	}
	for i := range list {
		pairs[i] = pair(open(&list[i].A), open(&list[i].B), list[i].Similarity)
	}
	found, err := o.judge(ctx, pairs)
	if err != nil {
		return nil, err
	}
	var out []Opposed
	for _, p := range found {
		t := settling{
			judge: o.Judge.Name(),
			story: func(string) string { return side[p.a].Story },
			words: (*statement).stretch,
		}
		if one, ok := t.settle(p); ok {
			out = append(out, one)
		}
	}
	return out, nil
}

// stretch is what stands at a place of the article that lies in one piece of
// the statement.
func (s *statement) stretch(at claims.Span) string {
	begin := 0 // of the piece, in s.Text
	for _, p := range s.Pieces {
		if p.Contains(at) {
			return s.Text[begin+at.Start-p.Start : begin+at.End-p.Start]
		}
		begin += p.Len() + 1
	}
	return ""
}
