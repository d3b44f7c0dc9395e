package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"

	"crosscheck/compare"
)

// stream judges rows of JSON Lines, in this order:
//
//  1. read takes lines in batches from in;
//  2. judge works on several batches at once;
//  3. write puts the rows on out in the order in which they came.
//
// Memory is bounded by the batches under way, whatever the length of the input.
type stream struct {
	judge compare.Judge
	in    io.Reader
	out   io.Writer
	warn  func(line int, reason string) // called from one goroutine, in order
}

// tally counts the rows of a stream.
type tally struct {
	rows   int // blank lines left out
	broken int // rows that could not be judged
}

// batch is some rows on their way through a stream.
type batch struct {
	lines []line
	done  chan struct{} // closed when what follows is set
	out   []byte        // a line for each of lines
	bad   []fault       // the lines that could not be judged
	err   error         // of the judge
}

// fault is why a line could not be judged.
type fault struct {
	line   int // 1-based
	reason string
}

// run judges all rows. The tally is right even beside an error, which is that
// of in, out, the judge or ctx.
func (s *stream) run(ctx context.Context) (tally, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan *batch, runtime.GOMAXPROCS(0))
	var failed error
	go func() {
		defer close(queue)
		failed = s.read(ctx, queue)
	}()
	var count tally
	for b := range queue {
		select {
		case <-b.done:
		case <-ctx.Done(): // a judge may be slow to notice
			return count, ctx.Err()
		}
		if b.err != nil {
			return count, b.err
		}
		count.rows += len(b.lines)
		count.broken += len(b.bad)
		if err := s.write(b); err != nil {
			return count, err
		}
	}
	return count, failed
}

// read queues batches, each already being judged, until the input ends. The
// queue's length bounds how many are under way.
func (s *stream) read(ctx context.Context, queue chan<- *batch) error {
	from := newLineReader(s.in)
	for {
		lines, err := from.batch()
		if len(lines) > 0 {
			b := &batch{lines: lines, done: make(chan struct{})}
			select {
			case queue <- b:
				go s.work(ctx, b)
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("reading rows: %w", err)
		}
	}
}

// write puts out a batch that is done.
func (s *stream) write(b *batch) error {
	for _, bad := range b.bad {
		s.warn(bad.line, bad.reason)
	}
	_, err := s.out.Write(b.out)
	return err
}

// work judges a batch.
func (s *stream) work(ctx context.Context, b *batch) {
	defer close(b.done)
	rows := make([]row, len(b.lines))
	faults := make([]error, len(b.lines))
	var pairs []compare.Pair
	for i, l := range b.lines {
		var p compare.Pair
		if rows[i], p, faults[i] = readPair(l); faults[i] == nil {
			pairs = append(pairs, p)
		}
	}
	verdicts, err := judgeAll(ctx, s.judge, pairs)
	if err != nil {
		b.err = err
		return
	}
	for i, l := range b.lines {
		if faults[i] != nil {
			b.spoil(l.number, rows[i], faults[i].Error())
			continue
		}
		b.out = append(rows[i].with(b.out, fields(verdicts[0])...), '\n')
		verdicts = verdicts[1:]
	}
}

// spoil puts a row in place of one that cannot be judged, so that the n-th
// line of the output still answers the n-th row: {"id":…,"line":3,"error":"…"}.
func (b *batch) spoil(number int, r row, reason string) {
	b.bad = append(b.bad, fault{number, reason})
	var answer []field
	if id := r.value("id"); id != nil {
		answer = append(answer, field{"id", id})
	}
	answer = append(answer, field{"line", encode(number)}, field{"error", encode(reason)})
	b.out = append(empty.with(b.out, answer...), '\n')
}

// readPair reads a line as a row with a premise and a hypothesis. The row is
// of use beside an error, for its ID.
func readPair(l line) (row, compare.Pair, error) {
	if l.long {
		return row{}, compare.Pair{}, fmt.Errorf("the line is longer than %d MiB", lineBytes>>20)
	}
	r, err := parseRow(l.text)
	if err != nil {
		return row{}, compare.Pair{}, err
	}
	premise, err := r.text("premise")
	if err != nil {
		return r, compare.Pair{}, err
	}
	hypothesis, err := r.text("hypothesis")
	if err != nil {
		return r, compare.Pair{}, err
	}
	return r, bare(premise, hypothesis), nil
}

// bare is a pair of statements that belong to no article.
func bare(premise, hypothesis string) compare.Pair {
	return compare.Pair{A: compare.Statement{Text: premise}, B: compare.Statement{Text: hypothesis}}
}

// judgeAll holds the judge to its contract: a verdict for every pair.
func judgeAll(ctx context.Context, j compare.Judge, pairs []compare.Pair) ([]compare.Verdict, error) {
	if len(pairs) == 0 {
		return nil, nil
	}
	verdicts, err := j.Judge(ctx, pairs)
	if err == nil && len(verdicts) != len(pairs) {
		err = fmt.Errorf("judge %s gave %d verdicts on %d pairs", j.Name(), len(verdicts), len(pairs))
	}
	return verdicts, err
}

// fields are what a judge says of a row.
func fields(v compare.Verdict) []field {
	return []field{{"label", encode(v.Label)}, {"scores", encode(v.Scores)}, {"why", encode(why(v))}}
}
