package archive

import (
	"fmt"
	"reflect"

	"crosscheck/claims/pack"
)

// packer packs values of one type.
type packer[T any] struct{ pack.Packer[T] }

func newPacker[T any]() packer[T] { return packer[T]{pack.New[T]()} }

// append packs a value behind out.
func (p packer[T]) append(out []byte, v *T) []byte { return p.Append(out, v) }

// read unpacks a value that takes all of data. Its strings share one piece of
// memory.
func (p packer[T]) read(data []byte, v *T) error {
	if err := p.Read(data, v); err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return nil
}

// shapeOf is a number for what types look like.
func shapeOf(types ...reflect.Type) uint64 { return pack.Shape(types...) }
