package serve

import (
	_ "embed" // the document
	"encoding/json"
	"fmt"
	"maps"
	"net/http"

	"crosscheck/report/gate"
)

//go:embed openapi.json
var openAPI []byte

// document is the OpenAPI document of the gate, together with that of what is
// served beside it. Two that mean different things by one name are an error.
func document(beside []byte) ([]byte, error) {
	var doc map[string]any
	if err := json.Unmarshal(openAPI, &doc); err != nil {
		return nil, fmt.Errorf("reading the OpenAPI document: %w", err)
	}
	var decision any
	if err := json.Unmarshal(gate.DecisionSchema(), &decision); err != nil {
		return nil, fmt.Errorf("reading the decision's schema: %w", err)
	}
	schemas := part(doc, "components", "schemas")
	schemas["Decision"] = decision
	if len(beside) > 0 {
		var other map[string]any
		if err := json.Unmarshal(beside, &other); err != nil {
			return nil, fmt.Errorf("reading the other OpenAPI document: %w", err)
		}
		for _, path := range [][]string{{"paths"}, {"components", "schemas"}, {"components", "securitySchemes"}} {
			if err := join(doc, other, path...); err != nil {
				return nil, err
			}
		}
		if s, ok := other["security"]; ok {
			doc["security"] = s
		}
	}
	return json.MarshalIndent(doc, "", " ")
}

// part is an object within an object, made where it is missing.
func part(doc map[string]any, path ...string) map[string]any {
	for _, name := range path {
		next, ok := doc[name].(map[string]any)
		if !ok {
			next = map[string]any{}
			doc[name] = next
		}
		doc = next
	}
	return doc
}

// join adds to an object of the document that of another one. What both have must
// be the same, but for paths, of which the gate's counts: it stands before the
// other.
func join(doc, other map[string]any, path ...string) error {
	to := part(doc, path...)
	from := part(other, path...)
	for name := range maps.Keys(from) {
		had, is := to[name]
		if !is {
			to[name] = from[name]
			continue
		}
		a, _ := json.Marshal(had)
		b, _ := json.Marshal(from[name])
		if path[0] != "paths" && string(a) != string(b) {
			return fmt.Errorf("two OpenAPI documents have another %s each", name)
		}
	}
	return nil
}

// openAPI tells what can be asked.
func (s *Server) openAPI(c *call) error {
	c.send(http.StatusOK, "application/json", s.doc)
	return nil
}
