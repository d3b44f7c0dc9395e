package gate_test

import (
	"errors"
	"strings"
	"testing"

	"crosscheck/report/gate"
)

// TestPolicyErrors wants each fault to be named with its line and a hint.
func TestPolicyErrors(t *testing.T) {
	for _, c := range []struct{ yaml, want, hint string }{
		{"", "p.yaml: the file is empty", "the keys are own"},
		{"# nothing\n", "p.yaml: the file has no key", "the keys are own"},
		{"rules: [", "p.yaml:1:8: ", "the keys are own"},
		{"hold_on: error\nwaiver: []\n", `p.yaml:2:1: unknown key "waiver"`, "did you mean waivers?"},
		{"rules:\n  - code: misquote\n    levl: error\n", `p.yaml:3:5: unknown key "levl"`, "did you mean level?"},
		{"hold_on: error\nhold_on: warning\n", "p.yaml:2:1: ", ""},
		{"hold_on: note\n", `p.yaml:1:10: hold_on "note" is not known`, "known are error, warning"},
		{"on_error: open\n", `p.yaml:1:11: on_error "open" is not known`, "hold, pass"},
		{"budget: soon\n", `p.yaml:1:9: budget "soon" is no time`, `"30s"`},
		{"budget: -1s\n", `p.yaml:1:9: budget "-1s" is no time`, `"30s"`},
		{"defaults: false\n", "p.yaml:1:11: without the default rules", "add rules"},
		{"rules:\n  - {code: misqoute, level: error}\n", `p.yaml:2:12: code "misqoute" is not known`, "did you mean misquote?"},
		{"rules:\n  - {code: out-of-time, level: error}\n", `p.yaml:2:12: code "out-of-time" is not known`, "known are"},
		{"rules:\n  - relation: disputes\n    level: error\n", `p.yaml:2:15: relation "disputes" is not known`, "did you mean dispute?"},
		{"rules:\n  - type: numbers\n    level: error\n", `p.yaml:2:11: type "numbers" is not known`, "did you mean number?"},
		{"rules:\n  - code: misquote\n    level: fatal\n", `p.yaml:3:12: level "fatal" is not known`, "error, warning, note, ignore"},
		{"rules:\n  - code: misquote\n", "p.yaml:2:5: a rule needs a level", "levels are"},
		{"rules:\n  - level: ignore\n", "p.yaml:2:5: the rule is about everything", "say what it is about"},
		{"rules:\n  - {code: misquote, from: 1.5, level: error}\n", "p.yaml:2:5: from is 1.5", "from 0 to 1"},
		{"rules:\n  - {code: misquote, from: .nan, level: error}\n", "p.yaml:2:5: from is NaN", "from 0 to 1"},
		{"rules:\n  - {code: expired-waiver, from: 0.5, level: error}\n", "p.yaml:2:5: expired-waiver is no finding", "a level alone"},
		{"rules:\n  - {code: misquote, level: note}\n  - {code: misquote, from: 0.9, level: error}\n", "p.yaml:3:5: the rule is never reached: that of line 2", "narrower rule"},
		{"waivers:\n  - owner: Lind\n", "p.yaml:2:5: the waiver is about no finding and no draft", "prints the pair"},
		{"waivers:\n  - finding: f\n    code: misqote\n", `p.yaml:3:11: code "misqote" is not known`, "did you mean misquote?"},
		{"waivers:\n  - finding: f\n    expires: Friday\n", `p.yaml:3:14: expires "Friday" is no day`, "2031-05-06"},
		{"own: " + strings.Repeat("x", 2<<20), "p.yaml: the file is larger than 1 MB", "the keys are own"},
		{"own: {a: b}\n", "p.yaml:1:6: ", "the keys are own"},
	} {
		_, err := gate.ParsePolicy("p.yaml", []byte(c.yaml))
		var e *gate.PolicyError
		if !errors.As(err, &e) || !strings.HasPrefix(e.Error(), c.want) || !strings.Contains(e.Hint, c.hint) {
			hint := ""
			if e != nil {
				hint = e.Hint
			}
			t.Errorf("%.60s\n got %v\n hint %s\nwant %s\n hint with %s", c.yaml, err, hint, c.want, c.hint)
		}
	}
}

func TestPolicyIsRead(t *testing.T) {
	p := policy("budget: 0\ninline: false\nown: [A, B]\nbaseline: b.json\nrules:\n  - {code: misquote, from: 0.9, level: error}\n  - {code: misquote, level: note}\n")
	if p.Limit() != 0 || p.Allowed() || len(p.Own) != 2 || p.Baseline != "b.json" || p.Path() != "crosscheck.yaml" {
		t.Errorf("%+v", p)
	}
	if got := p.Level(gate.Matter{Code: gate.Misquote, Score: .8}); got != gate.Note {
		t.Errorf("a misquote of .8 is %s", got)
	}
	if got := p.Level(gate.Matter{Code: gate.HeadlineBody, Score: .8}); got != gate.Error {
		t.Errorf("the default rules are not behind: %s", got)
	}
	if gate.Default().Limit() == 0 || len(gate.Default().Rules) < 10 {
		t.Error("the default policy could not be read")
	}
}

func FuzzParsePolicy(f *testing.F) {
	f.Add(gate.DefaultYAML())
	for _, s := range []string{"", "own: [a]", "rules: [{level: x}]", "waivers:\n - {pair: a, expires: 2031-01-01}", "a: &b [*b]", "? ", "rules: {", "own: !!binary x", "\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := gate.ParsePolicy("p.yaml", data)
		if err != nil {
			if e := (*gate.PolicyError)(nil); !errors.As(err, &e) || e.Hint == "" || e.Line < 0 {
				t.Fatalf("%q: %v", data, err)
			}
			return
		}
		p.Level(gate.Matter{Code: gate.Misquote, Score: .5})
		p.Faults(noon)
		if err := p.Explain(&strings.Builder{}, noon); err != nil {
			t.Fatal(err)
		}
	})
}

// A key may look like a number: it must be taken letter for letter.
func TestKeysThatLookLikeNumbers(t *testing.T) {
	for _, key := range []string{"012345678901234567890123", "123456789012345678901234", "1234567890123456789012e1"} {
		if got := policy("waivers: [{pair: " + key + "}]").Waivers[0].Pair; got != key {
			t.Errorf("%s was read as %s", key, got)
		}
	}
}
