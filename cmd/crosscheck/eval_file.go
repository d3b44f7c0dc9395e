package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// withFile opens a file, or takes standard input for "-", and reads it. hint
// says what it should hold; an interruption gets none.
func (a *app) withFile(path, hint string, read func(in io.Reader) error) error {
	in := a.stdin
	if path != "-" {
		f, err := os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			return misuse(hint, "there is no file %s", path)
		}
		if err != nil {
			return withHint(fmt.Errorf("reading %s: %w", path, err), "%s", hint)
		}
		defer f.Close()
		in = f
	}
	err := read(in)
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	return withHint(err, "%s", hint)
}
