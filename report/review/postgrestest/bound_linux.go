package postgrestest

import (
	"os/exec"
	"runtime"
	"syscall"
)

// bound starts the server so that the kernel ends it with us, and tells when it
// has ended. The kernel means the thread that started it, so one goroutine keeps
// its thread for as long.
func bound(c *exec.Cmd, ended chan<- error) error {
	c.SysProcAttr.Pdeathsig = syscall.SIGINT
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := c.Start()
		started <- err
		if err == nil {
			ended <- c.Wait()
		}
	}()
	return <-started
}
