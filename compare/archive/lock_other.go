//go:build !unix || aix || solaris

package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// lock makes a file that unlock removes. One that a crash left must be removed
// by hand.
func lock(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("%w, or one that crashed left %s", ErrBusy, path)
	}
	return f, err
}

func unlock(f *os.File) error {
	return errors.Join(f.Close(), os.Remove(f.Name()))
}
