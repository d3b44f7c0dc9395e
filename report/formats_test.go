package report_test

import (
	"encoding/json"
	"encoding/xml"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/joshdk/go-junit"
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"crosscheck/compare"
	"crosscheck/report"
)

// reports are those that every format for tools is tried on: the sample, one of
// each hostile text, and an empty one.
func reports(t *testing.T) map[string]*compare.Report {
	all := map[string]*compare.Report{"sample": recorded(t), "empty": nil}
	for _, s := range hostile {
		all["hostile "+s] = poisoned(s)
	}
	return all
}

// The schema that go-sarif carries is OASIS' own.
func TestSARIF(t *testing.T) {
	for name, r := range reports(t) {
		log, err := sarif.FromString(set(t, "sarif", r))
		if err != nil {
			t.Fatalf("%.30q: %v", name, err)
		}
		if err := log.Validate(); err != nil {
			t.Errorf("%.30q: %v", name, err)
		}
	}
	log, _ := sarif.FromString(set(t, "sarif", recorded(t)))
	run := log.Runs[0]
	var got []string
	for _, r := range run.Results {
		got = append(got, *r.RuleID+" "+r.Level+" "+r.PartialFingerprints["crosscheckFinding/v1"]+" "+*r.BaselineState)
		if *run.Tool.Driver.Rules[r.RuleIndex].ID != *r.RuleID {
			t.Errorf("%s: its rule is at index %d, which is another's", *r.RuleID, r.RuleIndex)
		}
	}
	want := []string{"denied-event error f1 unchanged", "same-quote error f2 unchanged", "figure warning f3 new", "may-will note f4 unchanged", "antonym note f5 <evil> new", "edit note f6 unchanged"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("results (-want +got):\n%s", diff)
	}
	at := run.Results[0].Locations[0].PhysicalLocation
	if *at.ArtifactLocation.URI != "port/post.txt" || *at.Region.StartLine != 3 || *at.Region.StartColumn != 78 {
		t.Errorf("the first result is at %s:%d:%d", *at.ArtifactLocation.URI, *at.Region.StartLine, *at.Region.StartColumn)
	}
	if help := run.Tool.Driver.Rules[0].Help; *help.Text != "One side says that what the other tells of did not happen." {
		t.Errorf("the help is %q", *help.Text)
	}
}

// Checkstyle's own readers want a line, a known severity and a message.
func TestCheckstyle(t *testing.T) {
	for name, r := range reports(t) {
		var log struct {
			Files []struct {
				Errors []struct {
					Line     int    `xml:"line,attr"`
					Severity string `xml:"severity,attr"`
					Message  string `xml:"message,attr"`
				} `xml:"error"`
			} `xml:"file"`
		}
		if err := xml.Unmarshal([]byte(set(t, "checkstyle", r)), &log); err != nil {
			t.Fatalf("%.30q: %v", name, err)
		}
		n := 0
		for _, f := range log.Files {
			for _, e := range f.Errors {
				n++
				if e.Line < 1 || e.Message == "" || !slices.Contains([]string{"error", "warning", "info"}, e.Severity) {
					t.Errorf("%.30q: %+v", name, e)
				}
			}
		}
		if r != nil && n != len(r.Findings) {
			t.Errorf("%.30q: %d errors, want %d", name, n, len(r.Findings))
		}
	}
}

func TestJUnit(t *testing.T) {
	for name, r := range reports(t) {
		suites, err := junit.Ingest([]byte(set(t, "junit", r)))
		if err != nil {
			t.Fatalf("%.30q: %v", name, err)
		}
		if r == nil {
			continue
		}
		tests, failures := 0, 0
		for _, s := range suites {
			tests, failures = tests+s.Totals.Tests, failures+s.Totals.Failed
			if len(s.Tests) == 0 {
				t.Errorf("%.30q: %s has no test", name, s.Name)
			}
		}
		if failures != len(r.Findings) || tests < len(r.Articles) {
			t.Errorf("%.30q: %d of %d tests failed, want %d", name, failures, tests, len(r.Findings))
		}
	}
	suites, _ := junit.Ingest([]byte(set(t, "junit", recorded(t))))
	var got []string
	for _, s := range suites {
		for _, x := range s.Tests {
			got = append(got, string(x.Status)+" "+s.Name+": "+x.Name)
		}
	}
	for _, want := range []string{
		"failed Harbour Post: No leak at the fuel depot, harbour master says: Mara Lind and Tom Okoye oppose each other (f1)",
		"passed Dock Daily: Boats kept in port: no statement is opposed",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is not among %q", want, got)
		}
	}
}

