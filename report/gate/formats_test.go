package gate_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/joshdk/go-junit"
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"crosscheck/compare"
	"crosscheck/report/gate"
	"crosscheck/report/review"
)

var update = flag.Bool("update", false, "write the golden files anew")

// decisions are one of each kind.
func decisions() map[string]*gate.Decision {
	all := map[string]*gate.Decision{}
	put := func(name string, in gate.Input) {
		d := gate.Decide(in)
		all[name] = &d
	}
	put("publish", input(clash("", "", 0, voice)))
	put("empty", gate.Input{Now: noon})

	held := clash(compare.Conflict, compare.Number, .62, voice, own, other, outside, lindHere, lindSaid, heading)
	held.Findings = append(held.Findings,
		compare.Finding{ID: "f_2", Relation: compare.Conflict, Type: compare.Antonym, A: "c2", B: "c0", Score: .55, Why: "“open” and “closed” oppose each other."},
		compare.Finding{ID: "f_3", Relation: compare.Misquote, Type: compare.Modality, A: "c4", B: "c5", Score: .68, Why: "The same remark is quoted with “may” and “will”."},
		compare.Finding{ID: "f_4", Relation: compare.Heading, Type: compare.Antonym, A: "c6", B: "c0", Score: .6, Why: "“open” and “closed” oppose each other."},
		compare.Finding{ID: "f_5", Relation: compare.Dispute, Type: compare.Negation, A: "c3", B: "c4", Score: .9, Why: "One side says “never … safe”."})
	in := input(held)
	in.Policy = policy("waivers: [{finding: f_3, owner: M. Lind, reason: heard twice, expires: 2031-05-09}]")
	_, in.Drafts[0].Allows = gate.Allows("crosscheck: allow misattribution")
	put("hold", in)

	failed := input(clash("", "", 0, voice))
	failed.Failures = []gate.Failure{{Code: gate.CouldNotJudge, What: "The archive is damaged."}}
	put("unjudged", failed)

	rejected := numbers()
	let := input(rejected)
	let.Decisions = review.NewState(event(rejected, review.Superseded, noon.AddDate(0, 0, 2)))
	put("let", let)

	hostile := clash(compare.Conflict, compare.Number, .62, said{"draft", voice.kind, "", "<script>\x1b[31m ::error::100% ]]> 40 & \u202e\"boats\"\r\n were lost"}, own)
	hostile.Findings[0].Why = "::set-output name=x::\x1b]8;;\n</failure>"
	hostileIn := input(hostile)
	hostileIn.Drafts[0].Path, hostileIn.Drafts[0].Title = "a,b:c\n\x1b.txt", "<x>"
	put("hostile", hostileIn)
	return all
}

// set writes a decision in a format.
func set(t *testing.T, format string, d *gate.Decision) string {
	t.Helper()
	f, err := gate.FormatByName(format)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got); if that is meant: go test ./report/gate -update\n%s", path, diff)
	}
}

func TestGolden(t *testing.T) {
	all := decisions()
	for _, f := range gate.Formats() {
		golden(t, "hold."+f.Name+".golden", set(t, f.Name, all["hold"]))
	}
	for _, name := range []string{"publish", "empty", "unjudged", "let", "hostile"} {
		golden(t, name+".text.golden", set(t, "text", all[name]))
	}
	var b bytes.Buffer
	p := policy("own: [Harbour Post]\noutlets: {ignore: [Daily Jest]}\nspeakers: {only: [M. Lind]}\non_error: pass\nhold_on: warning\nbaseline: b.json\ninline: false\nbudget: 0\n" +
		"rules: [{relation: misquote, type: wording, from: 0.9, level: warning}]\nwaivers: [{draft: a.md, code: misquote, owner: Lind}]")
	if err := p.Explain(&b, noon); err != nil {
		t.Fatal(err)
	}
	golden(t, "explain.golden", b.String())
}

// TestFormats has each format read by a reader of that format.
func TestFormats(t *testing.T) {
	for name, d := range decisions() {
		if out := set(t, "text", d); strings.ContainsAny(out, "\x1b\u202e") {
			t.Errorf("%s: the text steers a terminal: %q", name, out)
		}
		log, err := sarif.FromString(set(t, "sarif", d))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := log.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got, want := len(log.Runs[0].Results), len(d.Reasons)+len(d.Let); got != want {
			t.Errorf("%s: %d results in SARIF, want %d", name, got, want)
		}
		suites, err := junit.Ingest([]byte(set(t, "junit", d)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		failed := 0
		for _, s := range suites {
			failed += s.Totals.Failed + s.Totals.Error
		}
		if failed != len(d.Errors()) {
			t.Errorf("%s: %d tests failed in JUnit, want %d", name, failed, len(d.Errors()))
		}
		checkCheckstyle(t, name, d)
		lines(t, name, d)
	}
}

// checkCheckstyle reads Checkstyle XML back.
func checkCheckstyle(t *testing.T, name string, d *gate.Decision) {
	var x struct {
		XMLName xml.Name `xml:"checkstyle"`
		Files   []struct {
			Name   string `xml:"name,attr"`
			Errors []struct {
				Line     int    `xml:"line,attr"`
				Severity string `xml:"severity,attr"`
				Source   string `xml:"source,attr"`
			} `xml:"error"`
		} `xml:"file"`
	}
	if err := xml.Unmarshal([]byte(set(t, "checkstyle", d)), &x); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	n := 0
	for _, f := range x.Files {
		for _, e := range f.Errors {
			n++
			if e.Line < 1 || !strings.HasPrefix(e.Source, "crosscheck.") || !strings.Contains("error warning info", e.Severity) {
				t.Errorf("%s: %+v", name, e)
			}
		}
	}
	if n != len(d.Reasons) {
		t.Errorf("%s: %d errors in Checkstyle, want %d", name, n, len(d.Reasons))
	}
}

// lines wants a line for each reason, and of JSON where it is JSON.
func lines(t *testing.T, name string, d *gate.Decision) {
	for _, format := range []string{"github", "rdjsonl"} {
		n := 0
		for line := range strings.Lines(set(t, format, d)) {
			n++
			if format == "github" && !strings.HasPrefix(line, "::error ") && !strings.HasPrefix(line, "::warning ") && !strings.HasPrefix(line, "::notice ") {
				t.Errorf("%s: %q", name, line)
			}
			if format == "rdjsonl" && !json.Valid([]byte(line)) {
				t.Errorf("%s: %q", name, line)
			}
		}
		if n != len(d.Reasons) {
			t.Errorf("%s: %d lines of %s, want %d", name, n, format, len(d.Reasons))
		}
	}
}

func TestFormatByFile(t *testing.T) {
	for path, want := range map[string]string{"a.txt": "text", "b.JSON": "json", "c.sarif": "sarif", "d.xml": "junit", "e.checkstyle": "checkstyle", "f.rdjsonl": "rdjsonl"} {
		if f, err := gate.FormatByFile(path); err != nil || f.Name != want {
			t.Errorf("%s: %s, %v", path, f.Name, err)
		}
	}
	if _, err := gate.FormatByFile("a.pdf"); err == nil || !strings.Contains(err.Error(), "hint:") {
		t.Errorf("a.pdf: %v", err)
	}
	if _, err := gate.FormatByName("pdf"); err == nil || !strings.Contains(err.Error(), "checkstyle") {
		t.Errorf("pdf: %v", err)
	}
}
