package lexicon

import _ "embed" // the schema

//go:embed lexicon.schema.json
var schema []byte

// Schema is the JSON Schema (draft 2020-12) of the file that [ParseAdditions]
// reads, for editors that check YAML as it is written.
func Schema() []byte { return schema }
