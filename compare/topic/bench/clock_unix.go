//go:build unix

package main

import "syscall"

// timed is how many seconds of processor time the process spends while do runs.
func timed(do func()) float64 {
	begin := spent()
	do()
	return spent() - begin
}

// spent is the processor time of the process so far, in seconds.
func spent() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}
