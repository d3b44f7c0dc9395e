package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"syscall"
	"testing"
)

func TestExit(t *testing.T) {
	for _, test := range []struct {
		name string
		err  error
		code int
		says string
	}{
		{"done", nil, 0, ""},
		{"failed", errors.New("no paper"), 2, "crosscheck: no paper\n"},
		{"hint", misuse("buy some", "no %s", "paper"), 2, "crosscheck: no paper\nhint: buy some\n"},
		{"interrupted", fmt.Errorf("reading: %w", context.Canceled), 2, "crosscheck: interrupted\n"},
		{"held", fmt.Errorf("gate: %w", errHold), 1, ""},
		{"reader gone", &os.PathError{Op: "write", Path: "|1", Err: syscall.EPIPE}, 0, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var stderr bytes.Buffer
			if code := exit(&stderr, test.err); code != test.code || stderr.String() != test.says {
				t.Errorf("exit code %d, said %q; want %d, %q", code, stderr.String(), test.code, test.says)
			}
		})
	}
}

// TestExitCodes holds the figures to what scripts of others rely on.
func TestExitCodes(t *testing.T) {
	if exitDone != 0 || exitHold != 1 || exitFailed != 2 {
		t.Error("an exit code has changed")
	}
}
