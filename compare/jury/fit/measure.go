package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"os"
	"slices"
	"strings"

	"crosscheck/compare/jury"
	"crosscheck/compare/trained/boost"
)

// folds is how many parts the pairs are cut into, by article.
const folds = 10

// isRight is the least label of a right finding.
const isRight = 2

func right(cases []weighed) int {
	n := 0
	for _, c := range cases {
		if c.label >= isRight {
			n++
		}
	}
	return n
}

func (w weighed) fold() int {
	h := fnv.New32a()
	h.Write([]byte(w.article))
	return int(h.Sum32() % folds)
}

// rows are cases as package boost learns from them.
func rows(cases []weighed) *boost.Rows {
	r := &boost.Rows{Features: len(jury.Names()), Classes: 2}
	for _, c := range cases {
		r.X = append(r.X, c.features...)
		class := uint8(0)
		if c.label >= isRight {
			class = 1
		}
		r.Label, r.Weight = append(r.Label, class), append(r.Weight, 1)
	}
	return r
}

// measure prints how good the trees are on pairs that they have not seen. It
// returns their scores there, and the scale under which these are likeliest.
func measure(out io.Writer, cases []weighed) ([]float64, float32, error) {
	odds := make([]float64, len(cases))
	for k := range folds {
		var learn []weighed
		for _, c := range cases {
			if c.fold() != k {
				learn = append(learn, c)
			}
		}
		f, err := boost.Fit(rows(learn), settings)
		if err != nil {
			return nil, 0, err
		}
		for i, c := range cases {
			if c.fold() == k {
				odds[i] = ask(f, c.features)
			}
		}
	}
	scale := temperature(cases, odds)
	fmt.Fprintf(out, "scale %.2f\n", scale)
	score := make([]float64, len(cases))
	byRule := make([]float64, len(cases))
	for i, c := range cases {
		score[i], byRule[i] = 1/(1+math.Exp(-odds[i]*scale)), float64(c.features[0])
	}
	ranked(out, "rule", cases, byRule)
	ranked(out, "jury", cases, score)
	bands(out, cases, score)
	return score, float32(scale), nil
}

// ask is the logarithm of the odds of right.
func ask(f *boost.Forest, x []float32) float64 {
	var bins [boost.MaxFeatures + 1]uint8
	var raw [2]float32
	f.Sort(x, bins[:])
	f.Add(&bins, raw[:])
	return float64(raw[1] - raw[0])
}

// ranked prints how many of the first are right, and the average precision.
func ranked(out io.Writer, name string, cases []weighed, score []float64) {
	order := make([]int, len(cases))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(score[b], score[a]) })
	hit, sum := 0, 0.0
	at := map[int]int{}
	for n, i := range order {
		if cases[i].label >= isRight {
			hit++
			sum += float64(hit) / float64(n+1)
		}
		at[n+1] = hit
	}
	fmt.Fprintf(out, "%s  average precision %.3f, right of the first 25: %d, 50: %d, 100: %d, 200: %d\n", name, sum/float64(max(1, right(cases))), at[25], at[50], at[100], at[200])
}

// bands prints how often scores were right.
func bands(out io.Writer, cases []weighed, score []float64) {
	var n, hit [10]int
	for i, s := range score {
		b := min(9, int(s*10))
		n[b]++
		if cases[i].label >= isRight {
			hit[b]++
		}
	}
	for b := range n {
		fmt.Fprintf(out, "  score %.1f-%.1f  %3d pairs  %.2f right\n", float64(b)/10, float64(b+1)/10, n[b], float64(hit[b])/float64(max(1, n[b])))
	}
}

// temperature is the scale of the odds, of a hundred tried, under which the
// labels are likeliest (Guo et al. 2017).
func temperature(cases []weighed, odds []float64) float64 {
	best, least := 1.0, math.Inf(1)
	for scale := .3; scale < 1.5; scale += .01 {
		loss := 0.0
		for i, c := range cases {
			z := odds[i] * scale
			if c.label >= isRight {
				z = -z
			}
			loss += math.Log1p(math.Exp(z))
		}
		if loss < least {
			best, least = scale, loss
		}
	}
	return best
}

// write writes the features of the cases, a row each.
func write(path string, cases []weighed) error {
	var b strings.Builder
	b.WriteString("label\trule\tarticle\t" + strings.Join(jury.Names(), "\t") + "\n")
	for _, c := range cases {
		fmt.Fprintf(&b, "%d\t%s\t%s", c.label, c.rule, c.article)
		for _, x := range c.features {
			fmt.Fprintf(&b, "\t%g", x)
		}
		b.WriteByte('\n')
	}
	return os.WriteFile(path, []byte(b.String()), 0o666)
}

// unseen is a pair with the score of trees that have not seen it, as programs
// that train on them, or judge them, read it. It quotes the news: not for the repository.
type unseen struct {
	A     string  `json:"a"`
	B     string  `json:"b"`
	Fold  int     `json:"fold"`
	Rule  string  `json:"rule"`
	Score float64 `json:"score"`
	Right bool    `json:"right"`
}

// writeUnseen writes the pairs, a line each.
func writeUnseen(path string, cases []weighed, score []float64) error {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	for i, c := range cases {
		if err := enc.Encode(unseen{c.a, c.b, c.fold(), c.rule, score[i], c.label >= isRight}); err != nil {
			return err
		}
	}
	return os.WriteFile(path, []byte(b.String()), 0o666)
}
