package report_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report"
)

// setTopics writes the topics of r in the format of that name, or its articles
// by story.
func setTopics(t testing.TB, name string, articles bool, r *compare.Report, o report.TopicOptions) string {
	t.Helper()
	f, err := report.TopicsByName(name)
	if err != nil {
		t.Fatal(err)
	}
	w := f.Topics(o)
	if articles {
		w = f.Articles(o)
	}
	var b strings.Builder
	if err := w.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGoldenTopics(t *testing.T) {
	r := recorded(t)
	for _, c := range []struct {
		file, format string
		articles     bool
		opt          report.TopicOptions
	}{
		{"topics.txt", "text", false, report.TopicOptions{Outlets: 2, Limit: 2}},
		{"topics-narrow.txt", "text", false, report.TopicOptions{Options: report.Options{Width: 40}}},
		{"topics-color.txt", "text", false, report.TopicOptions{Options: report.Options{Width: 100, Color: true, Verbose: true}}},
		{"topics-story.txt", "text", false, report.TopicOptions{Story: "dock-1", Claims: 9}},
		{"topics.json", "json", false, report.TopicOptions{}},
		{"topics.jsonl", "jsonl", false, report.TopicOptions{}},
		{"topics.csv", "csv", false, report.TopicOptions{}},
		{"stories.txt", "text", true, report.TopicOptions{}},
		{"stories.json", "json", true, report.TopicOptions{}},
		{"stories.jsonl", "jsonl", true, report.TopicOptions{}},
		{"stories.csv", "csv", true, report.TopicOptions{}},
	} {
		t.Run(c.file, func(t *testing.T) { golden(t, c.file, setTopics(t, c.format, c.articles, r, c.opt)) })
	}
}

// Nothing at all can be listed, too, and a report without stories.
func TestTopicsEmpty(t *testing.T) {
	for _, name := range report.TopicNames() {
		for _, articles := range []bool{false, true} {
			setTopics(t, name, articles, nil, report.TopicOptions{})
			old := with(func(r *compare.Report) { r.Stories, r.Copies = nil, nil })
			if out := setTopics(t, name, articles, old, report.TopicOptions{Outlets: 2}); out == "" {
				t.Errorf("%s: nothing is said of a report without stories", name)
			}
		}
	}
	if out := setTopics(t, "json", true, nil, report.TopicOptions{}); out != "[]\n" {
		t.Errorf("no articles by story are %q", out)
	}
}

// Every article has a line, in the report's order; one in no story is a story
// of its own.
func TestArticlesByStory(t *testing.T) {
	foreign := claims.Article{ID: "xin-1", Language: "zh"}
	r := with(func(r *compare.Report) { r.Articles = append([]claims.Article{foreign}, r.Articles...) })
	want := `{"id":"xin-1","story":"xin-1"}
{"id":"post-1","story":"lamp-1"}
{"id":"courier-1","story":"lamp-1"}
{"id":"lamp-1","story":"lamp-1"}
{"id":"evil-1","story":"evil-1"}
{"id":"dock-1","story":"dock-1"}
{"id":"quay-1","story":"dock-1"}
`
	if diff := cmp.Diff(want, setTopics(t, "jsonl", true, r, report.TopicOptions{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	r.Articles[0].Given, r.Articles[1].Given = "7", `"post"`
	out := setTopics(t, "jsonl", true, r, report.TopicOptions{})
	if !strings.HasPrefix(out, `{"id":7,"story":"xin-1"}`+"\n"+`{"id":"post","story":"lamp-1"}`+"\n") {
		t.Errorf("IDs are not as the input gave them:\n%s", out)
	}
	want = "id,story\r\npost,lamp-1\r\ncourier-1,lamp-1\r\nlamp-1,lamp-1\r\n"
	if diff := cmp.Diff(want, setTopics(t, "csv", true, r, report.TopicOptions{Story: "courier-1"})); diff != "" {
		t.Errorf("one story (-want +got):\n%s", diff)
	}
}

// labels are the labels of the listed topics, in order.
func labels(l *report.TopicList) []string {
	var out []string
	for _, g := range l.Groups {
		for _, t := range g.Topics {
			out = append(out, t.Label)
		}
	}
	return out
}

func TestFillTopics(t *testing.T) {
	for _, c := range []struct {
		name      string
		opt       report.TopicOptions
		want      []string
		few, over int
	}{
		{"all", report.TopicOptions{}, []string{"leak, tank four", "boats, port", "# depot, <closed>"}, 0, 0},
		{"three outlets", report.TopicOptions{Outlets: 3}, []string{"leak, tank four", "boats, port"}, 1, 0},
		{"the first", report.TopicOptions{Limit: 1}, []string{"leak, tank four"}, 0, 2},
		{"one story", report.TopicOptions{Story: "evil-1"}, []string{"# depot, <closed>"}, 0, 0},
		{"one story, by another article", report.TopicOptions{Story: "dock-1"}, []string{"boats, port"}, 0, 0},
		{"no such story", report.TopicOptions{Story: "x"}, nil, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := report.FillTopics(sample(), c.opt)
			if diff := cmp.Diff(c.want, labels(l)); diff != "" {
				t.Errorf("topics (-want +got):\n%s", diff)
			}
			if l.Few != c.few || l.Over != c.over || l.Listed != len(c.want) {
				t.Errorf("%d listed, %d in few outlets, %d over, want %d, %d, %d", l.Listed, l.Few, l.Over, len(c.want), c.few, c.over)
			}
		})
	}
}

// Twelve papers with one agency text are one witness, and come after two that
// wrote their own.
func TestWitnesses(t *testing.T) {
	r := &compare.Report{Version: compare.Version}
	add := func(topic string, n int, copied bool) {
		x := compare.Topic{ID: topic, Label: topic, Stories: []string{"s0"}}
		for i := range n {
			outlet := fmt.Sprintf("Paper %d", i)
			a := claims.Article{ID: fmt.Sprintf("%s%d", topic, i), Outlet: outlet}
			c := claims.Claim{ID: "c" + a.ID, Article: a.ID, Outlet: outlet, Kind: claims.Own, Text: topic + " text"}
			r.Articles, r.Claims = append(r.Articles, a), append(r.Claims, c)
			x.Claims, x.Outlets = append(x.Claims, c.ID), append(x.Outlets, outlet)
		}
		if copied {
			r.Copies = append(r.Copies, compare.Copies{Kind: "wire", Claims: x.Claims, Witnesses: 1})
		}
		r.Topics = append(r.Topics, x)
	}
	add("wire", 12, true)
	add("own", 2, false)
	story := compare.Story{ID: "s0"}
	for _, a := range r.Articles {
		story.Articles = append(story.Articles, a.ID)
	}
	r.Stories = []compare.Story{story}
	l := report.FillTopics(r, report.TopicOptions{})
	if diff := cmp.Diff([]string{"own", "wire"}, labels(l)); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	if own, wire := l.Groups[0].Topics[0].Witnesses, l.Groups[0].Topics[1].Witnesses; own != 2 || wire != 1 {
		t.Errorf("%d and %d witnesses, want 2 and 1", own, wire)
	}
	for i := range r.Claims {
		if r.Claims[i].ID == "cwire1" {
			r.Claims[i].Kind, r.Copies[0].Claims = claims.Titled, slices.DeleteFunc(slices.Clone(r.Copies[0].Claims), func(id string) bool { return id == "cwire1" })
		}
	}
	if n := report.FillTopics(r, report.TopicOptions{}).Groups[0].Topics[1].Witnesses; n != 1 {
		t.Errorf("%d witnesses with a headline of one's own, want 1", n)
	}
	r.Copies[0].Kind, r.Copies[0].Witnesses = "quotation", 3 // that three took down
	if n := report.FillTopics(r, report.TopicOptions{}).Groups[0].Topics[0].Witnesses; n != 3 {
		t.Errorf("%d witnesses of a quotation, want 3", n)
	}
}

// What is shown of a topic: the centre, then an outlet each, no text twice, and
// the sentence that tells of the topic.
func TestTopicQuotes(t *testing.T) {
	const long = "The mayor was late. The bridge stays shut. She left."
	r := &compare.Report{Version: compare.Version}
	for i, text := range []string{long, "The bridge is shut.", "The bridge is shut.", "Shut the bridge!", "A bridge, shut."} {
		outlet := []string{"Post", "Post", "Lamp", "Lamp", "Echo"}[i]
		a := claims.Article{ID: fmt.Sprintf("a%d", i), Outlet: outlet, Text: text}
		r.Articles = append(r.Articles, a)
		r.Claims = append(r.Claims, claims.Claim{ID: fmt.Sprintf("c%d", i), Article: a.ID, Outlet: outlet, Kind: claims.Own, Text: text,
			Content: []claims.Span{{End: len(text)}}})
	}
	r.Topics = []compare.Topic{{ID: "t", Label: "bridge shut", Claims: []string{"c0", "c1", "c2", "c3", "c4"}, Centre: "c1"}}
	texts := func(n int) []string {
		var out []string
		for _, q := range report.FillTopics(r, report.TopicOptions{Claims: n}).Groups[0].Topics[0].Quotes {
			out = append(out, q.Outlet+": "+q.Text)
		}
		return out
	}
	for n, want := range map[int][]string{
		1: {"Post: The bridge is shut."},
		3: {"Post: The bridge is shut.", "Lamp: Shut the bridge!", "Echo: A bridge, shut."},
		9: {"Post: The bridge stays shut.", "Post: The bridge is shut.", "Lamp: Shut the bridge!", "Echo: A bridge, shut."},
	} {
		if diff := cmp.Diff(want, texts(n)); diff != "" {
			t.Errorf("%d claims (-want +got):\n%s", n, diff)
		}
	}
}

// Nothing steers a terminal, no line is too wide, and no cell can run.
func TestTopicsHostile(t *testing.T) {
	for _, s := range append(hostile, "plain words of a plain sentence, one after the other") {
		r := poisoned(s)
		for _, name := range report.TopicNames() {
			for _, articles := range []bool{false, true} {
				o := report.TopicOptions{Options: report.Options{Width: 40, Verbose: true}}
				out := setTopics(t, name, articles, r, o)
				checkCalm(t, fmt.Sprintf("topics as %s of %.20q", name, s), out)
				if name == "text" {
					checkWidth(t, s, out, 40)
				}
				if name == "csv" {
					checkHarmless(t, out)
				}
			}
		}
	}
}

func checkWidth(t *testing.T, s, out string, width int) {
	t.Helper()
	for l := range strings.Lines(out) {
		if n := columns(strings.TrimSuffix(l, "\n")); n > width {
			t.Errorf("%.20q: %d columns in %q", s, n, l)
		}
	}
}

func checkHarmless(t *testing.T, out string) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, cell := range slices.Concat(rows...) {
		if cell := strings.TrimSpace(cell); cell != "" && strings.ContainsRune("=+-@＝\t\r", []rune(cell)[0]) {
			t.Errorf("a cell can run: %q", cell)
		}
	}
}

func TestSchemaTopics(t *testing.T) {
	whole := setTopics(t, "json", false, sample(), report.TopicOptions{})
	s := compiled(t, "topics")
	for name, data := range map[string]string{"sample": whole, "empty": setTopics(t, "json", false, nil, report.TopicOptions{}),
		"one story": setTopics(t, "json", false, sample(), report.TopicOptions{Story: "evil-1"})} {
		if err := s.Validate(decode(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, c := range []struct{ name, from, to string }{
		{"witnesses", `"witnesses": 3`, `"witnesses": 0`},
		{"field missing", `"speakers": [`, `"voices": [`},
		{"kind of copies", `"kind": "wire"`, `"kind": "rope"`},
		{"list missing", `"claims": [`, `"said": [`},
		{"article", `"path": "port/post.txt"`, `"file": "port/post.txt"`},
	} {
		broken := strings.Replace(whole, c.from, c.to, 1)
		if broken == whole || s.Validate(decode(t, broken)) == nil {
			t.Errorf("%s: %s was let through, or is not there", c.name, c.to)
		}
	}
	for schema, out := range map[string]string{
		"topic":   setTopics(t, "jsonl", false, sample(), report.TopicOptions{}),
		"article": setTopics(t, "jsonl", true, sample(), report.TopicOptions{}),
	} {
		row := compiled(t, schema)
		for line := range strings.Lines(out) {
			if err := row.Validate(decode(t, line)); err != nil {
				t.Errorf("%s: %v", line, err)
			}
			if row.Validate(decode(t, strings.Replace(line, `"id":`, `"no":`, 1))) == nil {
				t.Errorf("a row of %s without an ID was let through", schema)
			}
		}
	}
}

// Claims that are listed are those that the topics and copies name.
func TestTopicJSONIsWhole(t *testing.T) {
	out := setTopics(t, "json", false, sample(), report.TopicOptions{Story: "dock-1"})
	for id, want := range map[string]bool{`"id": "c4"`: true, `"id": "c12"`: true, `"id": "c6"`: true, `"id": "c1"`: false} {
		if strings.Contains(out, id) != want {
			t.Errorf("%s: want %t in\n%s", id, want, out)
		}
	}
}

func TestTopicsByFile(t *testing.T) {
	for path, want := range map[string]string{"a.txt": "text", "b.JSON": "json", "c.jsonl": "jsonl", "d.csv": "csv"} {
		if f, err := report.TopicsByFile(path); err != nil || f.Name != want {
			t.Errorf("%s is written as %s, %v", path, f.Name, err)
		}
	}
	_, byFile := report.TopicsByFile("a.html")
	checkError(t, byFile, `"a.html"`)
	_, byName := report.TopicsByName("html")
	checkError(t, byName, `"html"`)
	for _, f := range report.TopicFormats() {
		if f.Doc == "" || len(f.Extensions) == 0 {
			t.Errorf("%s lacks a line or an extension", f.Name)
		}
		for _, w := range []report.Writer{f.Topics(report.TopicOptions{}), f.Articles(report.TopicOptions{})} {
			if err := w.Write(broken{}, sample()); !errors.Is(err, errFull) {
				t.Errorf("%s: error %v, want %v", f.Name, err, errFull)
			}
		}
	}
}

// Who prints a text is said once, and only where several do.
func TestPrinted(t *testing.T) {
	many := report.Printed{Witnesses: 1}
	for i := range 14 {
		many.Outlets = append(many.Outlets, fmt.Sprint("P", i))
	}
	for _, c := range []struct {
		p    report.Printed
		want string
	}{
		{report.Printed{}, ""},
		{report.Printed{Outlets: []string{"A"}, Witnesses: 1}, ""},
		{report.Printed{Outlets: []string{"A", "B"}, Witnesses: 1}, "One text printed by 2 outlets, so one witness: A, B"},
		{report.Printed{Outlets: []string{"A", "B", "C"}, Witnesses: 2}, "Quoted alike by 3 outlets, 2 witnesses: A, B, C"},
		{report.Printed{Outlets: []string{"A", "B"}, Witnesses: 2}, "Quoted alike by 2 outlets: A, B"},
		{many, "One text printed by 14 outlets, so one witness: P0, P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11 and 2 more"},
	} {
		if got := c.p.String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
