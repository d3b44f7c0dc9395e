package report

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
)

// object writes one JSON object field by field, as package json would set it
// with an indent of two spaces. Its first error is kept for the end.
type object struct {
	out   *bufio.Writer
	buf   bytes.Buffer
	err   error
	begun bool
}

func newObject(w io.Writer) *object { return &object{out: bufio.NewWriter(w)} }

// field writes a field.
func (o *object) field(name string, v any) {
	o.name(name)
	o.value(v, "  ")
}

// entries writes a list, each entry made whole first.
func entries[T, U any](o *object, name string, list []T, whole func(T) U) {
	o.name(name)
	if len(list) == 0 {
		o.put("[]")
		return
	}
	o.put("[\n    ")
	for i, x := range list {
		if i > 0 {
			o.put(",\n    ")
		}
		if o.value(whole(x), "    "); o.err != nil {
			return
		}
	}
	o.put("\n  ]")
}

// name begins a field.
func (o *object) name(name string) {
	if o.begun {
		o.put(",")
	} else {
		o.put("{")
	}
	o.begun = true
	o.put("\n  " + strconv.Quote(name) + ": ")
}

// value writes a value whose first line is begun already.
func (o *object) value(v any, prefix string) {
	o.buf.Reset()
	if err := encodeJSON(&o.buf, v, prefix, "  "); err != nil {
		o.fail(err)
		return
	}
	escapeHidden(o.out, bytes.TrimSuffix(o.buf.Bytes(), []byte("\n")))
}

func (o *object) put(s string) {
	_, err := o.out.WriteString(s)
	o.fail(err)
}

func (o *object) fail(err error) {
	if o.err == nil {
		o.err = err
	}
}

// end closes the object.
func (o *object) end() error {
	o.put("\n}\n")
	o.fail(o.out.Flush())
	return o.err
}
