package eval

import (
	"cmp"
	"context"
	"slices"

	"crosscheck/claims"
	"crosscheck/claims/sentence"
	"crosscheck/compare"
	"crosscheck/compare/term"
)

const (
	// leastShared is the share of a headline's weight that its body must hold:
	// of the pairs that disagree nine in ten do, of the unrelated one in twenty.
	leastShared = .22
	// bestSentences is how many sentences of a body a headline is judged against.
	bestSentences = 3
)

// fncPair is a pair that was kept and judged.
type fncPair struct {
	pair     int // place in Stances.Pairs
	body     int // place in Stances.Bodies
	disagree bool
	best     []string // sentences, the best first
	verdicts []compare.Verdict
	features []float64

	headline, whole stretch // until the features are made
	sentences, near []stretch
}

// stretch is a piece with its cues.
type stretch struct {
	piece
	cues cues
}

func newStretch(r *term.Reader, text string) stretch { return stretch{newPiece(r, text), cuesOf(text)} }

// judge keeps the pairs that are related, and judges them, body by body.
func (f FNC) judge(ctx context.Context, s Stances) ([]fncPair, error) {
	byBody := make([][]int, len(s.Bodies))
	for i, p := range s.Pairs {
		byBody[p.Body] = append(byBody[p.Body], i)
	}
	var r term.Reader
	headlines := map[string]stretch{}
	var out []fncPair
	for b, list := range byBody {
		kept := keep(&r, s, b, list, headlines)
		if err := f.ask(ctx, s, kept); err != nil {
			return nil, err
		}
		out = append(out, kept...)
		if f.Progress != nil {
			f.Progress(b+1, len(byBody))
		}
	}
	slices.SortFunc(out, func(x, y fncPair) int { return cmp.Compare(x.pair, y.pair) })
	relate(s, out)
	return out, nil
}

// keep are the pairs of one body that are related, with their best sentences
// and all features that need no judge.
func keep(r *term.Reader, s Stances, body int, list []int, headlines map[string]stretch) []fncPair {
	text := s.Bodies[body].Text
	whole := newStretch(r, text)
	var sentences []stretch
	for _, at := range sentence.Split(text, claims.Span{End: len(text)}) {
		sentences = append(sentences, newStretch(r, at.In(text)))
	}
	var out []fncPair
	for _, i := range list {
		h, known := headlines[s.Pairs[i].Headline]
		if !known {
			h = newStretch(r, s.Pairs[i].Headline)
			headlines[s.Pairs[i].Headline] = h
		}
		if h.shared(whole.piece) < leastShared {
			continue
		}
		k := fncPair{pair: i, body: body, disagree: s.Pairs[i].Stance == Disagree}
		best := bestOf(h, sentences)
		for _, b := range best {
			k.best = append(k.best, b.text)
		}
		k.headline, k.whole, k.sentences, k.near = h, whole, sentences, best
		out = append(out, k)
	}
	return out
}

// bestOf are the sentences that share most of the headline, the first ones of
// equals.
func bestOf(h stretch, sentences []stretch) []stretch {
	type scored struct {
		stretch
		share float64
	}
	list := make([]scored, len(sentences))
	for i, s := range sentences {
		list[i] = scored{s, h.shared(s.piece)}
	}
	slices.SortStableFunc(list, func(a, b scored) int { return cmp.Compare(b.share, a.share) })
	var out []stretch
	for _, s := range list[:min(len(list), bestSentences)] {
		out = append(out, s.stretch)
	}
	return out
}

// ask judges the headlines of one body.
func (f FNC) ask(ctx context.Context, s Stances, kept []fncPair) error {
	var pairs []compare.Pair
	for _, k := range kept {
		for _, b := range k.best {
			pairs = append(pairs, pairOf(b, s.Pairs[k.pair].Headline))
		}
	}
	all, err := verdicts(ctx, f.Judge, pairs)
	if err != nil {
		return err
	}
	for i := range kept {
		k := &kept[i]
		k.verdicts, all = all[:len(k.best)], all[len(k.best):]
		k.features = features(k.headline, k.whole, k.sentences, k.near, k.verdicts)
		k.headline, k.whole, k.sentences, k.near = stretch{}, stretch{}, nil, nil
	}
	return nil
}
