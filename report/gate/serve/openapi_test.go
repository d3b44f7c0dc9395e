package serve

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"crosscheck/report/gate"
	"crosscheck/report/web"
)

// apiDoc is the document, as far as the tests look at it.
type apiDoc struct {
	Paths map[string]map[string]struct {
		Responses map[string]struct {
			Content map[string]struct{ Schema json.RawMessage }
		}
	}
	Components struct {
		Schemas map[string]struct {
			Properties map[string]struct{ Enum []string }
		}
	}
}

// contract holds answers against the document that the server itself serves.
type contract struct {
	t        *testing.T
	s        *stand
	doc      apiDoc
	compiler *jsonschema.Compiler
	asked    map[string]bool // "POST /v1/gate 200"
}

func newContract(t *testing.T, s *stand) *contract {
	t.Helper()
	source := s.send("", "GET", "/openapi.json", nil).body
	c := &contract{t: t, s: s, compiler: jsonschema.NewCompiler(), asked: map[string]bool{}}
	if err := json.Unmarshal([]byte(source), &c.doc); err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.compiler.AddResource("openapi.json", value); err != nil {
		t.Fatal(err)
	}
	return c
}

// holds checks an answer against the schema that the document has for its route and
// status.
func (c *contract) holds(method, route string, w got, want int) got {
	c.t.Helper()
	status, kind := strconv.Itoa(want), "application/problem+json"
	if want == http.StatusOK {
		kind, _, _ = strings.Cut(w.header.Get("Content-Type"), ";")
	}
	if w.status != want || !strings.HasPrefix(w.header.Get("Content-Type"), kind) {
		c.t.Errorf("%s %s: status %d, type %s, want %d: %s", method, route, w.status, w.header.Get("Content-Type"), want, w.body)
		return w
	}
	c.asked[method+" "+route+" "+status] = true
	if c.doc.Paths[route][strings.ToLower(method)].Responses[status].Content[kind].Schema == nil {
		c.t.Errorf("the document does not say what %s %s answers with %s", method, route, status)
		return w
	}
	if kind == "text/plain" {
		return w
	}
	pointer := "openapi.json#/paths/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(route) + "/" + strings.ToLower(method) +
		"/responses/" + status + "/content/" + strings.ReplaceAll(kind, "/", "~1") + "/schema"
	schema, err := c.compiler.Compile(pointer)
	if err != nil {
		c.t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(w.body))
	if err != nil {
		c.t.Fatalf("%s %s: %v: %s", method, route, err, w.body)
	}
	if err := schema.Validate(v); err != nil {
		c.t.Errorf("%s %s: %v", method, route, err)
	}
	return w
}

// TestOpenAPI holds the document against the routes and the list of refusals.
func TestOpenAPI(t *testing.T) {
	s := newStand(t, nil)
	c := newContract(t, s)
	var listed, routed []string
	for path, methods := range c.doc.Paths {
		for method := range methods {
			listed = append(listed, strings.ToUpper(method)+" "+path)
		}
	}
	for _, r := range s.server.Routes() {
		routed = append(routed, r.Method+" "+r.Path)
	}
	slices.Sort(listed)
	slices.Sort(routed)
	if diff := cmp.Diff(listed, routed); diff != "" {
		t.Errorf("(-document +routes):\n%s", diff)
	}
	var names []string
	for _, p := range Problems() {
		names = append(names, string(p.Name))
	}
	if diff := cmp.Diff(c.doc.Components.Schemas["GateProblem"].Properties["code"].Enum, names); diff != "" {
		t.Errorf("problems (-document +program):\n%s", diff)
	}
}

