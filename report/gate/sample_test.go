package gate_test

import (
	"fmt"
	"strings"
	"time"

	"crosscheck/claims"
	"crosscheck/compare"
	"crosscheck/report/gate"
)

// noon is when all decisions of the tests are made.
var noon = time.Date(2031, 5, 6, 12, 0, 0, 0, time.UTC)

// said is a claim of a test: who says what where.
type said struct {
	article string // "draft", "own", "other", "second"
	kind    claims.Kind
	speaker string // "" for nobody
	text    string
}

// outlets are whose the articles of the tests are.
var outlets = map[string]string{"draft": "Harbour Post", "second": "Harbour Post", "own": "Harbour Post", "other": "Daily Lantern"}

// clash is a report with one finding, between its first two claims; further
// claims are only there.
func clash(relation compare.Relation, kind compare.Type, score float64, list ...said) *compare.Report {
	r := &compare.Report{Version: compare.Version}
	texts := map[string]string{}
	for i, s := range list {
		c := claims.Claim{ID: fmt.Sprint("c", i), Article: s.article, Outlet: outlets[s.article], Kind: s.kind, Text: s.text, Date: "2031-05-05"}
		if s.speaker != "" {
			c.Speaker = &claims.Speaker{ID: "person:" + strings.ToLower(s.speaker), Name: s.speaker}
		}
		from := len(texts[s.article])
		c.Content = []claims.Span{{Start: from, End: from + len(s.text)}}
		texts[s.article] += s.text + "\n\n"
		r.Claims = append(r.Claims, c)
	}
	for _, id := range []string{"draft", "second", "own", "other"} {
		if texts[id] != "" {
			r.Articles = append(r.Articles, claims.Article{ID: id, Path: id + ".txt", Outlet: outlets[id], Title: "On the pier", Date: "2031-05-05", Text: texts[id]})
		}
	}
	if len(list) > 1 {
		r.Findings = []compare.Finding{{ID: "f_1", Relation: relation, Type: kind, A: "c0", B: "c1", Score: score, Why: "They differ."}}
	}
	return r
}

// input is a decision on the one draft of a report.
func input(r *compare.Report) gate.Input {
	return gate.Input{Now: noon, Report: r, Against: 2, Drafts: []gate.Draft{{Article: "draft", Path: "draft.txt", Title: "On the pier"}}}
}

// numbers is a report whose draft gives another figure than its own newsroom.
func numbers() *compare.Report {
	return clash(compare.Conflict, compare.Number, .62,
		said{"draft", claims.Own, "", "The storm tore forty boats from the pier."},
		said{"own", claims.Own, "", "The storm tore fourteen boats from the pier."})
}

// policy is the policy of some lines of YAML.
func policy(yaml string) *gate.Policy {
	p, err := gate.ParsePolicy("crosscheck.yaml", []byte(yaml))
	if err != nil {
		panic(err)
	}
	return p
}

// reasons are the levels and codes of a decision.
func reasons(d gate.Decision) []string {
	var out []string
	for _, r := range d.Reasons {
		out = append(out, string(r.Level)+" "+string(r.Code))
	}
	return out
}
