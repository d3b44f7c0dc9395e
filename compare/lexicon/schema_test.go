package lexicon

import (
	"bytes"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSchema wants the schema to let through what ParseAdditions does, and to
// refuse what it refuses, but for what a schema cannot say.
func TestSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("lexicon", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("lexicon")
	if err != nil {
		t.Fatal(err)
	}
	for data, want := range map[string]bool{
		"opposites:\n  - words: [moor, adrift]\n":                                               true,
		"opposites:\n  - {a: [dry, =ajar], b: [serve drink], weak: true}\n":                     true,
		"same:\n  - words: [board, port authority]\n":                                           true,
		"reversers:\n  - {words: [mothball], turns: [object, noun]}\n":                          true,
		"keepers:\n  - words: [soldier on]\n    test:\n      - opposed: [\"A b.\", \"C d.\"]\n": true,
		"denials:\n  - words: [pooh-pooh]\nremove:\n  - words: [up, down]\n":                    true,
		"opposits: []":                                                                            false,
		"opposites:\n  - words: [moor]\n":                                                         false,
		"opposites:\n  - words: [moor, adrift, afloat]\n":                                         false,
		"opposites:\n  - {words: [up, down], a: [on], b: [off]}\n":                                false,
		"opposites:\n  - a: [up]\n":                                                               false,
		"same:\n  - words: [board]\n":                                                             false,
		"reversers:\n  - {words: [mothball], turns: [verb]}\n":                                    false,
		"keepers:\n  - words: [Port Elm]\n":                                                       false,
		"keepers:\n  - words: [=go on]\n":                                                         false,
		"keepers:\n  - words: []\n":                                                               false,
		"keepers:\n  - words: [go on]\n    test:\n      - opposed: [one]\n":                       false,
		"keepers:\n  - words: [go on]\n    test:\n      - {}\n":                                   false,
		"keepers:\n  - words: [go on]\n    test:\n      - {opposed: [a, b], unopposed: [a, b]}\n": false,
	} {
		var v any
		if err := yaml.Unmarshal([]byte(data), &v); err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); (err == nil) != want {
			t.Errorf("the schema says of\n%s%v", data, err)
		}
		if _, err := ParseAdditions("n.yaml", []byte(data)); (err == nil) != want {
			t.Errorf("ParseAdditions says of\n%s%v", data, err)
		}
	}
}
