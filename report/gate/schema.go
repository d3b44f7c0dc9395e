package gate

import _ "embed" // the schemas

//go:embed policy.schema.json
var policySchema []byte

//go:embed decision.schema.json
var decisionSchema []byte

// PolicySchema is the JSON Schema (draft 2020-12) of the file that [ParsePolicy]
// reads, for editors that check YAML as it is written.
func PolicySchema() []byte { return policySchema }

// DecisionSchema is the JSON Schema (draft 2020-12) of a decision. Within a major
// version fields are added to it, never renamed or removed.
func DecisionSchema() []byte { return decisionSchema }
