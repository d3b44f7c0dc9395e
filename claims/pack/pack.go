// Package pack writes plain values as few bytes and reads them again: what a run
// keeps on disk, and what goes from machine to machine.
//
//  1. [New] looks at a type once;
//  2. [Packer.Append] packs a value of it, [Packer.Read] unpacks one;
//  3. [Shape] tells whether two programs mean the same by what is packed.
//
// What is packed does not say what it is: field names and types are not
// written. Unexported fields, maps and interfaces cannot be packed.
package pack

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"reflect"
)

// ErrDamaged is the error of bytes that are no packed value of the type.
var ErrDamaged = errors.New("what was packed cannot be unpacked")

// codec packs values of one type: numbers as varints, strings and lists behind
// their length, a pointer behind a byte that tells whether it is nil, a struct as
// its fields. Field names are not written: shape tells whether two
// programs mean the same.
type codec struct {
	pack   func(out []byte, v reflect.Value) []byte
	unpack func(in *input, v reflect.Value)
	shape  string
}

// input is what is left to unpack. Strings are slices of text.
type input struct {
	text string
	at   int
	bad  bool
}

func (in *input) uint() uint64 {
	var x uint64
	for shift := 0; shift < 64 && in.at < len(in.text); shift += 7 {
		b := in.text[in.at]
		in.at++
		x |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return x
		}
	}
	in.bad = true
	return 0
}

// size is a length, of things that take at least one byte each.
func (in *input) size() int {
	n := in.uint()
	if n > uint64(len(in.text)-in.at) {
		in.bad = true
		return 0
	}
	return int(n)
}

func (in *input) string() string {
	n := in.size()
	in.at += n
	return in.text[in.at-n : in.at]
}

func (in *input) bits() uint64 {
	if len(in.text)-in.at < 8 {
		in.bad = true
		return 0
	}
	in.at += 8
	return binary.LittleEndian.Uint64([]byte(in.text[in.at-8 : in.at]))
}

func zigzag(x int64) uint64   { return uint64(x<<1) ^ uint64(x>>63) }
func unzigzag(x uint64) int64 { return int64(x>>1) ^ -int64(x&1) }

// codecOf makes the codec of a type. It panics for a type that it cannot pack:
// the types are the program's own.
func codecOf(t reflect.Type) codec {
	switch t.Kind() {
	case reflect.String:
		return codec{
			func(out []byte, v reflect.Value) []byte {
				s := v.String()
				return append(binary.AppendUvarint(out, uint64(len(s))), s...)
			},
			func(in *input, v reflect.Value) { v.SetString(in.string()) }, "string",
		}
	case reflect.Bool:
		return codec{
			func(out []byte, v reflect.Value) []byte {
				if v.Bool() {
					return append(out, 1)
				}
				return append(out, 0)
			},
			func(in *input, v reflect.Value) { v.SetBool(in.uint() != 0) }, "bool",
		}
	case reflect.Int, reflect.Int32, reflect.Int64:
		return codec{
			func(out []byte, v reflect.Value) []byte { return binary.AppendUvarint(out, zigzag(v.Int())) },
			func(in *input, v reflect.Value) { v.SetInt(unzigzag(in.uint())) }, "int",
		}
	case reflect.Uint8, reflect.Uint32, reflect.Uint64:
		return codec{
			func(out []byte, v reflect.Value) []byte { return binary.AppendUvarint(out, v.Uint()) },
			func(in *input, v reflect.Value) { v.SetUint(in.uint()) }, "uint",
		}
	case reflect.Float32, reflect.Float64:
		return codec{
			func(out []byte, v reflect.Value) []byte {
				return binary.LittleEndian.AppendUint64(out, math.Float64bits(v.Float()))
			},
			func(in *input, v reflect.Value) { v.SetFloat(math.Float64frombits(in.bits())) }, "float",
		}
	case reflect.Pointer:
		return pointerCodec(t)
	case reflect.Slice:
		return sliceCodec(t)
	case reflect.Array:
		return arrayCodec(t)
	case reflect.Struct:
		return structCodec(t)
	}
	panic("pack: cannot pack " + t.String())
}

