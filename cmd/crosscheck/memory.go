package main

import (
	"os"
	"runtime/debug"
)

// memoryLimit is from where on the garbage collector spends time to save memory: a
// run over 34,000 articles has 1.9 GiB in use at most, and then takes 3 GiB in all,
// for a twentieth more work than with a limit of 3.5 GiB. It limits nothing that is
// in use.
const memoryLimit = 21 << 27 // 2.6 GiB

// limitMemory sets the soft limit, unless the environment does.
func limitMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}
