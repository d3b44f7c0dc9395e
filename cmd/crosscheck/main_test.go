package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/encoding/charmap"

	"crosscheck/report"
	"crosscheck/report/gate"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/script")

func TestMain(m *testing.M) {
	testscript.Main(withPostgres{m}, map[string]func(){"crosscheck": main})
}

// TestScripts runs the command end to end: a script for each topic.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               scriptEnvironment,
		Condition:           builtWith,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"jsonschema": checkSchema,
			"latin":      writeWindows1252,
			"gzip":       writeGzip,
			"pairs":      writePairs,
			"answers":    checkAnswers,
			"hub":        serveHub,
		},
	})
}

// scriptEnvironment tells scripts where our own newsroom is, as $ARTICLES, and
// the drafts for the gate, as $GATE, and the models of compare/nli/make, as $MODELS.
func scriptEnvironment(env *testscript.Env) error {
	articles, err := filepath.Abs("../../testdata/articles")
	env.Setenv("ARTICLES", articles)
	env.Setenv("GATE", filepath.Join(filepath.Dir(articles), "gate"))
	env.Setenv("MODELS", os.Getenv("CROSSCHECK_NLI_MODELS")) // of compare/nli/make
	env.Setenv("CROSSCHECK_ONNXRUNTIME", os.Getenv("CROSSCHECK_ONNXRUNTIME"))
	env.Setenv("NO_COLOR", "")
	env.Setenv("GORACE", "atexit_sleep_ms=0") // else each command under -race takes a second to end
	return err
}

// checkSchema: "jsonschema NAME FILE" holds every JSON value of the file, one
// or one a line, against one of the report's schemas.
func checkSchema(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: jsonschema NAME FILE")
	}
	source, err := report.Schema(args[0])
	if args[0] == "decision" {
		source, err = gate.DecisionSchema(), nil
	}
	ts.Check(err)
	schema, err := compileSchema(source)
	ts.Check(err)
	values, err := jsonValues(ts.ReadFile(args[1]))
	ts.Check(err)
	if len(values) == 0 {
		ts.Fatalf("%s holds no JSON", args[1])
	}
	for _, v := range values {
		if err := schema.Validate(v); (err != nil) != neg {
			ts.Fatalf("%s against schema %s: %v", args[1], args[0], err)
		}
	}
}

func compileSchema(source []byte) (*jsonschema.Schema, error) {
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", value); err != nil {
		return nil, err
	}
	return c.Compile("schema.json")
}

// jsonValues are the values that text holds, one after another.
func jsonValues(text string) ([]any, error) {
	var values []any
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	for d.More() {
		var v any
		if err := d.Decode(&v); err != nil {
			return nil, err
		}
		values = append(values, v)
	}
	return values, nil
}

// writeWindows1252: "latin FROM TO" writes a UTF-8 file as Windows-1252.
func writeWindows1252(ts *testscript.TestScript, _ bool, args []string) {
	text, err := charmap.Windows1252.NewEncoder().String(ts.ReadFile(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o666))
}

// writeGzip: "gzip FROM TO" compresses a file.
func writeGzip(ts *testscript.TestScript, _ bool, args []string) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o666))
}

// writePairs: "pairs N FILE" writes N rows to be judged, with fields that must
// pass through.
func writePairs(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	var b bytes.Buffer
	for i := range n {
		fmt.Fprintf(&b, `{"id": "%d", "premise":"The bridge has %d lanes.", "note" : {"n": [%d ,1.0e2]}, "hypothesis":"The bridge has %d lanes."}`+"\n",
			i, 2+i%5, i, 2+i%7)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o666))
}

// checkAnswers: "answers ROWS JUDGED" wants a judged row for each row, in
// order, that begins with the row's own bytes and ends in our three fields.
func checkAnswers(ts *testscript.TestScript, _ bool, args []string) {
	rows := strings.Split(ts.ReadFile(args[0]), "\n")
	judged := strings.Split(ts.ReadFile(args[1]), "\n")
	if len(rows) != len(judged) {
		ts.Fatalf("%d lines answer %d", len(judged), len(rows))
	}
	for i, r := range rows[:len(rows)-1] {
		own, kept := strings.CutPrefix(judged[i], strings.TrimSuffix(r, "}"))
		if !kept || !strings.HasPrefix(own, `,"label":"`) {
			ts.Fatalf("line %d: %s\nanswers %s", i+1, judged[i], r)
		}
		checkVerdict(ts, judged[i])
	}
}

// checkVerdict wants scores that sum to 1, the highest of them the label's.
func checkVerdict(ts *testscript.TestScript, judged string) {
	var v struct {
		Label  string
		Scores map[string]float64
		Why    string
	}
	ts.Check(json.Unmarshal([]byte(judged), &v))
	sum := 0.0
	for _, s := range v.Scores {
		sum += s
		if s > v.Scores[v.Label] {
			ts.Fatalf("the label is not the likeliest: %s", judged)
		}
	}
	if len(v.Scores) != 3 || sum < 1-1e-9 || sum > 1+1e-9 || v.Why == "" {
		ts.Fatalf("scores sum to %v, why is %q: %s", sum, v.Why, judged)
	}
}
