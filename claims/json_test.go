package claims_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"crosscheck/claims"
)

// TestJSONFault holds what is said of faults as people make them, so that a new
// Go that words them differently is noticed.
func TestJSONFault(t *testing.T) {
	type article struct {
		Title string   `json:"title"`
		Tags  []string `json:"tags"`
		Seq   int      `json:"seq"`
		Score float64  `json:"score"`
		Blind bool     `json:"blind"`
		Side  struct {
			Text string `json:"text"`
		} `json:"side"`
	}
	for _, test := range []struct{ data, want string }{
		{" ", "it is empty"},
		{`{"title":`, "it ends too early: a quotation mark, a brace or a bracket is not closed"},
		{`{"title": "The`, "it ends too early: a quotation mark, a brace or a bracket is not closed"},
		{"x", "at column 1, 'x' stands where a value belongs"},
		{`{"title": 'The'}`, `at column 11, '\'' stands where a value belongs`},
		{`{"title": "Die Brücke "steht" noch"}`, `at column 24, 's' stands where a comma or a closing brace belongs; a quotation mark inside a text is written \"`},
		{`{"tags": ["a" "b"]}`, `at column 15, '"' stands where a comma or a closing bracket belongs; a quotation mark inside a text is written \"`},
		{`{"title" "The"}`, `at column 10, '"' stands where a colon belongs`},
		{`{title: "The"}`, "at column 2, 't' stands where the name of a field in quotation marks belongs"},
		{`{"title": "The",}`, "at column 17, '}' stands where the name of a field in quotation marks belongs"},
		{`{} {}`, "at column 4, '{' stands behind the end"},
		{`{"title": "C:\quay"}`, "at column 15, 'q' may not follow a backslash"},
		{`{"title": "\u00x1"}`, "at column 16, 'x' may not follow a backslash"},
		{"{\"title\": \"a\tb\"}", `at column 13, '\t' stands inside a text, where a line break is written \n and a tab \t`},
		{`{"title": nil}`, "at column 12, 'i' does not belong there"},
		{"{\n  \"title\": x\n}", "at line 2, column 12, 'x' stands where a value belongs"},
		{`["The"]`, "it is a list and must be an object"},
		{`{"title": 7}`, `"title" is a number and must be a text`},
		{`{"tags": {}}`, `"tags" is an object and must be a list`},
		{`{"seq": 1.5}`, `"seq" is 1.5 and must be a whole number`},
		{`{"score": "high"}`, `"score" is a text and must be a number`},
		{`{"blind": "yes"}`, `"blind" is a text and must be true or false`},
		{"{\n\"side\": {\"text\": true}\n}", `at line 2, "side.text" is true or false and must be a text`},
	} {
		err := json.Unmarshal([]byte(test.data), &article{})
		if err == nil {
			t.Fatalf("%s is no fault", test.data)
		}
		if got := claims.JSONFault([]byte(test.data), err); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.data, got, test.want)
		}
	}
	if got := claims.JSONFault([]byte("{}"), errors.New("no day")); got != "no day" {
		t.Errorf("another error: %s", got)
	}
}

// FuzzJSONFault wants words for whatever package json refuses.
func FuzzJSONFault(f *testing.F) {
	f.Add([]byte(`{"text": "a" "b"}`))
	f.Add([]byte("\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var v struct{ Text []string }
		if err := json.Unmarshal(data, &v); err != nil {
			if got := claims.JSONFault(data, err); got == "" || strings.Contains(got, "invalid character") {
				t.Errorf("%q: %q", data, got)
			}
		}
	})
}
