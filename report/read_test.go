package report_test

import (
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report"
)

func TestRoundTrip(t *testing.T) {
	for _, c := range []struct {
		name string
		r    *compare.Report
	}{
		{"sample", sample()},
		{"recorded", recorded(t)},
		{"every character", with(func(r *compare.Report) {
			r.Warnings = append(r.Warnings, claims.Warning{Reason: "\x00\x1b\x7f\u0085\u009b\u200b\u202e\u2028\ufeff\U000e0001<&>\"\\é😀"})
		})},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := report.ReadJSON(strings.NewReader(set(t, "json", c.r)))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.r, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// No list is null, and nothing in the file steers a terminal.
func TestJSONIsCalm(t *testing.T) {
	empty := &compare.Report{Version: compare.Version, Articles: []claims.Article{{}}, Claims: []claims.Claim{{}},
		Stories: []compare.Story{{}}, Topics: []compare.Topic{{}}, Copies: []compare.Copies{{}}, Findings: []compare.Finding{{}}, Rules: []compare.RuleDoc{{}}, Since: &compare.Since{}, SetAside: []compare.SetAside{{}}, Warnings: []claims.Warning{{}}}
	out := set(t, "json", empty)
	if got := strings.Count(out, "null"); got != 1 { // the speaker
		t.Errorf("%d nulls, want the speaker's alone:\n%s", got, out)
	}
	checkCalm(t, "json", set(t, "json", sample()))
}

// ReadJSON names the place of what is wrong.
func TestReadJSONErrors(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*compare.Report)
		want   string
	}{
		{"no version", func(r *compare.Report) { r.Version = "" }, "version: missing"},
		{"next major version", func(r *compare.Report) { r.Version = "2.0" }, `version: "2.0"`},
		{"article without ID", func(r *compare.Report) { r.Articles[1].ID = "" }, "articles[1].id: missing"},
		{"article twice", func(r *compare.Report) { r.Articles[1].ID = "post-1" }, `articles[1].id: "post-1"`},
		{"claim twice", func(r *compare.Report) { r.Claims[2].ID = "c1" }, "claims[2].id"},
		{"claim of no article", func(r *compare.Report) { r.Claims[2].Article = "x" }, `claims[2].article: there is no article "x"`},
		{"span behind the text", func(r *compare.Report) { r.Claims[0].Content[0].End = 9999 }, "claims[0].content[0]: 118 to 9999"},
		{"span before the text", func(r *compare.Report) { r.Claims[0].Content[0].Start = -1 }, "claims[0].content[0]"},
		{"span turned round", func(r *compare.Report) { r.Claims[0].Content[0] = claims.Span{Start: 9, End: 8} }, "claims[0].content[0]"},
		{"span that cuts a letter", func(r *compare.Report) { r.Claims[2].Cue[0] = claims.Span{Start: 116, End: 118} }, "claims[2].cue[0]"},
		{"source", func(r *compare.Report) { r.Claims[2].Source[0].End = 9999 }, "claims[2].source[0]"},
		{"context", func(r *compare.Report) { r.Claims[2].Context = []claims.Span{{End: 9999}} }, "claims[2].context[0]"},
		{"claim of a topic", func(r *compare.Report) { r.Topics[1].Claims[1] = "x" }, `topics[1].claims[1]: there is no claim "x"`},
		{"story twice", func(r *compare.Report) { r.Stories[1].ID = "evil-1" }, `stories[1].id: "evil-1"`},
		{"article of a story", func(r *compare.Report) { r.Stories[1].Articles[2] = "x" }, `stories[1].articles[2]: there is no article "x"`},
		{"article of two stories", func(r *compare.Report) { r.Stories[2].Articles[0] = "lamp-1" }, `stories[2].articles[0]: article "lamp-1"`},
		{"centre of a topic", func(r *compare.Report) { r.Topics[1].Centre = "c1" }, `topics[1].centre: "c1" is none of`},
		{"story of a topic", func(r *compare.Report) { r.Topics[1].Stories[1] = "x" }, `topics[1].stories[1]: there is no story "x"`},
		{"copy", func(r *compare.Report) { r.Copies[0].Claims[1] = "x" }, `copies[0].claims[1]: there is no claim "x"`},
		{"no witness", func(r *compare.Report) { r.Copies[0].Witnesses = 0 }, "copies[0].witnesses: 0 is not from 1"},
		{"more witnesses than copies", func(r *compare.Report) { r.Copies[0].Witnesses = 4 }, "copies[0].witnesses: 4 is not from 1"},
		{"side a", func(r *compare.Report) { r.Findings[3].A = "x" }, `findings[3].a: there is no claim "x"`},
		{"side b", func(r *compare.Report) { r.Findings[3].B = "" }, `findings[3].b: there is no claim ""`},
		{"evidence", func(r *compare.Report) { r.Findings[0].Evidence.B[1].End = 9999 }, "findings[0].evidence.b[1]"},
		{"also", func(r *compare.Report) { r.Findings[0].Also.A[1] = "x" }, "findings[0].also.a[1]"},
		{"score", func(r *compare.Report) { r.Findings[0].Score = 1.5 }, "findings[0].score: 1.5"},
		{"topic", func(r *compare.Report) { r.Findings[0].Topic = "x" }, `findings[0].topic: there is no topic "x"`},
		{"finding twice", func(r *compare.Report) { r.Findings[1].ID = "f1" }, "findings[1].id"},
		{"set aside", func(r *compare.Report) { r.SetAside[1].B = "x" }, `set_aside[1].b: there is no claim "x"`},
		{"new finding", func(r *compare.Report) { r.Since.New[0] = "x" }, `since.new[0]: there is no finding "x"`},
		{"gone finding that is there", func(r *compare.Report) { r.Since.Gone[0].Finding.ID = "f1" }, `since.gone[0].finding.id: "f1"`},
		{"gone claim", func(r *compare.Report) { r.Since.Gone[0].B.ID = "x" }, `since.gone[0].b.id: "x" is not the finding's "c22"`},
		{"several", func(r *compare.Report) { r.SetAside[1].B, r.SetAside[2].A = "x", "y" }, "(and 1 more fault)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := report.ReadJSON(strings.NewReader(set(t, "json", with(c.change))))
			checkError(t, err, c.want)
		})
	}
}

