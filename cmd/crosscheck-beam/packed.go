package main

import (
	"context"
	"fmt"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"crosscheck/claims/pack"
)

// wire is a way between two stages on which values of one type are shuffled. It
// counts them and their bytes, keys included, so that a run tells what each way
// carries.
type wire[T any] struct {
	name   string
	packer func() pack.Packer[T]
	count  beam.Counter
	bytes  beam.Counter
}

// counters is the namespace of the program's metrics.
const counters = "crosscheck"

func newWire[T any](name string) *wire[T] {
	return &wire[T]{name, sync.OnceValue(pack.New[T]), beam.NewCounter(counters, name+" sent"), beam.NewCounter(counters, name+" bytes")}
}

// pack packs a value that goes out under a key.
func (w *wire[T]) pack(ctx context.Context, key string, v *T) []byte {
	data := w.packer().Append(nil, v)
	w.count.Inc(ctx, 1)
	w.bytes.Inc(ctx, int64(len(key)+len(data)))
	return data
}

// unpack unpacks a value.
func (w *wire[T]) unpack(data []byte) (T, error) {
	var v T
	if err := w.packer().Read(data, &v); err != nil {
		return v, fmt.Errorf("%s: %w", w.name, err)
	}
	return v, nil
}

// all unpacks the values of a group.
func (w *wire[T]) all(next func(*[]byte) bool) ([]T, error) {
	var out []T
	for data := []byte(nil); next(&data); {
		v, err := w.unpack(data)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// whole is the one key of a group that has all of a run.
const whole = "run"
