package web

import (
	"bytes"
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// apiDoc is the document, as far as the tests look at it.
type apiDoc struct {
	Paths map[string]map[string]struct {
		Responses map[string]struct {
			Content map[string]struct{ Schema json.RawMessage }
		}
	}
}

// TestOpenAPI holds the document against the routes: every route that gives data
// is in it, and nothing else is.
func TestOpenAPI(t *testing.T) {
	s := newStand(t, sample(1), nil, Options{})
	var doc apiDoc
	if err := json.Unmarshal([]byte(s.as("").get("/openapi.json").body), &doc); err != nil {
		t.Fatal(err)
	}
	var listed, routed []string
	for path, methods := range doc.Paths {
		for method := range methods {
			listed = append(listed, strings.ToUpper(method)+" "+path)
		}
	}
	pages := []string{"/{$}", "/next", "/static/{file}", "/enter", "/login", "/logout"} // they lead somewhere, and give no data
	for _, r := range s.desk.Routes() {
		if !slices.Contains(pages, r.Path) {
			routed = append(routed, r.Method+" "+r.Path)
		}
	}
	slices.Sort(listed)
	slices.Sort(routed)
	if diff := cmp.Diff(listed, routed); diff != "" {
		t.Errorf("(-document +routes):\n%s", diff)
	}
}

// TestAnswers asks everything of the desk and holds each answer against the
// schema that the document has for its status.
func TestAnswers(t *testing.T) {
	s := newStand(t, sample(4), nil, Options{})
	keys, ada := s.keys(), s.as("ada")
	ada.json = true
	source := ada.get("/openapi.json").body
	var doc apiDoc
	if err := json.Unmarshal([]byte(source), &doc); err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("openapi.json", value); err != nil {
		t.Fatal(err)
	}
	asked := map[string]bool{}
	ask := func(who *visitor, method, route, path, body string, want int) {
		t.Helper()
		got := who.send(method, path, "application/json", body)
		if got.status != want {
			t.Errorf("%s %s: status %d, want %d: %s", method, path, got.status, want, got.body)
			return
		}
		asked[method+" "+route] = true
		status := map[int]string{200: "200", 400: "400", 401: "401", 404: "404", 409: "409", 422: "422"}[want]
		if doc.Paths[route][strings.ToLower(method)].Responses[status].Content["application/json"].Schema == nil {
			t.Errorf("the document does not say what %s %s answers with %s", method, route, status)
			return
		}
		pointer := "openapi.json#/paths/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(route) + "/" + strings.ToLower(method) +
			"/responses/" + status + "/content/application~1json/schema"
		schema, err := compiler.Compile(pointer)
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(got.body)))
		if err != nil {
			t.Fatalf("%s %s: %v: %s", method, path, err, got.body)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s %s: %v", method, path, err)
		}
	}
	pair := "/pair/" + keys[0]
	ask(ada, "POST", "/pair/{key}/note", pair+"/note", `{"why": "a note"}`, 200)
	ask(ada, "POST", "/pair/{key}/flag", pair+"/flag", `{}`, 200)
	ask(ada, "POST", "/pair/{key}/skip", pair+"/skip", `{"query": "type=negation"}`, 200)
	ask(ada, "GET", "/pair/{key}", pair, "", 200)
	var page struct{ After string }
	if err := json.Unmarshal([]byte(ada.get(pair).body), &page); err != nil {
		t.Fatal(err)
	}
	ask(ada, "POST", "/pair/{key}/decide", pair+"/decide", `{"verdict": "same-meaning", "days": 7, "after": "`+page.After+`"}`, 200)
	ask(ada, "POST", "/pair/{key}/decide", pair+"/decide", `{"verdict": "unclear"}`, 409)
	ask(ada, "POST", "/pair/{key}/decide", pair+"/decide", `{"verdict": "perhaps"}`, 400)
	ask(ada, "GET", "/pair/{key}", pair, "", 200)
	ask(ada, "POST", "/pair/{key}/undismiss", pair+"/undismiss", `{}`, 409)
	ask(ada, "POST", "/undo", "/undo", `{}`, 200)
	ask(ada, "POST", "/redo", "/redo", `{}`, 200)
	ask(ada, "POST", "/redo", "/redo", `{}`, 409)
	ask(ada, "GET", "/queue", "/queue?state=all", "", 200)
	ask(ada, "GET", "/article/{id}", "/article/a0-0?claim=c0-0", "", 200)
	ask(ada, "POST", "/claim/{id}/speaker", "/claim/c1-0/speaker", `{"name": "Ann Ray"}`, 200)
	ask(ada, "POST", "/claim/{id}/span", "/claim/c1-0/span", `{"words": "safe for every visitor"}`, 200)
	ask(ada, "POST", "/claim/{id}/span", "/claim/c1-0/span", `{"words": "none of it"}`, 422)
	ask(ada, "GET", "/topics", "/topics", "", 200)
	ask(ada, "GET", "/topic/{id}", "/topic/t3", "", 200)
	ask(ada, "POST", "/topic/{id}/part", "/topic/t3/part", `{"claim": ["c3-1"]}`, 200)
	ask(ada, "POST", "/topic/{id}/join", "/topic/t3/join", `{"with": "t2"}`, 200)
	ask(ada, "GET", "/history", "/history", "", 200)
	ask(ada, "GET", "/agreement", "/agreement", "", 200)
	ask(ada, "GET", "/keys", "/keys", "", 200)
	ask(ada, "GET", "/openapi.json", "/openapi.json", "", 200)
	ask(ada, "GET", "/pair/{key}", "/pair/none", "", 404)
	stranger := s.as("")
	stranger.json = true
	ask(stranger, "GET", "/queue", "/queue", "", 401)
	var listed []string
	for path, methods := range doc.Paths {
		for method := range methods {
			if name := strings.ToUpper(method) + " " + path; !asked[name] && path != "/health" && !strings.HasPrefix(path, "/people") && !strings.HasPrefix(path, "/token") {
				listed = append(listed, name)
			}
		}
	}
	if len(listed) > 0 {
		t.Errorf("never asked: %q (of %d)", listed, len(slices.Collect(maps.Keys(asked))))
	}
	if got := ada.get("/health"); got.status != http.StatusOK {
		t.Errorf("health: %d", got.status)
	}
}
