package main

import (
	"os"
	"runtime/debug"
)

// memoryLimit is from where on the garbage collector spends time to save
// memory: a run over 34,000 articles has 2.2 GiB in use, and a lower limit makes
// it collect without end. It limits nothing that is in use.
const memoryLimit = 7 << 29 // 3.5 GiB

// limitMemory sets the soft limit, unless the environment does.
func limitMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
}