func pointerCodec(t reflect.Type) codec {
	one := codecOf(t.Elem())
	return codec{
		func(out []byte, v reflect.Value) []byte {
			if v.IsNil() {
				return append(out, 0)
			}
			return one.pack(append(out, 1), v.Elem())
		},
		func(in *input, v reflect.Value) {
			if in.uint() != 0 && !in.bad {
				v.Set(reflect.New(t.Elem()))
				one.unpack(in, v.Elem())
			}
		}, "*" + one.shape,
	}
}

// A nil list and an empty one are told apart: JSON does, too.
func sliceCodec(t reflect.Type) codec {
	one := codecOf(t.Elem())
	empty := reflect.MakeSlice(t, 0, 0)
	return codec{
		func(out []byte, v reflect.Value) []byte {
			if v.IsNil() {
				return append(out, 0)
			}
			out = binary.AppendUvarint(out, uint64(v.Len())+1)
			for i := range v.Len() {
				out = one.pack(out, v.Index(i))
			}
			return out
		},
		func(in *input, v reflect.Value) {
			n := in.uint()
			if n == 0 || n-1 > uint64(len(in.text)-in.at) {
				in.bad = in.bad || n != 0
				return
			}
			v.Set(empty)
			v.Grow(int(n - 1)) // one piece of memory, where MakeSlice takes two
			v.SetLen(int(n - 1))
			for i := 0; i < int(n-1) && !in.bad; i++ {
				one.unpack(in, v.Index(i))
			}
		}, "[]" + one.shape,
	}
}

func arrayCodec(t reflect.Type) codec {
	one := codecOf(t.Elem())
	return codec{
		func(out []byte, v reflect.Value) []byte {
			for i := range t.Len() {
				out = one.pack(out, v.Index(i))
			}
			return out
		},
		func(in *input, v reflect.Value) {
			for i := range t.Len() {
				one.unpack(in, v.Index(i))
			}
		}, fmt.Sprintf("[%d]%s", t.Len(), one.shape),
	}
}

func structCodec(t reflect.Type) codec {
	var fields []codec
	shape := "{"
	for i := range t.NumField() {
		f := t.Field(i)
		one := codecOf(f.Type)
		fields = append(fields, one)
		shape += f.Name + " " + one.shape + ";"
	}
	return codec{
		func(out []byte, v reflect.Value) []byte {
			for i, f := range fields {
				out = f.pack(out, v.Field(i))
			}
			return out
		},
		func(in *input, v reflect.Value) {
			for i, f := range fields {
				f.unpack(in, v.Field(i))
			}
		}, shape + "}",
	}
}

// Packer packs values of one type. Safe for concurrent use.
type Packer[T any] struct{ codec }

// New makes the packer of a type. It panics for a type that it cannot pack: the
// types are the program's own.
func New[T any]() Packer[T] { return Packer[T]{codecOf(reflect.TypeFor[T]())} }

// Append packs a value behind out.
func (p Packer[T]) Append(out []byte, v *T) []byte { return p.pack(out, reflect.ValueOf(v).Elem()) }

// Read unpacks a value that takes all of data. Its strings share one piece of
// memory. The error is ErrDamaged.
func (p Packer[T]) Read(data []byte, v *T) error {
	in := &input{text: string(data)}
	p.unpack(in, reflect.ValueOf(v).Elem())
	if in.bad || in.at != len(data) {
		return ErrDamaged
	}
	return nil
}

// Shape is a number for what types look like: where it is another, what was
// packed must not be read.
func Shape(types ...reflect.Type) uint64 {
	h := fnv.New64a()
	for _, t := range types {
		h.Write([]byte(codecOf(t).shape))
	}
	return h.Sum64()
}
