package main

import (
	"crosscheck/claims/attribution"
	"crosscheck/claims/extract"
	"crosscheck/compare/eval"
)

// number numbers the texts from 0. One that several people marked has one number.
func number(texts []eval.Annotated) []int {
	out, known := make([]int, len(texts)), map[string]int{}
	for i, t := range texts {
		n, ok := known[t.Article.Path]
		if !ok {
			n = len(known)
			known[t.Article.Path] = n
		}
		out[i] = n
	}
	return out
}

// split leaves every nth text out, the first of them in the middle of the first
// n; none where n is 0 or less.
func split(texts []eval.Annotated, n int) (train, held []eval.Annotated) {
	numbers := number(texts)
	for i, t := range texts {
		if n > 0 && numbers[i]%n == n/2 {
			held = append(held, t)
		} else {
			train = append(train, t)
		}
	}
	return train, held
}

// examples are the sentences of the texts with what was marked in them.
func examples(texts []eval.Annotated) []attribution.Example {
	var out []attribution.Example
	numbers := number(texts)
	for i, t := range texts {
		for _, s := range extract.Sentences(t.Article) {
			out = append(out, attribution.Example{Text: numbers[i], Tokens: s.Tokens, Gold: align(s, t.Gold)})
		}
	}
	return out
}
