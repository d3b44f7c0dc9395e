package main

import (
	"context"
	"sync"

	"crosscheck/claims"
	"crosscheck/compare"
)

// aboutDrafts is a judge that is asked only about pairs with a draft's statement:
// what two articles of the archive say to each other is not the gate's question.
// Copies are claims of the archive that stand for a draft's, having its text.
func aboutDrafts(judge compare.Judge, drafts []claims.Article, copies map[string]bool) compare.Judge {
	of := drafted{ids(drafts), copies}
	switch j := judge.(type) {
	case compare.Leaner:
		return aboutLeaner{aboutReader{aboutJudge{j, of}, j}, j}
	case compare.Reader:
		return aboutReader{aboutJudge{j, of}, j}
	}
	return aboutJudge{judge, of}
}

// aboutJudge asks a judge pair by pair.
type aboutJudge struct {
	judge  compare.Judge
	drafts drafted
}

// drafted are articles and claims by ID.
type drafted struct{ articles, claims map[string]bool }

// Name is the judge's.
func (j aboutJudge) Name() string { return j.judge.Name() }

// Judge asks about the pairs that concern a draft; the others are neutral.
func (j aboutJudge) Judge(ctx context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	var asked []compare.Pair
	var at []int
	out := make([]compare.Verdict, len(pairs))
	for i, p := range pairs {
		out[i] = compare.Verdict{Label: compare.Neutral, Scores: compare.Scores{Neutral: 1}}
		if j.of(p.A) || j.of(p.B) {
			asked, at = append(asked, p), append(at, i)
		}
	}
	verdicts, err := j.judge.Judge(ctx, asked)
	for k, v := range verdicts {
		if k < len(at) {
			out[at[k]] = v
		}
	}
	return out, err
}

// of reports whether a statement is a draft's.
func (j aboutJudge) of(s compare.Statement) bool {
	return s.Claim != nil && (j.drafts.articles[s.Claim.Article] || j.drafts.claims[s.Claim.ID])
}

// aboutReader reads a statement only where it stands beside a draft's.
type aboutReader struct {
	aboutJudge
	reader compare.Reader
}

// aboutReading is a statement that is read when it is first needed.
type aboutReading struct {
	draft bool
	read  func() compare.Reading
}

// Read notes the statement.
func (j aboutReader) Read(s compare.Statement) compare.Reading {
	return &aboutReading{j.of(s), sync.OnceValue(func() compare.Reading { return j.reader.Read(s) })}
}

// Oppose asks the judge where one side is a draft's.
func (j aboutReader) Oppose(a, b compare.Reading) (compare.Verdict, bool) {
	x, y := a.(*aboutReading), b.(*aboutReading)
	if !x.draft && !y.draft {
		return compare.Verdict{}, false
	}
	return j.reader.Oppose(x.read(), y.read())
}

// aboutLeaner can be asked what it is less sure of, too.
type aboutLeaner struct {
	aboutReader
	leaner compare.Leaner
}

// Lean is the judge's, about the same pairs.
func (j aboutLeaner) Lean(least float64) compare.Reader {
	return aboutReader{j.aboutJudge, j.leaner.Lean(least)}
}
