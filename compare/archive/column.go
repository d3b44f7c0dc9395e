package archive

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"crosscheck/compare/check"
	"crosscheck/compare/story"
	"crosscheck/compare/topic"
)

// chunk is how much of a column is in memory as bytes at once.
const chunk = 1 << 18

// spare is which part of a column is left free behind it, for what is added: a
// day's news.
const spare = 32

// column is a list of things of a fixed number of bytes each.
func column[T any](list *[]T, width int, put func(b []byte, x *T), get func(b []byte, x *T)) section {
	return section{
		write: func(w io.Writer) error {
			b := make([]byte, chunk/width*width)
			for rest := *list; len(rest) > 0; {
				n := min(len(b)/width, len(rest))
				for i := range n {
					put(b[i*width:(i+1)*width], &rest[i])
				}
				if _, err := w.Write(b[:n*width]); err != nil {
					return err
				}
				rest = rest[n:]
			}
			return nil
		},
		read: func(r io.Reader, size int64) error {
			if size%int64(width) != 0 {
				return fmt.Errorf("%w: a column ends in the middle of a row", ErrDamaged)
			}
			out := make([]T, size/int64(width), (size+size/spare)/int64(width))
			b := make([]byte, chunk/width*width)
			for at := 0; at < len(out); {
				n := min(len(b)/width, len(out)-at)
				if _, err := io.ReadFull(r, b[:n*width]); err != nil {
					return fmt.Errorf("%w: %w", ErrDamaged, err)
				}
				for i := range n {
					get(b[i*width:(i+1)*width], &out[at+i])
				}
				at += n
			}
			*list = out
			return nil
		},
	}
}

func numbers[T int32 | uint32](list *[]T) section {
	return column(list, 4, func(b []byte, x *T) { binary.LittleEndian.PutUint32(b, uint32(*x)) },
		func(b []byte, x *T) { *x = T(binary.LittleEndian.Uint32(b)) })
}

func wide(list *[]uint64) section {
	return column(list, 8, func(b []byte, x *uint64) { binary.LittleEndian.PutUint64(b, *x) },
		func(b []byte, x *uint64) { *x = binary.LittleEndian.Uint64(b) })
}

func flags(list *[]bool) section {
	return column(list, 1, func(b []byte, x *bool) {
		b[0] = 0
		if *x {
			b[0] = 1
		}
	}, func(b []byte, x *bool) { *x = b[0] != 0 })
}

func lines(list *[]check.Line) section {
	return column(list, 8, func(b []byte, x *check.Line) { putTwo(b, x.Claim, x.Nth) },
		func(b []byte, x *check.Line) { x.Claim, x.Nth = two(b) })
}

func edges(list *[]story.Edge) section {
	return column(list, 12, func(b []byte, x *story.Edge) {
		putTwo(b, x.A, x.B)
		putFloat(b[8:], x.Similarity)
	}, func(b []byte, x *story.Edge) {
		x.A, x.B = two(b)
		x.Similarity = float(b[8:])
	})
}

func pairs(list *[]topic.Candidate) section {
	return column(list, 12, func(b []byte, x *topic.Candidate) {
		putTwo(b, x.A, x.B)
		putFloat(b[8:], x.Similarity)
	}, func(b []byte, x *topic.Candidate) {
		x.A, x.B = two(b)
		x.Similarity = float(b[8:])
	})
}

// texts are strings without line ends, each with one behind it.
func texts(list *[]string) section {
	return section{
		write: func(w io.Writer) error {
			b := make([]byte, 0, chunk)
			for _, s := range *list {
				if b = append(append(b, s...), '\n'); len(b) < chunk/2 {
					continue
				}
				if _, err := w.Write(b); err != nil {
					return err
				}
				b = b[:0]
			}
			_, err := w.Write(b)
			return err
		},
		read: func(r io.Reader, size int64) error {
			data, err := text(r, size)
			if err != nil {
				return err
			}
			n := strings.Count(data, "\n")
			out := make([]string, 0, n+n/spare)
			for line := range strings.Lines(data) {
				out = append(out, strings.TrimSuffix(line, "\n"))
			}
			*list = out
			return nil
		},
	}
}

// text reads so many bytes.
func text(r io.Reader, size int64) (string, error) {
	var b strings.Builder
	b.Grow(int(size))
	if _, err := io.CopyN(&b, r, size); err != nil {
		return "", fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return b.String(), nil
}

func putTwo(b []byte, x, y int32) {
	binary.LittleEndian.PutUint32(b, uint32(x))
	binary.LittleEndian.PutUint32(b[4:], uint32(y))
}

func two(b []byte) (x, y int32) {
	return int32(binary.LittleEndian.Uint32(b)), int32(binary.LittleEndian.Uint32(b[4:]))
}

func putFloat(b []byte, x float32) { binary.LittleEndian.PutUint32(b, math.Float32bits(x)) }
func float(b []byte) float32       { return math.Float32frombits(binary.LittleEndian.Uint32(b)) }

// packed is anything that a packer packs.
func packed[T any](v *T) section {
	p := newPacker[T]()
	return section{
		write: func(w io.Writer) error {
			_, err := w.Write(p.append(nil, v))
			return err
		},
		read: func(r io.Reader, size int64) error {
			data := make([]byte, size)
			if _, err := io.ReadFull(r, data); err != nil {
				return fmt.Errorf("%w: %w", ErrDamaged, err)
			}
			return p.read(data, v)
		},
	}
}

// through is a value that is packed as another.
func through[T any](to func() T, from func(T)) section {
	return section{
		write: func(w io.Writer) error {
			v := to()
			return packed(&v).write(w)
		},
		read: func(r io.Reader, size int64) error {
			var v T
			if err := packed(&v).read(r, size); err != nil {
				return err
			}
			from(v)
			return nil
		},
	}
}

// label is the label of a statement that is a centre.
type label struct {
	At   int32
	Text string
}

// labelled are the labels of the few statements that have one. What was read is
// spread over the statements when their number is known.
func labelled(s *state) section {
	return through(func() []label {
		var out []label
		for i, text := range s.ledger.Labels {
			if text != "" {
				out = append(out, label{int32(i), text})
			}
		}
		return out
	}, func(list []label) { s.labels = list })
}

// counted is a number of an article.
type counted struct {
	At int32
	N  int
}

func alone(m *map[int32]int) section {
	return through(func() []counted {
		var out []counted
		for at, n := range *m {
			out = append(out, counted{at, n})
		}
		slices.SortFunc(out, func(x, y counted) int { return cmp.Compare(x.At, y.At) })
		return out
	}, func(list []counted) {
		*m = map[int32]int{}
		for _, x := range list {
			(*m)[x.At] = x.N
		}
	})
}
