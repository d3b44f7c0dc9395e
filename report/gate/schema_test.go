package gate_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"crosscheck/report/gate"
)

// compile reads a schema.
func compile(t *testing.T, source []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestPolicySchema wants the schema to let through what ParsePolicy does, and to
// refuse what it refuses, but for what a schema cannot say; of a waiver it wants
// all that makes it count.
func TestPolicySchema(t *testing.T) {
	s := compile(t, gate.PolicySchema())
	whole := "owner: Lind, reason: recounted, expires: 2031-05-06"
	for data, want := range map[string]bool{
		string(gate.DefaultYAML()): true,
		"own: [Harbour Post]\nbaseline: b.json\nbudget: 30s\ninline: false": true,
		"budget: 0": true,
		"outlets: {only: [A], ignore: [B]}\nspeakers: {ignore: [C]}":             true,
		"rules: [{code: misquote, type: wording, from: 0.7, level: warning}]":    true,
		"rules: [{relation: dispute, level: ignore}]\ndefaults: false":           true,
		"waivers: [{pair: 0a, code: misquote, " + whole + "}]":                   true,
		"waivers: [{draft: a.md, " + whole + "}]":                                true,
		"hold_on: warning\non_error: pass":                                       true,
		"hold_on: note":                                                          false,
		"on_error: open":                                                         false,
		"own: Harbour Post":                                                      false,
		"owns: []":                                                               false,
		"outlets: {except: [A]}":                                                 false,
		"rules: [{level: error}]":                                                false,
		"rules: [{code: misquote}]":                                              false,
		"rules: [{code: mis, level: error}]":                                     false,
		"rules: [{code: could-not-judge, level: note}]":                          false,
		"rules: [{type: wordings, level: error}]":                                false,
		"rules: [{relation: none, level: error}]":                                false,
		"rules: [{from: 2, level: error}]":                                       false,
		"rules: [{code: misquote, level: fatal}]":                                false,
		"waivers: [{" + whole + "}]":                                             false,
		"waivers: [{pair: 0a, code: out-of-time, " + whole + "}]":                false,
		"waivers: [{pair: 0a, owner: Lind, reason: recounted, expires: Friday}]": false,
	} {
		var v any
		if err := yaml.Unmarshal([]byte(data), &v); err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); (err == nil) != want {
			t.Errorf("the schema says of\n%s\n%v", data, err)
		}
		if _, err := gate.ParsePolicy("p.yaml", []byte(data)); (err == nil) != want {
			t.Errorf("ParsePolicy says of\n%s\n%v", data, err)
		}
	}
}

// TestSchemasKnowTheLists: a code, level or relation that is added must be added
// to the schemas, too.
func TestSchemasKnowTheLists(t *testing.T) {
	for _, c := range gate.Codes() {
		quoted := `"` + string(c.Code) + `"`
		if !bytes.Contains(gate.DecisionSchema(), []byte(quoted)) {
			t.Errorf("the schema of a decision does not know %s", c.Code)
		}
		if known := bytes.Contains(gate.PolicySchema(), []byte(quoted)); known != (c.About != gate.OfFailure) {
			t.Errorf("the schema of a policy knows %s: %t", c.Code, known)
		}
	}
}

// TestDecisionSchema holds decisions of all kinds against the schema.
func TestDecisionSchema(t *testing.T) {
	s := compile(t, gate.DecisionSchema())
	for name, d := range decisions() {
		data, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if strings.Contains(string(data), "null") {
			t.Errorf("%s: a list is null: %s", name, data)
		}
	}
}
