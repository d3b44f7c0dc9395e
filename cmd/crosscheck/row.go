package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"crosscheck/claims"
)

// row is one line of JSON Lines: an object whose bytes are kept as they came,
// so that fields nobody here knows pass through untouched, in their order.
type row struct {
	raw     []byte
	members []member
}

// member is one field of a row.
type member struct {
	name  string
	value claims.Span // of the row's bytes, white space around it left out
}

// empty is a row to add fields to.
var empty = row{raw: []byte("{}")}

// field is a name with a value in JSON.
type field struct {
	name  string
	value []byte
}

// parseRow finds the fields of the object that line holds. The row keeps line.
func parseRow(line []byte) (row, error) {
	r := row{raw: line}
	d := json.NewDecoder(bytes.NewReader(line))
	if open, err := d.Token(); err != nil {
		return row{}, notJSON(line, err)
	} else if open != json.Delim('{') {
		return row{}, errors.New("not a JSON object")
	}
	for d.More() {
		m, err := parseMember(d)
		if err != nil {
			return row{}, notJSON(line, err)
		}
		r.members = append(r.members, m)
	}
	if _, err := d.Token(); err != nil { // the closing brace
		return row{}, notJSON(line, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return row{}, errors.New("more than one JSON object on the line")
	}
	return r, nil
}

func parseMember(d *json.Decoder) (member, error) {
	name, err := d.Token()
	if err != nil {
		return member{}, err
	}
	var value json.RawMessage
	if err := d.Decode(&value); err != nil {
		return member{}, err
	}
	end := int(d.InputOffset())
	// Within an object the decoder gives nothing but a string as a name.
	return member{name.(string), claims.Span{Start: end - len(value), End: end}}, nil
}

// notJSON words a decoder's error for one who looks at the line, which is read
// once more: the decoder counts its place from the value that it was at.
func notJSON(line []byte, err error) error {
	if whole := json.Unmarshal(line, new(json.RawMessage)); whole != nil {
		err = whole
	}
	return fmt.Errorf("not valid JSON: %s", claims.JSONFault(line, err))
}

// value is the JSON of a field, nil where there is none; the last one counts where a
// name is given twice, as everywhere in Go.
func (r row) value(name string) []byte {
	for i := len(r.members) - 1; i >= 0; i-- {
		if m := r.members[i]; m.name == name {
			return r.raw[m.value.Start:m.value.End]
		}
	}
	return nil
}

// text is a field that must be a string with something in it.
func (r row) text(name string) (string, error) {
	value := r.value(name)
	if value == nil {
		return "", fmt.Errorf("no field %q", name)
	}
	var s *string
	if err := json.Unmarshal(value, &s); err != nil || s == nil {
		return "", fmt.Errorf("the field %q is not a string", name)
	}
	if *s == "" {
		return "", fmt.Errorf("the field %q is empty", name)
	}
	return *s, nil
}

// with appends the row's bytes to b with the given fields set: replaced where
// the row has them, added at its end where not.
func (r row) with(b []byte, fields ...field) []byte {
	at := 0
	for _, m := range r.members {
		if f := find(fields, m.name); f != nil {
			b = append(b, r.raw[at:m.value.Start]...)
			b = append(b, f.value...)
			at = m.value.End
		}
	}
	end := bytes.LastIndexByte(r.raw, '}')
	if n := len(r.members); n > 0 {
		end = r.members[n-1].value.End
	}
	b = append(b, r.raw[at:end]...)
	separate := len(r.members) > 0
	for _, f := range fields {
		if r.value(f.name) == nil {
			b = appendField(b, f, separate)
			separate = true
		}
	}
	return append(b, r.raw[end:]...)
}

func find(fields []field, name string) *field {
	for i := range fields {
		if fields[i].name == name {
			return &fields[i]
		}
	}
	return nil
}

func appendField(b []byte, f field, separate bool) []byte {
	if separate {
		b = append(b, ',')
	}
	b = append(b, encode(f.name)...)
	b = append(b, ':')
	return append(b, f.value...)
}

// encode is v in JSON, with <, > and & as themselves. It is for strings,
// numbers and structs of them, which always can be encoded.
func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return []byte("null")
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
