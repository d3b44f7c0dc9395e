package trained

import (
	"context"

	"crosscheck/claims"
	"crosscheck/claims/cores"
	"crosscheck/compare"
	"crosscheck/compare/align"
	"crosscheck/compare/lexicon"
)

// Judge judges by the model alone.
type Judge struct {
	model  *Model
	reader *align.Reader
}

var _ compare.Judge = (*Judge)(nil)

// NewJudge returns a judge with the embedded model and lexicon.
func NewJudge() *Judge { return NewJudgeWith(lexicon.Default()) }

// NewJudgeWith returns a judge with the embedded model and a lexicon.
func NewJudgeWith(lex *lexicon.Lexicon) *Judge { return &Judge{Default(), align.NewReader(lex)} }

// Name is the judge's name and version.
func (*Judge) Name() string { return Version }

// Judge returns one verdict for each pair, A being the premise. Its only error
// is ctx's.
func (j *Judge) Judge(ctx context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	out := make([]compare.Verdict, len(pairs))
	err := cores.Each(ctx, len(pairs), func(i int) {
		al := align.New(j.reader.Read(pairs[i].A), j.reader.Read(pairs[i].B))
		out[i] = j.model.Verdict(al)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Verdict is what the model alone says of an alignment: the likeliest label,
// and of a contradiction the reason.
func (m *Model) Verdict(al *align.Alignment) compare.Verdict {
	s := m.Scores(al)
	switch {
	case s.Contradiction >= max(s.Entailment, s.Neutral):
		return m.Opposed(al, s)
	case s.Entailment >= s.Neutral:
		return compare.Verdict{Label: compare.Entailment, Scores: s}
	}
	return compare.Verdict{Label: compare.Neutral, Scores: s}
}

// Opposed is the verdict that an alignment is of a contradiction, with the scores that
// somebody gives it, and what the model sees the reason in.
func (m *Model) Opposed(al *align.Alignment, s compare.Scores) compare.Verdict {
	r := m.Explain(al)
	return compare.Verdict{
		Label: compare.Contradiction, Scores: s, Score: s.Contradiction, Type: r.Type, Rule: Version + " " + r.Family, Why: r.Why(al),
		Evidence: compare.Evidence{A: spans(al.A, r.A), B: spans(al.B, r.B)},
	}
}

func spans(s *align.Statement, words []int) []claims.Span {
	out := []claims.Span{}
	for _, i := range words {
		out = append(out, s.At(i))
	}
	return out
}
