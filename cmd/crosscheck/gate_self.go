package main

import (
	"crypto/sha256"
	"encoding/hex"

	"crosscheck/claims"
	"crosscheck/compare"
)

// mostPassages is how many passages of a draft in its own voice are held against
// each other: a text of that length takes less than a second.
const mostPassages = 500

// withSelf adds to a report where a draft's own voice opposes itself, passage
// against passage. A report over many articles does not ask that, since they tell
// events and lists that differ; of a draft it is worth asking: of 1,135 articles
// that were read one had such a finding from .6 on, and it was a list.
func withSelf(r *compare.Report, judge compare.Judge, drafts []claims.Article) {
	reader, ok := judge.(compare.Reader)
	if !ok {
		return
	}
	of := ids(drafts)
	passages := map[string][]compare.Statement{}
	for i := range r.Claims {
		if c := &r.Claims[i]; c.Kind == claims.Own && of[c.Article] && len(passages[c.Article]) < mostPassages {
			passages[c.Article] = append(passages[c.Article], compare.Statement{Text: c.Text, Claim: c, Pieces: c.Content})
		}
	}
	for _, d := range drafts {
		r.Findings = append(r.Findings, againstItself(reader, passages[d.ID])...)
	}
}

// againstItself are the findings among statements. What opposes several others at
// once is an entry of a list, and no finding.
func againstItself(reader compare.Reader, list []compare.Statement) []compare.Finding {
	readings := make([]compare.Reading, len(list))
	for i, s := range list {
		readings[i] = reader.Read(s)
	}
	type pair struct {
		a, b int
		compare.Verdict
	}
	var found []pair
	opponents := make([]int, len(list))
	for a := range list {
		for b := a + 1; b < len(list); b++ {
			v, ok := reader.Oppose(readings[a], readings[b])
			if !ok || v.Guard != "" || v.Label != compare.Contradiction || list[a].Claim.ID == list[b].Claim.ID {
				continue
			}
			found = append(found, pair{a, b, v})
			opponents[a], opponents[b] = opponents[a]+1, opponents[b]+1
		}
	}
	var out []compare.Finding
	for _, p := range found {
		if opponents[p.a] == 1 && opponents[p.b] == 1 {
			out = append(out, selfFinding(reader.Name(), list[p.a], list[p.b], p.Verdict))
		}
	}
	return out
}

// selfFinding is the finding for two passages.
func selfFinding(judge string, a, b compare.Statement, v compare.Verdict) compare.Finding {
	f := compare.Finding{Relation: compare.Heading, Type: v.Type, A: a.Claim.ID, B: b.Claim.ID, Score: v.Score, Why: v.Why, Judge: judge, Rule: v.Rule,
		Evidence: compare.Evidence{A: []claims.Span{}, B: []claims.Span{}}, Also: compare.Also{A: []string{}, B: []string{}}}
	for _, at := range v.Evidence.A {
		f.Evidence.A = append(f.Evidence.A, a.Locate(at)...)
	}
	for _, at := range v.Evidence.B {
		f.Evidence.B = append(f.Evidence.B, b.Locate(at)...)
	}
	sum := sha256.Sum256([]byte(min(f.A, f.B) + "\x00" + max(f.A, f.B) + "\x00" + string(f.Relation))) // as package check makes it
	f.ID = "f_" + hex.EncodeToString(sum[:])[:12]
	return f
}

func ids(articles []claims.Article) map[string]bool {
	out := map[string]bool{}
	for _, x := range articles {
		out[x.ID] = true
	}
	return out
}
