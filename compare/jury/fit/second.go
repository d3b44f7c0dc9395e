package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"

	"crosscheck/compare"
	"crosscheck/compare/second"
	"crosscheck/compare/trained/cross"
)

// together prints how good the jury and a second judge are together, on pairs that
// neither has seen, and an entry of compare/second/weights.json: a logistic
// function of both, fitted to nine tenths of the pairs, ten times, and then to all.
// score is the jury's of each case, said the file of what the second judge says
// of them, or "cross" for asking our own.
func together(ctx context.Context, out io.Writer, cases []weighed, score []float64, said string) error {
	scores, err := opinions(ctx, cases, said)
	if err != nil {
		return err
	}
	x := make([][terms]float64, len(cases))
	alone, both := make([]float64, len(cases)), make([]float64, len(cases))
	for i, s := range scores {
		alone[i] = s.Contradiction
		x[i] = [terms]float64{1, second.Odds(score[i]), second.Odds(s.Contradiction), second.Odds(s.Entailment)}
	}
	for k := range folds {
		w := logistic(cases, x, func(c weighed) bool { return c.fold() != k })
		for i, c := range cases {
			if c.fold() == k {
				both[i] = probability(w, x[i])
			}
		}
	}
	ranked(out, "second", cases, alone)
	ranked(out, "both", cases, both)
	bands(out, cases, both)
	w := logistic(cases, x, func(weighed) bool { return true })
	_, err = fmt.Fprintf(out, "{\"judge\": \"\", \"bias\": %.4f, \"first\": %.4f, \"contradiction\": %.4f, \"entailment\": %.4f}\n", w[0], w[1], w[2], w[3])
	return err
}

// opinions are what the second judge says of each case.
func opinions(ctx context.Context, cases []weighed, said string) ([]compare.Scores, error) {
	if said == "cross" {
		asked := make([]compare.Pair, len(cases))
		for i, c := range cases {
			asked[i] = compare.Pair{A: compare.Statement{Text: c.a}, B: compare.Statement{Text: c.b}}
		}
		return cross.NewJudge().Scores(ctx, asked)
	}
	f, err := os.Open(said)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := make([]compare.Scores, len(cases))
	dec := json.NewDecoder(f)
	for i := range out {
		if err := dec.Decode(&out[i]); err != nil {
			return nil, fmt.Errorf("row %d of %q, which needs %d: %w", i+1, said, len(out), err)
		}
	}
	return out, nil
}

// terms is how many numbers a pair has: 1, and the log-odds of the jury's score,
// of the second judge's contradiction and of its entailment.
const terms = 4

// ridge keeps the weights finite, and does little else.
const ridge = 1e-3

// logistic is the logistic regression of right on the terms of the cases that
// learn names, by Newton's method.
func logistic(cases []weighed, x [][terms]float64, learn func(weighed) bool) (w [terms]float64) {
	for range 30 {
		var slope [terms]float64
		var curve [terms][terms]float64
		for i := range w {
			slope[i], curve[i][i] = -ridge*w[i], ridge
		}
		for n, c := range cases {
			if learn(c) {
				add(&slope, &curve, w, x[n], c.label >= isRight)
			}
		}
		for i, step := range solve(curve, slope) {
			w[i] += step
		}
	}
	return w
}

// add adds a case to the first and second derivatives of the likelihood.
func add(slope *[terms]float64, curve *[terms][terms]float64, w, x [terms]float64, right bool) {
	q := probability(w, x)
	miss := -q
	if right {
		miss++
	}
	for i := range x {
		slope[i] += miss * x[i]
		for j := range x {
			curve[i][j] += q * (1 - q) * x[i] * x[j]
		}
	}
}

func probability(w, x [terms]float64) float64 {
	z := 0.0
	for i := range w {
		z += w[i] * x[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// solve solves a x = b by elimination; a is positive definite.
func solve(a [terms][terms]float64, b [terms]float64) [terms]float64 {
	for i := range b {
		for k := i + 1; k < terms; k++ {
			f := a[k][i] / a[i][i]
			for j := i; j < terms; j++ {
				a[k][j] -= f * a[i][j]
			}
			b[k] -= f * b[i]
		}
	}
	for i := terms - 1; i >= 0; i-- {
		for j := i + 1; j < terms; j++ {
			b[i] -= a[i][j] * b[j]
		}
		b[i] /= a[i][i]
	}
	return b
}
