package cross

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"sync"
)

// ErrNone says that no weights were put into this build.
var ErrNone = errors.New("this build has no cross-encoder of its own; hint: build it with compare/trained/cross/weights/weights.bin, which training/export.py writes")

// folder has a README.md, and weights.bin where this build has a network.
//
//go:embed weights
var folder embed.FS

// Default is the embedded model, read on first use. Its errors are [ErrNone],
// and those of a damaged build.
var Default = sync.OnceValues(func() (*Model, error) { return open(folder) })

// open reads the weights of a folder.
func open(folder fs.FS) (*Model, error) {
	f, err := folder.Open("weights/weights.bin")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNone
	}
	if err != nil {
		return nil, fmt.Errorf("reading the cross-encoder: %w", err)
	}
	defer f.Close()
	return Read(f)
}
