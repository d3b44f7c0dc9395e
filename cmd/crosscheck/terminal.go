package main

import (
	"os"

	"golang.org/x/term"
)

// isTerminal reports whether w (or a reader) is a terminal, not a file, a pipe
// or a buffer.
func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// width is the number of columns of the terminal w, 0 where it is none.
func width(w any) int {
	if !isTerminal(w) {
		return 0
	}
	columns, _, err := term.GetSize(int(w.(*os.File).Fd()))
	if err != nil {
		return 0
	}
	return columns
}

// colourful reports whether to colour what is printed: on a terminal that
// can, unless NO_COLOR holds anything (no-color.org).
func colourful(terminal bool, getenv func(string) string) bool {
	return terminal && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
}
