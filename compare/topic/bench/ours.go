package main

import (
	"encoding/json"
	"io"

	"crosscheck/compare/term"
	"crosscheck/compare/topic"
)

// ours is how the results name this repository.
const ours = "crosscheck"

// writeOurs scores the pairs three times: from the text, as the other libraries
// do; with the words of each statement read before; and the claims of each story
// all at once against one another, as a run does it, where only the time counts.
func writeOurs(in io.Reader, out io.Writer) error {
	pairs, err := decodeAll[pair](in)
	if err != nil {
		return err
	}
	score(pairs[:min(len(pairs), 100)]) // reads the word lists and vectors
	whole := result{Tool: ours, Scorer: "topic.Similarity", Pairs: len(pairs)}
	whole.Seconds = timed(func() { whole.Scores = score(pairs) })
	items := read(pairs)
	compared := result{Tool: ours, Scorer: "topic.Similarity, words read before", Pairs: len(pairs)}
	compared.Seconds = timed(func() { compared.Scores = compare(items) })
	stories := together(pairs, items)
	within := result{Tool: ours, Scorer: "topic.Within, words read before"}
	within.Seconds = timed(func() { within.Pairs = group(stories) })
	e := json.NewEncoder(out)
	for _, r := range []result{whole, compared, within} {
		if err := e.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// score reads and compares each pair by itself.
func score(pairs []pair) []float64 {
	var r term.Reader
	out := make([]float64, len(pairs))
	for i, p := range pairs {
		a, b := topic.Text(&r, p.A, "", ""), topic.Text(&r, p.B, "", "")
		out[i], _ = topic.Similarity(&a, &b)
	}
	return out
}

// read is the two statements of each pair, one after the other.
func read(pairs []pair) []*topic.Item {
	var r term.Reader
	var out []*topic.Item
	for _, p := range pairs {
		for _, text := range []string{p.A, p.B} {
			it := topic.Text(&r, text, "", "")
			out = append(out, &it)
		}
	}
	return out
}

func compare(items []*topic.Item) []float64 {
	out := make([]float64, len(items)/2)
	for i := range out {
		out[i], _ = topic.Similarity(items[2*i], items[2*i+1])
	}
	return out
}

// together is the claims of each story, each claim once.
func together(pairs []pair, items []*topic.Item) [][]*topic.Item {
	at := map[string]int{}
	known := map[[2]string]bool{}
	var out [][]*topic.Item
	for i, p := range pairs {
		if p.Story == "" {
			continue
		}
		if _, ok := at[p.Story]; !ok {
			at[p.Story] = len(out)
			out = append(out, nil)
		}
		for side, text := range []string{p.A, p.B} {
			if key := [2]string{p.Story, text}; !known[key] {
				known[key] = true
				n := at[p.Story]
				out[n] = append(out[n], items[2*i+side])
			}
		}
	}
	return out
}

// passes is how often the stories are grouped: once would be over too soon to
// be timed.
const passes = 20

// group groups all stories and returns how many pairs of statements they have,
// counting every pass.
func group(stories [][]*topic.Item) (pairs int) {
	every := func(int32, int32) bool { return true }
	for range passes {
		for _, s := range stories {
			topic.Within(s, topic.Options{}, every)
			pairs += len(s) * (len(s) - 1) / 2
		}
	}
	return pairs
}
