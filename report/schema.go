package report

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed schema/*.schema.json
var schemas embed.FS

// SchemaNames returns the names of the schemas: "report" is what [JSON] writes,
// "topics" what [TopicJSON] does and "diff" what [Comparison.JSON] does; the
// others are of a row with --format jsonl: "finding" of `crosscheck report`,
// "claim" of `crosscheck claims`, "topic" of `crosscheck topics`, "article" of
// `crosscheck topics --articles`, "judge" of `crosscheck judge`.
func SchemaNames() []string {
	return []string{"report", "topics", "diff", "finding", "claim", "topic", "article", "judge"}
}

// Schema returns the JSON Schema (draft 2020-12) of that name. Within a major
// version of the report fields are added to it, never renamed or removed.
func Schema(name string) ([]byte, error) {
	data, err := schemas.ReadFile("schema/" + name + ".schema.json")
	if err != nil {
		return nil, fmt.Errorf("no schema is called %q\nhint: the schemas are %s", name, strings.Join(SchemaNames(), ", "))
	}
	return data, nil
}