func TestRDJSONL(t *testing.T) {
	data, err := os.ReadFile("testdata/rdf/Diagnostic.json")
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("diagnostic.json", decode(t, string(data))); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("diagnostic.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range reports(t) {
		for line := range strings.Lines(set(t, "rdjsonl", r)) {
			if err := schema.Validate(decode(t, line)); err != nil {
				t.Errorf("%.30q: %v", name, err)
			}
		}
	}
	first, _, _ := strings.Cut(set(t, "rdjsonl", recorded(t)), "\n")
	for _, want := range []string{`"path":"port/post.txt","range":{"start":{"line":3,"column":80},"end":{"line":3,"column":87}}`, `"severity":"ERROR"`, `"value":"dispute/denied-event"`,
		`"related_locations":[{"message":"Coast Courier, Tom Okoye`, `"location":{"path":"port/courier.html"}`} {
		if !strings.Contains(first, want) {
			t.Errorf("%s is not in %s", want, first)
		}
	}
}

func TestJSONL(t *testing.T) {
	schema := compiled(t, "finding")
	lines := strings.Split(strings.TrimSpace(set(t, "jsonl", recorded(t))), "\n")
	if len(lines) != 6 {
		t.Errorf("%d lines, want 6", len(lines))
	}
	for _, line := range lines {
		if err := schema.Validate(decode(t, line)); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
	for _, broken := range []string{`"relation":"dispute"`, `"outlet":`, `"evidence":[`, `"score":0.93`} {
		if err := schema.Validate(decode(t, strings.Replace(lines[0], broken, `"x`+broken[1:], 1))); err == nil {
			t.Errorf("a line without %s was let through", broken)
		}
	}
	if set(t, "jsonl", nil) != "" {
		t.Error("an empty report has lines")
	}
}

// unescape reads a workflow command as the runner does.
func unescape(t *testing.T, line string) (level string, properties map[string]string, message string) {
	t.Helper()
	head, message, ok := strings.Cut(strings.TrimPrefix(line, "::"), "::")
	level, list, _ := strings.Cut(head, " ")
	if !ok || !strings.HasPrefix(line, "::") || !slices.Contains([]string{"error", "warning", "notice"}, level) {
		t.Fatalf("no command: %q", line)
	}
	properties = map[string]string{}
	text := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	for _, p := range strings.Split(list, ",") {
		key, value, _ := strings.Cut(p, "=")
		properties[key] = text.Replace(value)
	}
	return level, properties, text.Replace(message)
}

func TestGitHub(t *testing.T) {
	for name, r := range reports(t) {
		out := set(t, "github", r)
		n := 0
		for line := range strings.Lines(out) {
			_, p, message := unescape(t, strings.TrimSuffix(line, "\n"))
			for key := range p {
				if !slices.Contains([]string{"file", "line", "endLine", "col", "endColumn", "title"}, key) {
					t.Errorf("%.30q: property %q", name, key)
				}
			}
			if strings.Count(message, "\n") != 2 {
				t.Errorf("%.30q: the message is %q", name, message)
			}
			n++
		}
		if r != nil && n != len(r.Findings) {
			t.Errorf("%.30q: %d commands for %d findings", name, n, len(r.Findings))
		}
	}
	line, _, _ := strings.Cut(set(t, "github", recorded(t)), "\n")
	level, p, message := unescape(t, line)
	want := map[string]string{"file": "port/post.txt", "line": "3", "endLine": "3", "col": "78", "endColumn": "85", "title": "Dispute, negation: strong"}
	if diff := cmp.Diff(want, p); diff != "" || level != "error" || !strings.HasPrefix(message, "Mara Lind and Tom Okoye oppose each other. ") {
		t.Errorf("%s %q (-want +got):\n%s", level, message, diff)
	}
}

// vocabulary is what schema.org (version 29) lets the types of ours have, as
// far as we use it, and what Google wants of a ClaimReview besides.
var vocabulary = map[string]struct{ may, must []string }{
	"Claim":        {[]string{"@id", "text", "author", "datePublished", "firstAppearance", "appearance"}, []string{"appearance"}},
	"ClaimReview":  {[]string{"@id", "name", "claimReviewed", "itemReviewed", "reviewBody", "reviewAspect", "author", "reviewRating"}, []string{"claimReviewed", "reviewRating", "author"}},
	"Rating":       {[]string{"ratingValue", "bestRating", "worstRating", "alternateName", "ratingExplanation"}, []string{"ratingValue", "alternateName"}},
	"NewsArticle":  {[]string{"headline", "url", "datePublished", "publisher"}, []string{"publisher"}},
	"Person":       {[]string{"name", "jobTitle", "affiliation"}, []string{"name"}},
	"Organization": {[]string{"name"}, []string{"name"}},
	"Thing":        {[]string{"name"}, []string{"name"}},
}

func TestClaimReview(t *testing.T) {
	for name, r := range reports(t) {
		var doc struct {
			Context string           `json:"@context"`
			Graph   []map[string]any `json:"@graph"`
		}
		if err := json.Unmarshal([]byte(set(t, "claimreview", r)), &doc); err != nil || doc.Context != "https://schema.org" {
			t.Fatalf("%.30q: %v", name, err)
		}
		ids := map[string]bool{}
		for _, node := range doc.Graph {
			ids[node["@id"].(string)] = true
			checkNode(t, name, node)
		}
		for _, node := range doc.Graph {
			items, _ := node["itemReviewed"].([]any)
			for _, i := range items {
				if id := i.(map[string]any)["@id"].(string); !ids[id] {
					t.Errorf("%.30q: %s is reviewed and not there", name, id)
				}
			}
		}
	}
}

// checkNode checks a node of the graph and those within it.
func checkNode(t *testing.T, name string, node map[string]any) {
	t.Helper()
	kind, _ := node["@type"].(string)
	v, known := vocabulary[kind]
	if !known && len(node) > 1 {
		t.Errorf("%.30q: a node of type %q", name, kind)
	}
	for key, value := range node {
		if known && key != "@type" && !slices.Contains(v.may, key) {
			t.Errorf("%.30q: a %s has no %s", name, kind, key)
		}
		switch value := value.(type) {
		case map[string]any:
			checkNode(t, name, value)
		case []any:
			for _, x := range value {
				checkNode(t, name, x.(map[string]any))
			}
		}
	}
	for _, key := range v.must {
		if node[key] == nil {
			t.Errorf("%.30q: a %s lacks %s", name, kind, key)
		}
	}
}

// A claim appears in every outlet that prints it.
func TestClaimReviewAppearance(t *testing.T) {
	out := set(t, "claimreview", recorded(t))
	_, rest, _ := strings.Cut(out, `"@id": "urn:crosscheck:c4"`)
	claim, _, _ := strings.Cut(rest, `"@type": "Claim`)
	for _, outlet := range []string{"Harbour Post", "Dock Daily", "Quay News"} {
		if !strings.Contains(claim, outlet) {
			t.Errorf("%s is not in %s", outlet, claim)
		}
	}
}

func TestLevels(t *testing.T) {
	for score, want := range map[float64]report.Level{1: "error", report.Strong: "error", 0.8: "warning", report.Likely: "warning", 0.1: "note"} {
		if got := (report.Finding{Score: score}).Level(); got != want {
			t.Errorf("%v is %s, want %s", score, got, want)
		}
	}
}
