package nli

import (
	"context"

	"crosscheck/compare"
)

// Judge judges by a cross-encoder alone. It cannot say which words decide.
type Judge struct{ model *Model }

var (
	_ compare.Judge  = (*Judge)(nil)
	_ compare.Scorer = (*Judge)(nil)
)

// NewJudge returns a judge that asks a model, which it does not close.
func NewJudge(m *Model) *Judge { return &Judge{m} }

// Name is the model's.
func (j *Judge) Name() string { return j.model.Name() }

// Judge returns one verdict for each pair, A being the premise. Its errors are
// those of [Model.Scores].
func (j *Judge) Judge(ctx context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	scores, err := j.model.Scores(ctx, pairs)
	if err != nil {
		return nil, err
	}
	out := make([]compare.Verdict, len(pairs))
	for i, s := range scores {
		out[i] = s.Verdict()
	}
	return out, nil
}

// Scores are the model's.
func (j *Judge) Scores(ctx context.Context, pairs []compare.Pair) ([]compare.Scores, error) {
	return j.model.Scores(ctx, pairs)
}
