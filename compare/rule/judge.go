package rule

import (
	"context"

	"crosscheck/claims"
	"crosscheck/claims/cores"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// Judge judges by the rules of All and the guards of Guards.
type Judge struct {
	reader *align.Reader
	least  float64 // the score from which on an opposition is called a contradiction
}

var _ compare.Judge = (*Judge)(nil)

// New returns a judge with the embedded lexicon.
func New() *Judge { return NewWith(lexicon.Default()) }

// NewWith returns a judge with a lexicon, such as one that a newsroom added to.
func NewWith(lex *lexicon.Lexicon) *Judge { return &Judge{align.NewReader(lex), Flag} }

// Down returns a judge that reads like j and also calls a contradiction what
// scores less than Flag, down to a score: what an editor may want to see further
// down in a list, and is right as seldom as the score says.
func (j *Judge) Down(to float64) *Judge { return &Judge{j.reader, min(to, Flag)} }

// Name is the judge's name and version.
func (*Judge) Name() string { return "rules/1" }

// Judge returns one verdict for each pair. Its only error is ctx's.
func (j *Judge) Judge(ctx context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	b := j.prepare(ctx, pairs)
	out := make([]compare.Verdict, len(pairs))
	err := cores.Each(ctx, len(pairs), func(i int) {
		out[i] = j.one(b.of(pairs[i].A), b.of(pairs[i].B))
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// key tells distinct statements of a batch apart.
type key struct {
	text, context string
	claim         *claims.Claim
}

// batch holds the prepared statements of a batch.
type batch struct {
	index map[key]int
	done  []*align.Statement
}

func keyOf(s compare.Statement) key { return key{s.Text, s.Context, s.Claim} }

func (b *batch) of(s compare.Statement) *align.Statement { return b.done[b.index[keyOf(s)]] }

// prepare makes every distinct statement ready, once.
func (j *Judge) prepare(ctx context.Context, pairs []compare.Pair) *batch {
	b := &batch{index: make(map[key]int, len(pairs))}
	var list []compare.Statement
	for _, p := range pairs {
		for _, s := range [...]compare.Statement{p.A, p.B} {
			if _, ok := b.index[keyOf(s)]; !ok {
				b.index[keyOf(s)] = len(list)
				list = append(list, s)
			}
		}
	}
	b.done = make([]*align.Statement, len(list))
	// A cancelled context is seen by who asks for verdicts.
	_ = cores.Each(ctx, len(list), func(i int) { b.done[i] = j.reader.Read(list[i]) })
	return b
}

// one judges one pair of prepared statements by every rule.
func (j *Judge) one(a, b *align.Statement) compare.Verdict {
	d := desks.Get().(*desk)
	defer desks.Put(d)
	o, guard := d.judge(a, b, every, 0, j.least)
	return verdict(&d.alignment, o, guard, j.least)
}
