package net

import (
	"context"

	"crosscheck/claims"
	"crosscheck/claims/cores"
	"crosscheck/compare"
)

// Version is the judge's name and version.
const Version = "net/1"

// Judge judges by the network alone. It cannot say which words decide.
type Judge struct {
	model *Model
	err   error // why there is no model
}

var _ compare.Judge = (*Judge)(nil)

// NewJudge returns a judge with the embedded model. Where that cannot be read,
// which only a damaged build can cause, [Judge.Judge] says so.
func NewJudge() *Judge {
	model, err := Default()
	return &Judge{model, err}
}

// Name is the judge's name and version.
func (*Judge) Name() string { return Version }

// Judge returns one verdict for each pair, A being the premise. Each text is
// encoded once, and kept until all pairs are judged. Its errors are ctx's and
// that of the model.
func (j *Judge) Judge(ctx context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	if j.err != nil {
		return nil, j.err
	}
	known, err := j.encode(ctx, pairs)
	if err != nil {
		return nil, err
	}
	out := make([]compare.Verdict, len(pairs))
	err = cores.Each(ctx, len(pairs), func(i int) {
		out[i] = verdict(j.model.Scores(known[pairs[i].A.Text], known[pairs[i].B.Text]))
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

// verdict is the likeliest label. The type of an opposition whose words nobody
// named is Lexical, the widest.
func verdict(s compare.Scores) compare.Verdict {
	switch {
	case s.Contradiction >= max(s.Entailment, s.Neutral):
		return compare.Verdict{Label: compare.Contradiction, Scores: s, Type: compare.Lexical, Score: s.Contradiction,
			Evidence: compare.Evidence{A: []claims.Span{}, B: []claims.Span{}}, Why: "The sentences as a whole look opposed."}
	case s.Entailment >= s.Neutral:
		return compare.Verdict{Label: compare.Entailment, Scores: s}
	}
	return compare.Verdict{Label: compare.Neutral, Scores: s}
}
