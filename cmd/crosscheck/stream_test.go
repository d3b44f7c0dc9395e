package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"crosscheck/compare"
)

// echo is a judge that says the premise's length and repeats it.
type echo struct{ fail error }

func (echo) Name() string { return "echo/1" }

func (e echo) Judge(ctx context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	verdicts := make([]compare.Verdict, len(pairs))
	for i, p := range pairs {
		verdicts[i] = compare.Verdict{Label: compare.Neutral, Scores: compare.Scores{Neutral: 1},
			Why: fmt.Sprintf("%d: %.20s", len(p.A.Text), p.A.Text)}
	}
	return verdicts, errors.Join(e.fail, ctx.Err())
}

// judged runs a stream over the input and returns what it wrote and warned of.
func judged(in io.Reader) (out string, warnings []string, count tally, err error) {
	var b bytes.Buffer
	s := stream{judge: echo{}, in: in, out: &b, warn: func(line int, reason string) {
		warnings = append(warnings, fmt.Sprintf("%d: %s", line, reason))
	}}
	count, err = s.run(context.Background())
	return b.String(), warnings, count, err
}

func TestStreamAnswersEveryRowInItsPlace(t *testing.T) {
	in := "\ufeff" + `{"id":"a","premise":"P <1>","hypothesis":"H","extra":[1 , 2]}` + "\r\n" + `

{"id":2.0,"premise":"P"}
nothing
{"label":"gold","premise":"P2","hypothesis":"H"}`
	want := `{"id":"a","premise":"P <1>","hypothesis":"H","extra":[1 , 2],"label":"neutral","scores":{"entailment":0,"neutral":1,"contradiction":0},"why":"5: P <1>"}
{"id":2.0,"line":4,"error":"no field \"hypothesis\""}
{"line":5,"error":"not valid JSON: at column 2, 'o' does not belong there"}
{"label":"neutral","premise":"P2","hypothesis":"H","scores":{"entailment":0,"neutral":1,"contradiction":0},"why":"2: P2"}
`
	out, warnings, count, err := judged(strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, out); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(tally{rows: 4, broken: 2}, count, cmp.AllowUnexported(tally{})); diff != "" {
		t.Errorf("tally (-want +got):\n%s", diff)
	}
	if len(warnings) != 2 || !strings.HasPrefix(warnings[0], "4: ") || !strings.HasPrefix(warnings[1], "5: ") {
		t.Errorf("warnings: %q", warnings)
	}
}

// TestStreamKeepsOrder judges many rows whose batches differ in cost.
func TestStreamKeepsOrder(t *testing.T) {
	const rows = 5000
	var in strings.Builder
	for i := range rows {
		fmt.Fprintf(&in, `{"id":%d,"premise":%q,"hypothesis":"H"}`+"\n", i, strings.Repeat("x", 1+i*7919%500))
	}
	out, _, count, err := judged(iotest.HalfReader(strings.NewReader(in.String())))
	if err != nil || count.rows != rows {
		t.Fatalf("%d rows, error %v", count.rows, err)
	}
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != rows {
		t.Fatalf("%d lines for %d rows", len(lines), rows)
	}
	for i, l := range lines {
		var got struct {
			ID  int
			Why string
		}
		if err := json.Unmarshal([]byte(l), &got); err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("%d: ", 1+i*7919%500); got.ID != i || !strings.HasPrefix(got.Why, want) {
			t.Fatalf("line %d answers row %d with %q", i, got.ID, got.Why)
		}
	}
}

// TestStreamAnswersWhileTheInputWaits writes the second row only when the
// first is answered: a stream that waits for more never ends this test.
func TestStreamAnswersWhileTheInputWaits(t *testing.T) {
	rows, in := io.Pipe()
	out, answers := io.Pipe()
	done := make(chan error, 1)
	go func() {
		s := stream{judge: echo{}, in: rows, out: answers, warn: func(int, string) {}}
		_, err := s.run(context.Background())
		answers.CloseWithError(err)
		done <- err
	}()
	scan := bufio.NewScanner(out)
	for i := range 3 {
		fmt.Fprintf(in, `{"id":%d,"premise":"P","hypothesis":"H"}`+"\n", i)
		if !scan.Scan() || !strings.HasPrefix(scan.Text(), fmt.Sprintf(`{"id":%d,`, i)) {
			t.Fatalf("answer %d: %q, %v", i, scan.Text(), scan.Err())
		}
	}
	in.Close()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestStreamReadsLongLines(t *testing.T) {
	long := strings.Repeat("x", 3<<20)
	out, _, _, err := judged(strings.NewReader(`{"premise":"` + long + `","hypothesis":"H"}` + "\n" + `{"premise":"P","hypothesis":"H"}`))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out, `"why":"3145728: `) || strings.Count(out, "\n") != 2 {
		t.Errorf("%d bytes in %d lines", len(out), strings.Count(out, "\n"))
	}
}

// endless is a line that never ends, up to its size.
type endless struct{ left int }

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.left)
	e.left -= n
	for i := range p[:n] {
		p[i] = 'x'
	}
	return n, nil
}

func TestStreamCutsALineWithoutEnd(t *testing.T) {
	in := io.MultiReader(&endless{lineBytes + 1}, strings.NewReader("\n"+`{"premise":"P","hypothesis":"H"}`))
	out, warnings, count, err := judged(in)
	if err != nil || count.rows != 2 || count.broken != 1 {
		t.Fatalf("tally %+v, error %v", count, err)
	}
	if !strings.HasPrefix(out, `{"line":1,"error":"the line is longer than 64 MiB"}`+"\n"+`{"premise"`) {
		t.Errorf("wrote %.200q", out)
	}
	if len(warnings) != 1 {
		t.Errorf("warnings: %q", warnings)
	}
}

func TestStreamEndsWithTheFirstError(t *testing.T) {
	row := `{"premise":"P","hypothesis":"H"}` + "\n"
	broken := errors.New("broken")
	none := func(int, string) {}
	for name, s := range map[string]stream{
		"input":  {echo{}, io.MultiReader(strings.NewReader(row), iotest.ErrReader(broken)), io.Discard, none},
		"output": {echo{}, strings.NewReader(row), failing{broken}, none},
		"judge":  {echo{broken}, strings.NewReader(row), io.Discard, none},
	} {
		if _, err := s.run(context.Background()); !errors.Is(err, broken) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// TestStreamDoesNotWaitForTheJudge cancels a judge who never answers.
func TestStreamDoesNotWaitForTheJudge(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	s := stream{judge: sleeper{woken: cancel}, in: strings.NewReader(`{"premise":"P","hypothesis":"H"}`), out: io.Discard}
	if _, err := s.run(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want a cancelled context", err)
	}
}

// sleeper is a judge who says that it is asked, and no more.
type sleeper struct{ woken func() }

func (sleeper) Name() string { return "sleeper/1" }

func (s sleeper) Judge(context.Context, []compare.Pair) ([]compare.Verdict, error) {
	s.woken()
	select {}
}

func TestStreamHoldsTheJudgeToItsContract(t *testing.T) {
	_, err := judgeAll(context.Background(), mute{}, []compare.Pair{{}, {}})
	if err == nil || err.Error() != "judge mute/1 gave 0 verdicts on 2 pairs" {
		t.Errorf("error %v", err)
	}
}

// mute is a judge that has nothing to say.
type mute struct{}

func (mute) Name() string { return "mute/1" }

func (mute) Judge(context.Context, []compare.Pair) ([]compare.Verdict, error) { return nil, nil }
