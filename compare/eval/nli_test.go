package eval

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"crosscheck/claims"
	"crosscheck/compare"
)

// scripted is a judge that gives each hypothesis the contradiction score that
// it holds: "0.8", or "0.8 entailment" where the label is not to follow from it.
type scripted struct{ short bool }

func (scripted) Name() string { return "scripted/1" }

func (s scripted) Judge(ctx context.Context, pairs []compare.Pair) ([]compare.Verdict, error) {
	var out []compare.Verdict
	for _, p := range pairs {
		var score float64
		var label compare.Label
		fmt.Sscan(p.B.Text, &score, &label)
		v := compare.Verdict{Label: compare.Neutral, Scores: compare.Scores{Contradiction: score, Entailment: (1 - score) * .6, Neutral: (1 - score) * .4}}
		switch {
		case label != "":
			v.Label = label
		case score >= .5:
			v.Label, v.Rule, v.Type = compare.Contradiction, "count", compare.Number
		case score > 0:
			v.Guard = "scope"
		}
		out = append(out, v)
	}
	if s.short {
		return out[1:], ctx.Err()
	}
	return out, ctx.Err()
}

// nliFile is rows "label hypothesis", each with an ID and the tag given.
func nliFile(tag string, rows ...string) string {
	var b strings.Builder
	for i, r := range rows {
		label, hypothesis, _ := strings.Cut(r, " ")
		fmt.Fprintf(&b, `{"id": %d, "premise": "The sun shines.", "hypothesis": %q, "label": %q, "tag": %q}`+"\n", i, hypothesis, label, tag)
	}
	return b.String()
}

