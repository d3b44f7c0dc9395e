package rule

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"crosscheck/claims"
	"crosscheck/compare"
)

// testCase is a block of testdata/cases.txt.
type testCase struct {
	line int
	pair compare.Pair
	want string
}

func readCases(t *testing.T, path string) []testCase {
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []testCase
	cur := testCase{}
	for n, line := range strings.Split(string(raw), "\n") {
		key, value, ok := strings.Cut(line, ": ")
		switch {
		case strings.HasPrefix(line, "#") || line == "":
			continue
		case !ok:
			t.Fatalf("%s:%d: %q is not key: value", path, n+1, line)
		case key == "want":
			cur.want = value
			out = append(out, cur)
			cur = testCase{}
		case key == "a":
			cur.line = n + 1
			cur.pair.A.Text = value
		case key == "b":
			cur.pair.B.Text = value
		default:
			side := &cur.pair.A
			if strings.HasPrefix(key, "b.") {
				side = &cur.pair.B
			}
			if err := fill(side, key[2:], value); err != nil {
				t.Fatalf("%s:%d: %v", path, n+1, err)
			}
		}
	}
	return out
}

// fill sets what is known of a statement's claim.
func fill(s *compare.Statement, key, value string) error {
	if s.Claim == nil {
		s.Claim = &claims.Claim{Text: s.Text}
	}
	if s.Claim.Speaker == nil && (key == "speaker" || key == "party" || key == "role") {
		s.Claim.Speaker = &claims.Speaker{}
	}
	switch key {
	case "speaker":
		s.Claim.Speaker.ID, s.Claim.Speaker.Name = strings.ToLower(value), value
	case "within":
		s.Claim.Within = value
	case "party":
		s.Claim.Speaker.Party = value
	case "role":
		s.Claim.Speaker.Role = value
	case "kind":
		s.Claim.Kind = claims.Kind(value)
	case "date":
		s.Claim.Date = value
	case "article":
		s.Claim.Article = value
	case "context":
		s.Context = value
	case "stance":
		s.Claim.Stance = claims.Stance(value)
	default:
		return fmt.Errorf("there is no key %q", key)
	}
	return nil
}

// said is a verdict as a case wants it.
func said(v compare.Verdict) string {
	switch {
	case v.Label == compare.Contradiction:
		return string(v.Type)
	case v.Guard != "":
		return "silent " + v.Guard
	}
	return "silent"
}

func TestCases(t *testing.T) {
	for _, c := range readCases(t, "testdata/cases.txt") {
		for range 2 { // the order carries no meaning
			v := judge(t, []compare.Pair{c.pair})[0]
			got := said(v)
			if got != c.want && !(c.want == "silent" && strings.HasPrefix(got, "silent")) {
				t.Errorf("cases.txt:%d: %s / %s\n got %s (%s %.2f %s) want %s", c.line, c.pair.A.Text, c.pair.B.Text, got, v.Rule, v.Scores.Contradiction, v.Why, c.want)
			}
			c.pair.A, c.pair.B = c.pair.B, c.pair.A
		}
	}
}
