package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"crosscheck/report"
)

// compiled is the schema of that name, ready to validate.
func compiled(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	doc := decode(t, schemaText(t, name))
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func schemaText(t *testing.T, name string) string {
	t.Helper()
	data, err := report.Schema(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// decode reads a JSON value as the validator wants it.
func decode(t *testing.T, data string) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestSchemaReport(t *testing.T) {
	s := compiled(t, "report")
	whole := set(t, "json", sample())
	for name, data := range map[string]string{"sample": whole, "large": set(t, "json", large(50)), "empty": set(t, "json", nil)} {
		if err := s.Validate(decode(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, c := range []struct{ name, from, to string }{
		{"version", `"version": "1.2"`, `"version": "2.0"`},
		{"relation", `"relation": "dispute"`, `"relation": "quarrel"`},
		{"type", `"type": "negation"`, `"type": "mood"`},
		{"kind", `"kind": "direct"`, `"kind": "sung"`},
		{"score", `"score": 0.93`, `"score": 93`},
		{"span", `"start": 118`, `"start": -1`},
		{"list missing", `"set_aside": [`, `"left_out": [`},
		{"null for a list", `"cue": []`, `"cue": null`},
		{"field missing", `"judge": "rules/1"`, `"jury": "rules/1"`},
		{"date", `"date": "2031-05-06"`, `"date": "6 May"`},
		{"list of 1.1 missing", `"copies": [`, `"copied": [`},
		{"field of 1.1 missing", `"centre": "c1"`, `"middle": "c1"`},
		{"kind of copies", `"kind": "wire"`, `"kind": "rope"`},
		{"list of 1.2 missing", `"rules": [`, `"reasons": [`},
		{"rule without words", `"id": "antonym",`, `"name": "antonym",`},
		{"what is gone", `"gone": [`, `"lost": [`},
		{"speaker", `"affiliation": "Port Elm"`, `"office": "Port Elm"`},
	} {
		broken := strings.Replace(whole, c.from, c.to, 1)
		if broken == whole {
			t.Errorf("%s: %s is not in the report", c.name, c.from)
		}
		if err := s.Validate(decode(t, broken)); err == nil {
			t.Errorf("%s: %s was let through", c.name, c.to)
		}
	}
	added := strings.Replace(whole, `"version": "1.2"`, `"version": "1.3", "mood": "sunny"`, 1)
	if err := s.Validate(decode(t, added)); err != nil {
		t.Errorf("a field may be added: %v", err)
	}
	if err := s.Validate(decode(t, savedBefore(t))); err != nil {
		t.Errorf("a report of version 1.0: %v", err)
	}
}

func TestSchemaClaim(t *testing.T) {
	s := compiled(t, "claim")
	l, _ := report.ListerByName("jsonl", report.Options{})
	var b bytes.Buffer
	if err := l.List(&b, sample().Articles, sample().Claims); err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(rows) != len(sample().Claims) {
		t.Errorf("%d rows, want %d", len(rows), len(sample().Claims))
	}
	for _, row := range rows {
		if err := s.Validate(decode(t, row)); err != nil {
			t.Errorf("%s: %v", row, err)
		}
	}
	for _, field := range []string{"path", "speaker", "content", "id"} {
		broken := strings.Replace(rows[0], `"`+field+`":`, `"gone":`, 1)
		if err := s.Validate(decode(t, broken)); err == nil {
			t.Errorf("a row without %q was let through", field)
		}
	}
}

func TestSchemaJudge(t *testing.T) {
	s := compiled(t, "judge")
	const row = `{"id":"p1","topic":"depot","premise":"It is shut.","hypothesis":"It is open.","label":"contradiction",` +
		`"scores":{"entailment":0.02,"neutral":0.08,"contradiction":0.9},"why":"Shut is the opposite of open."}`
	if err := s.Validate(decode(t, row)); err != nil {
		t.Error(err)
	}
	for _, c := range []struct{ from, to string }{
		{`"contradiction","scores"`, `"opposed","scores"`},
		{`"neutral":0.08,`, ``},
		{`0.9}`, `1.9}`},
		{`"why"`, `"because"`},
	} {
		if err := s.Validate(decode(t, strings.Replace(row, c.from, c.to, 1))); err == nil {
			t.Errorf("%s for %s was let through", c.to, c.from)
		}
	}
}

// A claim, a topic and a story are the same in all schemas that hold one; each
// file stands alone.
func TestSchemasAgree(t *testing.T) {
	defs := func(name string) map[string]any {
		var doc struct {
			Defs map[string]any `json:"$defs"`
		}
		if err := json.Unmarshal([]byte(schemaText(t, name)), &doc); err != nil {
			t.Fatal(err)
		}
		return doc.Defs
	}
	in := defs("report")
	for _, schema := range []string{"claim", "topic", "topics"} {
		for name, of := range defs(schema) {
			if strings.HasPrefix(name, "listed_") {
				continue // with fields of its own
			}
			if diff := cmp.Diff(in[name], of); diff != "" {
				t.Errorf("$defs/%s (-report +%s):\n%s", name, schema, diff)
			}
		}
	}
}