func addNLI(t *testing.T, n *NLI, path, text string) []string {
	t.Helper()
	var warnings []string
	n.Warn = func(w claims.Warning) {
		warnings = append(warnings, fmt.Sprintf("%s:%d: %s", w.Path, w.Line, w.Reason))
	}
	if err := n.Add(context.Background(), path, strings.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	return warnings
}

var rounded = cmpopts.EquateApprox(0, 1e-9)

func TestNLIScores(t *testing.T) {
	n := NLI{Judge: scripted{}, Examples: -1}
	text := nliFile("", "contradiction .9", "contradiction .7", "contradiction .2", "neutral .6", "entailment 0 entailment", "neutral 0")
	if w := addNLI(t, &n, "a.jsonl", text); w != nil {
		t.Error(w)
	}
	want := NLIScores{
		Rows: 6, Accuracy: Share{4, 6, 4. / 6},
		Contradiction: PRF{Gold: 3, Found: 2, Claimed: 3, Right: 2, Precision: 2. / 3, Recall: 2. / 3, F1: 2. / 3},
		// .9 right, .7 right, .6 wrong, .2 right: (1 + 1 + 3/4) / 3
		AveragePrecision: 2.75 / 3,
	}
	set := n.Table().Sets[0]
	if diff := cmp.Diff(want, set.NLIScores, rounded); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if diff := cmp.Diff([]compare.Label{"entailment", "neutral", "contradiction"}, set.Labels); diff != "" {
		t.Errorf("labels: -want +got\n%s", diff)
	}
	if diff := cmp.Diff([]Group{{"count", Share{2, 3, 2. / 3}}, {"all", Share{2, 3, 2. / 3}}}, set.Rules, rounded); diff != "" {
		t.Errorf("rules: -want +got\n%s", diff)
	}
	if diff := cmp.Diff([]Group{{"scope", Share{0, 1, 0}}, {"all", Share{0, 1, 0}}}, set.Guards); diff != "" {
		t.Errorf("guards: -want +got\n%s", diff)
	}
	if set.Mistakes != nil || len(set.Tags) > 0 {
		t.Errorf("mistakes %v, tags %v", set.Mistakes, set.Tags)
	}
}

// A file of two labels is scored with the third one barred as well.
func TestNLITwoWay(t *testing.T) {
	n := NLI{Judge: scripted{}, Examples: -1}
	addNLI(t, &n, "two.jsonl", nliFile("", "contradiction .9", "entailment .1", "entailment .45 neutral", "contradiction .2 neutral"))
	got := n.Table().Sets[0]
	if diff := cmp.Diff(&Share{2, 4, .5}, got.TwoWay); diff != "" {
		t.Errorf("two-way: -want +got\n%s", diff) // .45 leans to contradiction, .2 to entailment
	}
	if diff := cmp.Diff(Share{1, 4, .25}, got.Accuracy); diff != "" {
		t.Errorf("three-way: -want +got\n%s", diff)
	}
}

func TestNLITagsAndMacro(t *testing.T) {
	n := NLI{Judge: scripted{}, Examples: -1}
	second := strings.ReplaceAll(nliFile("z", "neutral .8", "contradiction .8"), `"id": `, `"id": 1`)
	addNLI(t, &n, "a", nliFile("b", "contradiction .9", "neutral 0")+second)
	addNLI(t, &n, "b", nliFile("", "contradiction 0", "neutral 0"))
	addNLI(t, &n, "c", "")
	table := n.Table()
	var tags []string
	for _, tag := range table.Sets[0].Tags {
		tags = append(tags, fmt.Sprintf("%s %d %.2f", tag.Tag, tag.Rows, tag.Contradiction.Precision))
	}
	if diff := cmp.Diff([]string{"b 2 1.00", "z 2 0.50"}, tags); diff != "" {
		t.Errorf("tags: -want +got\n%s", diff)
	}
	m := table.Macro
	if m.Sets != 2 || math.Abs(m.Precision-(2./3+0)/2) > 1e-9 || math.Abs(m.Accuracy-(.75+.5)/2) > 1e-9 {
		t.Errorf("macro %+v", m)
	}
	if of := table.Calibration.Bands[0].Share.Of; of != 3 {
		t.Errorf("%d pairs of all files are in the lowest band, want 3", of)
	}
}

func TestNLIMistakes(t *testing.T) {
	n := NLI{Judge: scripted{}, Examples: 2}
	addNLI(t, &n, "a", nliFile("", "neutral .6", "neutral .9", "entailment .7", "contradiction .4", "contradiction .1", "contradiction .1", "contradiction .9"))
	m := n.Table().Sets[0].Mistakes
	var got []string
	for _, x := range append(m.FalseAlarms, m.Misses...) {
		got = append(got, fmt.Sprintf("%d %s %.1f %s%s", x.Line, x.Gold, x.Score, x.Rule, x.Guard))
	}
	want := []string{"2 neutral 0.9 count", "3 entailment 0.7 count", "5 contradiction 0.1 scope", "6 contradiction 0.1 scope"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	none := NLI{Judge: scripted{}}
	addNLI(t, &none, "a", nliFile("", "neutral .6"))
	if m := none.Table().Sets[0].Mistakes; m == nil || len(m.FalseAlarms) > 0 {
		t.Errorf("of no examples: %v", m)
	}
}

func TestNLIBadRows(t *testing.T) {
	text := "\uFEFF" + nliFile("", "neutral 0") + `
{"id": "x", "premise": "a", "hypothesis": "b", "label": "maybe"}
{"id": "x", "premise": "a", "label": "neutral"}
{"id": "x", "premise": " ", "hypothesis": "b", "label": "neutral"}
{"id": "x", "premise": 7, "hypothesis": "b", "label": "neutral"}
{"premise": "a", "hypothesis": "b", "label": "neutral"}
{"id": 0, "premise": "a", "hypothesis": "b", "label": "neutral"}
{"id": "x", "premise": "a` + "\xff" + `", "hypothesis": "b", "label": "neutral"}
{"id": "x", "premise": null, "hypothesis": "b", "label": "neutral"}
no row
{"id": "x", "premise": "a", "hypothesis": "0", "label": "neutral", "tag": 3}`
	want := []string{
		`f:3: has the label "maybe", which is none of entailment, neutral, contradiction, and was left out`,
		`f:4: has no "hypothesis" and was left out`,
		`f:5: has an empty "premise" and was left out`,
		`f:6: has no string as "premise" and was left out`,
		`f:7: has no "id" and was left out`,
		`f:8: has the ID "0" of line 1 and was left out`,
		`f:9: is not UTF-8 and was left out`,
		`f:10: has no "premise" and was left out`,
		`f:11: is not a row in JSON (at column 2, 'o' does not belong there) and was left out`,
	}
	n := NLI{Judge: scripted{}, Examples: -1}
	if diff := cmp.Diff(want, addNLI(t, &n, "f", text)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if s := n.Table().Sets[0]; s.Rows != 2 || len(s.Tags) != 1 || s.Tags[0].Tag != "3" {
		t.Errorf("%d rows, tags %v", s.Rows, s.Tags)
	}
}

// Rows beyond a batch count, packed or not.
func TestNLIBatches(t *testing.T) {
	rows := make([]string, 2*rowBatch+7)
	for i := range rows {
		rows[i] = "contradiction .9"
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	fmt.Fprint(z, nliFile("", rows...))
	z.Close()
	last := 0
	n := NLI{Judge: scripted{}, Progress: func(rows int) { last = rows }}
	if err := n.Add(context.Background(), "f", &packed); err != nil {
		t.Fatal(err)
	}
	if got := n.Table().Sets[0].Contradiction.Found; got != len(rows) || last != len(rows) {
		t.Errorf("%d found, progress %d, want %d", got, last, len(rows))
	}
}

func TestNLIErrors(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	one := nliFile("", "neutral 0")
	for _, test := range []struct {
		name  string
		ctx   context.Context
		judge scripted
		text  string
		want  string
	}{
		{"cancelled", cancelled, scripted{}, one, "judging f: context canceled"},
		{"short of verdicts", context.Background(), scripted{short: true}, one, "judging f: judge scripted/1 gave 0 verdicts on 1 pairs"},
		{"broken gzip", context.Background(), scripted{}, "\x1f\x8bnothing", "reading f: unexpected EOF"},
	} {
		n := NLI{Judge: test.judge}
		err := n.Add(test.ctx, "f", strings.NewReader(test.text))
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: error %v, want %s", test.name, err, test.want)
		}
		if len(n.Table().Sets) > 0 {
			t.Errorf("%s: a file that failed is in the table", test.name)
		}
	}
}

// Two runs give the same bytes.
func TestNLISameBytes(t *testing.T) {
	var first []byte
	for range 5 {
		n := NLI{Judge: scripted{}, Examples: 3}
		text := nliFile("q", "contradiction .9", "neutral .9") + strings.ReplaceAll(nliFile("r", "neutral .4"), `"id": `, `"id": 1`)
		addNLI(t, &n, "a", text)
		got, err := json.Marshal(n.Table())
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = got
		}
		if !bytes.Equal(first, got) {
			t.Fatalf("%s\nthen\n%s", first, got)
		}
	}
}

func FuzzReadRows(f *testing.F) {
	f.Add([]byte(nliFile("tag", "neutral 0", "contradiction .9")))
	f.Add([]byte("{\"id\":\"\xff\"}\n\n[]\n\x1f\x8b"))
	f.Fuzz(func(t *testing.T, data []byte) {
		lines := bytes.Count(data, []byte("\n")) + 1
		err := readRows("f", bytes.NewReader(data), func(w claims.Warning) {
			if w.Line < 1 || w.Line > lines && !bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
				t.Errorf("a warning of line %d of %d", w.Line, lines)
			}
		}, func(rows []NLIRow) error {
			for _, r := range rows {
				if r.ID == "" || strings.TrimSpace(r.Premise) == "" || strings.TrimSpace(r.Hypothesis) == "" {
					return errors.New("a row lacks a field")
				}
			}
			return nil
		})
		if err != nil && strings.Contains(err.Error(), "lacks") {
			t.Error(err)
		}
	})
}
