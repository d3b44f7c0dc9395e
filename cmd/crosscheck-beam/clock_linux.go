package main

import (
	"syscall"
	"time"
)

// ofThread is RUSAGE_THREAD of getrusage(2).
const ofThread = 1

// threadTime is how long the thread has been on a processor.
func threadTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(ofThread, &u); err != nil {
		return time.Since(started)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
