package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"crosscheck/compare"
	"crosscheck/compare/check"
)

// TestCancelledRunLeavesNoFile cancels a run that waits for its input.
func TestCancelledRunLeavesNoFile(t *testing.T) {
	dir := t.TempDir()
	stdin, typist := io.Pipe()
	defer typist.Close()
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		fmt.Fprint(typist, "An article, of which more is to come\n") // returns once it is being read
		cancel()
	}()
	args := []string{"report", "-", "-o", filepath.Join(dir, "r.json")}
	if err := run(ctx, stdin, io.Discard, io.Discard, args); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want a cancelled context", err)
	}
	if left := folder(t, dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// watcher is a terminal that calls seen for every line of progress.
type watcher struct{ seen func(line string) }

func (w watcher) Write(p []byte) (int, error) {
	w.seen(strings.TrimPrefix(string(p), eraseLine))
	return len(p), nil
}

// TestInterruptInEveryStage cancels a run as soon as a stage shows.
func TestInterruptInEveryStage(t *testing.T) {
	for stage, words := range stages {
		t.Run(stage, func(t *testing.T) {
			dir := t.TempDir()
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			a := newApp(strings.NewReader(""), io.Discard, watcher{func(line string) {
				if strings.HasPrefix(line, words) {
					cancel()
				}
			}})
			a.console.terminal, a.console.began = true, time.Time{}
			if stage == check.StageSecond {
				a.judge = func() (compare.Judge, error) { return unsure{}, nil }
			}
			err := a.run(ctx, []string{"report", "../../testdata/articles", "-o", filepath.Join(dir, "x.html"), "-o", filepath.Join(dir, "y.json")})
			if ctx.Err() == nil {
				t.Fatalf("%q never shows", words)
			}
			if !errors.Is(err, context.Canceled) || exit(io.Discard, err) != exitFailed {
				t.Errorf("error %v, want a cancelled context", err)
			}
			if left := folder(t, dir); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// unsure is a second judge that gives every label the same weight.
type unsure struct{}

func (unsure) Name() string { return "unsure" }

func (unsure) Judge(context.Context, []compare.Pair) ([]compare.Verdict, error) {
	return nil, errors.New("a second judge is not asked for verdicts")
}

func (unsure) Scores(ctx context.Context, pairs []compare.Pair) ([]compare.Scores, error) {
	return make([]compare.Scores, len(pairs)), ctx.Err()
}

// deaf is a judge that does not hear of a cancelled context until it is freed.
type deaf struct {
	busy func()
	free chan struct{}
}

func (d deaf) Name() string { return "deaf" }

func (d deaf) Judge(_ context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	d.busy()
	<-d.free
	return make([]compare.Verdict, len(pairs)), nil
}

// TestInterruptLeavesBehindWhatDoesNotStop: the run ends, its judge does not.
func TestInterruptLeavesBehindWhatDoesNotStop(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	free := make(chan struct{})
	defer close(free)
	dir := t.TempDir()
	a := newApp(strings.NewReader(""), io.Discard, io.Discard)
	a.judge = func() (compare.Judge, error) { return deaf{cancel, free}, nil }
	if err := a.run(ctx, []string{"report", "../../testdata/articles", "-o", filepath.Join(dir, "r.json")}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want a cancelled context", err)
	}
	if left := folder(t, dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestInterrupt sends a real process the signal of Ctrl-C while it waits.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no interrupt can be sent to a process on Windows")
	}
	cmd := exec.Command("crosscheck", "judge", "--format", "jsonl")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(stdin, `{"id":"1","premise":"The bridge is open.","hypothesis":"The bridge is closed."}`)
	if answer, err := bufio.NewReader(stdout).ReadString('\n'); err != nil || !strings.HasPrefix(answer, `{"id":"1"`) {
		t.Errorf("answer %q, %v", answer, err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != exitFailed {
		t.Errorf("exit code %d (%v), want %d", cmd.ProcessState.ExitCode(), err, exitFailed)
	}
	if stderr.String() != "crosscheck: interrupted\n" {
		t.Errorf("said %q", stderr.String())
	}
}
