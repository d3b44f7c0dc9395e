package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"
)

// The exit codes, all of them.
const (
	exitDone   = 0 // the command did its job, whatever it found; the gate lets the drafts run
	exitHold   = 1 // the gate holds a draft back
	exitFailed = 2 // the tool could not do its job, the gate among it, or was misused
)

// errHold is the gate's answer, which it has printed already.
var errHold = errors.New("a draft is held")

// exit says on stderr, once, what went wrong and returns the exit code.
//
// Whoever closes the pipe that we write to ("crosscheck ... | head") has seen
// enough: that is no failure.
func exit(stderr io.Writer, err error) int {
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitDone
	case errors.Is(err, errHold):
		return exitHold
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "crosscheck: interrupted")
	default:
		fmt.Fprintln(stderr, "crosscheck:", inWords(err))
	}
	return exitFailed
}

// inWords is an error with what the system says of a file put as elsewhere: "open a.json:
// no such file or directory" is "a.json does not exist".
func inWords(err error) string {
	var at *fs.PathError
	if said := err.Error(); errors.As(err, &at) && errors.Is(err, fs.ErrNotExist) {
		return strings.Replace(said, at.Error(), at.Path+" does not exist", 1)
	}
	return err.Error()
}

// withHint adds to an error the line that says what can be done about it.
func withHint(err error, format string, args ...any) error {
	return fmt.Errorf("%w\nhint: %s", err, fmt.Sprintf(format, args...))
}

// misuse is the error of a command line that asks for the impossible.
func misuse(hint, format string, args ...any) error {
	return withHint(fmt.Errorf(format, args...), "%s", hint)
}