// ReadJSON names line and column where the file is no report at all.
func TestReadJSONMalformed(t *testing.T) {
	whole := set(t, "json", sample())
	for _, c := range []struct{ name, data, want string }{
		{"empty", "", "reading the report: it is empty"},
		{"cut off", whole[:500], "it ends too early"},
		{"a list", "[]", "it is a list and must be an object"},
		{"a number for a text", strings.Replace(whole, `"id": "post-1"`, `"id": 7`, 1), `"articles.id" is a number and must be a text`},
		{"something behind it", whole + "\n{}", "column 1, '{' stands behind the end"},
		{"not UTF-8", "{\n\"version\": \"\xff\"}", "line 2, column 13: not UTF-8"},
		{"another file", `{"name": "package"}`, "version: missing"},
		{"lists missing", `{"version": "1.2"}`, "articles: missing (and 8 more faults)"},
		{"lists of the second version missing", `{"version": "1.1"}`, "articles: missing (and 7 more faults)"},
		{"lists of the first version missing", `{"version": "1.0"}`, "articles: missing (and 5 more faults)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := report.ReadJSON(strings.NewReader(c.data))
			checkError(t, err, c.want)
		})
	}
}

// checkError checks that err says want, and what to do.
func checkError(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want %q", want)
	}
	if !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "\nhint: ") {
		t.Errorf("error %q, want %q and a hint", err, want)
	}
}

// A report of a newer minor version is read, and so is one with a byte order mark.
func TestReadJSONNewer(t *testing.T) {
	whole := "\ufeff" + strings.Replace(set(t, "json", sample()), `"version": "1.2"`, `"version": "1.9", "mood": {"sunny": true}`, 1)
	r, err := report.ReadJSON(strings.NewReader(whole))
	if err != nil {
		t.Fatal(err)
	}
	if r.Version != "1.9" || len(r.Findings) != 6 {
		t.Errorf("version %s with %d findings, want 1.9 with 6", r.Version, len(r.Findings))
	}
}

