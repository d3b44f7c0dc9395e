package main

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"sync"

	"crosscheck/claims/article"
	"crosscheck/compare"
	"crosscheck/compare/check"
)

// recorder is a judge that remembers what it is asked, and opposes nothing.
type recorder struct {
	one   uint64 // of how many pairs it keeps one
	mu    sync.Mutex
	pairs [][2]string
}

var _ compare.Judge = (*recorder)(nil)

func (*recorder) Name() string { return "recorder" }

func (r *recorder) Judge(_ context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	var kept [][2]string
	out := make([]compare.Verdict, len(pairs))
	for i, p := range pairs {
		out[i].Label = compare.Neutral
		x, y := p.A, p.B
		if x.Claim.Article == y.Claim.Article || hash(x.Text+"\n"+y.Text)%r.one != 0 {
			continue
		}
		kept = append(kept, [2]string{x.Text, y.Text})
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.pairs = append(r.pairs, kept...)
	return out, nil
}

// candidates are pairs of sentences of different articles that the pipeline
// would have judged, one of so many.
func candidates(ctx context.Context, lines []byte, one uint64) ([][2]string, error) {
	list, _ := article.Parse("news.jsonl", bytes.TrimSpace(lines))
	r := &recorder{one: one}
	if _, err := check.Run(ctx, list, check.Options{Judge: r}); err != nil {
		return nil, err
	}
	slices.SortFunc(r.pairs, func(a, b [2]string) int {
		return cmp.Or(cmp.Compare(hash(a[0]+a[1]), hash(b[0]+b[1])), cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	})
	return slices.Compact(r.pairs), nil
}

// window is a stretch of time whose articles the pipeline groups into stories.
type window struct {
	name, from, to string
	held           bool
	set            string
	one            uint64 // of how many proposed pairs one is kept
	measured       uint64 // and of how many of these one is used
}

// windows are chosen so that each has some three thousand articles.
var windows = []window{
	{"held", "2014-01", "2018-99", true, heldStory, 4, 2},
	{"learned", "2016-03", "2017-05", false, story, 4, 2},
}

// storyWeight is the weight of a pair across articles, neutral.
const storyWeight = .4

// papers are the lines of the articles of the window.
func (w window) papers(dir string) ([]byte, error) {
	var lines []byte
	err := readPapers(dir, func(p *paper) {
		if p.Date >= w.from && p.Date < w.to && p.held() == w.held {
			lines = append(append(lines, p.line...), '\n')
		}
	})
	return lines, err
}

// stories adds the pairs that the pipeline would judge.
func (t *table) stories(ctx context.Context, s settings) error {
	for _, w := range windows {
		pairs, err := s.proposed(ctx, w)
		if err != nil {
			return err
		}
		r := row{set: w.set, label: neutral, fold: -1}
		if !w.held {
			r.weight = storyWeight * float32(s.news)
		}
		for _, p := range pairs {
			r.premise, r.hypothesis = p[0], p[1]
			if hash(p[1]+p[0])%w.measured == 0 {
				t.rows = append(t.rows, r)
			}
		}
	}
	return nil
}
