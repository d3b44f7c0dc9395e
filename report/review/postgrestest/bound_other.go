//go:build !linux

package postgrestest

import "os/exec"

// bound starts the server and tells when it has ended.
func bound(c *exec.Cmd, ended chan<- error) error {
	if err := c.Start(); err != nil {
		return err
	}
	go func() { ended <- c.Wait() }()
	return nil
}
