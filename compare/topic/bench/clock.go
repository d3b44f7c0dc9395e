//go:build !unix

package main

import "time"

// timed is how many seconds do takes.
func timed(do func()) float64 {
	begin := time.Now()
	do()
	return time.Since(begin).Seconds()
}
