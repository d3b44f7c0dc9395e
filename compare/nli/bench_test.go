//go:build onnx && cgo && unix

package nli

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"

	"crosscheck/compare"
	"crosscheck/compare/nli/subword"
)

// sample is pairs of sentences of news length, in words of the vocabulary.
func sample(n int) []compare.Pair {
	words := strings.Fields("the harbour bridge minister said on Tuesday that ferry fares would rise before end of year and " +
		"council police report was not closed open new plan for city voters 12 percent")
	random := rand.New(rand.NewPCG(1, 2))
	sentence := func(i int) string {
		var s []string
		for range 8 + random.IntN(22) {
			s = append(s, words[random.IntN(len(words))])
		}
		return fmt.Sprintf("%s %d.", strings.Join(s, " "), i)
	}
	out := make([]compare.Pair, n)
	for i := range out {
		out[i] = bare(sentence(i), sentence(i))
	}
	return out
}

// BenchmarkThroughput sets Scores, with everything that it does, beside the
// bare runs of the same batches by onnxruntime, in turns, on one thread:
//
//	go test -tags onnx -run '^$' -bench Throughput ./compare/nli
//
// after "make.py bench" made a network of MiniLM's size. It counts seconds of
// the processor, which other work on the machine does not lengthen as much.
// cost is how many times as long Scores takes.
func BenchmarkThroughput(b *testing.B) {
	m := opened(b, "bench", Options{Threads: 1})
	pairs := sample(32)
	batches := prepared(b, m, pairs, maxBatchRows)
	var ours, bare time.Duration
	for b.Loop() {
		m.cache = NewCache(1)
		ours += spent(func() {
			if _, err := m.Scores(context.Background(), pairs); err != nil {
				b.Fatal(err)
			}
		})
		bare += spent(func() { through(b, m, batches) })
	}
	questions := float64(2 * len(pairs) * b.N)
	b.ReportMetric(questions/ours.Seconds(), "scores/cpu-s")
	b.ReportMetric(questions/bare.Seconds(), "bare/cpu-s")
	b.ReportMetric(float64(ours)/float64(bare), "cost")
}

// BenchmarkRows says how many questions should be read at once.
func BenchmarkRows(b *testing.B) {
	m := opened(b, "bench", Options{Threads: 1})
	pairs := sample(32)
	rows := []int{1, 2, 4, 8, 16, 32}
	took := make([]time.Duration, len(rows))
	for b.Loop() {
		for i, n := range rows {
			batches := prepared(b, m, pairs, n)
			took[i] += spent(func() { through(b, m, batches) })
		}
	}
	for i, n := range rows {
		b.ReportMetric(float64(2*len(pairs)*b.N)/took[i].Seconds(), fmt.Sprintf("by%d/cpu-s", n))
	}
}

// spent is how long the processor worked for us while do ran.
func spent(do func()) time.Duration {
	var before, after syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &before)
	do()
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &after)
	return time.Duration(after.Utime.Nano() - before.Utime.Nano() + after.Stime.Nano() - before.Stime.Nano())
}

// through has the network read batches and nothing else.
func through(b *testing.B, m *Model, batches []*batch) {
	b.Helper()
	for _, batch := range batches {
		if _, err := m.engine.run(batch); err != nil {
			b.Fatal(err)
		}
	}
}

// prepared are the batches of both orders of pairs.
func prepared(b *testing.B, m *Model, pairs []compare.Pair, rows int) (out []*batch) {
	b.Helper()
	known, err := m.encode(context.Background(), pairs)
	if err != nil {
		b.Fatal(err)
	}
	var joined []subword.Joined
	var lengths []int
	for _, p := range pairs {
		for _, q := range [...]compare.Pair{p, {A: p.B, B: p.A}} {
			joined = append(joined, m.tokens.Join(known[q.A.Text], known[q.B.Text], m.info.MaxTokens))
			lengths = append(lengths, len(joined[len(joined)-1].IDs))
		}
	}
	for _, questions := range plan(lengths, rows) {
		out = append(out, fill(questions, joined, m.pad))
	}
	return out
}
