// Command crosscheck reads news articles of several outlets, extracts who said
// what, and flags the statements that oppose each other.
//
// A run goes through these steps, each in a file of its own:
//
//  1. main.go meets the operating system: signals, streams, the exit code;
//  2. root.go finds the subcommand, refusing what it does not know;
//  3. report.go, claims.go, judge.go, version.go and completion.go are the
//     subcommands, help.go explains them;
//  4. articles.go reads the input, files.go writes what -o names, stream.go and
//     row.go judge JSON Lines, console.go and terminal.go talk to the terminal;
//  5. exit.go turns the outcome into a message and an exit code.
//
// It decides nothing about claims: what was said is found below claims, what
// disagrees below compare, and how it looks below report.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)   // so that a second Ctrl-C kills
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is a write error: see exit
	os.Exit(exit(os.Stderr, run(ctx, os.Stdin, os.Stdout, os.Stderr, os.Args[1:])))
}

// run carries out one command line. What goes wrong with one file or row is
// said on stderr and the run goes on; the error is why there is no result.
func run(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer, args []string) error {
	a := newApp(&interruptible{ctx: ctx, from: stdin}, stdout, stderr)
	return a.execute(ctx, args)
}
