//go:build !unix

package postgrestest

import (
	"os"
	"os/exec"
)

// fast is the signal that ends the server.
var fast = os.Kill

func give(string) error { return nil }

func demote(*exec.Cmd) {}
