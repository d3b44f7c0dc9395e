package main

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRowKeepsWhatItDoesNotKnow(t *testing.T) {
	set := []field{{"label", []byte(`"neutral"`)}, {"n", []byte("1")}}
	for _, test := range []struct{ name, in, want string }{
		{"added at the end", `{"id":"a"}`, `{"id":"a","label":"neutral","n":1}`},
		{"white space stays", `{ "id" : "a" , "x" : [ 1, 2 ] }`, `{ "id" : "a" , "x" : [ 1, 2 ],"label":"neutral","n":1 }`},
		{"replaced in place", `{"label": "gold", "id": 7}`, `{"label": "neutral", "id": 7,"n":1}`},
		{"replaced by longer and shorter", `{"n":12345,"label":"x"}`, `{"n":1,"label":"neutral"}`},
		{"odd numbers stay", `{"id":1.50e+02,"big":123456789012345678901}`, `{"id":1.50e+02,"big":123456789012345678901,"label":"neutral","n":1}`},
		{"escapes stay", `{"id":"\u00e9\/<&>"}`, `{"id":"\u00e9\/<&>","label":"neutral","n":1}`},
		{"inner names are not ours", `{"a":{"label":1,"n":2}}`, `{"a":{"label":1,"n":2},"label":"neutral","n":1}`},
		{"an escaped name is the same name", `{"l\u0061bel":1}`, `{"l\u0061bel":"neutral","n":1}`},
		{"twice given, twice set", `{"n":2,"n":3}`, `{"n":1,"n":1,"label":"neutral"}`},
		{"a brace in a string", `{"id":"}"}`, `{"id":"}","label":"neutral","n":1}`},
		{"nothing there", `{}`, `{"label":"neutral","n":1}`},
		{"nothing there but space", `{ }`, `{ "label":"neutral","n":1}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, err := parseRow([]byte(test.in))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, string(r.with(nil, set...))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestRowRefuses(t *testing.T) {
	for in, want := range map[string]string{
		`{"a":1`:         "not valid JSON: it ends too early: a quotation mark, a brace or a bracket is not closed",
		`{"a":`:          "not valid JSON: it ends too early: a quotation mark, a brace or a bracket is not closed",
		`[1]`:            "not a JSON object",
		`"a"`:            "not a JSON object",
		`{"a":1} {}`:     "more than one JSON object on the line",
		`{"a":1}}`:       "more than one JSON object on the line",
		`{'a':1}`:        `not valid JSON: at column 2, '\'' stands where the name of a field in quotation marks belongs`,
		"{\"a\":\"\n\"}": `not valid JSON: at line 1, column 7, '\n' stands inside a text, where a line break is written \n and a tab \t`,
	} {
		if _, err := parseRow([]byte(in)); err == nil || err.Error() != want {
			t.Errorf("parseRow(%s): error %v, want %s", in, err, want)
		}
	}
}

func TestRowText(t *testing.T) {
	r, err := parseRow([]byte(`{"a":"caf\u00e9","b":1,"c":null,"d":"","a":"last"}`))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := r.text("a"); got != "last" || err != nil {
		t.Errorf("a = %q, %v", got, err)
	}
	for name, want := range map[string]string{
		"b": `the field "b" is not a string`,
		"c": `the field "c" is not a string`,
		"d": `the field "d" is empty`,
		"e": `no field "e"`,
	} {
		if _, err := r.text(name); err == nil || err.Error() != want {
			t.Errorf("%s: error %v, want %s", name, err, want)
		}
	}
}

// FuzzRow: what is taken for a row is one to encoding/json, too, and stays one
// with every field of others unchanged.
func FuzzRow(f *testing.F) {
	for _, s := range []string{`{}`, `{"premise":"a","hypothesis":"b"}`, `{"label":1,"x":[{}],"label":2}`, "{ \"é\" :\t1e5 }", `{"a":"\ud800"}`, `{"a`, "\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		r, err := parseRow(line)
		if valid := json.Valid(line) && line[indexOfFirst(line)] == '{'; valid != (err == nil) {
			t.Fatalf("valid: %t, but error %v", valid, err)
		}
		if err != nil {
			return
		}
		out := r.with(nil, field{"label", []byte(`"new"`)})
		var before, after map[string]json.RawMessage
		if json.Unmarshal(line, &before) != nil || json.Unmarshal(out, &after) != nil {
			t.Fatalf("%q is no longer an object", out)
		}
		if string(after["label"]) != `"new"` {
			t.Fatalf("label is %s in %q", after["label"], out)
		}
		delete(before, "label")
		delete(after, "label")
		if diff := cmp.Diff(before, after); diff != "" {
			t.Fatalf("other fields changed (-before +after):\n%s", diff)
		}
	})
}

// indexOfFirst is the place of the first byte that is not white space.
func indexOfFirst(line []byte) int {
	for i, b := range line {
		if b != ' ' && b != '\t' && b != '\r' && b != '\n' {
			return i
		}
	}
	return 0
}
