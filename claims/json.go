package claims

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"
)

// JSONFault says in plain words what package json found wrong with data, which
// somebody has written or put together, and where: the column in characters, and
// the line where there are several. The words follow a colon: "is not an article
// in JSON: at column 1, 'x' stands where a value belongs".
func JSONFault(data []byte, err error) string {
	if len(bytes.TrimSpace(data)) == 0 {
		return "it is empty"
	}
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		return syntaxFault(data, syntax)
	}
	if kind, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return kindFault(data, kind)
	}
	return err.Error()
}

// strays are what a character out of place should have been, by what package
// json, which tells it no other way, says of where it stands. The first that it
// says counts; of a new Go that says it in other words only the place is told.
var strays = []struct{ where, plain string }{
	{"after object key:value pair", `stands where a comma or a closing brace belongs; a quotation mark inside a text is written \"`},
	{"after array element", `stands where a comma or a closing bracket belongs; a quotation mark inside a text is written \"`},
	{"after object key", "stands where a colon belongs"},
	{"beginning of object key", "stands where the name of a field in quotation marks belongs"},
	{"beginning of value", "stands where a value belongs"},
	{"after top-level value", "stands behind the end"},
	{"escape", "may not follow a backslash"},
	{"in string literal", `stands inside a text, where a line break is written \n and a tab \t`},
}

func syntaxFault(data []byte, err *json.SyntaxError) string {
	if strings.HasPrefix(err.Error(), "unexpected end") {
		return "it ends too early: a quotation mark, a brace or a bracket is not closed"
	}
	at := min(max(int(err.Offset)-1, 0), len(data)-1) // the offset is behind the character
	what := "does not belong there"
	for _, s := range strays {
		if strings.Contains(err.Error(), s.where) {
			what = s.plain
			break
		}
	}
	r, _ := utf8.DecodeRune(data[at:])
	column := utf8.RuneCount(data[bytes.LastIndexByte(data[:at], '\n')+1:at]) + 1
	return fmt.Sprintf("at %scolumn %d, %q %s", lineOf(data, at), column, r, what)
}

// given are the values as package json calls them, in plain words.
var given = map[string]string{"string": "a text", "number": "a number", "array": "a list", "object": "an object", "bool": "true or false"}

func kindFault(data []byte, err *json.UnmarshalTypeError) string {
	is, known := given[err.Value]
	if !known { // a figure: "number 1.5"
		is = strings.TrimPrefix(err.Value, "number ")
	}
	what := "it"
	if err.Field != "" {
		what = fmt.Sprintf("%q", err.Field)
	}
	if line := lineOf(data, int(err.Offset)); line != "" {
		what = "at " + line + what
	}
	return fmt.Sprintf("%s is %s and must be %s", what, is, wanted(err.Type))
}

// wanted is a value of JSON that fits a type, in plain words.
func wanted(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "a text"
	case reflect.Bool:
		return "true or false"
	case reflect.Float32, reflect.Float64:
		return "a number"
	case reflect.Slice, reflect.Array:
		return "a list"
	case reflect.Struct, reflect.Map:
		return "an object"
	}
	return "a whole number"
}

// lineOf is "line 3, ", the line of an offset; "" where data is a single line.
func lineOf(data []byte, offset int) string {
	if !bytes.Contains(bytes.TrimSpace(data), []byte("\n")) {
		return ""
	}
	return fmt.Sprintf("line %d, ", bytes.Count(data[:min(offset, len(data))], []byte("\n"))+1)
}
