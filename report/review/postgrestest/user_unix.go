//go:build unix

package postgrestest

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"syscall"
)

// fast is the signal on which PostgreSQL breaks off what is under way and ends.
const fast = syscall.SIGINT

// PostgreSQL refuses to run as root. Whoever is root becomes, for its processes
// alone, one of these; the first is the user that Debian's package makes.
var others = []string{"postgres", "nobody"}

// other is the user that the server runs as; ok is false where it is our own.
func other() (uid, gid int, ok bool) {
	if os.Getuid() != 0 {
		return 0, 0, false
	}
	for _, name := range others {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err1 := strconv.Atoi(u.Uid)
		gid, err2 := strconv.Atoi(u.Gid)
		if err1 == nil && err2 == nil {
			return uid, gid, true
		}
	}
	return 0, 0, false
}

// give makes the folder the server's own.
func give(folder string) error {
	uid, gid, ok := other()
	if !ok {
		return nil
	}
	if err := os.Chown(folder, uid, gid); err != nil {
		return fmt.Errorf("giving the folder to the server: %w", err)
	}
	return nil
}

// demote has a command run as the server's user.
func demote(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Ctrl-C at the tests is not for it
	if uid, gid, ok := other(); ok {
		c.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	}
}
