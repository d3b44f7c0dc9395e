package cross

import (
	"context"

	"crosscheck/claims/cores"
	"crosscheck/compare"
)

// Version is the judge's name and version.
const Version = "cross/1"

// Judge judges by the cross-encoder alone. It cannot say which words decide.
type Judge struct {
	model *Model
	err   error // why there is no model
}

var (
	_ compare.Judge  = (*Judge)(nil)
	_ compare.Scorer = (*Judge)(nil)
)

// NewJudge returns a judge with the embedded model. Where there is none, or it
// cannot be read, [Judge.Judge] says so.
func NewJudge() *Judge {
	model, err := Default()
	return &Judge{model, err}
}

// Judge returns a judge with this model, say one that was trained just now.
func (m *Model) Judge() *Judge { return &Judge{model: m} }

// Name is the judge's name and version.
func (*Judge) Name() string { return Version }

// Judge returns one verdict for each pair, A being the premise, from its
// [Judge.Scores].
func (j *Judge) Judge(ctx context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	scores, err := j.Scores(ctx, pairs)
	if err != nil {
		return nil, err
	}
	out := make([]compare.Verdict, len(pairs))
	for i, s := range scores {
		out[i] = s.Verdict()
	}
	return out, nil
}

// Scores returns [Model.Both] of each pair, worked out on all cores. Each text is
// cut into pieces once, and kept until all pairs are judged. Its errors are
// ctx's and that of the model.
func (j *Judge) Scores(ctx context.Context, pairs []compare.Pair) ([]compare.Scores, error) {
	if j.err != nil {
		return nil, j.err
	}
	known, err := j.encode(ctx, pairs)
	if err != nil {
		return nil, err
	}
	out := make([]compare.Scores, len(pairs))
	err = cores.Each(ctx, len(pairs), func(i int) {
		out[i] = j.model.Both(known[pairs[i].A.Text], known[pairs[i].B.Text])
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// encode encodes the distinct texts of pairs.
func (j *Judge) encode(ctx context.Context, pairs []compare.Pair) (map[string]*Encoding, error) {
	known := make(map[string]*Encoding, len(pairs))
	var texts []string
	for _, p := range pairs {
		for _, text := range [...]string{p.A.Text, p.B.Text} {
			if _, ok := known[text]; !ok {
				known[text] = nil
				texts = append(texts, text)
			}
		}
	}
	done := make([]*Encoding, len(texts))
	err := cores.Each(ctx, len(texts), func(i int) { done[i] = j.model.Encode(texts[i]) })
	for i, text := range texts {
		known[text] = done[i]
	}
	return known, err
}