// savedBefore is the sample as version 1.0 wrote it: without stories and copies,
// and of a topic only its ID, label and claims.
func savedBefore(t *testing.T) string {
	t.Helper()
	var r map[string]any
	if err := json.Unmarshal([]byte(set(t, "json", sample())), &r); err != nil {
		t.Fatal(err)
	}
	r["version"] = "1.0"
	for _, name := range []string{"stories", "copies", "rules", "since"} {
		delete(r, name)
	}
	for _, x := range r["topics"].([]any) {
		for _, name := range []string{"centre", "stories", "outlets", "speakers", "from", "to"} {
			delete(x.(map[string]any), name)
		}
	}
	out, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// A report that an older version saved is read, and every format can show it.
func TestReadJSONOlder(t *testing.T) {
	r, err := report.ReadJSON(strings.NewReader(savedBefore(t)))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Findings) != 6 || len(r.Topics) != 3 || len(r.Stories) != 0 {
		t.Errorf("%d findings, %d topics, %d stories, want 6, 3 and none", len(r.Findings), len(r.Topics), len(r.Stories))
	}
	for _, name := range report.Names() {
		set(t, name, r)
	}
	if again, err := report.ReadJSON(strings.NewReader(set(t, "json", r))); err != nil || again.Version != "1.0" {
		t.Errorf("written and read again: %v", err)
	}
}

// The fields of a report are written in their order, and none is forgotten.
func TestJSONFields(t *testing.T) {
	out := set(t, "json", sample())
	at := 0
	for f := range reflect.TypeFor[compare.Report]().Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		next := strings.Index(out[at:], "\n  \""+name+"\": ")
		if next < 0 {
			t.Fatalf("%s is not written, or not in its place", f.Name)
		}
		at += next
	}
}

func TestReadJSONBrokenReader(t *testing.T) {
	if _, err := report.ReadJSON(iotest.ErrReader(errFull)); !errors.Is(err, errFull) {
		t.Errorf("error %v, want %v", err, errFull)
	}
}

// What ReadJSON accepts, every format can show, and JSON gives back.
func FuzzReadJSON(f *testing.F) {
	data, err := os.ReadFile("testdata/report.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"version":"1.0","articles":[{"id":"a","text":"é"}],"claims":[{"id":"c","article":"a","content":[{"start":0,"end":2}]}],` +
		`"topics":[],"findings":[{"id":"f","a":"c","b":"c","evidence":{"a":[{"start":0,"end":2}]}}],"set_aside":[{"a":"c","b":"c"}],"warnings":[{}]}`))
	f.Add([]byte(`{"version":"1.0","articles":null}`))
	f.Add([]byte(`{"version":"1.1","articles":[{"id":"a","text":"é"}],"claims":[{"id":"c","article":"a","content":[{"start":0,"end":2}]}],` +
		`"stories":[{"id":"s","articles":["a"]}],"topics":[{"id":"t","label":"é","claims":["c"],"centre":"c","stories":["s"]}],` +
		`"copies":[{"kind":"wire","claims":["c","c"],"witnesses":2}],"findings":[],"set_aside":[],"warnings":[]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := report.ReadJSON(strings.NewReader(string(data)))
		if err != nil {
			return
		}
		for _, name := range report.Names() {
			set(t, name, r)
		}
		for _, name := range report.TopicNames() {
			setTopics(t, name, false, r, report.TopicOptions{Options: report.Options{Verbose: true}})
			setTopics(t, name, true, r, report.TopicOptions{Story: "a"})
		}
		first := set(t, "json", r)
		again, err := report.ReadJSON(strings.NewReader(first))
		if err != nil {
			t.Fatalf("the report as written cannot be read: %v", err)
		}
		if second := set(t, "json", again); first != second {
			t.Errorf("written %q, then %q", first, second)
		}
	})
}
