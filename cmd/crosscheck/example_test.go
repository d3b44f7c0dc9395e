package main

import (
	"context"
	"fmt"
	"os"
	"strings"
)

// A command line is run within the process, on any streams.
func Example() {
	ctx, nothing := context.Background(), strings.NewReader("")
	err := run(ctx, nothing, os.Stdout, os.Stderr, []string{"reprot", "articles/"})
	fmt.Println("exit code", exit(os.Stdout, err))
	// Output:
	// crosscheck: unknown command "reprot"
	// hint: did you mean "report"? "crosscheck --help" lists the commands
	// exit code 2
}
