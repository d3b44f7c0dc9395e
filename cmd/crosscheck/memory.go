package main

import (
	"os"
	"runtime/debug"
)

// memoryLimit is from where on the garbage collector spends time to save memory: a
// run over 34,000 articles has 2 GiB in use at its end, and with this limit takes 2.8
// GiB in all. It limits nothing that is in use.
const memoryLimit = 11 << 28 // 2.75 GiB

// limitMemory sets the soft limit, unless the environment does.
func limitMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}
