//go:build !linux

package main

import "time"

// threadTime is the time of the wall.
func threadTime() time.Duration { return time.Since(started) }
