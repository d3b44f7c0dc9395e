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
