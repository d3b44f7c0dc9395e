package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
)

// object writes one JSON object field by field, as package json would set it
// with an indent of two spaces. Its first error is kept for the end.
type object struct {
	out   *bufio.Writer
	buf   bytes.Buffer  // a value
	enc   *json.Encoder // into buf
	err   error
	begun bool
}

// atOnce is how many bytes are written at once.
const atOnce = 64 << 10

func newObject(w io.Writer) *object {
	o := &object{out: bufio.NewWriterSize(w, atOnce)}
	o.enc = newEncoder(&o.buf)
	return o
}

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
	var one U // for all: a report has millions of entries
	for i, x := range list {
		if i > 0 {
			o.put(",\n    ")
		}
		one = whole(x)
		if o.value(&one, "    "); o.err != nil {
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
	o.enc.SetIndent(prefix, "  ")
	if err := o.enc.Encode(v); err != nil {
		o.fail(fmt.Errorf("writing JSON: %w", err))
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