// TestAnswers asks everything of the gate and holds each answer against the schema
// that the document has for its status; of every route every status but those of
// our own faults is asked for.
func TestAnswers(t *testing.T) {
	ready := error(nil)
	s := newStand(t, func(o *Options) { o.Ready = func(context.Context) error { return ready } })
	c := newContract(t, s)
	const check, state, override = "/v1/gate", "/v1/gate/{id}", "/v1/gate/{id}/override"
	post := func(who, path, body string, header ...string) got {
		return s.send(who, "POST", path, strings.NewReader(body), append([]string{"Content-Type", asJSON}, header...)...)
	}
	warned := c.holds("POST", check, s.check("a", "The pier is doubtful one."), 200)
	wrong := c.holds("POST", check, s.check("b", "The pier is wrong one and doubtful two."), 200)
	at := "/v1/gate/" + warned.has("id")
	good := `{"check": "` + warned.has("check") + `", "reason": "heard the recording"}`
	c.holds("POST", check, post("cms", check, `{`), 400)
	c.holds("POST", check, post("", check, `{}`), 401)
	c.holds("POST", check, post("eve", check, `{}`), 403)
	c.holds("POST", check, post("cms", check, strings.Repeat(" ", MaxBody+1)), 413)
	c.holds("POST", check, post("cms", check, `{}`, "Content-Type", "image/png"), 415)
	c.holds("POST", check, post("cms", check, `{}`), 422)
	c.holds("GET", state, s.send("eve", "GET", at, nil), 200)
	c.holds("GET", state, s.send("", "GET", at, nil), 401)
	c.holds("GET", state, s.send("eve", "GET", "/v1/gate/x", nil), 404)
	c.holds("POST", override, post("ada", at+"/override", `{}`), 422)
	c.holds("POST", override, post("ada", at+"/override", `{`), 400)
	c.holds("POST", override, post("", at+"/override", good), 401)
	c.holds("POST", override, post("cms", at+"/override", good), 403)
	c.holds("POST", override, post("ada", "/v1/gate/x/override", good), 404)
	c.holds("POST", override, s.override("ada", wrong, "because"), 409)
	c.holds("POST", override, post("ada", at+"/override", strings.Repeat(" ", maxOverride+1)), 413)
	c.holds("POST", override, post("ada", at+"/override", good, "Content-Type", "text/plain"), 415)
	c.holds("POST", override, post("ada", at+"/override", good), 200)
	c.holds("GET", state, s.send("eve", "GET", at, nil), 200)
	c.holds("POST", check, s.check("a", "The pier is doubtful one."), 200) // overridden
	old := s.check("d", "The pier is doubtful one.")
	s.check("d", "The pier is open.")
	c.holds("POST", override, s.override("ada", old, "because"), 409) // names the newer version
	c.holds("GET", state, s.send("eve", "GET", "/v1/gate/"+old.has("id"), nil), 200)
	c.holds("GET", "/v1/log", s.send("eve", "GET", "/v1/log?after=0", nil), 200)
	c.holds("GET", "/v1/log", s.send("eve", "GET", "/v1/log?after=x", nil), 400)
	c.holds("GET", "/v1/log", s.send("", "GET", "/v1/log", nil), 401)
	c.holds("GET", "/v1/log", s.send("ada", "GET", "/v1/log", nil), 403)
	c.holds("GET", "/metrics", s.send("eve", "GET", "/metrics", nil), 200)
	c.holds("GET", "/metrics", s.send("", "GET", "/metrics", nil), 401)
	c.holds("GET", "/healthz", s.send("", "GET", "/healthz", nil), 200)
	c.holds("GET", "/readyz", s.send("", "GET", "/readyz", nil), 200)
	c.holds("GET", "/openapi.json", s.send("", "GET", "/openapi.json", nil), 200)
	ready = errBoom
	c.holds("GET", "/readyz", s.send("", "GET", "/readyz", nil), 503)
	c.holds("POST", check, s.check("a", "The pier is open."), 503)
	var missing []string
	elsewhere := []string{"POST /v1/gate 408", "POST /v1/gate 409", "POST /v1/gate/{id}/override 408"} // TestSlow, TestBusyKey
	for path, methods := range c.doc.Paths {
		for method, m := range methods {
			for _, status := range slices.Sorted(maps.Keys(m.Responses)) {
				if name := strings.ToUpper(method) + " " + path + " " + status; status != "500" && !c.asked[name] && !slices.Contains(elsewhere, name) {
					missing = append(missing, name)
				}
			}
		}
	}
	slices.Sort(missing)
	if len(missing) > 0 {
		t.Errorf("never asked: %q", missing)
	}
}

// TestNews holds the messages against the document, too.
func TestNews(t *testing.T) {
	s := newStand(t, nil)
	c := newContract(t, s)
	s.override("ada", s.check("a", "The pier is doubtful one."), "heard the recording")
	schema, err := c.compiler.Compile("openapi.json#/components/schemas/GateNews")
	if err != nil {
		t.Fatal(err)
	}
	_, bodies := s.told()
	for line := range strings.Lines(bodies) {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err == nil {
			err = schema.Validate(v)
		}
		if err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
	if strings.Count(bodies, "\n") != 2 {
		t.Error(bodies)
	}
}

// TestBeside: the document of a gate beside a desk has the paths of both, and the
// desk's schemas as they were.
func TestBeside(t *testing.T) {
	s := newStand(t, func(o *Options) { o.Beside = web.Document() })
	var both, desk struct {
		Paths      map[string]any
		Components map[string]map[string]any
	}
	for text, to := range map[string]any{s.send("", "GET", "/openapi.json", nil).body: &both, string(web.Document()): &desk} {
		if err := json.Unmarshal([]byte(text), to); err != nil {
			t.Fatal(err)
		}
	}
	for path := range desk.Paths {
		if both.Paths[path] == nil {
			t.Errorf("%s is missing", path)
		}
	}
	for name, schema := range desk.Components["schemas"] {
		if diff := cmp.Diff(schema, both.Components["schemas"][name]); diff != "" {
			t.Errorf("%s (-desk +both):\n%s", name, diff)
		}
	}
	if both.Paths["/v1/gate"] == nil || both.Components["schemas"]["Decision"] == nil || both.Components["securitySchemes"]["session"] == nil {
		t.Error("something is missing")
	}
	if _, err := document([]byte(`{"components": {"schemas": {"GateHead": {}}}}`)); err == nil {
		t.Error("two schemas of one name were joined")
	}
	if _, err := document([]byte(`{`)); err == nil {
		t.Error("broken JSON was joined")
	}
}

// TestProblems: every refusal has a status, a title and something to do.
func TestProblems(t *testing.T) {
	seen := map[Name]bool{}
	for _, p := range Problems() {
		if seen[p.Name] || p.Status < 400 || p.Title == "" || p.Do == "" || http.StatusText(p.Status) == "" {
			t.Errorf("%+v", p)
		}
		seen[p.Name] = true
	}
	if _, ok := Name("none").Info(); ok {
		t.Error("a refusal that is not on the list is explained")
	}
	if len(gate.DecisionSchema()) == 0 {
		t.Error("no schema")
	}
}
