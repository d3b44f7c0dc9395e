// Command crosscheck reads news articles of several outlets, extracts who said
// what, and flags the statements that oppose each other.
//
// A run goes through these steps, each in a file of its own:
//
//  1. main.go meets the operating system: signals, streams, the exit code,
//     memory.go its memory;
//  2. root.go finds the subcommand, refusing what it does not know, flags.go
//     says what is wrong with a flag;
//  3. report.go, diff.go with likeness.go, claims.go, topics.go with why.go,
//     judge.go with judges.go, model.go and its neighbours, gate.go and its own,
//     review.go, serve.go with serve_gate.go and accounts.go, decisions.go, db.go
//     with db_check.go and db_open.go, ingest.go with ingest_http.go, worker.go,
//     version.go and completion.go are the subcommands, help.go explains them;
//  4. articles.go reads the input, nothing.go says why there was none, files.go
//     and drafts.go write what -o names,
//     stream.go and row.go judge JSON Lines, console.go, bar.go, pace.go and
//     terminal.go talk to the terminal;
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
	"time"
)

func main() {
	limitMemory()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)   // so that a second Ctrl-C kills
	signal.Ignore(syscall.SIGPIPE) // a closed pipe is a write error: see exit
	os.Exit(exit(os.Stderr, run(ctx, os.Stdin, os.Stdout, os.Stderr, os.Args[1:])))
}

// grace is how long an interrupted run may take to stop by itself. Whoever
// pressed Ctrl-C should have the prompt back within a second.
const grace = 500 * time.Millisecond

// run carries out one command line. What goes wrong with one file or row is
// said on stderr and the run goes on; the error is why there is no result.
func run(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer, args []string) error {
	return newApp(&interruptible{ctx: ctx, from: stdin}, stdout, stderr).run(ctx, args)
}

// run executes the command line until the context ends. What does not stop
// within grace, or the time that the command asked for, being in the middle of a
// computation, is left behind: the process is about to end, and nothing more of
// it is seen.
func (a *app) run(ctx context.Context, args []string) error {
	done := make(chan error, 1)
	go func() { done <- a.execute(ctx, args) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(max(grace, time.Duration(a.finish.Load()))):
		a.console.close()
		return ctx.Err()
	}
}
