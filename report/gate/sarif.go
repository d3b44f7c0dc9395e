package gate

import (
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"

	"crosscheck/report"
)

// object is a JSON object of a format of others. Package json writes its keys in
// order, so that the same decision gives the same bytes.
type object map[string]any

// sarifSchema is the address that the specification gives its schema.
const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// writeSARIF writes the Static Analysis Results Interchange Format 2.1.0 (OASIS,
// 2020): a result for each reason, its code as the rule. What was let through is
// a result that is suppressed. A decision that was not made is no successful
// invocation.
func writeSARIF(w io.Writer, d *Decision) error {
	index := map[Code]int{}
	rules, results := []object{}, []object{}
	rule := func(c Code) int {
		at, known := index[c]
		if !known {
			at = len(rules)
			index[c] = at
			info, _ := c.Info()
			rules = append(rules, object{"id": c, "shortDescription": object{"text": info.Doc}, "help": object{"text": info.Do}})
		}
		return at
	}
	for _, r := range d.shown() {
		results = append(results, sarifResult(r, rule(r.Code)))
	}
	for _, l := range d.Let {
		info, _ := l.Code.Info()
		results = append(results, object{"ruleId": l.Code, "ruleIndex": rule(l.Code), "level": report.Notice, "message": object{"text": info.Doc},
			"partialFingerprints": object{"crosscheckPair/v1": l.Pair}, "suppressions": []object{{"kind": "external", "justification": l.String()}}})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(object{"$schema": sarifSchema, "version": "2.1.0", "runs": []object{{
		"tool":        object{"driver": object{"name": "crosscheck", "language": "en-GB", "rules": rules}},
		"invocations": []object{{"executionSuccessful": d.Outcome != Unjudged}},
		"language":    "en-GB", "newlineSequences": []string{"\r\n", "\n"}, "columnKind": "unicodeCodePoints", "results": results,
	}}})
}

// sarifResult is the result of one reason.
func sarifResult(r Reason, rule int) object {
	out := object{"ruleId": r.Code, "ruleIndex": rule, "level": r.Level.loud(), "message": object{"text": r.Message()}}
	if at := sarifAt(r.Place); at != nil {
		out["locations"] = []object{at}
	}
	c := r.Clash
	if c == nil {
		return out
	}
	out["rank"] = 100 * c.Score
	out["partialFingerprints"] = object{"crosscheckPair/v1": c.Pair}
	out["properties"] = object{"finding": c.Finding, "relation": c.Relation, "type": c.Type, "score": c.Score}
	if at := sarifAt(c.Theirs.Place); at != nil {
		at["id"], at["message"] = 1, object{"text": c.Theirs.Line()}
		out["relatedLocations"] = []object{at}
	}
	return out
}

// sarifAt is a place, nil where it is not known.
func sarifAt(p report.Place) object {
	if p.Path == "" {
		return nil
	}
	physical := object{"artifactLocation": object{"uri": (&url.URL{Path: filepath.ToSlash(p.Path)}).String()}}
	if p.Start.Line > 0 {
		region := object{"startLine": p.Start.Line, "endLine": max(p.End.Line, p.Start.Line)}
		if p.Start.Column > 0 && p.End.Column > 0 {
			region["startColumn"], region["endColumn"] = p.Start.Column, p.End.Column
		}
		physical["region"] = region
	}
	return object{"physicalLocation": physical}
}
